// engine/target/read/prefix_index.h: the longest of many words that begins at a place of a text.
// Takes   words as UTF-8, each with a number the caller gives it.
// Gives   O(words with the same first character), small and fixed for a table of words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::target {

class PrefixIndex {
 public:
  struct Found {
    std::size_t length = 0;  ///< bytes; 0: no word begins here
    std::size_t id = 0;
  };

  /// False when the word is there already, or empty.
  bool add(std::string_view word, std::size_t id);
  Found longest_at(std::string_view text, std::size_t at) const;

 private:
  struct Item {
    std::string word;
    std::size_t id;
  };
  static std::uint32_t key_of(std::string_view text, std::size_t at);
  static std::size_t hash(std::uint32_t key) { return (key * 0x9E3779B1U) >> 20U; }

  static constexpr std::size_t kSlots = 4096;  // by the first character; a collision only costs a comparison
  std::vector<std::vector<Item>> slots_ = std::vector<std::vector<Item>>(kSlots);
};

}  // namespace jiheng::target
