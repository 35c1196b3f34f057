// Takes formats and stored numbers, gives texts. Leaves taking codes apart to number_code, days to date_format, and which
// cell has which format to the readers of workbooks.
#include "engine/office/workbook/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "engine/base/real.h"
#include "engine/base/text.h"
#include "engine/office/workbook/date_format.h"

namespace jiheng::office {
namespace {

using Kind = CodeToken::Kind;

/// A number as coefficient digits and the place of its point: 0.digits x 10^point.
struct Digits {
  bool negative = false;
  std::string digits;  ///< without zeros at the ends; empty for 0
  int point = 0;
};

std::optional<double> stored_number(std::string_view stored) {
  const base::RealRead read = base::read_real(stored);
  if (read.length == 0 || read.length != stored.size()) return std::nullopt;
  return read.value;
}

std::optional<Digits> digits_of(double value) {
  constexpr double kLargest = 1e21;
  if (std::fabs(value) >= kLargest) return std::nullopt;
  constexpr int kBehindFirst = 14;  // 15 significant digits
  const std::string text = base::scientific(std::fabs(value), kBehindFirst);
  const std::size_t e = text.find('e');
  Digits out;
  for (const char c : std::string_view(text).substr(0, e)) {
    if (c != '.') out.digits += c;
  }
  out.digits.erase(out.digits.find_last_not_of('0') + 1);
  const std::size_t sign = text[e + 1] == '+' ? 1 : 0;
  std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), out.point);
  ++out.point;
  constexpr int kSmallest = -30;
  if (out.point < kSmallest) out.digits.clear();  // noise of a formula around 0
  out.negative = value < 0 && !out.digits.empty();
  return out;
}

std::string plain_text(const Digits& number) {
  if (number.digits.empty()) return "0";
  const int count = static_cast<int>(number.digits.size());
  std::string out = number.negative ? "-" : "";
  if (number.point <= 0)
    return out + "0." + std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
  if (number.point >= count)
    return out + number.digits + std::string(static_cast<std::size_t>(number.point - count), '0');
  const auto point = static_cast<std::size_t>(number.point);
  return out + number.digits.substr(0, point) + "." + number.digits.substr(point);
}

/// All digits down to `places` behind the point, half up, without the point: 12.5 to one place is 125.
std::string whole_digits(const Digits& number, std::size_t places) {
  const int wanted = number.point + static_cast<int>(places);
  if (wanted < 0) return "0";
  std::string out = number.digits.substr(0, static_cast<std::size_t>(wanted));
  const bool up = static_cast<std::size_t>(wanted) < number.digits.size() &&
                  number.digits[static_cast<std::size_t>(wanted)] >= '5';
  out.resize(static_cast<std::size_t>(wanted), '0');
  std::size_t at = out.size();
  while (up && at > 0 && out[at - 1] == '9') out[--at] = '0';
  if (up && at > 0) ++out[at - 1];
  if (up && at == 0) out.insert(out.begin(), '1');
  return out.empty() ? "0" : out;
}

std::string without(std::string text, std::initializer_list<std::string_view> signs) {
  for (const std::string_view sign : signs) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.erase(at, sign.size());
  }
  return std::string(base::trimmed(text));
}

/// Without signs of currency, which are said of the column.
std::string without_currency(std::string text) { return without(std::move(text), {"¥", "￥", "$", "€"}); }

bool has_minus(const std::string& words) {
  return without(words, {"-", "−", "－", "–"}).size() < words.size();
}

/// The way of accounts: a dash for none.
bool is_dash(const std::string& words) {
  return !words.empty() && without(words, {"-", "−", "－", "–", "—"}).empty();
}

/// The tokens of a section around its number and between its digits.
struct Layout {
  std::string before;
  std::string after;
  std::vector<CodeToken> inner;  ///< from the first digits to the last
  bool words_inside = false;     ///< more than a point and blanks
  bool zeros = false;            ///< a 0 stands among the digits, or General: a zero is shown
  bool other = false;            ///< a fraction
};

