// Takes the texts of numbers and intervals, gives decimals and ends. What the value is that must lie inside
// is scoring's.
#include "engine/rulebook/scheme_intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/base/text.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using model::Interval;

/// Full-width forms folded, white space dropped.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    const char32_t plain = base::fold_full_width(c.value);
    if (!base::is_white_space(plain)) base::append_utf8(out, plain);
    at += c.bytes;
  }
  return out;
}

struct Ending {
  std::string_view text;
  int places;
};

constexpr std::array<Ending, 5> kEndings = {{{"个百分点", 2}, {"百分点", 2}, {"%", 2}, {"‰", 3}, {"分", 0}}};

std::optional<Decimal> amount_from_folded(std::string_view text) {
  int places = 0;
  for (const Ending& ending : kEndings) {
    if (!text.ends_with(ending.text)) continue;
    text.remove_suffix(ending.text.size());
    places = ending.places;
    break;
  }
  const auto value = Decimal::parse(text);
  if (!value) return std::nullopt;
  return Decimal::of(value->coefficient(), value->places() + places);
}

/// "≥90%" and its like.
std::optional<Interval> half_line(std::string_view text) {
  struct Sign {
    std::string_view text;
    bool low;
    bool high;
    bool closed;
  };
  constexpr std::array<Sign, 7> kHalfLineSigns = {{{">=", true, false, true},
                                                   {"<=", false, true, true},
                                                   {"≥", true, false, true},
                                                   {"≤", false, true, true},
                                                   {">", true, false, false},
                                                   {"<", false, true, false},
                                                   {"=", true, true, true}}};
  for (const Sign& sign : kHalfLineSigns) {
    if (!text.starts_with(sign.text)) continue;
    const auto value = amount_from_folded(text.substr(sign.text.size()));
    if (!value) return std::nullopt;
    Interval out;
    if (sign.low) out.low = *value;
    if (sign.high) out.high = *value;
    out.low_closed = sign.low && sign.closed;
    out.high_closed = sign.high && sign.closed;
    return out;
  }
  return std::nullopt;
}

/// Both ends in percent or neither; 0 is 0 either way.
bool same_kind(std::string_view low, std::string_view high) {
  const auto is_zero = [](std::string_view text) {
    const auto value = amount_from_folded(text);
    return value && value->is_zero();
  };
  return low.ends_with("%") == high.ends_with("%") || is_zero(low) || is_zero(high);
}

std::optional<Interval> between(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const char open = text.front();
  const char close = text.back();
  if ((open != '[' && open != '(') || (close != ']' && close != ')')) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view low_text = text.substr(0, comma);
  const std::string_view high_text = text.substr(comma + 1);
  Interval out;
  out.low = amount_from_folded(low_text);
  out.high = amount_from_folded(high_text);
  out.low_closed = open == '[';
  out.high_closed = close == ']';
  if (!out.low || !out.high || !same_kind(low_text, high_text)) return std::nullopt;
  if (*out.low > *out.high) return std::nullopt;
  if (*out.low == *out.high && !(out.low_closed && out.high_closed)) return std::nullopt;
  return out;
}

bool before(const Interval& a, const Interval& b) {
  if (!a.low || !b.low) return !a.low && b.low;
  if (*a.low != *b.low) return *a.low < *b.low;
  return a.low_closed && !b.low_closed;
}

}  // namespace

std::optional<Decimal> amount_from_text(std::string_view text) { return amount_from_folded(folded(text)); }

std::optional<Decimal> amount_of(const YamlNode* node, std::string_view what, std::string_view example,
                                 Problems& problems) {
  if (node == nullptr) return std::nullopt;
  const std::size_t before_reading = problems.size();
  const std::string text = scalar_text(*node, what, problems);
  if (problems.size() > before_reading) return std::nullopt;
  const auto value = amount_from_text(text);
  if (refuse_long(text, value, what, node->place, problems)) return std::nullopt;
  if (!value) {
    problems.push_back({"L201", fmt::format("“{}”的值“{}”不是数字", what, base::clipped(text, 60)),
                        "这里要写一个数，后面可以带“分”或“%”。", fmt::format("写成“{}: {}”。", what, example),
                        node->place});
  }
  return value;
}

std::optional<Interval> interval_from_text(std::string_view text) {
  const std::string plain = folded(text);
  auto out = half_line(plain);
  if (!out) out = between(plain);
  if (out) out->text = std::string(base::trimmed(text));
  return out;
}

std::optional<Interval> interval_of(const std::string& text, const base::Place& place, Problems& problems) {
  auto out = interval_from_text(text);
  if (!out) {
    problems.push_back({"L124", fmt::format("看不懂区间“{}”", base::clipped(text, 60)),
                        "区间要写明两端是否包含：方括号包含，圆括号不包含；两端同带或同不带 %，小的在前。",
                        "写成“[80%,90%)”“(0,10%]”“≥90%”“<60%”或“=0”。", place});
    return std::nullopt;
  }
  for (const auto& end : {out->low, out->high}) {
    if (end && refuse_long(text, end, "区间", place, problems)) return std::nullopt;
  }
  return out;
}

std::vector<std::size_t> check_partition(std::span<const PlacedInterval> intervals, std::string_view what,
                                         Problems& problems) {
  std::vector<std::size_t> order(intervals.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return before(intervals[a].interval, intervals[b].interval);
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Interval& a = intervals[order[i - 1]].interval;
    const Interval& b = intervals[order[i]].interval;
    const bool touch = a.high && b.low && *a.high == *b.low;
    if (touch && a.high_closed != b.low_closed) continue;
    const bool gap = a.high && b.low && (*a.high < *b.low || (touch && !a.high_closed));
    const std::size_t later = std::max(order[i - 1], order[i]);
    problems.push_back(
        {"L125", fmt::format("“{}”的“{}”与“{}”{}", what, a.text, b.text, gap ? "之间有空档" : "有重叠"),
         gap ? "落在空档里的值没有分数。" : "落在重叠处的值有两个分数。",
         "让相邻两档共用一个端点，一档包含它，另一档不包含，如“[80%,90%)”与“≥90%”。",
         intervals[later].place});
  }
  return order;
}

}  // namespace jiheng::rulebook
