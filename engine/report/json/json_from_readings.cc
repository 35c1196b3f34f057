// Takes a reading of a cell, gives its JSON object.
#include "engine/base/json.h"
#include "engine/report/json/json.h"

namespace jiheng::report {

std::string json_from_reading(const results::Reading& reading) {
  const target::Predicate& p = reading.predicate;
  const target::Fields fields = target::fields(p);
  base::Json problems = base::Json::array();
  for (const target::Problem& problem : p.problems) {
    problems.push_back({{"id", problem.id}, {"message", problem.message}});
  }
  const base::Json object = {
      {"text", reading.text},
      {"kind", fields.kind},
      {"op", fields.op},
      {"value", fields.value},
      {"value2", fields.value2},
      {"unit", fields.unit},
      {"scale", fields.scale ? base::Json(*fields.scale) : base::Json()},
      {"certainty", fields.certainty},
      {"problems", std::move(problems)},
  };
  return object.dump();
}

}  // namespace jiheng::report