Layout layout_of(const CodeSection& section) {
  const auto& tokens = section.tokens;
  const auto is_number = [](const CodeToken& t) {
    return t.kind == Kind::digits || t.kind == Kind::point || t.kind == Kind::general || t.kind == Kind::text;
  };
  const auto first = std::find_if(tokens.begin(), tokens.end(), is_number);
  const auto last = std::find_if(tokens.rbegin(), tokens.rend(), is_number).base();
  Layout out;
  for (auto t = tokens.begin(); t != tokens.end(); ++t) {
    if (t < first || first == tokens.end()) {
      out.before += t->text;
    } else if (t >= last) {
      out.after += t->text;
    } else {
      out.inner.push_back(*t);
      out.zeros |=
          t->kind == Kind::general || t->kind == Kind::text || t->text.find('0') != std::string::npos;
      out.other |= t->kind == Kind::fraction;
      if (t->kind == Kind::word && !base::trimmed(t->text).empty()) out.words_inside = true;
    }
  }
  if (std::any_of(out.inner.begin(), out.inner.end(),
                  [](const CodeToken& t) { return t.kind == Kind::exponent || t.kind == Kind::fraction; })) {
    out.words_inside = false;
  }
  out.before = without_currency(std::move(out.before));
  out.after = without_currency(std::move(out.after));
  if (out.before == "+") out.before.clear();
  return out;
}

std::size_t placeholders(const Layout& layout, bool behind_point) {
  std::size_t count = 0;
  bool behind = false;
  for (const CodeToken& t : layout.inner) {
    behind |= t.kind == Kind::point;
    if (t.kind == Kind::digits && behind == behind_point) count += t.text.size();
  }
  return count;
}

/// 0!.0, and #"."0000 write the point as a word: so many digits stand behind it. 0 where none does.
int digits_behind_word_point(const Layout& layout) {
  int points = 0;
  int behind = 0;
  for (const CodeToken& t : layout.inner) {
    if (t.kind == Kind::point || (t.kind == Kind::word && base::trimmed(t.text) != ".")) return 0;
    if (t.kind == Kind::word) {
      ++points;
      behind = 0;
    }
    if (t.kind == Kind::digits) behind += static_cast<int>(t.text.size());
  }
  return points == 1 ? behind : 0;
}

/// Digits laid into a pattern with words between them: 20231231 in 0000"年"00"月"00"日".
std::string laid_out(const Digits& number, const Layout& layout) {
  const std::size_t places = placeholders(layout, true);
  const std::size_t slots = placeholders(layout, false) + places;
  std::string digits = whole_digits(number, places);
  std::string out;
  std::size_t slot = 0;
  if (digits.size() < slots) digits.insert(0, slots - digits.size(), ' ');
  const std::size_t extra = digits.size() - slots;  // digits in front of the first place
  for (const CodeToken& t : layout.inner) {
    if (t.kind != Kind::digits) {
      out += t.text;
      continue;
    }
    for (const char place : t.text) {
      if (slot == 0) out += digits.substr(0, extra);
      const char c = digits[extra + slot++];
      if (c != ' ') out += c;
      if (c == ' ' && place == '0') out += '0';
    }
  }
  return (number.negative ? "-" : "") + out;
}

bool holds(const CodeCondition& condition, double value) {
  switch (condition.sign) {
    case CodeCondition::Sign::less:
      return value < condition.bound;
    case CodeCondition::Sign::at_most:
      return value <= condition.bound;
    case CodeCondition::Sign::equal:
      return value == condition.bound;
    case CodeCondition::Sign::unequal:
      return value != condition.bound;
    case CodeCondition::Sign::at_least:
      return value >= condition.bound;
    case CodeCondition::Sign::more:
      return value > condition.bound;
  }
  return false;
}

/// True where a section is there for negative numbers alone: it writes the sign itself.
bool only_negative(const std::optional<CodeCondition>& condition) {
  using Sign = CodeCondition::Sign;
  return condition && ((condition->sign == Sign::less && condition->bound <= 0) ||
                       (condition->sign == Sign::at_most && condition->bound < 0));
}

