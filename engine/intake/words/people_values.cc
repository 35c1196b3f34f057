// Takes a cell and where a label ends, reads names, telephones and addresses from there. Leaves which label they belong to to
// people.
#include "engine/intake/words/people_values.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/words/people_labels.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;
using base::is_digit;

constexpr std::size_t kLongestName = 40;  ///< characters of a cell of names

class ValueReader {
 public:
  /// Where `thorough` is false, labels of the form are not looked for inside the value.
  ValueReader(const FormWords& forms, const Flat& flat, bool thorough = true)
      : forms_(forms), flat_(flat), thorough_(thorough) {}

  /// Names and telephones from `at` on, one behind the other; gives where they end.
  std::size_t run(std::size_t at, bool person, bool colon, Doubt doubt) const {
    std::size_t end = at;
    bool first = true;
    while (end < flat_.text.size()) {
      std::size_t p = end;
      while (p < flat_.text.size()) {
        const std::size_t mark = mark_at(p);
        if (mark == 0 || telephone_at(Text(flat_.text).substr(p)) > 0) break;
        if (first && p > at) break;
        p += mark;
      }
      std::size_t n = telephone_at(Text(flat_.text).substr(p));
      if (n > 0 && is_unit_behind(forms_, Text(flat_.text).substr(p + n)) && !flat_.spaced[p + n]) n = 0;
      if (n == 0) n = bare_number(p, colon || (first && flat_.spaced[p]));
      const bool strict = !first || doubt != Doubt::none;
      if (n == 0 && person) n = name(p, strict ? std::max(doubt, Doubt::surname) : Doubt::none);
      if (n == 0 && first && !person && colon) n = address(p);
      if (n == 0) break;
      end = p + n;
      first = false;
      if (Text(flat_.text).substr(end).starts_with(')'))
        end += Text(flat_.text).substr(at, end - at).find('(') != Text::npos;
    }
    return end;
  }

 private:
  /// Bytes of a mark between names.
  std::size_t mark_at(std::size_t p) const {
    constexpr std::u32string_view kMarks = U"、/()-,;:；";
    const base::CodePoint c = base::decode_at(flat_.text, p);
    return kMarks.find(c.value) == std::u32string_view::npos ? 0 : c.bytes;
  }

  /// 8234567 behind 电话:
  std::size_t bare_number(std::size_t p, bool sure) const {
    if (!sure) return 0;
    std::size_t n = 0;
    std::size_t digits = 0;
    while (p + n < flat_.text.size() &&
           (is_digit(flat_.text[p + n]) || (n > 0 && flat_.text[p + n] == '-'))) {
      digits += is_digit(flat_.text[p + n]) ? 1 : 0;
      ++n;
    }
    if (digits < 7 || (p + n < flat_.text.size() && !flat_.spaced[p + n] &&
                       is_unit_behind(forms_, Text(flat_.text).substr(p + n))))
      return 0;
    return n;
  }

  /// An address of electronic mail behind 邮箱:
  std::size_t address(std::size_t p) const {
    std::size_t n = 0;
    while (p + n < flat_.text.size() && static_cast<unsigned char>(flat_.text[p + n]) < 0x80 &&
           (n == 0 || !flat_.spaced[p + n]))
      ++n;
    return n >= 3 ? n : 0;
  }

  /// A label of the form begins here: 填报日期 in 张三填报日期:.
  bool label_here(std::size_t p) const {
    const Text rest = Text(flat_.text).substr(p);
    if (people_label_at(forms_.people, rest).bytes > 0) return true;
    std::size_t word = 1;
    while (word < rest.size() && !flat_.spaced[p + word]) ++word;
    return thorough_ && form_label_at(forms_, rest, word);
  }

  std::size_t name(std::size_t p, Doubt doubt) const {
    std::size_t end = p;
    std::size_t characters = 0;
    while (chinese_at(flat_.text, end) && characters <= 20) {
      const bool word = end > p && (flat_.spaced[end] || label_here(end));
      if (word && !(characters == 1 && flat_.spaced[end])) break;  // 张 三
      if (end == p && label_here(end)) return 0;
      end += base::decode_at(flat_.text, end).bytes;
      ++characters;
    }
    if (characters < 2 || characters > 20) return 0;
    if (unit_word(p, end)) return 0;
    const Text first = Text(flat_.text).substr(p, base::decode_at(flat_.text, p).bytes);
    const bool surname = contains_surname(first);
    if (doubt == Doubt::none) return characters <= 8 || surname ? end - p : 0;
    return surname && characters <= (doubt == Doubt::surname ? 4U : 3U) ? end - p : 0;
  }

  bool contains_surname(Text first) const {
    const model::WordList& runs = forms_.people.surnames;
    return std::any_of(runs.begin(), runs.end(),
                       [first](const std::string& run) { return run.find(first) != std::string::npos; });
  }

  /// Words of a form between spaces that are no names.
  bool unit_word(std::size_t p, std::size_t end) const {
    return is_form_word(forms_, flat_.text.substr(p, end - p));
  }

  const FormWords& forms_;  ///< both of the caller, while it reads
  const Flat& flat_;
  bool thorough_;
};

}  // namespace

Flat flat_of(std::string_view cell) {
  Flat flat;
  bool space = false;
  for (std::size_t at = 0; at < cell.size();) {
    const base::CodePoint c = base::decode_at(cell, at);
    const char32_t folded = base::fold_full_width(c.value);
    if (base::is_white_space(folded) || folded < 0x20) {
      space = true;
    } else if (folded != U'*' && folded != U'#') {
      const std::size_t before = flat.text.size();
      base::append_utf8(flat.text, folded == 0x2014 || folded == 0x2013 ? U'-' : folded);
      flat.raw.insert(flat.raw.end(), flat.text.size() - before, at);
      flat.spaced.insert(flat.spaced.end(), flat.text.size() - before, false);
      if (space) flat.spaced[before] = true;
      space = false;
    }
    at += c.bytes;
  }
  flat.raw.push_back(cell.size());
  flat.spaced.push_back(true);
  return flat;
}

std::size_t people_end(const FormWords& forms, const Flat& flat, std::size_t at, bool person, bool apart,
                       Doubt doubt, bool thorough) {
  return ValueReader(forms, flat, thorough).run(at, person, apart, doubt);
}

bool is_unit_behind(const FormWords& forms, std::string_view text) {
  return starts_with_any(text, forms.people.number_units);
}

bool is_people(const FormWords& forms, const Flat& flat, Doubt doubt) {
  if (flat.text.empty() || is_form_word(forms, flat.text)) return false;
  if (base::count_characters(flat.text) > kLongestName) return false;
  return ValueReader(forms, flat).run(0, true, true, doubt) == flat.text.size();
}

bool is_value(const FormWords& forms, std::string_view text) {
  if (starts_with_any(text, {"≥", "≤", ">", "<", "="})) return true;
  std::size_t at = 0;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
  return at > 0 && at < text.size() && is_unit_behind(forms, text.substr(at));
}

}  // namespace jiheng::intake
