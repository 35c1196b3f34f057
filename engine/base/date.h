// engine/base/date.h: calendar days. No clock and no time zone: today is an argument wherever it is needed.
// Takes   year, month, day, or YYYY-MM-DD.
// Gives   days the calendar has, in years 1900 to 2999.
// Units   day numbers: days since 1970-01-01.
// Fails   nullopt for a day there is not (2月30日) and for any other text.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng::base {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

constexpr bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// 28..31; 0 for a month outside 1..12.
constexpr int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

/// nullopt for a day the calendar does not have (2月30日) or a year outside 1900..2999.
std::optional<Date> make_date(int year, int month, int day);

/// Reads YYYY-MM-DD; nullopt for anything else.
std::optional<Date> parse_iso_date(std::string_view text);

/// "2023-12-31".
std::string to_string(const Date& date);

/// Days since 1970-01-01 (negative before).
int day_number(const Date& date);

}  // namespace jiheng::base
