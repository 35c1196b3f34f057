// engine/target/words.h: the qualitative words of rules/words.yaml, as data.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::target {

/// What a word may do in a qualitative phrase.
struct WordEntry {
  enum class Part { adverb, change_verb, keep_verb, adjective, answer, yes, no, negation, reference, object_tail };
  std::string text;
  Part part = Part::adjective;
  std::string scale;      ///< adjectives, verbs and answers: the scale it stands on
  int strength = 0;       ///< adverbs: added to a verb's; adjectives: rank on the scale
  std::string direction;  ///< "上升" "下降" or empty
  std::string remark;     ///< e.g. 待核 for words that are debatable
};

class WordTable {
 public:
  WordTable();
  ~WordTable();
  WordTable(WordTable&&) noexcept;
  WordTable& operator=(WordTable&&) noexcept;

  /// False when the same text is there already with the same part.
  bool add(WordEntry entry);
  const std::vector<WordEntry>& entries() const;
  /// The longest word that begins at byte `at`; nullptr if none. O(longest word).
  const WordEntry* longest_at(std::string_view text, std::size_t at) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace jiheng::target
