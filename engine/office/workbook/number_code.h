// engine/office/workbook/number_code.h: a format code of a spreadsheet -> its sections, each taken apart.
// Takes   codes as Excel, WPS and LibreOffice store them: up to four sections, conditions, words in quotes or behind \ and
//         !, G/通用格式 for General. A code of more than kMaxCodeBytes is not taken apart: its section is odd.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::office {

inline constexpr std::size_t kMaxCodeBytes = 1024;

struct CodeToken {
  enum class Kind {
    word,      ///< shown as it stands
    digits,    ///< a run of 0 # ? , as in #,##0
    point,     ///< the decimal point
    percent,   ///< shown, and moves the point
    general,   ///< the number as it is
    text,      ///< @
    exponent,  ///< E+
    fraction,  ///< the stroke of # ?/?
    year,
    month,
    day,
    weekday,
    hour,
    minute,
    second,
    half_day  ///< AM/PM, 上午/下午
  } kind;
  std::string text;  ///< the word, or the letters as they stand: yyyy
};

struct CodeCondition {
  enum class Sign { less, at_most, equal, unequal, at_least, more } sign;
  double bound = 0;
};

struct CodeSection {
  enum class Kind { words, number, date, text, elapsed } kind = Kind::words;
  std::vector<CodeToken> tokens;
  std::optional<CodeCondition> condition;
  int percents = 0;
  int thousands = 0;      ///< commas behind the digits, each of which divides by 1000
  bool numerals = false;  ///< [DBNum1]: shown in Chinese numerals
  bool odd = false;       ///< holds what is not known here
};

/// In order; at least one, at most four.
std::vector<CodeSection> sections_of(std::string_view code);

}  // namespace jiheng::office
