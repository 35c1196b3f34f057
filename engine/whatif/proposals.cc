// Takes a target and results of earlier years, gives targets to write instead. Judges nothing.
#include "engine/whatif/proposals.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/scoring/figures.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;
using scoring::figure;

std::string rounding_of(int places) {
  return places == 0 ? "四舍五入到个位" : fmt::format("四舍五入到 {} 位小数", places);
}

/// "2023 年 4824份、2022 年 4100份".
std::string listed(const std::vector<YearValue>& values, const std::string& unit) {
  std::string text;
  for (const YearValue& v : values)
    text += fmt::format("{}{} 年 {}{}", text.empty() ? "" : "、", v.year, figure(v.value), unit);
  return text;
}

std::optional<Decimal> mean_of(const std::vector<YearValue>& values, int places) {
  Decimal sum = 0;
  for (const YearValue& v : values) sum += v.value;
  return base::divide(sum, static_cast<std::int64_t>(values.size()), places);
}

/// The straight line of least squares through the years, at `year`.
std::optional<Decimal> trend_at(const std::vector<YearValue>& values, int year, int places) {
  const auto n = static_cast<std::int64_t>(values.size());
  Decimal x = 0, y = 0, xx = 0,
          xy = 0;  // x counted from the year asked for: the line's value there is its constant
  for (const YearValue& v : values) {
    const Decimal at = v.year - year;
    x += at;
    y += v.value;
    xx += at * at;
    xy += at * v.value;
  }
  const Decimal below = n * xx - x * x;
  return base::divide(y * xx - x * xy, below, places);
}

}  // namespace

std::string with_number(const std::string& target_text, const target::Predicate& target,
                        const target::ParseContext& context, const Decimal& number) {
  using Role = target::Piece::Role;
  const auto is_number = [](const target::Piece& p) { return p.role == Role::number; };
  if (std::count_if(target.pieces.begin(), target.pieces.end(), is_number) != 1) return "";
  const auto piece = std::find_if(target.pieces.begin(), target.pieces.end(), is_number);
  // The piece of a number holds its 万 or 亿, but not that of a unit: "3万人", "3（万元）".
  for (const std::string_view scale : {target::scale_word(target.scale), std::string_view()}) {
    std::string text = target_text;
    text.replace(piece->span.offset, piece->span.length, number.to_string().append(scale));
    const target::Predicate read = target::parse(text, context);
    if (read.kind == target.kind && read.op == target.op && read.unit == target.unit &&
        read.scale == target.scale && read.value == number)
      return text;
  }
  return "";
}

std::vector<Proposal> proposals_for(const std::string& target_text, const target::Predicate& target,
                                    const target::ParseContext& context, int year,
                                    const std::vector<YearValue>& values) {
  std::vector<Proposal> out;
  if (values.empty()) return out;
  const Decimal whole = scoring::ratio_places(target.unit) == 3 ? 1000 : 100;
  const bool rate = target.unit == "%" || target.unit == "‰";
  const auto add = [&](std::string method, Decimal number, std::string basis) {
    if (number.sign() <= 0) return;
    if (rate && number > whole) {
      number = whole;
      basis += "；比率最多到 " + figure(whole) + target.unit;
    }
    std::string text = with_number(target_text, target, context, number);
    if (!text.empty()) out.push_back({std::move(method), std::move(text), std::move(basis)});
  };
  const std::string unit = std::string(target::scale_word(target.scale)) + target.unit;
  const Decimal newest = values.front().value.trimmed();
  const int places = newest.places();
  add("上年完成值", newest,
      fmt::format("{} 年完成 {}{}", values.front().year, figure(newest, Decimal::kMaxPlaces), unit));
  if (values.size() >= 2) {
    if (const auto mean = mean_of(values, places)) {
      add("几年平均", mean->trimmed(),
          fmt::format("{} 的平均，{}", listed(values, unit), rounding_of(places)));
    }
  }
  if (values.size() >= 3) {
    if (const auto trend = trend_at(values, year, places)) {
      add("趋势", trend->trimmed(),
          fmt::format("{} 的最小二乘直线到 {} 年，{}", listed(values, unit), year, rounding_of(places)));
    }
  }
  return out;
}

}  // namespace jiheng::whatif
