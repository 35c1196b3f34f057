// engine/whatif/curves/landmarks.h: values of a dial at which its points are likely to turn, and how far to look for others.
// Takes   the numbers of the scheme (steps, limits, constants of formulas), the other side of the row, the budget.
// Gives   values in the dial's unit. They are where to look, not what is found: curve.h looks with the scoring itself.
#pragma once

#include <vector>

#include "engine/whatif/curves/trials.h"

namespace jiheng::whatif {

/// Rising, without repetition; at most kMaxLandmarks.
std::vector<base::Decimal> landmarks(const Trials& trials, std::size_t dial);

inline constexpr std::size_t kMaxLandmarks = 1000;

struct Reach {
  base::Decimal low;
  base::Decimal high;
};

/// Where a value is looked for when nobody names a range: from 0 to ten times the largest of the figures concerned,
/// below 0 as far where one of them is negative; a year before and after for a day.
Reach reach(const Trials& trials, std::size_t dial);

}  // namespace jiheng::whatif
