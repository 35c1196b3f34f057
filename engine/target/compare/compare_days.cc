// engine/target/compare/compare_days.cc: deadlines and periods against each other.
// Takes   days of the assessed year, with or without the year. Gives the verdict and the days late.
// Leaves  reading dates to the parser, what lateness costs to the scheme.
#include <algorithm>
#include <climits>

#include "engine/target/compare/compare_kinds.h"
#include "engine/target/interval.h"

namespace jiheng::target {
namespace {

/// A year without 29 February, for days whose year is not known; the leap year for 2月29日.
constexpr int kCommonYear = 2023;
constexpr int kLeapYear = 2024;

bool is_dated(const Predicate& p) {
  return p.last && p.last->month != 0 && (!p.first || p.first->month != 0);
}

bool is_leap_day(const std::optional<Day>& day) { return day && day->month == 2 && day->day == 29; }

/// The assessed year where a side says it, 0 where none does.
int year_said(const Predicate& p) {
  if (p.last->year != 0) return p.last->year;
  return p.first ? p.first->year : 0;
}

std::optional<int> number_of(const Day& day, int assessed) {
  const auto date =
      base::make_date(day.year != 0 ? day.year : assessed + day.year_offset, day.month, day.day);
  return date ? std::optional<int>(base::day_number(*date)) : std::nullopt;
}

/// What a side stands for: up to its last day, from its first, or the period between.
std::optional<Interval<int>> interval_of_days(const Predicate& p, int assessed, bool is_target) {
  const auto last = number_of(*p.last, assessed);
  const auto first = p.first ? number_of(*p.first, assessed) : last;
  if (!last || !first) return std::nullopt;
  Interval<int> out;
  switch (p.op) {
    case Op::in:
      out.low = first;
      out.high = last;
      break;
    case Op::ge:
    case Op::gt:
      out.low = last;
      break;
    case Op::le:
    case Op::lt:
      out.high = last;
      break;
    default:  // a bare day: a target to be kept by then, an actual that happened then
      out.high = last;
      if (!is_target) out.low = first;
      break;
  }
  out.low_closed = p.op != Op::gt;
  out.high_closed = p.op != Op::lt;
  return out;
}

std::string day_in_words(const Day& day) {
  std::string out = day.year != 0 ? std::to_string(day.year) + "年" : "";
  if (day.year == 0 && day.year_offset > 0)
    out = day.year_offset == 1 ? "次年" : std::to_string(day.year_offset) + "年后";
  if (day.year == 0 && day.year_offset < 0) out = "上年";
  return out + std::to_string(day.month) + "月" + std::to_string(day.day) + "日";
}

std::string days_in_words(const Predicate& p) {
  if (p.op == Op::in && p.first) return day_in_words(*p.first) + "至" + day_in_words(*p.last);
  std::string day = day_in_words(*p.last);
  switch (p.op) {
    case Op::le:
      return day + "前（含当日）";
    case Op::lt:
      return day + "前（不含当日）";
    case Op::ge:
      return day + "起";
    case Op::gt:
      return day + "之后";
    default:
      return day;
  }
}

}  // namespace

Verdict compare_days(const Row& row) {
  if (!is_dated(row.target) || !is_dated(row.actual)) {
    if (!row.target.wording.empty() && row.target.wording == row.actual.wording) {
      return decided(Status::met, Direction::date, "完成时间与目标写法相同（" + row.target.wording + "）");
    }
    return undetermined(Direction::date, "目标或完成值没有写明是哪一天，不能比较");
  }
  const bool leap = is_leap_day(row.target.last) || is_leap_day(row.target.first) ||
                    is_leap_day(row.actual.last) || is_leap_day(row.actual.first);
  const int target_year = year_said(row.target);
  const int actual_year = year_said(row.actual);
  if (target_year == 0 && actual_year != 0) {  // 12月底前 of which year? 1月10日 of the next one would pass
    return undetermined(Direction::date, "完成时间写了年份，目标没写，也不知道是哪个年度，不能比较");
  }
  const int assumed = target_year != 0 ? target_year - row.target.last->year_offset
                      : leap           ? kLeapYear
                                       : kCommonYear;
  const auto target = interval_of_days(row.target, assumed, true);
  const auto actual = interval_of_days(row.actual, assumed, false);
  if (!target || !actual) return undetermined(Direction::date, "日历上没有这一天，不能比较");
  const auto may_be_the_leap_day = [](const Predicate& p) {
    return p.last->year == 0 && p.last->month == 2 && p.last->day == 28;
  };
  if (leap && target_year == 0 && (may_be_the_leap_day(row.target) || may_be_the_leap_day(row.actual))) {
    return undetermined(Direction::date, "2 月的最后一天随年份不同，没写年份，不能断定");
  }
  const Fit how = fit(*actual, *target);
  const std::string done = said(row, [&] { return "完成时间 " + days_in_words(row.actual); });
  const std::string due = said(row, [&] { return "目标 " + days_in_words(row.target); });
  const auto last_day = [assumed](const Predicate& p) { return *number_of(*p.last, assumed); };
  const int late = last_day(row.actual) - last_day(row.target);
  Verdict verdict;
  if (how == Fit::partly) {
    verdict = undetermined(Direction::date, done + " 只有一部分在" + due + " 之内，不能断定");
  } else if (how == Fit::inside) {
    verdict = decided(Status::met, Direction::date, done + " 在" + due + " 之内");
  } else {
    const std::string by = late > 0   ? "，晚 " + std::to_string(late) + " 天"
                           : late < 0 ? "，早于目标期间"
                                      : "";
    verdict = decided(Status::missed, Direction::date, done + " 在" + due + " 之外" + by);
  }
  if (row.actual.op == Op::none || row.actual.op == Op::in || row.actual.op == Op::eq)
    verdict.days_late = late;
  verdict.bare_target = row.target.op == Op::none;
  if (target_year != 0 && actual_year == 0)
    remark(row, verdict, "T309", [] { return std::string("完成时间没写年份，按目标的年度理解"); });
  return verdict;
}

}  // namespace jiheng::target
