// Takes a cell, reads it at once where it is a sign or a word of comparison, digits and a listed unit, or a month or day in
// digits, and no more. Leaves everything else, and whatever might be read in another way, to parse.cc.
#include "engine/target/read/at_sight.h"

#include <array>
#include <cstdint>

#include "engine/base/date.h"
#include "engine/base/text.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;
using base::is_digit;

/// More digits are rather an error; all that are taken here fit 64 bits.
constexpr std::size_t kMostDigits = 15;

/// What is left of the cell.
struct Rest {
  std::string_view text;

  bool begins_with_digit() const { return !text.empty() && is_digit(text.front()); }
  bool eat(std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
  }
  void skip_blanks() {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  /// Up to `most` digits; how many there were is in `count`.
  std::int64_t digits(std::size_t most, std::size_t& count) {
    std::int64_t value = 0;
    for (count = 0; count < text.size() && count < most && is_digit(text[count]); ++count)
      value = value * 10 + (text[count] - '0');
    text.remove_prefix(count);
    return value;
  }
};

struct Comparison {
  std::string_view text;
  Op op;
};
constexpr std::array<Comparison, 13> kComparisons = {{{"≥", Op::ge},
                                                      {"≤", Op::le},
                                                      {">=", Op::ge},
                                                      {"<=", Op::le},
                                                      {">", Op::gt},
                                                      {"<", Op::lt},
                                                      {"=", Op::eq},
                                                      {"不低于", Op::ge},
                                                      {"不少于", Op::ge},
                                                      {"不小于", Op::ge},
                                                      {"不高于", Op::le},
                                                      {"不超过", Op::le},
                                                      {"不大于", Op::le}}};

Op eat_comparison(Rest& rest) {
  if (rest.begins_with_digit()) return Op::none;
  for (const Comparison& comparison : kComparisons) {  // most are told apart by their first byte
    if (comparison.text.front() == rest.text.front() && rest.eat(comparison.text)) return comparison.op;
  }
  return Op::none;
}

/// Characters of the plain block of Chinese that are folded to others, or say that a cell may be a date.
bool is_looked_at_twice(char32_t c) {
  switch (c) {
    case U'萬':
    case U'億':
    case U'個':
    case U'年':
    case U'月':
    case U'日':
    case U'季':
    case U'旬':
    case U'前':
    case U'节':
    case U'底':
      return true;
    default:
      return false;
  }
}

/// Characters a number goes on with: 3千, 20余, 八成.
bool may_belong_to_number(char32_t c) {
  switch (c) {
    case U'一':
    case U'七':
    case U'万':
    case U'三':
    case U'两':
    case U'九':
    case U'二':
    case U'五':
    case U'亿':
    case U'仟':
    case U'伍':
    case U'佰':
    case U'余':
    case U'來':
    case U'兩':
    case U'八':
    case U'六':
    case U'几':
    case U'千':
    case U'半':
    case U'參':
    case U'叁':
    case U'四':
    case U'壹':
    case U'多':
    case U'幾':
    case U'成':
    case U'拾':
    case U'捌':
    case U'数':
    case U'柒':
    case U'玖':
    case U'百':
    case U'肆':
    case U'貳':
    case U'贰':
    case U'陆':
    case U'陸':
    case U'零':
    case U'馀':
    case U'十':
      return true;
    default:
      return false;
  }
}

/// The character of three bytes at `at` where it is one of the plain block of Chinese; else 0.
char32_t plain_character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0xE4 || byte(0) > 0xE9 || (byte(1) & 0xC0U) != 0x80U || (byte(2) & 0xC0U) != 0x80U) return 0;
  return ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
}

/// A unit in plain Chinese behind a number, as the table lists it, or %, or none.
bool read_unit(std::string_view text, const quantity::UnitTable& units, std::string& unit) {
  if (text.empty()) return true;
  if (text == "%") {
    unit = "%";
    return true;
  }
  if (text.size() % 3 != 0) return false;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    const char32_t c = plain_character_at(text, at);
    if (c == 0 || is_looked_at_twice(c) || (at == 0 && may_belong_to_number(c))) return false;
  }
  unit = listed_unit(text, units);
  return !unit.empty();
}

bool read_amount_at_sight(std::string_view cell, const ParseContext& context, Predicate& out) {
  Rest rest{cell};
  const Op op = eat_comparison(rest);
  rest.skip_blanks();
  std::size_t whole = 0;
  std::size_t places = 0;
  std::int64_t coefficient = rest.digits(kMostDigits, whole);
  if (whole == 0) return false;
  const bool may_be_date = op == Op::none && (whole == 8 || (whole == 4 && rest.text.starts_with('.')));
  if (may_be_date) return false;
  if (rest.eat("."sv)) {
    const std::int64_t behind_point = rest.digits(kMostDigits - whole, places);
    if (places == 0) return false;
    for (std::size_t i = 0; i < places; ++i) coefficient *= 10;
    coefficient += behind_point;
  }
  rest.skip_blanks();
  std::int64_t scale = 1;
  if (rest.eat("万"sv)) scale = 10000;
  if (scale == 1 && rest.eat("亿"sv)) scale = 100000000;
  rest.skip_blanks();
  if (rest.begins_with_digit() || (scale != 1 && (rest.text.empty() || rest.text == "%"))) return false;
  if (!read_unit(rest.text, context.units, out.unit)) return false;
  out.kind = Kind::quantity;
  out.op = op;
  out.sureness = Sureness::sure;
  out.scale = scale;
  out.value = base::Decimal::of(coefficient, static_cast<int>(places));
  return true;
}

/// 2023年6月底前, 2023年6月15日, 6月15日前: the day is sure, and there is such a day.
bool read_day_at_sight(std::string_view cell, const ParseContext& context, Predicate& out) {
  Rest rest{cell};
  std::size_t digits = 0;
  Day day;
  int known_year = context.year.value_or(0);
  std::int64_t number = rest.digits(4, digits);
  const bool has_year = rest.eat("年"sv);
  if (has_year) {
    if (digits != 4 || number < 1900 || number > 2999) return false;
    known_year = day.year = static_cast<int>(number);
    number = rest.digits(2, digits);
  }
  if (digits < 1 || digits > 2 || number < 1 || number > 12 || !rest.eat("月"sv)) return false;
  day.month = static_cast<int>(number);
  if (known_year == 0 && day.month == 2) return false;
  const int most = base::days_in_month(known_year == 0 ? 2001 : known_year, day.month);
  const bool end_of_month = rest.eat("底"sv);
  day.day = most;
  if (!end_of_month) {
    number = rest.digits(2, digits);
    if (digits < 1 || number < 1 || number > most || !rest.eat("日"sv)) return false;
    day.day = static_cast<int>(number);
  }
  const bool before = rest.eat("前"sv);
  if (!rest.text.empty() || (!before && (end_of_month || !has_year))) return false;
  if (!has_year) day.year = known_year;
  out.kind = Kind::deadline;
  out.op = before ? Op::le : Op::none;
  out.sureness = Sureness::sure;
  out.last = day;
  return true;
}

}  // namespace

bool read_at_sight(std::string_view cell, const ParseContext& context, Predicate& out) {
  constexpr std::size_t kLongest = 48;
  if (cell.empty() || cell.size() > kLongest || cell.front() == ' ' || cell.back() == ' ') return false;
  return read_amount_at_sight(cell, context, out) ||
         (is_digit(cell.front()) && read_day_at_sight(cell, context, out));
}

}  // namespace jiheng::target
