// engine/office/workbook/number_format.h: a number as a workbook stores it, and the format of its cell -> the text a person sees.
// Takes   format codes of spreadsheets ("0.00%", "[=0]\"\";0%", "yyyy\"年\"m\"月\"", "0!.0,\"万\"") or the numbers of the built-in
//         ones.
// Units   a percent format moves the point by two, a comma behind the digits by three, exactly; the places a format shows
//         do not round: 0.996 shown as 100% is 99.6%. Values carry 15 significant digits, as spreadsheets do, so that
//         0.28999999999999998 is 29%. Commas between thousands, zeros in front and signs of currency are left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/workbook/number_code.h"

namespace jiheng::office {

struct NumberFormat {
  std::vector<CodeSection> sections;  ///< none: General
};

NumberFormat number_format_of(std::string_view code);

/// General for a number that is none of the built-in formats of Chinese Excel and WPS.
NumberFormat built_in_format(int id);

/// ¥ and its like: said of the column, not of the number.
bool is_currency(std::string_view words);

struct ShownValue {
  std::string text;  ///< empty where nothing is seen
  bool otherwise =
      false;  ///< what is seen is written in another way: a fraction, Chinese numerals, - for 0, red for -
  bool hidden() const { return text.empty(); }
};

/// "0.96" -> 96%, "45657" -> 2024-12-31 (days of 1900, or of 1904), "1.437E3" -> 1437. A date with year and month only is
/// 2024年12月; one with words of its own is as shown: 2024年12月底前. nullopt for what is no number, beyond 1e21, no day of
/// the calendar, a length of time, or shown as ####.
std::optional<ShownValue> shown_number(std::string_view stored, const NumberFormat& format, bool since_1904);

/// A text in the section that codes keep for texts: 8 in @"万元" is 8万元; nothing in ;;;.
ShownValue shown_text(std::string text, const NumberFormat& format);

/// The number alone, exact: "1.437E3" -> 1437; nullopt as above.
std::optional<std::string> plain_number(std::string_view stored, int shift = 0);

}  // namespace jiheng::office
