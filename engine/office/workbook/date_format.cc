// Takes a stored day and the tokens of its format, gives the date. Leaves choosing the section to number_format.
#include "engine/office/workbook/date_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "engine/base/date.h"
#include "engine/base/text.h"

namespace jiheng::office {
namespace {

using Kind = CodeToken::Kind;

/// The day that lies `days` behind 1970-01-01 (negative before); years 1900 to 2999.
std::optional<base::Date> day_of(int days) {
  constexpr int kDaysOf400Years = 146097;
  constexpr int kFirst = -25567;  // 1900-01-01
  if (days < kFirst || days > kFirst + 3 * kDaysOf400Years) return std::nullopt;
  int year = 1900;
  int left = days - kFirst;
  for (int length = 365; left >= length; length = base::is_leap_year(year) ? 366 : 365) {
    left -= length;
    ++year;
  }
  int month = 1;
  for (; left >= base::days_in_month(year, month); ++month) left -= base::days_in_month(year, month);
  return base::make_date(year, month, left + 1);
}

struct Moment {
  base::Date date;  ///< 0 where the format shows none
  int seconds = 0;
};

/// What a section shows of a moment.
struct Parts {
  bool year = false;
  bool month = false;
  bool day = false;
  bool hour = false;
  bool minute = false;
  bool second = false;
  bool weekday = false;
  bool plain = true;  ///< no words but those every date has
  bool any_day() const { return year || month || day || weekday; }
  bool clock() const { return hour || minute || second; }
};

bool is_plain(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const base::CodePoint c = base::decode_at(word, at);
    at += c.bytes;
    constexpr std::u32string_view kPlain = U"年月日-/.,: ";
    if (kPlain.find(c.value) == std::u32string_view::npos) return false;
  }
  return true;
}

Parts parts_of(const CodeSection& section) {
  Parts parts;
  for (const CodeToken& token : section.tokens) {
    parts.year |= token.kind == Kind::year;
    parts.month |= token.kind == Kind::month;
    parts.day |= token.kind == Kind::day;
    parts.weekday |= token.kind == Kind::weekday;
    parts.hour |= token.kind == Kind::hour;
    parts.minute |= token.kind == Kind::minute;
    parts.second |= token.kind == Kind::second;
    if (token.kind == Kind::word && !is_plain(token.text)) parts.plain = false;
  }
  return parts;
}

std::string clock_text(int seconds) {
  if (seconds % 60 == 0) return fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// The usual writing of what is shown; nullopt where the section has none of the usual parts.
std::optional<std::string> usual(const Moment& at, const Parts& shows) {
  const base::Date& date = at.date;
  std::string day;
  if (shows.year && shows.month && shows.day) {
    day = base::to_string(date);
  } else if (shows.year && !shows.day) {
    day = shows.month ? fmt::format("{}年{}月", date.year, date.month) : fmt::format("{}年", date.year);
  } else if (!shows.year && shows.month) {
    day = shows.day ? fmt::format("{}月{}日", date.month, date.day) : fmt::format("{}月", date.month);
  } else if (shows.any_day()) {
    return std::nullopt;
  }
  if (!shows.clock()) return day;
  if (!shows.hour || !shows.minute) return std::nullopt;
  return day + (day.empty() ? "" : " ") + clock_text(at.seconds);
}

std::string weekday_of(const base::Date& date, bool short_form) {
  constexpr std::array<std::string_view, 7> kDays = {"日", "一", "二", "三", "四", "五", "六"};
  const int since_sunday = ((base::day_number(date) + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  return (short_form ? "" : "星期") + std::string(kDays[static_cast<std::size_t>(since_sunday)]);
}

std::string padded(int number, std::size_t letters) {
  return letters == 1 ? std::to_string(number) : fmt::format("{:02}", number);
}

/// Token by token, as it stands on the sheet.
std::string as_shown(const Moment& at, const CodeSection& section) {
  const bool halves = std::any_of(section.tokens.begin(), section.tokens.end(),
                                  [](const CodeToken& t) { return t.kind == Kind::half_day; });
  const int hour = at.seconds / 3600;
  std::string out;
  for (const CodeToken& token : section.tokens) {
    const std::size_t letters = token.text.size();
    switch (token.kind) {
      case Kind::word:
        out += token.text;
        break;
      case Kind::point:
        out += '.';
        break;
      case Kind::year:
        out += letters <= 2 && token.text[0] != 'e' ? padded(at.date.year % 100, 2)
                                                    : std::to_string(at.date.year);
        break;
      case Kind::month:
        out += padded(at.date.month, std::min<std::size_t>(letters, 2));
        break;
      case Kind::day:
        out += padded(at.date.day, letters);
        break;
      case Kind::weekday:
        out += weekday_of(at.date, token.text == "aaa");
        break;
      case Kind::hour:
        out += padded(halves ? (hour + 11) % 12 + 1 : hour, letters);
        break;
      case Kind::minute:
        out += padded(at.seconds / 60 % 60, letters);
        break;
      case Kind::second:
        out += padded(at.seconds % 60, letters);
        break;
      case Kind::half_day:
        out += hour < 12 ? "上午" : "下午";
        break;
      default:  // fractions of seconds are not shown
        break;
    }
  }
  return out;
}

}  // namespace

std::optional<ShownValue> shown_date(double serial, const CodeSection& section, bool since_1904) {
  constexpr double kLast = 400000;  // the year 2995
  if (!(serial >= 0 && serial <= kLast)) return std::nullopt;
  constexpr int kSecondsADay = 86400;
  const auto all = static_cast<std::int64_t>(std::llround(serial * kSecondsADay));
  const int days = static_cast<int>(all / kSecondsADay);
  const Parts shows = parts_of(section);
  Moment moment;
  moment.seconds = static_cast<int>(all % kSecondsADay);
  if (shows.any_day()) {
    // Day 60 of 1900 is the 29 February that spreadsheets take that year to have; day 0 is none.
    if (!since_1904 && (days == 0 || days == 60)) return std::nullopt;
    constexpr int kStart1904 = -24107;
    constexpr int kStart1900 = -25569;
    const auto day = day_of((since_1904 ? kStart1904 : (days < 60 ? kStart1900 + 1 : kStart1900)) + days);
    if (!day) return std::nullopt;
    moment.date = *day;
  }
  if (shows.plain) {
    if (auto text = usual(moment, shows)) return ShownValue{std::move(*text), section.odd};
  }
  return ShownValue{std::string(base::trimmed(as_shown(moment, section))), section.odd || section.numerals};
}

}  // namespace jiheng::office
