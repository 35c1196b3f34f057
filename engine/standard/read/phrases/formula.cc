// Takes a place of a folded text, gives where a printed formula ends there and what its product is of.
#include <algorithm>
#include <string>

#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {

using namespace std::string_view_literals;

bool is_counted_out(std::string_view phrase) {
  return phrase.ends_with("计算得分") || phrase.ends_with("计分") || phrase.ends_with("计算") ||
         phrase.ends_with("得分") || phrase.ends_with("折算得分");
}

bool times_a_number(const Reader& in, std::size_t at, std::string_view said_phrase) {
  std::string signs(said_phrase);  // 乘以8
  for (const std::string_view word : {"乘以"sv, "乘"sv}) {
    for (std::size_t i = signs.find(word); i != signs.npos; i = signs.find(word, i))
      signs.replace(i, word.size(), "×");
  }
  std::string_view phrase = signs;
  if (phrase.find("×") != phrase.rfind("×")) return false;
  for (const std::string_view verb : {"计算得分", "直接得分", "计分", "得分", "计算", "赋分", "计"}) {
    if (phrase.ends_with(verb)) phrase.remove_suffix(verb.size());
  }
  const bool said = phrase.ends_with("分");
  if (said) phrase.remove_suffix(3);
  const std::size_t sign = phrase.find("×");
  if (sign == phrase.npos || sign == 0) return false;
  const std::string_view behind = phrase.substr(sign + 2);
  if (behind == "100" && !said) return false;  // 实际数/计划数×100: a percentage
  return !behind.empty() && behind.find_first_not_of("0123456789.") == behind.npos && !in.digit(at);
}

std::size_t without_marks(const Reader& in, std::size_t end) {
  const std::size_t open = in.text.rfind('(', end);
  if (open == in.text.npos || end == 0 || in.text[end - 1] != ')') return end;
  const std::string_view before = in.text.substr(0, open);
  const NumberAt number = number_at(in.text, open + 1, in.units);
  const bool marks =
      number.end != 0 && number.unit.empty() && in.text.substr(number.end, end - number.end) == "分)";
  return marks && (before.ends_with("分值") || before.ends_with("满分") || before.ends_with("权重")) ? open
                                                                                                     : end;
}

std::size_t formula_end(const Reader& in, std::size_t from) {
  int depth = 0;
  const std::size_t limit = std::min(in.text.size(), from + kLongestPhrase);
  std::size_t p = from;
  for (; p < limit; ++p) {
    const char c = in.text[p];
    if (c == '(') ++depth;
    if (c == ')' && depth-- == 0) break;
    if (c == ',' || c == ';' || c == ':' || in.sees(p, "。")) break;
    if (c == '.' && !(in.digit(p + 1) && p > 0 && in.digit(p - 1))) break;
  }
  return p;
}

}  // namespace jiheng::standard
