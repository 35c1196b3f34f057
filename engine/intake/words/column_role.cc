// Takes one heading, looks at its end and at the words that turn its meaning (上年, 财政审核, 预计). Leaves cells that
// stand over several columns to sheet_columns.
#include "engine/intake/words/column_role.h"

#include <algorithm>
#include <string>

#include "engine/base/text.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;

constexpr std::size_t kLongestHeadingWord = 20;  ///< characters, without notes

bool is_level_word(Text word, const model::WordList& numbers, const model::WordList& tails) {
  return std::any_of(numbers.begin(), numbers.end(), [&](Text number) {
    return word.starts_with(number) &&
           (word.size() == number.size() || is_any(word.substr(number.size()), tails));
  });
}

std::optional<Role> level(Text word, const model::HeadingParts& parts) {
  if (is_level_word(word, parts.level1, parts.level_tails)) return Role::level1;
  if (is_level_word(word, parts.level2, parts.level_tails)) return Role::level2;
  if (is_level_word(word, parts.level3, parts.level_tails)) return Role::name;
  return std::nullopt;
}

std::optional<Role> by_parts(const FormWords& forms, Text word) {
  const model::HeadingParts& parts = forms.parts;
  if (const auto found = level(word, parts)) return found;
  if (contains_any(word, parts.deviation) && contains_any(word, parts.explanation)) return Role::reason;
  const bool actual = ends_with_any(word, parts.actual);
  if (starts_with_any(word, parts.earlier)) {
    const bool value = actual || ends_with_any(word, parts.target) || word.ends_with("值");
    return value ? std::optional(Role::earlier) : std::nullopt;
  }
  if (contains_any(word, parts.reviewer)) {
    const bool given = ends_with_any(word, parts.score) || actual || ends_with_any(word, parts.opinion);
    return given ? std::optional(Role::review) : std::nullopt;
  }
  if (ends_with_any(word, parts.sign) || is_any(word, parts.sign_words)) return Role::sign;
  if (ends_with_any(word, parts.measure) || is_any(word, parts.measure_words)) return Role::measure;
  if (ends_with_any(word, parts.standard)) return Role::standard;
  if (ends_with_any(word, parts.basis)) return Role::basis;
  if (ends_with_any(word, parts.description)) return Role::description;
  if (ends_with_any(word, parts.full_marks)) return Role::full_marks;
  if (ends_with_any(word, parts.score)) return Role::score;
  if (contains_any(word, parts.forecast)) return std::nullopt;
  if (actual) return contains_any(word, parts.planned) ? Role::target : Role::actual;
  const auto label = label_of(forms, word);
  const bool goal = label && (label->label == Label::goal || label->label == Label::plan_goal);
  if (goal || goal_head(forms, word) || ends_with_any(word, parts.goal) || word == forms.goal_nouns.front())
    return std::nullopt;
  if (ends_with_any(word, parts.target)) return Role::target;
  if (ends_with_any(word, parts.name)) return Role::name;
  return std::nullopt;
}

/// Most cells of a table are no headings: their last character says so.
bool may_be_heading(const FormWords& forms, Text word) {
  if (word.ends_with(')') || word.ends_with(':')) return true;
  return word.size() >= 3 && forms.heading_ends.contains(word.substr(word.size() - 3));
}

}  // namespace

std::string without_notes(std::string_view squeezed) {
  std::string out;
  int open = 0;
  for (const char c : squeezed) {
    if (c == '(') ++open;
    if (open == 0 && c != ':') out += c;
    if (c == ')' && open > 0) --open;
  }
  return out;
}

std::optional<Role> column_role(const FormWords& forms, std::string_view squeezed) {
  if (!may_be_heading(forms, squeezed)) return std::nullopt;
  if (const auto listed = heading_role(forms, squeezed)) return listed;
  if (squeezed.size() > 8 * kLongestHeadingWord) return std::nullopt;
  const std::string word = without_notes(squeezed);
  if (word.empty() || base::count_characters(word) > kLongestHeadingWord) return std::nullopt;
  if (const auto listed = heading_role(forms, word)) return listed;
  return by_parts(forms, word);
}

}  // namespace jiheng::intake
