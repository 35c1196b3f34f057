// Takes format codes and stored numbers, gives texts. Leaves which cell has which format to the readers of workbooks.
#include "engine/office/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "engine/base/date.h"
#include "engine/base/text.h"

namespace jiheng::office {
namespace {

/// The first section of a code taken apart: letters that mean something, and the words around the number.
struct CodeParts {
  std::string letters;  ///< lower case, without quoted words, colours and conditions
  std::string digits;   ///< the number pattern: #,##0.00
  std::string before;
  std::string after;
  bool elapsed = false;  ///< [h]:mm, a length of time
  bool plain =
      true;  ///< nothing but words, one pattern and %: what is seen is the number with the words around it
};

class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : code_(code) {}

  CodeParts run() {
    while (at_ < code_.size() && code_[at_] != ';') step();
    // A second section writes negative numbers in its own way; a comma behind the digits divides by a thousand.
    if (at_ < code_.size()) parts_.plain = false;
    if (parts_.digits.empty() || parts_.digits.back() == ',') parts_.plain = false;
    return std::move(parts_);
  }

 private:
  void step() {
    const char c = code_[at_];
    if (c == '"') {
      const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
      word(code_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else if (c == '\\') {
      const base::CodePoint next = base::decode_at(code_, at_ + 1);
      word(code_.substr(at_ + 1, next.bytes));
      at_ += 1 + next.bytes;
    } else if (c == '[') {
      const std::size_t end = std::min(code_.find(']', at_), code_.size());
      bracket(code_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else if (c == '_' || c == '*') {
      at_ += 1 + base::decode_at(code_, at_ + 1).bytes;  // room for a character, or filling with it
    } else if (c == '#' || c == '0' || c == '?' || c == '.' || c == ',') {
      if (!parts_.after.empty() || percent_) parts_.plain = false;
      parts_.digits += c;
      ++at_;
    } else {
      other(c);
    }
  }

  void other(char c) {
    const base::CodePoint next = base::decode_at(code_, at_);
    if (next.bytes > 1) {
      word(code_.substr(at_, next.bytes));
    } else if (c == '%') {
      percent_ = true;
      parts_.letters += c;
    } else if (c >= 'A' && c <= 'Z') {
      parts_.letters += static_cast<char>(c - 'A' + 'a');
      parts_.plain = false;
    } else if (c != ' ') {
      parts_.letters += c;
      if (c != '-' && c != '+') parts_.plain = false;
    }
    at_ += std::max<std::size_t>(next.bytes, 1);
  }

  void word(std::string_view text) { (parts_.digits.empty() ? parts_.before : parts_.after) += text; }

  void bracket(std::string_view text) {
    if (text == "h" || text == "hh" || text == "m" || text == "mm" || text == "s" || text == "ss") {
      parts_.elapsed = true;
    }
    if (!text.starts_with('$')) parts_.plain = false;  // [$-804] is a language
  }

  std::string_view code_;
  std::size_t at_ = 0;
  bool percent_ = false;
  CodeParts parts_;
};

NumberFormat date_format(bool year, bool month, bool day, bool clock) {
  NumberFormat format;
  format.kind = NumberFormat::Kind::date;
  format.year = year;
  format.month = month;
  format.day = day;
  format.clock = clock;
  return format;
}

/// A number as coefficient digits and the place of its point: 0.digits x 10^point.
struct Digits {
  bool negative = false;
  std::string digits;  ///< without zeros at the ends; empty for 0
  int point = 0;
};

std::optional<double> number_of(std::string_view stored) {
  double value = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (error != std::errc() || end != stored.data() + stored.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

Digits digits_of(double value) {
  constexpr int kBehindFirst = 14;  // 15 significant digits
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(value),
                                 std::chars_format::scientific, kBehindFirst)
                       .ptr;
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t e = text.find('e');
  Digits out;
  out.negative = value < 0;
  for (const char c : text.substr(0, e)) {
    if (c != '.') out.digits += c;
  }
  out.digits.erase(out.digits.find_last_not_of('0') + 1);
  const std::size_t sign = text[e + 1] == '+' ? 1 : 0;
  std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), out.point);
  ++out.point;
  return out;
}

std::string plain_text(const Digits& number) {
  if (number.digits.empty()) return "0";
  const int count = static_cast<int>(number.digits.size());
  std::string out = number.negative ? "-" : "";
  if (number.point <= 0)
    return out + "0." + std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
  if (number.point >= count)
    return out + number.digits + std::string(static_cast<std::size_t>(number.point - count), '0');
  const auto point = static_cast<std::size_t>(number.point);
  return out + number.digits.substr(0, point) + "." + number.digits.substr(point);
}

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

std::string clock_text(int seconds) {
  if (seconds % 60 == 0) return fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::optional<std::string> shown_date(double serial, const NumberFormat& format, bool since_1904) {
  constexpr double kLast = 400000;  // the year 2995
  if (serial < 0 || serial > kLast) return std::nullopt;
  constexpr int kSecondsADay = 86400;
  const auto all = static_cast<std::int64_t>(std::llround(serial * kSecondsADay));
  const int days = static_cast<int>(all / kSecondsADay);
  const std::string clock = format.clock ? clock_text(static_cast<int>(all % kSecondsADay)) : "";
  if (!format.year && !format.month && !format.day) {
    return format.clock ? std::optional(clock) : std::nullopt;  // lengths of time are not read
  }
  // Day 60 of 1900 is the 29 February that spreadsheets take that year to have; day 0 is none.
  if (!since_1904 && (days == 0 || days == 60)) return std::nullopt;
  constexpr int kStart1904 = -24107;
  constexpr int kStart1900 = -25569;
  const auto day = day_of((since_1904 ? kStart1904 : (days < 60 ? kStart1900 + 1 : kStart1900)) + days);
  if (!day) return std::nullopt;
  if (format.year && !format.day) {
    return format.month ? fmt::format("{}年{}月", day->year, day->month) : fmt::format("{}年", day->year);
  }
  if (!format.year && format.month) {
    return format.day ? fmt::format("{}月{}日", day->month, day->day) : fmt::format("{}月", day->month);
  }
  return base::to_string(*day) + (clock.empty() ? "" : " " + clock);
}

}  // namespace

NumberFormat number_format_of(std::string_view code) {
  CodeParts parts = CodeReader(code).run();
  const auto has = [&parts](std::string_view letters) {
    return parts.letters.find_first_of(letters) != std::string::npos;
  };
  if (parts.elapsed) return date_format(false, false, false, false);
  NumberFormat format;
  if (has("%")) {
    format.kind = NumberFormat::Kind::percent;
  } else if (parts.letters != "general" && has("ymdhs")) {
    // m beside h or s is minutes, unless the day stands there too.
    const bool clock = has("hs");
    return date_format(has("y"), has("m") && (!clock || has("yd")), has("d"), clock);
  }
  if (parts.plain) {
    if (!is_currency(parts.before)) format.before = std::move(parts.before);
    if (!is_currency(parts.after)) format.after = std::move(parts.after);
  }
  return format;
}

bool is_currency(std::string_view words) {
  return words == "¥" || words == "￥" || words == "$" || words == "€";
}

NumberFormat built_in_format(int id) {
  const auto is_in = [id](int low, int high) { return id >= low && id <= high; };
  NumberFormat format;
  if (id == 9 || id == 10) format.kind = NumberFormat::Kind::percent;
  if (id == 14 || id == 15 || id == 30 || id == 31) return date_format(true, true, true, false);
  if (id == 16 || id == 28 || id == 29 || id == 51 || id == 53 || id == 54 || id == 58) {
    return date_format(false, true, true, false);
  }
  if (id == 17 || id == 27 || id == 36 || id == 50 || id == 52 || id == 57)
    return date_format(true, true, false, false);
  if (id == 46) return date_format(false, false, false, false);
  if (id == 22) return date_format(true, true, true, true);
  if (is_in(18, 21) || is_in(32, 35) || id == 45 || id == 47 || is_in(55, 56))
    return date_format(false, false, false, true);
  return format;
}

std::optional<std::string> shown_number(std::string_view stored, const NumberFormat& format,
                                        bool since_1904) {
  const auto value = number_of(stored);
  if (!value) return std::nullopt;
  if (format.kind == NumberFormat::Kind::date) return shown_date(*value, format, since_1904);
  constexpr double kLargest = 1e21;
  if (std::fabs(*value) >= kLargest) return std::nullopt;
  Digits digits = digits_of(*value);
  constexpr int kSmallest = -30;
  if (digits.point < kSmallest) digits.digits.clear();  // noise of a formula around 0
  const bool percent = format.kind == NumberFormat::Kind::percent;
  if (percent) digits.point += 2;
  return format.before + plain_text(digits) + (percent ? "%" : "") + format.after;
}

}  // namespace jiheng::office
