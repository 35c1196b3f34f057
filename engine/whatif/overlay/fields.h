// engine/whatif/overlay/fields.h: the words an address is made of, and the form names are compared in.
// Inside the room only.
// Takes   one word of an address.
// Gives   which figure of a card it names; nullptr for any other word.
// Source  docs/whatif.md, "改动"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/whatif/overlay/spot.h"

namespace jiheng::whatif {

inline constexpr std::string_view kBudget = "预算";
inline constexpr std::string_view kTotal = "总分";
inline constexpr std::string_view kScheme = "方案";

/// A word behind the last dot. The first word of a figure is the one that is printed.
struct Field {
  std::string_view word;
  std::optional<Spot::What> figure;  ///< none: 得分
};
std::span<const Field> row_fields();
std::span<const Field> budget_fields();

/// nullptr where the word is none of these.
const Field* find_field(std::span<const Field> fields, std::string_view word);

}  // namespace jiheng::whatif
