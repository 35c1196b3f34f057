// engine/standard/parse.h: text of a scoring standard (评分标准) -> Standard.
// Takes   UTF-8, any width, with the noise of recognition; the text is kept, every piece with its place.
// Fails   never: what cannot be read is shape unreadable with its problems (T401 …); nothing is skipped or guessed.
// Source  docs/standard-language.md
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/decimal.h"
#include "engine/quantity/units.h"
#include "engine/standard/standard.h"

namespace jiheng::standard {

/// Longest text in characters, most clauses of one text (T404 past either).
inline constexpr std::size_t kMaxCharacters = 4000;
inline constexpr std::size_t kMaxClauses = 60;

/// For the length of a call; the table must outlive it.
struct ParseContext {
  const quantity::UnitTable& units;
  std::optional<base::Decimal> marks =
      std::nullopt;  ///< the row's 分值: tells parts from tiers, and what disagrees
};

/// Reads the whole text or refuses it. Pure: same input, same answer, any thread. O(length).
Standard parse(std::string_view text, const ParseContext& context);

}  // namespace jiheng::standard
