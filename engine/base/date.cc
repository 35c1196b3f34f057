// Takes year, month, day; gives checked dates and day numbers.
#include "engine/base/date.h"

#include <charconv>
#include <chrono>

namespace jiheng::base {

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1900 || year > 2999 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{year, month, day};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&text](std::size_t from, std::size_t length) {
    int value = -1;
    const char* end = text.data() + from + length;
    const auto [ptr, error] = std::from_chars(text.data() + from, end, value);
    return error == std::errc() && ptr == end ? value : -1;
  };
  return make_date(number(0, 4), number(5, 2), number(8, 2));
}

std::string to_string(const Date& date) {
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

int day_number(const Date& date) {
  using namespace std::chrono;
  return static_cast<int>(sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) /
                                   day(static_cast<unsigned>(date.day)))
                              .time_since_epoch()
                              .count());
}

}  // namespace jiheng::base
