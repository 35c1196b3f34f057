// Takes a place, gives its page and box. Leaves file, sheet and line to whoever writes the place.
#include "engine/report/fields/place_fields.h"

namespace jiheng::report {

void put_page(base::Json& json, const base::Place& place) {
  const base::PageSpot* spot = base::spot_of(place);
  if (spot == nullptr) return;
  json["page"] = spot->page;
  json["page_line"] = spot->line;
  json["box"] = base::Json::array();
  for (const int edge : {spot->left, spot->top, spot->right, spot->bottom}) json["box"].push_back(edge);
}

}  // namespace jiheng::report
