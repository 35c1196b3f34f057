// engine/target/read/date_point.h: one day, month, quarter … as it is named in a cell, without the words round it.
// Inside the room only; date_phrase.h is what others use.
// Takes   a folded cell and where in it the point begins.
// Gives   first and last day; a year of 0 where none is printed.
// Source  docs/target-language.md, 日期
#pragma once

#include <initializer_list>
#include <string_view>

#include "engine/quantity/number.h"
#include "engine/target/read/reading.h"

namespace jiheng::target::date {

enum class Grain : std::uint8_t {
  day,
  month,
  end_of_month,
  third,
  quarter,
  half,
  end_of_period,
  year,
  named
};

/// First and last day of what one point names. A year of 0 is the assessed one; leap years then stay open.
struct Point {
  Grain grain = Grain::day;
  Day first;
  Day last;
  bool has_year = false;    ///< printed
  bool short_year = false;  ///< 23年
  bool february = false;    ///< the last day depends on a year that is not known
  bool no_such_day = false;
  bool dotted = false;  ///< 6.30: could be a number
  std::size_t end = 0;
};

struct Cursor {
  const Cell* source;
  std::size_t at;
  std::size_t limit;

  const Cell& cell() const { return *source; }
  bool eat(std::string_view word) {
    if (at + word.size() > limit || !cell().starts(at, word)) return false;
    at += word.size();
    return true;
  }
  bool sees(std::string_view word) const { return at + word.size() <= limit && cell().starts(at, word); }
  bool eat_any(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (eat(word)) return true;
    }
    return false;
  }
  /// Digits, or Chinese numerals up to 99. -1: none. `digits` is how many characters of Arabic ones.
  int number(int& digits) {
    digits = 0;
    int value = 0;
    std::size_t i = at;
    while (i < limit && cell().digit_at(i) && digits < 9) {
      value = value * 10 + (cell().text[i] - '0');
      ++i;
      ++digits;
    }
    if (digits > 0) {
      at = i;
      return i < limit && cell().digit_at(i) ? -1 : value;
    }
    if (i >= limit || static_cast<unsigned char>(cell().text[i]) < 0xE3) return -1;
    const quantity::NumberText n = quantity::read_number(cell().text.substr(0, limit), i);
    if (n.length == 0 || !n.chinese || n.scale != 1 || !n.unit.empty() || n.value.places() != 0) return -1;
    if (n.value.coefficient() > 9999) return -1;
    at = i + n.length;
    return static_cast<int>(n.value.coefficient());
  }
};

bool set_days(Point& p, int from_month, int from_day, int to_month, int to_day);
/// The printed year, the context's, or 0.
int known_year(const Cell& cell, const Point& p);
/// False: no date begins at the cursor, which then has not moved.
bool read_point(Cursor& cursor, Point& p);

}  // namespace jiheng::target::date
