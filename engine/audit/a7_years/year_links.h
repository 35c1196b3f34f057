// engine/audit/a7_years/year_links.h: which row of an earlier year a row of this year continues.
// Takes   the tables of a batch; those of one unit (单位名称) are held against each other, year by year.
// Gives   for every table and earlier year the table of the same project, and for every row the row that goes on in it,
//         with how alike the names are and what else speaks for it. Nothing is chosen where two do equally well.
// Cost    linear in the rows: names are found by an index of pairs of characters; pairs that are everywhere are passed over.
// Source  rules/years.yaml, docs/audit.md 年度之间
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/batch.h"

namespace jiheng::audit {

/// A row of an earlier year, and what speaks for it.
struct EarlierRow {
  std::size_t table = 0;     ///< index into Batch::tables
  std::size_t row = 0;       ///< index into Table::rows
  base::Decimal similarity;  ///< of the names, whole percent
  bool same_level2 = false;
  bool same_unit = false;    ///< or a comparable one; both words, both dates
  bool same_target = false;  ///< the same number asked for; percentages never count
  bool same_table = false;   ///< on the table of the same project, or of the department
  bool by_hand = false;      ///< a person said so
};

/// "名称相似 44%，二级指标、单位、目标值相同".
std::string evidence_of(const EarlierRow& earlier);

struct RowLink {
  /// None: no match. One: the match. Several: they cannot be told apart; best first.
  std::vector<EarlierRow> candidates;
  const EarlierRow* match() const { return candidates.size() == 1 ? &candidates.front() : nullptr; }
};

/// A table and one earlier year of its unit.
struct YearLink {
  int year = 0;
  std::optional<std::size_t> table;  ///< of the same project; index into Batch::tables
  base::Decimal title_similarity;    ///< whole percent; 100 for a department's own tables
  std::vector<RowLink> rows;         ///< one for each of Table::rows
};

/// So many earlier years are looked at.
inline constexpr std::size_t kMaxYearsBack = 5;

/// For each table of the batch its links, newest year first. Tables without unit name or year have none.
std::vector<std::vector<YearLink>> link_years(const Batch& batch);

}  // namespace jiheng::audit
