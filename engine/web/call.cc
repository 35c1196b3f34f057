// Takes JSON, gives what of it a call asks for, and the JSON of its answer. What the words do is session.cc's and edit_door.cc's.
#include "engine/web/call.h"

#include <cstdint>
#include <utility>

#include "engine/web/page_words.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;

std::optional<std::size_t> whole(const Json& value) {
  const std::optional<std::int64_t> n = value.whole();
  return n && *n >= 0 ? std::optional(static_cast<std::size_t>(*n)) : std::nullopt;
}

}  // namespace

const Json::Array* Parameters::list(std::string_view key) const {
  const Json* value = json_->find(key);
  return value != nullptr && value->is_array() ? &value->items() : nullptr;
}

std::string Parameters::text(std::string_view key) const {
  const Json* value = json_->find(key);
  return value == nullptr || value->text() == nullptr ? std::string() : *value->text();
}

std::vector<std::string> Parameters::texts(std::string_view key) const {
  std::vector<std::string> out;
  const Json::Array* items = list(key);
  if (items == nullptr) return out;
  for (const Json& item : *items) {
    if (item.text() != nullptr) out.push_back(*item.text());
  }
  return out;
}

std::optional<std::size_t> Parameters::number(std::string_view key) const {
  const Json* value = json_->find(key);
  return value == nullptr ? std::nullopt : whole(*value);
}

std::vector<std::size_t> Parameters::numbers(std::string_view key) const {
  std::vector<std::size_t> out;
  const Json::Array* items = list(key);
  if (items == nullptr) return out;
  for (const Json& item : *items) {
    if (const auto n = whole(item)) out.push_back(*n);
  }
  return out;
}

bool Parameters::truth(std::string_view key) const {
  const Json* value = json_->find(key);
  return value != nullptr && value->truth() != nullptr && *value->truth();
}

std::vector<Parameters> Parameters::objects(std::string_view key) const {
  std::vector<Parameters> out;
  const Json::Array* items = list(key);
  if (items == nullptr) return out;
  for (const Json& item : *items) out.emplace_back(item);
  return out;
}

Json error_json(const std::string& message, const std::string& fix) {
  return {{"error", {{"message", message}, {"fix", fix}}}};
}

Json error_json(const std::vector<diag::Diagnostic>& problems) {
  for (const diag::Diagnostic& d : problems) {
    if (diag::severity_of(d) != diag::Severity::error) continue;
    Json error = error_json(d.message, remedy_on_page(d));
    error["error"].update(message_json(d));
    return error;
  }
  return error_json("这一步没有做成", "");
}

Json result_json(Json result) { return {{"result", std::move(result)}}; }

}  // namespace jiheng::web
