// Figures for the tests of this wing.
#pragma once

#include <string_view>

#include "engine/base/decimal.h"
#include "engine/report/texts/chart.h"

namespace jiheng::report {

inline base::Decimal decimal(std::string_view text) { return base::Decimal::parse(text).value(); }
inline ChartValue value(std::string_view text) { return exactly(decimal(text)); }

}  // namespace jiheng::report
