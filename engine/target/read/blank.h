// engine/target/read/blank.h: the ways of writing that there is nothing: —, /, 无, 不适用.
// Inside the room only.
// Takes   a whole folded cell.
// Source  docs/target-language.md, 引用、空、看不懂
#pragma once

#include <cstdint>
#include <string_view>

namespace jiheng::target {

enum class Blank : std::uint8_t { no, empty, not_applicable };

/// Of a folded text, all of it.
Blank blankness(std::string_view text);

}  // namespace jiheng::target
