// engine/report/texts/whatif_lines.h: one card before and after, line by line, the same for every face: execution, blocks with
// their rows, total.
// Takes   the difference of a card.
// Gives   lines in the order of the form.
// Units   points with the places of each side's scheme.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scoring/score.h"
#include "engine/whatif/overlay/difference.h"

namespace jiheng::report {

/// A line of the form on one side. Texts are empty where there is nothing.
struct LineSide {
  std::optional<scoring::Points> points;  ///< absent: no such line, or a card of targets only
  std::optional<base::Decimal> full_marks;
  const model::Scheme* scheme = nullptr;  ///< whose places its points have
  std::string rule;                       ///< id of the clause
  std::string why;
  std::string status;  ///< 达标 …, of a row; the grade, of the total
};

struct WhatifLine {
  enum class Kind { execution, block, row, total } kind = Kind::row;
  std::string section, level1, level2, name;  ///< of a block: no level 2 and no name
  std::size_t indicator = 0;                  ///< of a row: its index in CardResult::indicators
  LineSide before;
  LineSide after;

  bool changed() const;
};

std::vector<WhatifLine> lines_of(const whatif::CardDifference& card);

/// "4.00", "0.00-4.00"; empty where there are none.
std::string points_text(const LineSide& side);
/// "+1.20", "-0.50", "0.00"; empty where one side is not exact.
std::string difference_text(const LineSide& before, const LineSide& after);

}  // namespace jiheng::report
