// engine/report/texts/figures.h: decimals as texts, the same in every face.
// Takes   exact decimals.
// Gives   their digits, unrounded.
#pragma once

#include <optional>
#include <string>

#include "engine/base/decimal.h"

namespace jiheng::report {

/// Without trailing zeros: "1.5", "10".
std::string plain(const base::Decimal& value);
/// "" where absent.
std::string plain(const std::optional<base::Decimal>& value);

}  // namespace jiheng::report
