// engine/report/texts/lost_points.h: which lines of which cards earned less than their full marks, most first.
// Takes   scored cards.
// Gives   lines that point into them.
// Units   points.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/report/texts/report.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// One line that earned less than its full marks.
struct LostPoints {
  const scoring::CardResult* card = nullptr;
  const scoring::IndicatorResult* row =
      nullptr;  ///< nullptr: the execution line, or what 总分上限 takes away
  bool by_cap = false;
  std::optional<base::Decimal> full_marks;
  scoring::Points score;
  scoring::Points lost;  ///< full marks - score; a range where the row is 待核
};

/// Of all cards, most first: certain losses before possible ones, equal ones as read. O(n log n).
std::vector<LostPoints> lost_points(std::span<const scoring::CardResult> cards);

/// The ranking of lost points; no rows where nothing is lost.
Table lost_points_table(std::span<const scoring::CardResult> cards);

}  // namespace jiheng::report
