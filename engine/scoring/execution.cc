// Takes the amounts of a card, gives its execution rate and the points of the execution line. Which amount
// divides is the scheme's; caps of the total by this rate are totals.cc's.
#include "engine/scoring/execution.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "engine/model/reason.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/shapes.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

constexpr int kRatioPlaces = 14;

const std::optional<model::NumberField>& planned_amount(const model::Budget& b, std::string_view name) {
  if (name == "年初预算数") return b.initial;
  if (name == "调整预算数") return b.adjusted;
  if (name == "批复数") return b.approved;
  return b.planned;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& n : names) text += (text.empty() ? "" : "、") + n;
  return text;
}

}  // namespace

ExecutionRate execution_rate(const model::Scheme& scheme, const model::Budget& budget) {
  // A scheme without an execution line may still cap by the rate: then the latest budget divides.
  static const std::vector<std::string> kLatestFirst = {"调整预算数", "预算数", "批复数", "年初预算数"};
  const bool named = scheme.execution && !scheme.execution->denominators.empty();
  const std::vector<std::string>& names = named ? scheme.execution->denominators : kLatestFirst;
  ExecutionRate rate;
  for (const std::string& name : names) {
    if (const auto& field = planned_amount(budget, name)) {
      rate.planned = field->value;
      rate.planned_name = name;
      break;
    }
  }
  if (budget.executed) rate.executed = budget.executed->value;
  if (!rate.planned) {
    rate.missing = fmt::format("没有填 {}", joined(names));
  } else if (!rate.executed) {
    rate.missing = "没有填 执行数";
  } else if (rate.planned->sign() <= 0) {
    rate.missing = fmt::format("{} 是 {}，不能作除数", rate.planned_name, rate.planned->to_string());
  } else {
    rate.ratio = base::divide(*rate.executed, *rate.planned, kRatioPlaces);
    if (rate.ratio && scheme.execution && scheme.execution->rate_places) {
      rate.ratio = rate.ratio->rounded(*scheme.execution->rate_places + 2);
    }
    if (!rate.ratio) rate.missing = "两个数相差太大，除不出来";
  }
  return rate;
}

std::optional<ExecutionResult> score_execution(const model::Scheme& scheme, const model::Scorecard& card,
                                               const ExecutionRate& rate) {
  if (!scheme.execution) return std::nullopt;
  const model::Execution& execution = *scheme.execution;
  ExecutionResult result;
  result.planned = rate.planned;
  result.planned_name = rate.planned_name;
  result.executed = rate.executed;
  result.full_marks = execution.full_marks;
  const base::Place& place = card.budget.place.line > 0 ? card.budget.place : card.place;
  if (!rate.ratio) {
    result.score = {0, execution.full_marks};
    result.why = fmt::format("预算执行：{}，算不出执行率", rate.missing);
    result.findings.push_back({"S109", fmt::format("预算执行率算不出：{}", rate.missing),
                               "没有执行率，这一行的得分只知道在 0 和满分之间。", "补上预算数和执行数。",
                               place});
    return result;
  }
  result.rate = (*rate.ratio * 100).rounded(2);
  const std::string percent = figure(*rate.ratio * 100) + "%";
  std::vector<double> values;
  std::vector<std::string> figures;
  for (const std::string& name : execution.points.used_names()) {
    const bool is_rate = name == "执行率";
    values.push_back(is_rate ? rate.ratio->to_double() : execution.full_marks.to_double());
    figures.push_back(is_rate ? percent : figure(execution.full_marks));
  }
  const auto raw = Decimal::from_double(execution.points.evaluate_one(values));
  std::string why = fmt::format("预算执行：执行率 {}÷{} = {}（执行数÷{}）；{} = {}",
                                rate.executed->to_string(), rate.planned->to_string(), percent,
                                rate.planned_name, execution.points.filled_in(execution.points.used_names()),
                                execution.points.filled_in(figures));
  if (!raw) {
    result.score = {0, execution.full_marks};
    result.why = why + "，算不出";
    result.findings.push_back(
        {"S109", "预算执行的公式没有结果", "除以 0 或数太大。", "检查方案里预算执行的公式。", place});
    return result;
  }
  why += fmt::format(" = {}", figure(*raw));
  Decimal points = std::clamp(*raw, Decimal(0), execution.full_marks);
  result.end = end_of(*raw, execution.full_marks);
  if (points < *raw) why += fmt::format("，不超过满分 {}", figure(execution.full_marks));
  if (points > *raw) why += "，低于 0，取 0";
  if (scheme.rounding.at == model::Rounding::At::indicator) {
    const Decimal rounded = std::min(points.rounded(scheme.rounding.places), execution.full_marks);
    if (rounded != points) why += " → " + rounded.to_string();
    points = rounded;
  }
  result.score = {points, points};
  result.why = std::move(why);
  if (execution.must_explain && execution.must_explain->contains(*rate.ratio) &&
      model::reason_in(card.deviation_reason).empty()) {
    result.findings.push_back({"S108", fmt::format("预算执行率 {} 须说明原因，表上没有写", percent),
                               fmt::format("方案要求执行率 {} 的说明原因。", execution.must_explain->text),
                               "在全表的 偏差原因 里写明。", place});
  }
  if (*rate.ratio > Decimal(1)) {
    result.findings.push_back({"S110", fmt::format("预算执行率 {} 超过 100%", percent),
                               fmt::format("执行数 {} 大于{} {}。", rate.executed->to_string(),
                                           rate.planned_name, rate.planned->to_string()),
                               "核对预算有没有调整；调整过的，填上调整预算数。", place});
  }
  if (card.budget.claimed_score && card.budget.claimed_score->value != points) {
    result.findings.push_back({"S106",
                               fmt::format("预算执行自报 {} 分，按方案算是 {} 分",
                                           figure(card.budget.claimed_score->value), figure(points)),
                               result.why, "核对执行率和得分。", card.budget.claimed_score->place});
  }
  return result;
}

}  // namespace jiheng::scoring
