// engine/quantity/number.h: one number at a place of a text, in Arabic or Chinese numerals.
// Takes   text without white space, full-width forms folded to ASCII (target/scan.h does that).
// Units   value as printed ("95.0" keeps its place; 3千 is 3000); 万 and 亿 stand apart as the scale.
// Fails   length 0: no number begins there. A flaw: a number begins there but has no value that could be
// used. Limits  quantity/bounds.h. Source  docs/target-language.md, 数字
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/base/decimal.h"

namespace jiheng::quantity {

enum class NumberFlaw : std::uint8_t {
  none,
  misplaced_comma,    ///< 1,43
  too_many_digits,    ///< past the bounds of bounds.h
  imprecise,          ///< 几十, 十几, 数百, 二三十
  no_finite_decimal,  ///< 三分之一
};

struct NumberText {
  std::size_t length = 0;  ///< bytes taken
  base::Decimal value;
  std::int64_t scale = 1;  ///< 1, 10000, 100000000
  std::string_view unit;  ///< "%" or "‰" where the words say so: 百分之五, 千分之三, 八成, 四分之三
  bool approximate = false;   ///< 20余, 300多
  bool two_readings = false;  ///< 1万5, 三百五: 15000 and 350, as spoken
  bool chinese = false;       ///< written in Chinese numerals
  NumberFlaw flaw = NumberFlaw::none;
};

/// Reads the longest number that begins at byte `at`: sign, digits, 万/亿, 成, N分之M. O(length of the
/// number).
NumberText read_number(std::string_view text, std::size_t at);

}  // namespace jiheng::quantity
