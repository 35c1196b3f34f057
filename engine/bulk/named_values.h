// engine/bulk/named_values.h: several named values in one cell: "制度健全: 是；台账齐全: 否".
// Takes   the text of a cell; parts are parted by ； or ;, name and value by the first ： or :.
// Gives   names and values without blanks around them, and the same written again.
// Source  docs/bulk.md
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng::bulk {

using NamedValues = std::vector<std::pair<std::string_view, std::string_view>>;

/// Views into the text; nullopt where a part has no name or no value.
std::optional<NamedValues> named_values(std::string_view text);

/// Behind what is there already.
void append_named_value(std::string_view name, std::string_view value, std::string& out);

}  // namespace jiheng::bulk
