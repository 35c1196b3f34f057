// Takes a reading of a cell, gives its JSON object.
#include <nlohmann/json.hpp>

#include "engine/report/json/json.h"

namespace jiheng::report {

std::string json_from_reading(const results::Reading& reading) {
  const target::Predicate& p = reading.predicate;
  const target::Fields fields = target::fields(p);
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  for (const target::Problem& problem : p.problems) {
    problems.push_back({{"id", problem.id}, {"message", problem.message}});
  }
  const nlohmann::ordered_json object = {
      {"text", reading.text},
      {"kind", fields.kind},
      {"op", fields.op},
      {"value", fields.value},
      {"value2", fields.value2},
      {"unit", fields.unit},
      {"scale", fields.scale ? nlohmann::ordered_json(*fields.scale) : nlohmann::ordered_json()},
      {"certainty", fields.certainty},
      {"problems", std::move(problems)},
  };
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace jiheng::report
