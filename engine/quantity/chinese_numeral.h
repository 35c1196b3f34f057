// engine/quantity/chinese_numeral.h: Chinese numerals below 万, and the cursor the readers of numbers share.
// Inside the room only; number.h is what others use.
// Takes   characters of a text.
// Gives   digits and powers of ten, and numbers of them below 万.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "engine/base/decimal.h"
#include "engine/base/text.h"
#include "engine/quantity/number.h"

namespace jiheng::quantity::numeral {

using base::Decimal;
using base::Int128;

/// Digits of one run that are looked at, zeros in front included; a longer run is too long, whatever it says.
inline constexpr int kDigitsTaken = Decimal::kMaxDigits;

/// What one character is inside a Chinese numeral.
struct Numeral {
  int digit = -1;  ///< 0..9
  int power = 0;   ///< 十 1, 百 2, 千 3, 万 4, 亿 8
};

constexpr Numeral numeral_of(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇':
      return {0, 0};
    case U'一':
    case U'壹':
      return {1, 0};
    case U'二':
    case U'贰':
    case U'两':
    case U'兩':
    case U'貳':
      return {2, 0};
    case U'三':
    case U'叁':
    case U'參':
      return {3, 0};
    case U'四':
    case U'肆':
      return {4, 0};
    case U'五':
    case U'伍':
      return {5, 0};
    case U'六':
    case U'陆':
    case U'陸':
      return {6, 0};
    case U'七':
    case U'柒':
      return {7, 0};
    case U'八':
    case U'捌':
      return {8, 0};
    case U'九':
    case U'玖':
      return {9, 0};
    case U'十':
    case U'拾':
      return {-1, 1};
    case U'百':
    case U'佰':
      return {-1, 2};
    case U'千':
    case U'仟':
      return {-1, 3};
    case U'万':
    case U'萬':
      return {-1, 4};
    case U'亿':
    case U'億':
      return {-1, 8};
    default:
      return {};
  }
}

/// A cursor over the text; `at` never passes the end.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char byte() const { return done() ? '\0' : text[at]; }
  char byte_after(std::size_t n) const { return at + n < text.size() ? text[at + n] : '\0'; }
  base::CodePoint point() const { return base::decode_at(text, at); }
  bool eat(std::string_view word) {
    if (!sees(word)) return false;
    at += word.size();
    return true;
  }
  bool sees(std::string_view word) const {
    // the third byte of a Chinese character tells more than the first
    const std::size_t telling = word.size() < 3 ? 0 : 2;
    if (at + telling >= text.size() || text[at + telling] != word[telling]) return false;
    return text.substr(at, word.size()) == word;
  }
};

inline constexpr std::array<Int128, 13> kTens = [] {
  std::array<Int128, 13> tens{};
  tens[0] = 1;
  for (std::size_t i = 1; i < tens.size(); ++i) tens[i] = tens[i - 1] * 10;
  return tens;
}();

struct Coefficient {
  Decimal value;
  bool chinese = false;
  bool bare_ten = false;  ///< 十 alone
  bool two_readings = false;
  int digits = 0;  ///< printed digits of an Arabic coefficient, or of a positional Chinese one
  NumberFlaw flaw = NumberFlaw::none;
};

/// 千 before 克, 米, 瓦 … is part of the unit; 百 before 分 is 百分点, 百分比.
bool belongs_to_unit(Cursor after, int power);

/// 三百五十, 十五, 二〇二三, 九点五: below 万. False: no Chinese numeral here.
bool read_chinese(Cursor& cursor, Coefficient& out);

}  // namespace jiheng::quantity::numeral
