// Takes a word nobody knows and the words that are known, gives the one that was probably meant.
#include "engine/base/near_word.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/text.h"

namespace jiheng::base {
namespace {

constexpr std::size_t kMaxCharacters = 40;

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size() && characters.size() <= kMaxCharacters;) {
    const CodePoint c = decode_at(text, at);
    characters.push_back(c.value);
    at += c.bytes;
  }
  return characters;
}

/// Characters put in, left out or changed; two neighbours that changed places count once.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> two_up(b.size() + 1), up(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_up.swap(up);
    up.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_up[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view near_word(std::string_view word, std::span<const std::string_view> candidates) {
  const std::u32string wanted = characters_of(word);
  if (wanted.empty() || wanted.size() > kMaxCharacters) return {};
  std::string_view best;
  std::size_t best_distance = kMaxCharacters;
  for (const std::string_view candidate : candidates) {
    const std::u32string other = characters_of(candidate);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), other.size()) / 3);
    const std::size_t d = distance(wanted, other);
    if (d <= allowed && d < std::max(wanted.size(), other.size()) && d < best_distance) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace jiheng::base
