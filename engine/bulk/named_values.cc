// Takes a cell, gives its parts. Knows nothing of what they mean.
#include "engine/bulk/named_values.h"

#include <algorithm>

#include "engine/base/text.h"

namespace jiheng::bulk {
namespace {

/// Where the first of the two signs stands, and how long it is; the end of the text where there is none.
std::pair<std::size_t, std::size_t> first_sign(std::string_view text, std::string_view wide, char narrow) {
  const std::size_t at = std::min(text.find(wide), text.find(narrow));
  if (at == std::string_view::npos) return {text.size(), 0};
  return {at, text[at] == narrow ? 1 : wide.size()};
}

}  // namespace

std::optional<NamedValues> named_values(std::string_view text) {
  NamedValues out;
  while (!text.empty()) {
    const auto [end, length] = first_sign(text, "；", ';');
    const std::string_view part = base::trimmed(text.substr(0, end));
    text.remove_prefix(end + length);
    if (part.empty()) continue;
    const auto [colon, width] = first_sign(part, "：", ':');
    const std::string_view name = base::trimmed(part.substr(0, colon));
    const std::string_view value = base::trimmed(part.substr(colon + width));
    if (name.empty() || value.empty()) return std::nullopt;
    out.emplace_back(name, value);
  }
  return out;
}

void append_named_value(std::string_view name, std::string_view value, std::string& out) {
  if (!out.empty()) out += "；";
  out += name;
  out += ": ";
  out += value;
}

}  // namespace jiheng::bulk
