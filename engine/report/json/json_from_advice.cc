// Takes advice, gives the JSON of docs/json.md, "advise": stable key order.

#include "engine/base/json.h"
#include "engine/report/fields/advice_fields.h"
#include "engine/report/json/json.h"
#include "engine/results/advice.h"

namespace jiheng::report {

using base::Json;

std::string json_from_advice(results::AdviceItems items) {
  Json list = Json::array();
  for (const whatif::Advice& a : items) list.push_back(object_of(advice_fields(), a));
  const Json json = {{"schema", 1}, {"items", std::move(list)}};
  return json.dump(2) + "\n";
}

}  // namespace jiheng::report