bool leaves_negative(const std::optional<CodeCondition>& condition) {
  using Sign = CodeCondition::Sign;
  return condition && condition->bound == 0 &&
         (condition->sign == Sign::at_least || condition->sign == Sign::more);
}

struct Choice {
  const CodeSection* section = nullptr;  ///< null: none shows the number (####)
  bool own_sign = false;                 ///< the section writes the sign of a negative number itself
};

/// Sections for numbers: those before the one for texts.
std::size_t number_sections(const std::vector<CodeSection>& sections) {
  constexpr std::size_t kText = 3;
  if (sections.size() > kText) return kText;
  return sections.size() > 1 && sections.back().kind == CodeSection::Kind::text ? sections.size() - 1
                                                                                : sections.size();
}

Choice choose(const std::vector<CodeSection>& sections, double value) {
  const std::size_t count = number_sections(sections);
  const CodeSection& first = sections.front();
  if (count == 1) {
    if (!first.condition || holds(*first.condition, value)) return {&first, only_negative(first.condition)};
    static const CodeSection general = sections_of("General").front();
    return {&general, false};
  }
  const CodeSection& second = sections[1];
  if (!first.condition && !second.condition) {
    if (value < 0) return {&second, true};
    return {count > 2 && value == 0 ? &sections[2] : &first, false};
  }
  if (first.condition ? holds(*first.condition, value) : value > 0)
    return {&first, only_negative(first.condition)};
  if (second.condition) {
    if (holds(*second.condition, value)) return {&second, only_negative(second.condition)};
    return count > 2 ? Choice{&sections[2], false} : Choice{};
  }
  if (count == 2) return {&second, leaves_negative(first.condition)};
  return value < 0 ? Choice{&second, true} : Choice{&sections[2], false};
}

ShownValue shown_in(const Choice& choice, Digits digits, const CodeSection& first) {
  const CodeSection& section = *choice.section;
  Layout layout = layout_of(section);
  ShownValue out;
  out.otherwise = section.odd || section.numerals || layout.other;
  const bool zero = digits.digits.empty();
  if (zero && !layout.zeros && layout.before.empty() && layout.after.empty()) return out;  // nothing is seen
  if (zero && !layout.zeros && is_dash(layout.before + layout.after)) return {"0", true};
  if (digits.negative && choice.own_sign) {
    digits.negative = false;
    constexpr std::string_view kOpen[] = {"(", "（"};
    constexpr std::string_view kClose[] = {")", "）"};
    const Layout usual = layout_of(first);
    for (const std::size_t i : {0U, 1U}) {
      const std::size_t open = layout.before.find(kOpen[i]);
      const std::size_t close = layout.after.find(kClose[i]);
      if (open == std::string::npos || close == std::string::npos) continue;
      layout.before.erase(open, kOpen[i].size());
      layout.after.erase(close, kClose[i].size());
      digits.negative = true;
    }
    const bool said = digits.negative || has_minus(layout.before) || has_minus(layout.after) ||
                      section.kind == CodeSection::Kind::words || layout.before != usual.before ||
                      layout.after != usual.after;
    if (!said) digits.negative = out.otherwise = true;  // red alone
  }
  if (section.kind == CodeSection::Kind::words) {
    out.text = (digits.negative && !layout.before.empty() ? "-" : "") + layout.before;
    return out;
  }
  if (section.kind == CodeSection::Kind::text) {  // a number in a format that is for texts alone
    out.otherwise |= !layout.before.empty() || !layout.after.empty();
    out.text = plain_text(digits);
    return out;
  }
  digits.point += 2 * section.percents - 3 * section.thousands;
  if (layout.words_inside) {
    if (const int behind = digits_behind_word_point(layout); behind > 0) {
      digits.point -= behind;
    } else {
      out.text = layout.before + laid_out(digits, layout) + layout.after;
      return out;
    }
  }
  if (zero && !layout.zeros) out.otherwise = true;  // the words without the number
  out.text = layout.before + plain_text(digits) + layout.after;
  return out;
}

}  // namespace

