// Takes words, gives the longest that begins at a place. One bucket for a first character, longest words
// first.
#include "engine/target/read/prefix_index.h"

#include <algorithm>

namespace jiheng::target {

std::uint32_t PrefixIndex::key_of(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const std::uint32_t lead = byte(0);
  return lead < 0xE0 ? lead : (lead << 16U) | (byte(1) << 8U) | byte(2);
}

bool PrefixIndex::add(std::string_view word, std::size_t id) {
  if (word.empty()) return false;
  std::vector<Item>& bucket = slots_[hash(key_of(word, 0))];
  const auto same = [word](const Item& item) { return item.word == word; };
  if (std::any_of(bucket.begin(), bucket.end(), same)) return false;
  const auto shorter = [word](const Item& item) { return item.word.size() < word.size(); };
  bucket.insert(std::find_if(bucket.begin(), bucket.end(), shorter), Item{std::string(word), id});
  return true;
}

PrefixIndex::Found PrefixIndex::longest_at(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return {};
  for (const Item& item : slots_[hash(key_of(text, at))]) {
    // the last byte tells most words apart
    const std::size_t size = item.word.size();
    if (text.size() - at < size || text[at + size - 1] != item.word[size - 1]) continue;
    if (text.compare(at, size, item.word) == 0) return {size, item.id};
  }
  return {};
}

}  // namespace jiheng::target
