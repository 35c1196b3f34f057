// engine/audit/batch.h: what every check looks at: the tables of one submission, scored, with what is asked of all of
// them worked out once.
// Takes   results of scoring in the order the tables were read, and the claims of published texts.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/audit/finding.h"
#include "engine/model/claim.h"
#include "engine/model/name_words.h"
#include "engine/model/year_rules.h"
#include "engine/scoring/score.h"

namespace jiheng::audit {

/// One row with its result: target, actual and verdict are read already.
struct Row {
  const model::Indicator* indicator = nullptr;
  const scoring::IndicatorResult* result = nullptr;
  /// Its points and actual value are asked for in this year: no long-term goal, not 不适用, on a table with results.
  bool asked = false;
};

struct Table {
  /// A place of the table as a whole, or of its budget; of one of its rows.
  Where at(const base::Place& place) const { return {place, card, nullptr}; }
  Where at(const Row& row, const base::Place& place) const { return {place, card, row.indicator}; }

  const model::Scorecard* card = nullptr;
  const scoring::CardResult* result = nullptr;
  const model::Scheme* scheme = nullptr;  ///< nullptr: none is named; what takes a scheme is not checked
  std::vector<Row> rows;                  ///< sections one after another
};

/// The tables of one unit and year (单位名称, 年度): its own and its projects'. Indices into Batch::tables.
struct UnitYear {
  std::vector<std::size_t> own;
  std::vector<std::size_t> projects;
};

struct Batch {
  std::vector<Table> tables;
  std::vector<UnitYear> units_and_years;  ///< tables without 单位名称 are in none
  std::span<const model::Claim> claims;
  const quantity::UnitTable& units;
  const target::WordTable& words;
  const model::NameWords& names;
  const model::YearRules& years;
};

/// A scheme without an id stands for "none named". Results, claims, language and rules must outlive the batch. Linear.
Batch batch_of(std::span<const scoring::CardResult> results, std::span<const model::Claim> claims,
               const quantity::UnitTable& units, const target::WordTable& words,
               const model::NameWords& names, const model::YearRules& years);

}  // namespace jiheng::audit
