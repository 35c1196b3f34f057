// engine/target/parse.h: text of one target or actual cell -> Predicate.
// Takes   UTF-8, any width; the text is kept, every piece with its place.
// Units   value as printed (exact decimal); 96% stays 96 with unit %; scale words apart (万 -> 10000).
// Fails   never: what cannot be read is kind unreadable with its problems (T104 …); nothing is skipped or guessed.
// Source  docs/target-language.md
#pragma once

#include <optional>
#include <string_view>

#include "engine/quantity/units.h"
#include "engine/target/predicate.h"
#include "engine/target/words.h"

namespace jiheng::target {

/// Longest cell in characters (T102 past it).
inline constexpr std::size_t kMaxCellCharacters = 2000;

/// For the length of a call; the tables and the text of level2 must outlive it.
struct ParseContext {
  const quantity::UnitTable& units;
  const WordTable& words;
  std::optional<int> year = std::nullopt;  ///< the assessed year; deadlines get it
  bool actual = false;                     ///< an actual value: answers (无, 未发生) are read as such
  std::string_view level2 = {};            ///< 二级指标, for remarks only: it never changes a number
  Say say = Say::why;                      ///< nothing: no pieces, of problems the ids; all else is the same
};

/// Reads the whole cell. Pure: same input, same answer, any thread. O(length).
Predicate parse(std::string_view cell, const ParseContext& context);

}  // namespace jiheng::target
