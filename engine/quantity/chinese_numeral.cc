// Takes a cursor, gives the Chinese numeral below 万 that begins there. Leaves 万, 亿, fractions and 成 to number.cc.
#include "engine/quantity/chinese_numeral.h"

namespace jiheng::quantity::numeral {

using namespace std::string_view_literals;

namespace {

/// Reads digits after 点. False: none.
bool read_chinese_places(Cursor& cursor, Decimal& value) {
  Int128 coefficient = value.coefficient();
  int places = 0;
  while (!cursor.done()) {
    const base::CodePoint c = cursor.point();
    const Numeral n = numeral_of(c.value);
    if (n.digit < 0 || places >= 12) break;
    coefficient = coefficient * 10 + n.digit;
    ++places;
    cursor.at += c.bytes;
  }
  if (places == 0) return false;
  value = Decimal::of(coefficient, places);
  return true;
}

}  // namespace

bool belongs_to_unit(Cursor after, int power) {
  if (power == 3) {
    for (const std::string_view unit :
         {"克"sv, "米"sv, "瓦"sv, "卡"sv, "伏"sv, "赫"sv, "字"sv, "牛"sv, "帕"sv, "焦"sv}) {
      if (after.sees(unit)) return true;
    }
  }
  return power == 2 && (after.sees("分点") || after.sees("分比"));
}

bool read_chinese(Cursor& cursor, Coefficient& out) {
  const std::size_t start = cursor.at;
  Int128 total = 0;
  Int128 run = 0;      // digits not yet multiplied
  int run_length = 0;  // how many of them
  int last_digit = 0;
  int last_power = 4;  // must go down
  bool after_zero = false;
  bool ascending = true;
  bool zero_in_run = false;
  while (!cursor.done()) {
    const base::CodePoint c = cursor.point();
    const Numeral n = numeral_of(c.value);
    if (n.digit >= 0) {
      if (n.digit == 0 && last_power < 4 && run_length == 0) {
        after_zero = true;  // 三百零五
      } else {
        if (run_length >= kDigitsTaken) out.flaw = NumberFlaw::too_many_digits;
        if (run_length > 0 && n.digit != last_digit + 1) ascending = false;
        if (run_length < kDigitsTaken) run = run * 10 + n.digit;
        zero_in_run = zero_in_run || n.digit == 0;
        last_digit = n.digit;
        ++run_length;
      }
      cursor.at += c.bytes;
      continue;
    }
    if (n.power < 1 || n.power > 3) break;
    Cursor after = cursor;
    after.at += c.bytes;
    if (n.power >= last_power || belongs_to_unit(after, n.power)) break;
    if (run_length == 0 && n.power != 1) break;            // 百姓, 千家: no number
    if (run_length > 1) out.flaw = NumberFlaw::imprecise;  // 二三十
    if (run_length == 0 && total == 0) out.bare_ten = true;
    total += (run_length == 0 ? 1 : run) * kTens[static_cast<std::size_t>(n.power)];
    run = 0;
    run_length = 0;
    after_zero = false;
    last_power = n.power;
    cursor.at += c.bytes;
  }
  if (cursor.at == start) return false;
  if (run_length > 0) {
    out.bare_ten = false;
    if (last_power == 4) {
      total = run;  // digits only
      out.digits = run_length;
      if (run_length == 2 && !zero_in_run) {
        if (ascending) {
          out.flaw = NumberFlaw::imprecise;  // 七八
        } else {
          out.two_readings = true;
        }
      }
    } else if (run_length > 1) {
      out.flaw = NumberFlaw::imprecise;
    } else if (last_power >= 2 && !after_zero) {
      total += run * kTens[static_cast<std::size_t>(last_power - 1)];  // 三百五 is 350
      out.two_readings = true;
    } else {
      total += run;
    }
  }
  out.chinese = true;
  out.value = Decimal::of(total, 0);
  Cursor fraction = cursor;
  if ((fraction.eat("点") || fraction.eat("點")) && read_chinese_places(fraction, out.value))
    cursor = fraction;
  return true;
}

}  // namespace jiheng::quantity::numeral
