// engine/results/standard_readings.h: what `jiheng parse --standard` gives: standards, what they were read as, points.
// Takes   nothing; app fills it. Source  docs/json.md, "parse --standard"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/standard/points.h"
#include "engine/standard/standard.h"

namespace jiheng::results {

struct PointsAt {
  std::string at;                          ///< as asked
  std::optional<standard::Points> points;  ///< none: the answer does not fit, or nothing is computed
};

struct StandardReading {
  std::string text;
  standard::Standard standard;
  std::vector<PointsAt> points;
};

}  // namespace jiheng::results
