// Takes a table before and after an edit, both as the page is given it, gives what became other. Who asks is edit_door.cc.
#include <string>
#include <utility>

#include "engine/web/edit_door.h"

namespace jiheng::web {
namespace {

using base::Json;

bool same_json(const Json& a, const Json& b) {
  if (a.text() != nullptr && b.text() != nullptr) return *a.text() == *b.text();
  if (a.truth() != nullptr && b.truth() != nullptr) return *a.truth() == *b.truth();
  if (a.digits() != nullptr && b.digits() != nullptr) return *a.digits() == *b.digits();
  if (a.is_array() && b.is_array()) {
    if (a.items().size() != b.items().size()) return false;
    for (std::size_t i = 0; i < a.items().size(); ++i) {
      if (!same_json(a.items()[i], b.items()[i])) return false;
    }
    return true;
  }
  if (a.is_object() && b.is_object()) {
    if (a.members().size() != b.members().size()) return false;
    for (std::size_t i = 0; i < a.members().size(); ++i) {
      const bool key = a.members()[i].key == b.members()[i].key;
      if (!key || !same_json(a.members()[i].value, b.members()[i].value)) return false;
    }
    return true;
  }
  return a.is_null() && b.is_null();
}

/// Those of a list that became other, each with its number; `name` is the key it stands under.
Json changed_items(const Json& before, const Json& after, std::string_view name) {
  Json out = Json::array();
  for (std::size_t i = 0; i < after.items().size(); ++i) {
    if (same_json(before.items()[i], after.items()[i])) continue;
    Json item = {{"at", i}};
    item[name] = after.items()[i];
    out.push_back(std::move(item));
  }
  return out;
}

}  // namespace

Json table_change(const Json& before, const Json& after) {
  const Json* form = after.find("form");
  const Json* was = before.find("form");
  if (form == nullptr || was == nullptr) return {};
  const Json& cells = *form->find("cells");
  if (cells.items().size() != was->find("cells")->items().size() ||
      after.find("rows")->items().size() != before.find("rows")->items().size())
    return {};
  for (const Json::Member& part : form->members()) {
    if (part.key != "cells" && !same_json(part.value, *was->find(part.key))) return {};
  }
  Json out = {{"number", *after.find("number")}};
  for (const Json::Member& part : after.members()) {
    if (part.key == "number" || part.key == "form" || part.key == "rows") continue;
    if (!same_json(part.value, *before.find(part.key))) out[part.key] = part.value;
  }
  out["cells"] = changed_items(*was->find("cells"), cells, "cell");
  out["rows"] = changed_items(*before.find("rows"), *after.find("rows"), "row");
  return out;
}

}  // namespace jiheng::web
