// engine/audit/printed.h: figures compared as they are printed: rounding is no finding.
// Takes   an exact figure and one as printed; its decimal places say how it was rounded.
// Units   both in one unit and scale: the caller converts.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/decimal.h"

namespace jiheng::audit {

/// True when the exact value, rounded half up to the places printed, is what is printed: 98.366 is printed as 98.37, 98.4.
bool is_printed_as(const base::Decimal& exact, const base::Decimal& printed);

/// The same, and cut instead of rounded: 66.666 is printed as 66.67 or 66.66. For quotients.
bool is_printed_or_cut_as(const base::Decimal& exact, const base::Decimal& printed);

/// Points: the same as is_printed_as, but what is short of full marks is never rounded up to them.
bool are_printed_points(const base::Decimal& exact, const base::Decimal& printed, const base::Decimal& full);

/// A rate as printed, in percent: "97.75", "97.75%". nullopt for anything else, and for a share written as 0.9775.
std::optional<base::Decimal> printed_percent(std::string_view cell);

/// Places of a rate that anybody looks at: the formula of a workbook gives 29.1469194312796%, the last ones noise.
inline constexpr int kRatePlaces = 8;

/// Half of the last place printed: 0.005 for 98.37. What rounding may have taken away.
base::Decimal half_of_last_place(const base::Decimal& printed);

}  // namespace jiheng::audit
