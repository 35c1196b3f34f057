// Takes text without white space, finds labels by the parts they are made of, and telephones. Leaves which cells are their
// values to people.
#include "engine/intake/words/people_labels.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;
using base::is_digit;

}  // namespace

std::size_t front_of(std::string_view text, const model::WordList& words) {
  std::size_t longest = 0;
  for (const std::string& word : words) {
    if (word.size() > longest && text.starts_with(word)) longest = word.size();
  }
  return longest;
}

LabelFound people_label_at(const model::PeopleWords& words, std::string_view text) {
  LabelFound found;
  std::size_t at = 0;
  while (true) {
    std::size_t part = at;
    Text before;
    std::size_t core = 0;
    bool person = false;
    while (true) {
      const std::size_t persons = front_of(text.substr(part), words.persons);
      const std::size_t phones = front_of(text.substr(part), words.phones);
      core = std::max(persons, phones);
      person = persons >= phones;
      if (core > 0) break;
      const std::size_t prefix = front_of(text.substr(part), words.before);
      if (prefix == 0 || text.substr(part, prefix) == before) break;
      before = text.substr(part, prefix);
      part += prefix;
    }
    if (core == 0) break;
    const Text rest = text.substr(part + core);
    if (starts_with_any(rest, person ? words.other_words : words.other_phones)) break;
    found.person = found.person || person;
    found.bytes = part + core;
    found.bytes += front_of(text.substr(found.bytes), words.signed_notes);
    at = found.bytes + front_of(text.substr(found.bytes), words.between);
  }
  const Text label = text.substr(0, found.bytes);
  if (label.rfind('(') != Text::npos && label.rfind(')') == Text::npos &&
      text.substr(found.bytes).starts_with(')'))
    ++found.bytes;
  return found;
}

std::size_t telephone_at(std::string_view text) {
  std::size_t at = text.starts_with("+86") ? 3 : 0;
  std::size_t digits = 0;
  const std::size_t begin = at;
  const bool bracket = text.substr(at).starts_with("(0");
  bool dash = false;
  std::size_t end = at;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      ++digits;
      end = at + 1;
    } else if (text[at] == '-' && digits >= 3) {
      dash = true;
    } else if (!(bracket && (text[at] == '(' || (text[at] == ')' && digits <= 4)))) {
      break;
    }
  }
  const Text number = text.substr(begin, end - begin);
  const bool mobile = digits == 11 && number.size() >= 2 && number[0] == '1' && number[1] >= '3';
  // An area code, or 400; 2023-12-01 12:00 is a day.
  const bool area =
      bracket || number.starts_with('0') || number.starts_with("400-") || number.starts_with("800-");
  const bool fixed = (dash || bracket) && digits >= 10 && digits <= 18 && area;
  return mobile || fixed ? end : 0;
}

bool chinese_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = base::decode_at(text, at).value;
  return (c >= 0x4E00 && c <= 0x9FFF) || c == 0xB7 || c == 0x30FB || c == 0xD7;
}

bool is_form_word(const FormWords& forms, const std::string& text) {
  if (text.empty()) return false;
  const std::string word = without_notes(text);
  return label_of(forms, text) || column_role(forms, text) || amount_of(forms, text) ||
         is_level1(forms, word) || is_known_level(forms, word) || is_side_word(forms, text) ||
         is_group_heading(forms, text) || is_title(forms, text) || goal_head(forms, text) ||
         is_section_heading(text) || is_person_label(forms, text);
}

bool form_label_at(const FormWords& forms, std::string_view text, std::size_t same_word) {
  std::size_t n = 0;
  std::size_t second = 0;  // where the second character stands: a name may stand before a label
  for (std::size_t characters = 1; characters <= 8 && chinese_at(text, n); ++characters) {
    if (characters == 2) second = n;
    n += base::decode_at(text, n).bytes;
    if (characters == 1) continue;
    const Text word = text.substr(0, n);
    if (label_of(forms, word) || is_known_level(forms, word)) return true;
    if (!text.substr(n).starts_with(':')) continue;
    if (characters > 6 || n > same_word) return false;
    for (std::size_t at = second; at > 0 && at < n; at += base::decode_at(text, at).bytes) {
      if (label_of(forms, text.substr(at, n - at))) return false;
    }
    return true;
  }
  return false;
}

bool has_long_number(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits = is_digit(c)                                                     ? digits + 1
             : c == '-' || c == ' ' || static_cast<unsigned char>(c) >= 0x80 ? digits
                                                                             : 0;
    if (digits >= 7) return true;
  }
  return false;
}

bool is_person_label(const FormWords& forms, std::string_view squeezed) {
  if (!contains_any(squeezed, forms.people.hints)) return false;
  while (squeezed.ends_with(':')) squeezed.remove_suffix(1);
  if (squeezed.starts_with('(') && squeezed.ends_with(')'))
    squeezed = squeezed.substr(1, squeezed.size() - 2);
  return !squeezed.empty() && people_label_at(forms.people, squeezed).bytes == squeezed.size();
}

}  // namespace jiheng::intake
