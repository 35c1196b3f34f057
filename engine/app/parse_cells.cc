// Takes cells, gives readings, one by one.
#include "engine/app/parse_cells.h"

#include "engine/target/parse.h"

namespace jiheng::app {

std::vector<results::Reading> parse_cells(std::vector<std::string> cells, const rulebook::Language& language,
                                          const ParseRequest& request) {
  const target::ParseContext context{language.units, language.words, request.year, request.actual,
                                     request.level2};
  std::vector<results::Reading> readings;
  readings.reserve(cells.size());
  for (std::string& cell : cells) {
    target::Predicate predicate = target::parse(cell, context);
    readings.push_back({std::move(cell), std::move(predicate)});
  }
  return readings;
}

}  // namespace jiheng::app
