// engine/report/fields/place_fields.h: where a place of a PDF stands on paper, for JSON.
// Source  docs/json.md
#pragma once

#include "engine/base/json.h"
#include "engine/base/place.h"

namespace jiheng::report {

/// Adds "page", "page_line" and "box" [left, top, right, bottom], in points from the upper left corner; nothing for other files.
void put_page(base::Json& json, const base::Place& place);

}  // namespace jiheng::report
