// Takes scores, gives the charts of a department's page.
#include "engine/report/charts/department_charts.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/texts/lost_points.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using scoring::CardResult;

std::string label_of(const CardResult& card) { return card.card->id + " " + card.card->title.text; }

ChartValue score_value(const scoring::Points& points, const model::Scheme& scheme) {
  return {points_of(points.low, scheme), points_of(points.high, scheme)};
}

bool one_scheme(std::span<const CardResult> cards) {
  return std::all_of(cards.begin(), cards.end(),
                     [&](const CardResult& card) { return card.scheme == cards.front().scheme; });
}

/// Percent of the scheme's total.
std::optional<ChartValue> share_of_total(const CardResult& card) {
  const auto percent = [&](const Decimal& points) {
    return base::divide(points * 100, card.scheme->total, 2);
  };
  const auto low = percent(card.total.low);
  const auto high = percent(card.total.high);
  return low && high ? std::optional(ChartValue{*low, *high}) : std::nullopt;
}

std::string block_of(const LostPoints& lost) {
  if (lost.by_cap) return "总分上限";
  if (lost.row == nullptr) return "预算执行";
  const std::string& block = indicator_of(*lost.row, *lost.card).level1.text;
  return block.empty() ? "没有写一级指标" : block;
}

/// 预算执行 first, then the blocks as the forms have them, 总分上限 last.
std::vector<std::string> block_names(std::span<const CardResult> cards) {
  std::vector<std::string> out = {"预算执行"};
  for (const CardResult& card : cards) {
    for (const scoring::IndicatorResult& row : card.indicators) {
      const std::string& block = indicator_of(row, card).level1.text;
      const std::string& name = block.empty() ? "没有写一级指标" : block;
      if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    }
  }
  out.emplace_back("总分上限");
  return out;
}

}  // namespace

std::optional<BarChart> totals_chart(std::span<const CardResult> cards) {
  if (cards.size() < 2) return std::nullopt;
  BarChart chart;
  chart.title = "各项目总分";
  chart.note = fmt::format("{} 个项目的总分，数字见下面的项目汇总。", cards.size());
  chart.item_name = "项目";
  chart.value = {.name = "总分", .unit = "分"};
  chart.series = {"总分"};
  for (const CardResult& card : cards) {
    chart.items.push_back({label_of(card), {std::nullopt}, card.scored ? "" : "未填"});
    if (card.scored) chart.items.back().values = {score_value(card.total, *card.scheme)};
  }
  if (!one_scheme(cards)) return chart;
  const model::Scheme& scheme = *cards.front().scheme;
  chart.value.to = scheme.total;
  for (const model::Grade& grade : scheme.grades) {
    if (grade.from.sign() > 0) chart.limits.push_back({grade.from, grade.name + " ≥" + plain(grade.from)});
  }
  std::reverse(chart.limits.begin(), chart.limits.end());
  return chart;
}

std::optional<BarChart> execution_chart(std::span<const CardResult> cards) {
  BarChart chart;
  chart.title = "执行率与得分率";
  chart.note = "每个项目的预算执行率和得分率；得分率是总分占方案满分的百分比。数字见下面的项目汇总。";
  chart.item_name = "项目";
  chart.value = {.name = "执行率、得分率", .unit = "%"};
  chart.series = {"执行率", "得分率"};
  chart.dots = true;
  for (const CardResult& card : cards) {
    if (!card.scored || !card.execution || !card.execution->rate) continue;
    const std::optional<ChartValue> share = share_of_total(card);
    if (share) chart.items.push_back({label_of(card), {exactly(*card.execution->rate), share}});
  }
  return chart.items.size() < 2 ? std::nullopt : std::optional(std::move(chart));
}

std::optional<BarChart> lost_chart(std::span<const CardResult> cards) {
  BarChart chart;
  chart.title = "各块失分";
  chart.note = "所有自评表在预算执行和各个一级指标上一共失了多少分。";
  chart.item_name = "块";
  chart.value = {.name = "失分", .unit = "分"};
  chart.series = {"失分"};
  const std::vector<LostPoints> all = lost_points(cards);
  for (const std::string& block : block_names(cards)) {
    Decimal low;
    Decimal high;
    for (const LostPoints& lost : all) {
      if (block_of(lost) != block) continue;
      low += lost.lost.low;
      high += lost.lost.high;
    }
    if (high.sign() > 0) {
      chart.items.push_back({block, {score_value({low, high}, *all.front().card->scheme)}});
    }
  }
  return chart.items.empty() ? std::nullopt : std::optional(std::move(chart));
}

}  // namespace jiheng::report
