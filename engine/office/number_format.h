// engine/office/number_format.h: a number as a workbook stores it, and the format of its cell -> the text a person sees.
// Takes   format codes of spreadsheets ("0.00%", "yyyy\"年\"m\"月\"", "0\"人\"") or the numbers of the built-in ones.
// Units   a percent format moves the point by two, exactly; the places a format shows do not round: 0.996 shown as 100%
//         is 99.6%. Values carry 15 significant digits, as spreadsheets do, so that 0.28999999999999998 is 29%.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jiheng::office {

struct NumberFormat {
  enum class Kind { general, percent, date } kind = Kind::general;
  bool year = false;  ///< of a date: what the format shows
  bool month = false;
  bool day = false;
  bool clock = false;
  std::string before;  ///< words the format puts around the number: ≥, 人
  std::string after;
};

NumberFormat number_format_of(std::string_view code);

/// General for a number that is none of the built-in formats of Chinese Excel and WPS.
NumberFormat built_in_format(int id);

/// ¥ and its like: said of the column, not of the number.
bool is_currency(std::string_view words);

/// "0.96" -> 96%, "45657" -> 2024-12-31 (days of 1900, or of 1904), "1.437E3" -> 1437. A date with year and month only is
/// 2024年12月. nullopt for what is no number, beyond 1e21 or no day of the calendar.
std::optional<std::string> shown_number(std::string_view stored, const NumberFormat& format, bool since_1904);

}  // namespace jiheng::office
