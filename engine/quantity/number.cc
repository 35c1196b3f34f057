// Takes a text and a place, gives the number that begins there. Leaves units, signs of comparison and ranges
// to target/. The number is a sum of terms (2亿 + 5000万), each a coefficient and its multipliers.
#include "engine/quantity/number.h"

#include "engine/base/text.h"
#include "engine/quantity/bounds.h"
#include "engine/quantity/chinese_numeral.h"

namespace jiheng::quantity {
namespace {

using namespace std::string_view_literals;

using base::Decimal;
using base::Int128;
using base::is_digit;
using numeral::belongs_to_unit;
using numeral::Coefficient;
using numeral::Cursor;
using numeral::kDigitsTaken;
using numeral::Numeral;
using numeral::numeral_of;
using numeral::read_chinese;

/// value x 10^power; keeps printed places beyond the shift (1.50 x 10 is 15.0).
Decimal shifted(const Decimal& value, int power) {
  if (power == 0) return value;
  if (power <= value.places()) return Decimal::of(value.coefficient(), value.places() - power);
  const int printed = value.places() > 0 ? value.places() : 0;
  return Decimal::of(value.coefficient(), value.places() - printed) *
         Decimal::of(numeral::kTens[static_cast<std::size_t>(power - printed)], 0);
}

/// 1,437.50 and the like. False: no digit here.
bool read_arabic(Cursor& cursor, Coefficient& out) {
  const bool leading_point = cursor.byte() == '.' && is_digit(cursor.byte_after(1));
  if (!is_digit(cursor.byte()) && !leading_point) return false;
  Int128 coefficient = 0;
  int digits = 0;
  int places = 0;
  const auto take_digits = [&]() {
    int taken = 0;
    for (; is_digit(cursor.byte()); ++cursor.at, ++taken) {
      if (digits + taken < kDigitsTaken) coefficient = coefficient * 10 + (cursor.byte() - '0');
    }
    digits += taken;
    return taken;
  };
  const bool leading_zero = cursor.byte() == '0';
  const int first = take_digits();
  if (cursor.byte() == ',' && is_digit(cursor.byte_after(1))) {
    if (first > 3 || leading_zero) out.flaw = NumberFlaw::misplaced_comma;
    while (cursor.byte() == ',' && is_digit(cursor.byte_after(1))) {
      ++cursor.at;
      if (take_digits() != 3) out.flaw = NumberFlaw::misplaced_comma;
    }
  }
  if (cursor.byte() == '.' && is_digit(cursor.byte_after(1))) {
    ++cursor.at;
    places = take_digits();
  }
  if (digits > kDigitsTaken || places > kMaxReadPlaces) {
    out.flaw = NumberFlaw::too_many_digits;
    return true;
  }
  out.value = Decimal::of(coefficient, places);
  out.digits = digits;
  return true;
}

bool read_coefficient(Cursor& cursor, Coefficient& out) {
  return read_arabic(cursor, out) || read_chinese(cursor, out);
}

/// k for a thousand, not for km, kW, kg.
bool is_thousand(const Cursor& cursor) {
  if (cursor.byte() != 'k' && cursor.byte() != 'K') return false;
  const char next = cursor.byte_after(1);
  return !((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
}

/// w for 万 where a thing that is counted follows, not for watts.
bool is_ten_thousand(const Cursor& cursor) {
  if (cursor.byte() != 'w' && cursor.byte() != 'W') return false;
  const Cursor after{cursor.text, cursor.at + 1};
  return after.sees("元") || after.sees("人") || after.sees("户") || after.sees("亩");
}

bool eat_more(Cursor& cursor) {
  return cursor.eat("余") || cursor.eat("多") || cursor.eat("來") || cursor.eat("馀");
}

/// Whether what stands behind digits may be part of their number: a scale, 多, 几.
bool may_go_on(const Cursor& cursor) {
  constexpr std::string_view kScaleLetters = "kKwW";
  constexpr std::u32string_view kMore = U"几幾余多來馀";
  if (cursor.done()) return false;
  if (static_cast<unsigned char>(cursor.byte()) < 0x80)
    return kScaleLetters.find(cursor.byte()) != std::string_view::npos;
  const char32_t next = cursor.point().value;
  return numeral_of(next).power != 0 || kMore.find(next) != std::u32string_view::npos;
}

/// The sum of terms. False: no number here.
bool read_sum(Cursor& cursor, NumberText& out) {
  Decimal total;
  int lowest = 0;  // power of the scale the total is counted in
  int previous = 100;
  bool first = true;
  while (true) {
    const Cursor before = cursor;
    Coefficient c;
    const bool zero = !first && cursor.eat("零");  // 1万零50
    if (!read_coefficient(cursor, c)) {
      cursor = before;
      break;
    }
    if (first && !c.chinese && !may_go_on(cursor)) {  // digits alone
      out.value = c.value;
      out.flaw = c.flaw;
      return true;
    }
    bool approximate = false;
    Cursor look = cursor;
    if (look.eat("几") || look.eat("幾")) {
      if (c.bare_ten || !c.chinese) {
        c.flaw = NumberFlaw::imprecise;  // 十几
      } else {
        approximate = true;  // 二十几
      }
      cursor = look;
    } else if (eat_more(look)) {
      approximate = true;
      cursor = look;
    }
    int small = 0;
    int big = 0;
    if (!c.chinese && is_thousand(cursor)) {  // 5k
      ++cursor.at;
      small = 3;
    } else if (!c.chinese && is_ten_thousand(cursor)) {  // 5w元
      ++cursor.at;
      big = 4;
    }
    while (!cursor.done()) {
      const base::CodePoint point = cursor.point();
      const int power = numeral_of(point.value).power;
      Cursor after = cursor;
      after.at += point.bytes;
      if (power == 0 || belongs_to_unit(after, power)) break;
      if (power < 4) {
        if (big != 0 || small + power > 4 || small != 0) break;
        small = power;
      } else {
        if (big + power > 12 || (big == 8 && power == 4)) break;
        big += power;
      }
      cursor = after;
    }
    look = cursor;
    if (!approximate && (small != 0 || big != 0) && eat_more(look)) {
      approximate = true;
      cursor = look;
    }
    const int power = small + big;
    if (!first && power >= previous) {
      cursor = before;
      break;
    }
    if (!first && !zero && power == 0 && c.digits == 1 && c.value.places() == 0) {  // 1万5 is 15000
      out.two_readings = true;
      c.value = shifted(c.value, previous - 1);
    }
    if (c.flaw != NumberFlaw::none && out.flaw == NumberFlaw::none) out.flaw = c.flaw;
    out.two_readings = out.two_readings || c.two_readings;
    out.approximate = out.approximate || approximate;
    out.chinese = first ? c.chinese : out.chinese;
    const int scale_power = big >= 8 ? 8 : big;
    const Decimal value = shifted(c.value, power - scale_power);
    total = first ? value : shifted(total, lowest - scale_power) + value;
    lowest = scale_power;
    first = false;
    previous = power;
    if (power < 2 || approximate || cursor.text[cursor.at - 1] == 'k' || cursor.text[cursor.at - 1] == 'K')
      break;  // only 百, 千, 万, 亿 can be followed by a smaller term
  }
  if (first) return false;
  if (!cursor.done() && out.flaw == NumberFlaw::none) {  // 500万余亿: scales in no order
    const base::CodePoint next = cursor.point();
    Cursor after = cursor;
    after.at += next.bytes;
    const int power = numeral_of(next.value).power;
    if (power >= 4 && !after.sees("分之")) out.flaw = NumberFlaw::imprecise;
  }
  out.value = total;
  out.scale = lowest == 8 ? 100000000 : lowest == 4 ? 10000 : 1;
  return true;
}

/// 半年, 半个月: 0.5; 一半, 半数: 50 %.
bool read_half(Cursor& cursor, NumberText& out) {
  Cursor at = cursor;
  if (at.eat("一半")) {
    out.value = 50;
    out.unit = "%";
    cursor = at;
    return true;
  }
  if (!at.eat("半")) return false;
  if (at.eat("数")) {
    out.value = 50;
    out.unit = "%";
    cursor = at;
    return true;
  }
  for (const std::string_view unit :
       {"年"sv, "月"sv, "个月"sv, "天"sv, "日"sv, "小时"sv, "个小时"sv, "学期"sv, "成"sv}) {
    if (!at.sees(unit)) continue;
    out.value = Decimal::of(5, 1);
    out.chinese = true;
    cursor = at;
    return true;
  }
  return false;
}

/// 几十, 数百, 几个: no number that could be used.
bool read_vague(Cursor& cursor, NumberText& out) {
  const Cursor before = cursor;
  const bool several = cursor.eat("几") || cursor.eat("幾");
  if (!several && !cursor.eat("数")) return false;
  bool multiplied = false;
  while (!cursor.done()) {
    const base::CodePoint c = cursor.point();
    if (numeral_of(c.value).power == 0) break;
    multiplied = true;
    cursor.at += c.bytes;
  }
  if (!multiplied && !(several && cursor.sees("个"))) {
    cursor = before;
    return false;
  }
  out.flaw = NumberFlaw::imprecise;
  out.chinese = true;
  return true;
}

/// part / whole in percent, exact or flawed.
void set_share(NumberText& out, const Decimal& part, const Decimal& whole) {
  out.unit = "%";
  const Decimal hundredfold = part * 100;
  const auto share = base::divide(hundredfold, whole, 12);
  if (!share || *share * whole != hundredfold) {
    out.flaw = NumberFlaw::no_finite_decimal;
    return;
  }
  out.value = share->trimmed();
}

/// 百分之九十六, 千分之三, 万分之五: what follows 之.
bool read_per_words(Cursor& cursor, NumberText& out) {
  Cursor at = cursor;
  if (at.eat("百分百")) {
    out.value = 100;
    out.unit = "%";
    cursor = at;
    return true;
  }
  int power = 0;
  if (at.eat("百分之") || at.eat("佰分之")) {
    power = 2;
  } else if (at.eat("百万分之")) {
    power = 6;
  } else if (at.eat("千万分之")) {
    power = 7;
  } else if (at.eat("千分之") || at.eat("仟分之")) {
    power = 3;
  } else if (at.eat("万分之")) {
    power = 4;
  } else {
    return false;
  }
  NumberText part;
  if (at.eat("百")) {
    part.value = 100;
  } else if (!read_sum(at, part) && !read_vague(at, part)) {
    return false;
  }
  if (at.sees("点") || at.sees("點")) return false;  // 百分之九点: the places are missing
  out = part;
  out.chinese = false;  // the words around it leave no doubt that it is a number
  out.unit = power == 3 ? "‰" : "%";
  if (power >= 4) out.value = Decimal::of(out.value.coefficient(), out.value.places() + power - 2);
  if (out.scale != 1) out.flaw = NumberFlaw::too_many_digits;
  cursor = at;
  return true;
}

/// 成 as a tenth, not as the head of 成效, 成立 ….
bool is_tenth(Cursor cursor) {
  if (!cursor.eat("成")) return false;
  for (const std::string_view rest : {"效"sv, "立"sv, "果"sv, "功"sv, "本"sv, "员"sv, "交"sv, "为"sv, "绩"sv,
                                      "长"sv, "熟"sv, "年"sv, "人"sv, "就"sv, "品"sv, "型"sv, "套"sv}) {
    if (cursor.sees(rest)) return false;
  }
  return true;
}

/// 八成, 八成五, 三成半: `out` holds the number before 成.
void read_tenths(Cursor& cursor, NumberText& out) {
  if (out.scale != 1 || !is_tenth(cursor)) return;
  cursor.eat("成");
  out.value = shifted(out.value, 1);
  out.unit = "%";
  out.two_readings = false;
  if (cursor.eat("半")) {
    out.value += 5;
  } else if (!cursor.done()) {
    const base::CodePoint c = cursor.point();
    const Numeral n = numeral_of(c.value);
    Cursor after = cursor;
    after.at += c.bytes;
    if (n.digit > 0 && (after.done() || after.sees("以") || after.sees("左") || after.sees("及"))) {
      out.value += n.digit;
      cursor = after;
    }
  }
}

}  // namespace

NumberText read_number(std::string_view text, std::size_t at) {
  Cursor cursor{text, at};
  NumberText out;
  bool negative = false;
  if (cursor.byte() == '-' || cursor.byte() == '+') {
    negative = cursor.byte() == '-';
    ++cursor.at;
  } else if (cursor.eat("负")) {
    negative = true;
  }
  const std::size_t digits_at = cursor.at;
  const bool in_words = !is_digit(cursor.byte());
  if (!in_words || !read_per_words(cursor, out)) {
    const bool half = in_words && read_half(cursor, out);
    if (!half && !read_sum(cursor, out) && !read_vague(cursor, out)) return {};
    Cursor fraction = cursor;
    NumberText part;
    if (out.flaw == NumberFlaw::none && fraction.eat("分之") && read_sum(fraction, part) &&
        part.flaw == NumberFlaw::none && part.scale == 1 && out.scale == 1) {
      const Decimal whole = out.value;
      set_share(out, part.value, whole);
      out.two_readings = false;
      cursor = fraction;
    } else {
      read_tenths(cursor, out);
    }
  }
  if (cursor.at == digits_at) return {};
  if (out.flaw == NumberFlaw::none && !in_bounds(out.value)) out.flaw = NumberFlaw::too_many_digits;
  if (negative) out.value = out.value.negated();
  out.length = cursor.at - at;
  return out;
}

}  // namespace jiheng::quantity
