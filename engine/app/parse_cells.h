// engine/app/parse_cells.h: the cells of `jiheng parse` -> readings.
// Takes   texts of cells, and what is known of their row.
// Gives   a reading a cell, unreadable ones too.
// Source  docs/target-language.md
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/results/readings.h"
#include "engine/rulebook/language.h"

namespace jiheng::app {

struct ParseRequest {
  bool actual = false;
  std::optional<int> year;
  std::string level2;
};

/// One reading a cell, in order. Never fails: an unreadable cell is a reading.
std::vector<results::Reading> parse_cells(std::vector<std::string> cells, const rulebook::Language& language,
                                          const ParseRequest& request);

}  // namespace jiheng::app