NumberFormat number_format_of(std::string_view code) {
  if (base::trimmed(code).empty()) return {};
  NumberFormat format{sections_of(code)};
  // "[Red]" alone, or a code that breaks off, shows a number as it is; "\"\"" alone shows nothing.
  CodeSection& first = format.sections.front();
  if (format.sections.size() == 1 && first.tokens.empty() && first.kind == CodeSection::Kind::words &&
      code.find("\"\"") == std::string_view::npos) {
    first = sections_of("General").front();
    first.odd = true;
  }
  return format;
}

bool is_currency(std::string_view words) {
  return words == "¥" || words == "￥" || words == "$" || words == "€";
}

NumberFormat built_in_format(int id) {
  struct BuiltIn {
    int first;
    int last;
    std::string_view code;
  };
  // Those of Chinese Excel and WPS: 27 to 36 and 50 to 58 are dates there.
  constexpr BuiltIn kBuiltIns[] = {
      {9, 10, "0%"},
      {12, 13, "# ?\?/?\?"},
      {14, 15, "yyyy/m/d"},
      {16, 16, "m/d"},
      {17, 17, "yyyy/m"},
      {18, 18, "h:mm AM/PM"},
      {19, 19, "h:mm:ss AM/PM"},
      {20, 20, "h:mm"},
      {21, 21, "h:mm:ss"},
      {22, 22, "yyyy/m/d h:mm"},
      {27, 27, "yyyy年m月"},
      {28, 29, "m月d日"},
      {30, 31, "yyyy年m月d日"},
      {32, 32, "h时mm分"},
      {33, 33, "h时mm分ss秒"},
      {34, 34, "上午/下午h时mm分"},
      {35, 35, "上午/下午h时mm分ss秒"},
      {36, 36, "yyyy年m月"},
      {37, 40, "0_);(0)"},
      {41, 44, "_ * 0_ ;_ * -0_ ;_ * \"-\"_ ;_ @_ "},
      {45, 45, "mm:ss"},
      {46, 46, "[h]:mm:ss"},
      {47, 47, "mm:ss"},
      {50, 50, "yyyy年m月"},
      {51, 51, "m月d日"},
      {52, 52, "yyyy年m月"},
      {53, 54, "m月d日"},
      {55, 55, "上午/下午h时mm分"},
      {56, 56, "上午/下午h时mm分ss秒"},
      {57, 57, "yyyy年m月"},
      {58, 58, "m月d日"},
  };
  for (const BuiltIn& known : kBuiltIns) {
    if (id >= known.first && id <= known.last) return number_format_of(known.code);
  }
  return {};
}

std::optional<std::string> plain_number(std::string_view stored, int shift) {
  const auto value = stored_number(stored);
  auto digits = value ? digits_of(*value) : std::nullopt;
  if (!digits) return std::nullopt;
  digits->point += shift;
  return plain_text(*digits);
}

std::optional<ShownValue> shown_number(std::string_view stored, const NumberFormat& format, bool since_1904) {
  const auto value = stored_number(stored);
  const auto digits = value ? digits_of(*value) : std::nullopt;
  if (!digits) return std::nullopt;
  if (format.sections.empty()) return ShownValue{plain_text(*digits), false};
  const Choice choice = choose(format.sections, *value);
  if (choice.section == nullptr || choice.section->kind == CodeSection::Kind::elapsed) return std::nullopt;
  if (choice.section->kind == CodeSection::Kind::date) return shown_date(*value, *choice.section, since_1904);
  return shown_in(choice, *digits, format.sections.front());
}

ShownValue shown_text(std::string text, const NumberFormat& format) {
  constexpr std::size_t kText = 3;
  const auto& sections = format.sections;
  const CodeSection* section = nullptr;
  if (sections.size() > kText) section = &sections[kText];
  if (section == nullptr && !sections.empty() && sections.back().kind == CodeSection::Kind::text)
    section = &sections.back();
  if (section == nullptr) return {std::move(text), false};
  std::string out;
  for (const CodeToken& token : section->tokens) {
    if (token.kind == Kind::text) {
      out += text;
    } else if (token.kind == Kind::word) {
      out += token.text;
    }
  }
  if (base::trimmed(out).empty()) out.clear();
  return {std::move(out), section->odd};
}

}  // namespace jiheng::office
