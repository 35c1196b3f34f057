// Takes a place, gives its name over several submissions. Leaves counting those of one name to whoever needs it.
#include "engine/audit/identity.h"

#include <fmt/format.h>

namespace jiheng::audit {

Spot spot_of(const Where& where) {
  Spot spot;
  if (where.card == nullptr) {
    const std::string name = where.place.source ? where.place.source->name : "";
    spot.file = name.substr(name.rfind('/') + 1);
    return spot;
  }
  spot.unit = where.card->unit_name.text;
  spot.year = where.card->year.value_or(0);
  spot.title = where.card->title.text;
  if (where.row != nullptr) spot.row = where.row->name.text;
  return spot;
}

std::string document_of(const Spot& spot) {
  return spot.file.empty() ? fmt::format("{}|{}|{}|", spot.unit, spot.year, spot.title) : spot.file;
}

std::string identity(const Spot& spot, const std::string& id, const std::string& message) {
  if (!spot.file.empty()) return fmt::format("{}|{}|{}", spot.file, message, id);
  return fmt::format("{}{}|{}", document_of(spot), spot.row, id);
}

}  // namespace jiheng::audit
