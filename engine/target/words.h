// engine/target/words.h: the words of rules/words.yaml, as data: what a cell says that is no number and no date.
// Takes   entries one by one (load/ reads the file).
// Gives   the longest word at a place, with all it may do.
// Source  rules/words.yaml, docs/target-language.md, 定性
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::target {

/// The scale of the form's own answers (达成预期指标 …) in rules/words.yaml.
inline constexpr std::string_view kAnswerScale = "达成";
/// Ranks on it: reached, and below the middle one.
inline constexpr int kAnswerReached = 3;
inline constexpr int kAnswerNotReached = 1;

/// What a word may do in a phrase. One text may do several: 有效 is an adverb and an adjective.
enum class WordPart : std::uint8_t {
  adverb,       ///< 显著, 有效, 按时
  change_verb,  ///< 提高, 缓解: says something alone
  keep_verb,    ///< 保障, 服务: says nothing without an adverb
  deed,         ///< 发放, 办结: accepted silently behind a number or a date
  adjective,    ///< 满意, 规范
  answer,       ///< 达成预期指标
  yes,          ///< 是, 已完成
  no,           ///< 否, 未完成
  negation,     ///< 未, 不
  tail,         ///< 力度, 水平: the object of a verb, or the subject of an adjective
  reference,    ///< 预算内: stands for something outside the table, all by itself
  basis_head,   ///< 按照
  basis,        ///< 标准: what 按照 leads to
  name,         ///< 三支一扶: holds a numeral that is no number
};
inline constexpr std::size_t kWordParts = 14;

struct WordEntry {
  std::string text;
  WordPart part = WordPart::adjective;
  std::string scale;       ///< adjectives, verbs and answers: the scale it stands on
  int strength = 0;        ///< adverbs: added to a verb's; others: rank on the scale
  bool negated = false;    ///< 不及时 written as one word
  bool manner = false;     ///< adverbs: says how, not how much (有效, 持续)
  std::string direction;   ///< "上升" "下降" or empty
  bool debatable = false;  ///< 待核: the word is no clear target (高素质, 预算内)
};

/// All that one text may do.
struct Word {
  std::array<const WordEntry*, kWordParts> entries{};
  const WordEntry* as(WordPart part) const { return entries[static_cast<std::size_t>(part)]; }
};

class WordTable {
 public:
  struct Found {
    std::size_t length = 0;  ///< bytes; 0: no word begins here
    const Word* word = nullptr;
  };

  WordTable();
  ~WordTable();
  WordTable(WordTable&&) noexcept;
  WordTable& operator=(WordTable&&) noexcept;

  /// False when the same text is there already with the same part, or is empty.
  bool add(WordEntry entry);
  std::vector<const WordEntry*> entries() const;
  /// The longest word that begins at byte `at`.
  Found longest_at(std::string_view text, std::size_t at) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace jiheng::target
