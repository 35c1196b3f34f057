// Takes squeezed text and a column, gives a weight. The weights are tuned on the layouts of docs/import.md.
#include "engine/intake/words/role_fit.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;
using base::is_digit;

/// A number at the front, then a short unit: 118人, 25.29万人, 100%, 1670元/月, 2023年12月31日前, 300-400.
double figures_fit(const model::ValueWords& words, Text text) {
  std::size_t at = 0;
  if (text[at] == '-' || text[at] == '+') ++at;
  if (at >= text.size() || !is_digit(text[at])) return -1;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
  const Text rest = text.substr(at);
  const std::size_t length = base::count_characters(rest);
  if (length == 0) return 3.5;
  if (rest.starts_with("年")) {
    // A year alone is more often the beginning of a name or of a date.
    if (rest == "年" || rest == "年度") return 2;
    if (rest.find("月") != Text::npos && length <= 12) return 5;
  }
  if (length <= 4) return 4;
  if (contains_any(rest.substr(0, 4), {"-", "~", "—", "至", "/"})) return 3.5;
  const bool tail = ends_with_any(rest, words.tails);
  if (length <= 8) return tail || rest.find('/') != Text::npos ? 3.5 : 1.5;
  return tail && length <= 12 ? 2 : -2;
}

}  // namespace

double value_fit(const FormWords& forms, std::string_view text) {
  const model::ValueWords& words = forms.values;
  if (text.empty()) return -5;
  const std::size_t length = base::count_characters(text);
  if (starts_with_any(text, words.signs)) return length <= 16 ? 4.5 : 2;
  if (starts_with_any(text, words.comparing) && length <= 16 &&
      std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c); })) {
    return 4;
  }
  if (const double figures = figures_fit(words, text); figures > -1) return figures;
  if (length <= 8) {
    const bool degree = starts_with_any(text, words.degrees) || contains_any(text, words.degrees_inside);
    if (degree && length <= 4) return 3;
    if (degree) return length <= 6 ? 2 : 1;
  }
  const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
  if (digits && length <= 12 && ends_with_any(text, words.tails)) return 2;
  // Values of one character are few; others are the rest of a broken cell.
  if (length == 1 && !starts_with_any(text, words.answers)) return -3;
  if (length <= 4) return 0.8;
  if (length <= 8) return 0;
  if (length <= 16 && starts_with_any(text, words.degrees)) return -0.5;
  return length <= 16 ? -1.5 : -3;
}

bool is_points(std::string_view text) {
  if (text.empty() || text.size() > 6 || !is_digit(text.front())) return false;
  int points = 0;
  std::size_t whole = 0;
  for (const char c : text) {
    if (c == '.') {
      ++points;
    } else if (!is_digit(c)) {
      return false;
    } else if (points == 0) {
      ++whole;
    }
  }
  return points <= 1 && whole <= 4 && text.back() != '.';
}

double role_fit(const FormWords& forms, Role role, std::string_view text) {
  return FitText(forms, text).fit(role);
}

FitText::FitText(const FormWords& forms, std::string_view squeezed)
    : forms_(forms),
      text_(squeezed),
      length_(base::count_characters(squeezed)),
      rest_(starts_with_any(squeezed, forms.values.rests)) {}

double FitText::value() {
  if (!value_) value_ = value_fit(forms_, text_);
  return *value_;
}

bool FitText::level1() {
  if (!level1_) level1_ = is_level1(forms_, text_);
  return *level1_;
}

bool FitText::level2() {
  if (!level2_) level2_ = is_level2(forms_, text_);
  return *level2_;
}

double FitText::fit(Role role) {
  const model::ValueWords& words = forms_.values;
  const Text text = text_;
  const std::size_t length = length_;
  if (rest_) return -5;
  switch (role) {
    case Role::level1:
      if (level1()) return text.ends_with("指标") ? 6 : 3;
      if (level2() || value() >= 3) return -6;
      return length <= 10 ? -2 : -5;
    case Role::level2:
    case Role::level2_again:
      if (level2()) return !is_known_level(forms_, text) ? 2 : text.ends_with("指标") ? 6 : 5;
      if (level1() || value() >= 3.5) return -5;
      return role == Role::level2_again ? -9 : length <= 16 ? -2 : -4;
    case Role::name:
      if (starts_with_any(text, words.bases) && length <= 6) return -6;
      if (level1() || level2()) return -3;
      if (length < 2) return -4;
      if (length > 6 && contains_any(text.substr(text.size() - 6), {"月底", "月前", "年底", "日前"}))
        return -1.5;
      return value() >= 3.5 ? -5 : value() >= 3 ? -0.5 : 1;
    case Role::description:
      if (length > 16) return 2;
      return value() >= 3.5 ? -3 : 0;
    case Role::earlier:
    case Role::target:
    case Role::actual:
      if (starts_with_any(text, words.bases)) return -5;
      if (level1() || level2()) return -4;
      return value();
    case Role::full_marks:
    case Role::score:
      return is_points(text) ? 4 : -9;
    case Role::sign:
      return starts_with_any(text, words.signs) || starts_with_any(text, words.comparing) ||
                     is_any(text, words.kinds)
                 ? 4
                 : -6;
    case Role::measure:
      return length <= 6 && value() < 3.5 &&
                     !std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c); })
                 ? 2
                 : -5;
    case Role::judgement:
      return text.ends_with('%') || text == "不适用" ? 4 : -9;
    case Role::review:
      return is_points(text) ? 4 : -9;
    case Role::reason:
      return value() >= 3.5 ? -4 : 0;
    case Role::standard:
      if (contains_any(text, words.awards)) return 4;
      return length > 12 ? 0 : -6;
    case Role::basis:
      if (length > 40) return -4;
      if (contains_any(text, words.sources)) return 3;
      return value() >= 3.5 ? -5 : -0.5;
  }
  return 0;
}

}  // namespace jiheng::intake
