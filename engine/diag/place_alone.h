// engine/diag/place_alone.h: a place without the text it stands in, for who keeps places of more texts than fit in memory.
// Takes   a place.
// Gives   the same in a source of its own that has the name and no text: a message about it names file, line and column, and
//         shows no line.
#pragma once

#include <memory>
#include <utility>

#include "engine/base/place.h"

namespace jiheng::diag {

inline base::Place place_alone(const base::Place& place) {
  if (!place.source) return place;
  base::Place alone = place;
  auto source = std::make_shared<base::Source>(base::Source{place.source->name, {}, place.source->sheet, {}});
  if (const base::PageSpot* spot = base::spot_of(place))
    source->spots.emplace(std::pair(place.line, place.column), *spot);
  alone.source = std::move(source);
  return alone;
}

}  // namespace jiheng::diag
