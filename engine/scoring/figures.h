// engine/scoring/figures.h: numbers and formulas as the trace shows them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/decimal.h"
#include "engine/quantity/units.h"
#include "engine/scoring/columns.h"
#include "engine/target/compare.h"

namespace jiheng::scoring {

/// "1.3714": at most `places` places, half up, no trailing zeros.
std::string figure(const base::Decimal& value, int places = 4);

/// The number of the shift from a unit's figures to ratios: 2 for % and 百分点, 3 for ‰, 0 for all others.
int ratio_places(std::string_view unit);

/// A value as formulas see it: 94.6 of "%" is 0.946.
base::Decimal as_ratio(const base::Decimal& value, std::string_view unit);

/// One row's value of one column: "17.5", "94.6%", "是".
std::string figure_of(const Columns& columns, std::size_t column, std::size_t row,
                      const target::Verdict& verdict);

/// "分值×目标值÷完成值 = 3×8÷17.5"; only the first part where there is nothing to fill in.
std::string formula_with_figures(const Bound& bound, const Columns& columns, std::size_t row,
                                 const target::Verdict& verdict);

/// An amount of a budget in 万元; nullopt for a unit that is no money. An empty unit is 万元.
std::optional<base::Decimal> in_ten_thousands(const base::Decimal& amount, const model::Field& unit,
                                              const quantity::UnitTable& units);

}  // namespace jiheng::scoring
