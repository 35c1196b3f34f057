// engine/whatif/overlay/difference.h: one card scored twice, before and after an overlay: what moved.
// Takes   two results of cards with the same rows (an overlay adds and removes none); both must outlive the difference.
// Units   points: exact decimals; a difference is known only where both sides are exact.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::whatif {

/// after - before, where both are exact.
std::optional<base::Decimal> difference(const scoring::Points& before, const scoring::Points& after);

/// Rows that belong together on the form: those of one 一级指标 under one goal.
struct BlockDifference {
  std::string section;  ///< 年度目标1; empty where the form has no goals
  std::string level1;
  std::optional<base::Decimal> full_before;  ///< absent where a row has none
  std::optional<base::Decimal> full_after;
  scoring::Points before;
  scoring::Points after;
};

struct CardDifference {
  const scoring::CardResult* before = nullptr;
  const scoring::CardResult* after = nullptr;
  std::vector<BlockDifference> blocks;  ///< in the form's order; empty where neither side is scored
};

CardDifference difference(const scoring::CardResult& before, const scoring::CardResult& after);

/// Whether points, clause, marks or their explanation differ.
bool changed(const scoring::IndicatorResult& before, const scoring::IndicatorResult& after);
/// Whether anything of the score of the card differs.
bool changed(const CardDifference& card);

/// What the score finds after, not before: by id, place of the row and message (missing reasons, A3xx, by id and row).
/// Without what is said of points that are claimed (A1xx, A2xx): claims are of the form as it was.
std::vector<diag::Diagnostic> new_findings(const CardDifference& card);

}  // namespace jiheng::whatif
