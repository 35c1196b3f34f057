// engine/quantity/bounds.h: how large a number from outside may be; the one bound of all doors.
// Every reader of numbers (tables, schemes, rules, documents, the command line) refuses what lies past it, with an id
// and a place. A sum of 10^7 such numbers has at most 25 digits before the point, a product of two at most 36: both
// fit a Decimal whole. Source  docs/architecture.md, "Numbers"
// Gives   the bound, and whether a number keeps it. Units  none: whatever the number counts.
#pragma once

#include <string_view>

#include "engine/base/decimal.h"

namespace jiheng::quantity {

inline constexpr int kMaxReadPlaces = 18;
inline constexpr base::Decimal kReadBelow = 1'000'000'000'000'000'000;  ///< 10^18, in the unit as printed

/// The bound as messages say it.
inline constexpr std::string_view kBoundsInWords = "整数部分最多 18 位，小数最多 18 位";

inline bool in_bounds(const base::Decimal& value) {
  return value.places() <= kMaxReadPlaces && value.magnitude() < kReadBelow;
}

}  // namespace jiheng::quantity
