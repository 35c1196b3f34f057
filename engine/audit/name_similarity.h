// engine/audit/name_similarity.h: how alike two names of indicators or projects are.
// Takes   names as printed. White space, punctuation, years ("2023 年", "23年") and a leading 年度 do not count.
// Gives   2 × pairs of neighbouring characters in both ÷ pairs of both (Dice): 1 for equal names.
// Source  docs/audit.md, 年度之间
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"

namespace jiheng::audit {

class Name {
 public:
  /// Pairs that touch one of the general words are not specific.
  Name(std::string_view printed, const std::vector<std::u32string>& general_words);

  /// What is left of the printed name.
  const std::u32string& text() const { return text_; }
  /// Pairs of characters, sorted; each as often as it is there.
  const std::vector<std::uint64_t>& pairs() const { return pairs_; }
  /// Those that say what the name is about, sorted, each once.
  const std::vector<std::uint64_t>& specific() const { return specific_; }

 private:
  std::u32string text_;
  std::vector<std::uint64_t> pairs_;
  std::vector<std::uint64_t> specific_;
};

/// A whole number of percent, half up: 44. Names shorter than two characters are alike only where they are equal.
/// O(length).
base::Decimal similarity(const Name& a, const Name& b);

/// True where they have a specific pair in common. O(length).
bool share_something_specific(const Name& a, const Name& b);

/// For the general words of Name.
std::vector<std::u32string> squeezed_words(const std::vector<std::string>& words);

}  // namespace jiheng::audit
