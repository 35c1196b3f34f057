// engine/scoring/figures.h: numbers as they are shown.
// Takes   decimals and their units.
// Gives   texts, ratios, amounts in 万元.
// Units   % and 百分点 are ratios inside formulas: 94.6% is 0.946.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/decimal.h"
#include "engine/model/scorecard.h"
#include "engine/quantity/units.h"

namespace jiheng::scoring {

/// "1.3714": at most `places` places, half up, no trailing zeros.
std::string figure(const base::Decimal& value, int places = 4);

/// Without the places past `places`: 9.997 is 9.99. Down for negatives as well.
base::Decimal cut(const base::Decimal& value, int places);

/// The number of the shift from a unit's figures to ratios: 2 for % and 百分点, 3 for ‰, 0 for all others.
int ratio_places(std::string_view unit);

/// A value as formulas see it: 94.6 of "%" is 0.946.
base::Decimal as_ratio(const base::Decimal& value, std::string_view unit);

/// An amount of a budget in 万元; nullopt for a unit that is no money. An empty unit is 万元.
std::optional<base::Decimal> in_ten_thousands(const base::Decimal& amount, const model::Field& unit,
                                              const quantity::UnitTable& units);

}  // namespace jiheng::scoring
