// engine/app/parse_standards.h: the texts of `jiheng parse --standard` -> readings and points.
// Takes   texts of 评分标准, the row's 分值, actual values. Gives  a reading a text, refused ones too.
// Source  docs/standard-language.md
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/results/standard_readings.h"
#include "engine/rulebook/language.h"

namespace jiheng::app {

struct StandardRequest {
  std::optional<base::Decimal> marks;
  std::vector<std::string> at;  ///< actual values to give points for
};

/// One reading a text, in order. Never fails: what cannot be read is a reading without points.
std::vector<results::StandardReading> parse_standards(std::vector<std::string> texts,
                                                      const rulebook::Language& language,
                                                      const StandardRequest& request);

}  // namespace jiheng::app
