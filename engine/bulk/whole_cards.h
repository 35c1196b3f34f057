// engine/bulk/whole_cards.h: a card that was scored whole -> its lines of the result, and its findings.
// Takes   the result of a card, unit name as it was handed in (a blank one stays blank).
// Gives   lines with their line break. Both kinds of lines can be read again by `jiheng bulk` and earn the same.
// Source  docs/bulk.md, docs/json.md "score"
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/year_rules.h"
#include "engine/scoring/score.h"

namespace jiheng::bulk {

/// The card as `jiheng score --format json` has it; behind that year, unit and what else decided.
void append_card_json(const scoring::CardResult& result, std::string_view unit, std::string& out);
/// A card that is not scored: its id (null where it has none) and why.
void append_refused_json(std::string_view id, const std::vector<diag::Diagnostic>& faults, std::string& out);

/// The columns of append_card_rows(), in order.
std::span<const std::string_view> card_columns();
/// A line a row, under card_columns() and the columns of what was earned.
void append_card_rows(const scoring::CardResult& result, std::string_view unit, bool explain,
                      std::string& out);
void append_refused_rows(std::string_view id, std::string_view scheme, bool explain, std::string& out);

/// Findings of cards, each card by itself: what `jiheng check` says of its table alone.
struct CardFindings {
  std::string rows;           ///< as `jiheng check --format csv` writes them, without their head
  std::set<std::string> ids;  ///< each once
  std::size_t count = 0;
};
std::string findings_head();
void add_findings(const scoring::CardResult& result, const scoring::Context& context,
                  const model::YearRules& years, CardFindings& out);

}  // namespace jiheng::bulk
