// Takes squeezed text and the words of the forms, says which word it is. The words are data (rules/forms); a new variant of
// a heading is a new entry there.
#include "engine/intake/words/form_words.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/words/people_labels.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;

/// Without colons at the end.
Text bare(Text word) {
  while (word.ends_with(':')) word.remove_suffix(1);
  return word;
}

/// Without the last note in brackets; empty if there is none.
Text without_note(Text word) {
  if (!word.ends_with(')')) return {};
  const std::size_t open = word.rfind('(');
  return open == Text::npos || open == 0 ? Text{} : word.substr(0, open);
}

template <class Value>
std::optional<Value> find_with_notes(const model::WordMap<Value>& words, Text word) {
  for (Text w = bare(word); !w.empty(); w = without_note(w)) {
    if (const auto found = words.find(w)) return found;
  }
  return std::nullopt;
}

bool all_digits(Text text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Role> heading_role(const FormWords& forms, std::string_view squeezed) {
  return find_with_notes(forms.headings, squeezed);
}

bool is_group_heading(const FormWords& forms, std::string_view squeezed) {
  return forms.group_headings.contains(squeezed);
}

bool is_year(const FormWords& forms, std::string_view squeezed) {
  return squeezed.size() >= 5 && all_digits(squeezed.substr(0, 4)) &&
         forms.year_ends.contains(squeezed.substr(4));
}

std::optional<LabelMatch> label_of(const FormWords& forms, std::string_view squeezed) {
  if (const auto found = find_with_notes(forms.labels, squeezed)) return found;
  if (is_person_label(forms, squeezed)) return LabelMatch{Label::person};
  if (const auto goal = goal_head(forms, squeezed);
      goal && goal->name.back() >= '0' && goal->name.back() <= '9') {
    const Text rest = squeezed.substr(goal->bytes);
    if (rest.empty() || (rest.front() == '(' && rest.find(')') == rest.size() - 1)) {
      return LabelMatch{Label::numbered_goal};
    }
  }
  return std::nullopt;
}

std::string_view money_unit_of(const FormWords& forms, std::string_view squeezed) {
  for (Text word = bare(squeezed); word.ends_with(')');) {
    const std::size_t open = word.rfind('(');
    if (open == Text::npos) return {};
    Text note = word.substr(open + 1, word.size() - open - 2);
    if (const std::size_t colon = note.rfind(':'); colon != Text::npos) note.remove_prefix(colon + 1);
    if (is_any(note, forms.money_units)) return note;
    word = bare(word.substr(0, open));
  }
  return {};
}

std::optional<Amount> amount_of(const FormWords& forms, std::string_view squeezed) {
  return find_with_notes(forms.amounts, squeezed);
}

bool is_level1(const FormWords& forms, std::string_view squeezed) { return forms.level1.contains(squeezed); }

bool is_level2(const FormWords& forms, std::string_view squeezed) {
  constexpr Text kEnding = "指标";
  if (forms.level2.contains(squeezed)) return true;
  if (!squeezed.ends_with(kEnding) || heading_role(forms, squeezed)) return false;
  const Text stem = squeezed.substr(0, squeezed.size() - kEnding.size());
  return forms.level2.contains(stem) ||
         (stem.find(kEnding) == Text::npos && base::count_characters(stem) <= 7 &&
          base::count_characters(stem) >= 2);
}

bool is_listed_level2(const FormWords& forms, std::string_view squeezed) {
  constexpr Text kEnding = "指标";
  const Text stem =
      squeezed.ends_with(kEnding) ? squeezed.substr(0, squeezed.size() - kEnding.size()) : squeezed;
  return forms.level2.contains(squeezed) || forms.level2.contains(stem);
}

bool is_known_level(const FormWords& forms, std::string_view squeezed) {
  const bool whole = squeezed.ends_with("指标") || base::count_characters(squeezed) >= 4;
  return whole && (is_level1(forms, squeezed) || is_listed_level2(forms, squeezed));
}

std::optional<GoalHead> goal_head(const FormWords& forms, std::string_view squeezed) {
  for (const Text kind : forms.goal_periods) {
    if (!squeezed.starts_with(kind)) continue;
    for (const Text noun : forms.goal_nouns) {
      Text rest = squeezed.substr(kind.size());
      if (!rest.starts_with(noun)) continue;
      rest.remove_prefix(noun.size());
      GoalHead head{std::string(kind), 0};
      std::size_t digits = 0;
      while (digits < rest.size() && digits < 3 && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
      if (digits > 0)
        head.name = std::string(kind) + forms.goal_nouns.front() + std::string(rest.substr(0, digits));
      rest.remove_prefix(digits);
      if (rest.starts_with(':')) rest.remove_prefix(1);
      if (digits == 0 && noun == forms.goal_nouns.front()) continue;
      head.bytes = squeezed.size() - rest.size();
      return head;
    }
  }
  return std::nullopt;
}

bool is_selfeval_title(const FormWords& forms, std::string_view squeezed) {
  return contains_any(squeezed, forms.selfeval_titles);
}

bool is_title(const FormWords& forms, std::string_view squeezed) {
  Text text = squeezed;
  for (Text w = without_note(text); !w.empty(); w = without_note(text)) text = w;
  return base::count_characters(text) <= 120 && ends_with_any(text, forms.title_ends);
}

bool is_section_heading(std::string_view squeezed) {
  constexpr Text kNumerals = "一二三四五六七八九十";
  if (squeezed.starts_with("第") && squeezed.substr(0, 18).find("部分") != Text::npos) return true;
  const bool bracket = squeezed.starts_with('(');
  Text rest = squeezed.substr(bracket ? 1 : 0);
  std::size_t numerals = 0;
  while (numerals < 4 && rest.size() >= 3 && kNumerals.find(rest.substr(0, 3)) != Text::npos) {
    rest.remove_prefix(3);
    ++numerals;
  }
  if (numerals == 0) return false;
  return bracket ? rest.starts_with(')') : rest.starts_with("、");
}

bool is_side_word(const FormWords& forms, std::string_view squeezed) {
  if (forms.side_words.contains(squeezed)) return true;
  Text rest = squeezed;
  if (!rest.starts_with('(')) return false;
  rest.remove_prefix(1);
  if (rest.ends_with(')')) rest.remove_suffix(1);
  if (rest.ends_with("分")) rest.remove_suffix(Text("分").size());
  return all_digits(rest) && rest.size() <= 3;
}

}  // namespace jiheng::intake
