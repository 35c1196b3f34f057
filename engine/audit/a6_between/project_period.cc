// A613, A610. Takes the dates of a project as its form prints them (项目起止时间, or 项目开始时间 and 项目结束时间), gives an end
// before the beginning, and dates that have no day in the year of the table. What is no pair of days, months or years is
// left alone.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/a6_between/between.h"
#include "engine/base/date.h"
#include "engine/base/squeezed.h"
#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

using base::Date;

/// One day, month or year as printed: its first and last day.
struct Days {
  Date first;
  Date last;
};

/// Reads dates off a squeezed text: 2023年12月, 2023.1.1, 2023-01-01, 20230101, 12月 of the year before it, 2025.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  /// Empty where a number is no part of a date.
  std::vector<Days> run() {
    std::vector<Days> out;
    while (at_ < text_.size()) {
      if (!base::is_digit(text_[at_])) {
        ++at_;
        continue;
      }
      const auto days = date();
      if (!days) return {};
      out.push_back(*days);
    }
    return out;
  }

 private:
  /// The digits that begin here.
  std::string_view digits() const {
    std::size_t end = at_;
    while (end < text_.size() && base::is_digit(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }
  static int value(std::string_view digits) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
  }
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  std::optional<Days> date() {
    const std::string_view number = digits();
    at_ += number.size();
    if (number.size() == 8 || number.size() == 6) {
      year_ = value(number.substr(0, 4));
      return days(value(number.substr(4, 2)), number.size() == 8 ? value(number.substr(6)) : 0);
    }
    if (number.size() <= 2 && year_ != 0 && take("月")) return days(value(number), day("日"));
    if (number.size() != 4) return std::nullopt;
    year_ = value(number);
    if (take("年度")) return days(0, 0);
    if (take("年")) {
      const std::string_view month = digits();
      // 2023年1-12月: the month of a span
      const bool span = month.size() <= 2 && !month.empty() && is_dash(at_ + month.size());
      if (month.empty() || month.size() > 2) return days(0, 0);
      at_ += month.size();
      if (!take("月") && !span) return std::nullopt;
      return days(value(month), span ? 0 : day("日"));
    }
    for (const std::string_view mark : {".", "/", "-"}) {
      const std::size_t before = at_;
      if (!take(mark)) continue;
      const std::string_view month = digits();
      if (month.empty() || month.size() > 2) {
        at_ = before;
        break;
      }
      at_ += month.size();
      return days(value(month), take_day(mark));
    }
    return days(0, 0);
  }

  /// "31日" behind a month; 0 for none.
  int day(std::string_view mark) {
    const std::string_view number = digits();
    if (number.empty() || number.size() > 2 || !text_.substr(at_ + number.size()).starts_with(mark)) return 0;
    at_ += number.size() + mark.size();
    return value(number);
  }
  int take_day(std::string_view mark) {
    const std::size_t before = at_;
    if (!take(mark)) return 0;
    const std::string_view number = digits();
    if (number.empty() || number.size() > 2) {
      at_ = before;
      return 0;
    }
    at_ += number.size();
    return value(number);
  }
  bool is_dash(std::size_t at) const {
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    return std::any_of(kDashes.begin(), kDashes.end(), [rest](auto d) { return rest.starts_with(d); });
  }

  /// Month and day 0: the whole of it.
  std::optional<Days> days(int month, int day) const {
    const int last_month = month == 0 ? 12 : month;
    const auto first = base::make_date(year_, std::max(month, 1), std::max(day, 1));
    const auto last =
        base::make_date(year_, last_month, day == 0 ? base::days_in_month(year_, last_month) : day);
    if (!first || !last) return std::nullopt;
    return Days{*first, *last};
  }

  static constexpr std::array<std::string_view, 8> kDashes = {"-", "—", "–", "~", "～", "至", "到", "－"};

  std::string_view text_;
  std::size_t at_ = 0;
  int year_ = 0;
};

const model::Field* header_of(const model::Scorecard& card, std::string_view name) {
  for (const auto& [key, value] : card.header) {
    if (key.text == name) return &value;
  }
  return nullptr;
}

/// The dates of a project, each with the cell it is printed in.
struct Period {
  std::string text;
  Days begin;
  Days end;
  const model::Field* cell;
};

std::optional<Period> period_of(const model::Scorecard& card) {
  if (const model::Field* cell = header_of(card, "项目起止时间")) {
    const std::string text = base::squeezed(cell->text);
    const std::vector<Days> dates = DateReader(text).run();
    if (dates.size() == 2) return Period{text, dates[0], dates[1], cell};
    const bool one_year = dates.size() == 1 && (text.ends_with("年") || text.ends_with("年度"));
    return one_year ? std::optional(Period{text, dates[0], dates[0], cell}) : std::nullopt;
  }
  const model::Field* begin = header_of(card, "项目开始时间");
  const model::Field* end = header_of(card, "项目结束时间");
  if (begin == nullptr || end == nullptr) return std::nullopt;
  const std::string first = base::squeezed(begin->text);
  const std::string last = base::squeezed(end->text);
  const std::vector<Days> from = DateReader(first).run();
  const std::vector<Days> to = DateReader(last).run();
  if (from.size() != 1 || to.size() != 1) return std::nullopt;
  return Period{fmt::format("{}至{}", first, last), from[0], to[0], end};
}

}  // namespace

void check_period(const Table& table, Findings& findings) {
  const auto period = period_of(*table.card);
  if (!period) return;
  if (period->end.last < period->begin.first) {
    findings.push_back({"A613",
                        fmt::format("项目结束早于开始：“{}”", period->text),
                        {{"项目起止时间", period->text}},
                        {table.at(period->cell->place)},
                        "结束的一天在开始的一天以前。",
                        "核对年份和月份，改正写错的一个。"});
    return;
  }
  const auto year = table.card->year;
  if (!year || (period->begin.first.year <= *year && period->end.last.year >= *year)) return;
  const bool late = period->begin.first.year > *year;
  findings.push_back(
      {"A610",
       fmt::format("{} 年度的表，项目起止时间没有一天在这一年：“{}”", *year, period->text),
       {{"年度", std::to_string(*year)}, {"项目起止时间", period->text}},
       {table.at(period->cell->place)},
       late ? "项目在这一年过完以后才开始，这一年没有可以自评的事。" : "项目在这一年开始以前已经结束。",
       "写错年份的改过来；用上年结转的钱做的，写明结转。"});
}

}  // namespace jiheng::audit
