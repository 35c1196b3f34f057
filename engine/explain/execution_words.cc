// Takes the execution line as scoring gave it (numbers), says how it came about and what is missing. Decides nothing.
#include "engine/explain/execution_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/model/reason.h"
#include "engine/scoring/figures.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::ExecutionRate;
using scoring::ExecutionResult;
using scoring::figure;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& n : names) text += (text.empty() ? "" : "、") + n;
  return text;
}

std::string missing_words(const model::Scheme& scheme, const ExecutionRate& rate) {
  switch (rate.missing) {
    case ExecutionRate::Missing::nothing:
      break;
    case ExecutionRate::Missing::planned:
      return fmt::format("没有填 {}", joined(scoring::denominators_of(scheme)));
    case ExecutionRate::Missing::executed:
      return "没有填 执行数";
    case ExecutionRate::Missing::divisor:
      return fmt::format("{} 是 {}，不能作除数", rate.planned_name, rate.planned->to_string());
    case ExecutionRate::Missing::quotient:
      return "两个数相差太大，除不出来";
  }
  return {};
}

/// The rate and the formula with its figures.
std::string formula_words(const model::Execution& execution, const ExecutionRate& rate,
                          const std::string& percent) {
  std::vector<std::string> figures;
  for (const std::string& name : execution.points.used_names()) {
    figures.push_back(name == "执行率" ? percent : figure(execution.full_marks));
  }
  return fmt::format("预算执行：执行率 {}÷{} = {}（执行数÷{}）；{} = {}", rate.executed->to_string(),
                     rate.planned->to_string(), percent, rate.planned_name,
                     execution.points.filled_in(execution.points.used_names()),
                     execution.points.filled_in(figures));
}

/// From the formula's value to the points, a step behind the other.
std::string points_words(const model::Scheme& scheme, const ExecutionResult& line) {
  const Decimal& full = line.full_marks;
  const Decimal held = std::clamp(*line.raw, Decimal(0), full);
  std::string text = fmt::format(" = {}", figure(*line.raw));
  if (held < *line.raw) text += fmt::format("，不超过满分 {}", figure(full));
  if (held > *line.raw) text += "，低于 0，取 0";
  if (scheme.rounding.at == model::Rounding::At::indicator && line.score.low != held)
    text += " → " + line.score.low.to_string();
  for (const ExecutionResult::Other& other : line.others) {
    text += fmt::format("（{}是 {}，也对）", other.printed_rate ? "按表上印的执行率" : "执行率不取位的话",
                        other.points.to_string());
  }
  return text;
}

void check_rate(const model::Execution& execution, const model::Scorecard& card, const ExecutionRate& rate,
                const std::string& percent, const base::Place& place, ExecutionResult& line) {
  if (execution.must_explain && execution.must_explain->contains(*rate.ratio) &&
      model::reason_in(card.deviation_reason).empty()) {
    line.findings.push_back({"S108", fmt::format("预算执行率 {} 须说明原因，表上没有写", percent),
                             fmt::format("方案要求执行率 {} 的说明原因。", execution.must_explain->text),
                             "在全表的 偏差原因 里写明。", place});
  }
  if (*rate.ratio > Decimal(1)) {
    line.findings.push_back({"S110", fmt::format("预算执行率 {} 超过 100%", percent),
                             fmt::format("执行数 {} 大于{} {}。", rate.executed->to_string(),
                                         rate.planned_name, rate.planned->to_string()),
                             "核对预算有没有调整；调整过的，填上调整预算数。", place});
  }
}

/// The blank cell that has to be filled in; `around` where the form has none.
const base::Place& place_of_missing(const model::Budget& budget, const ExecutionRate& rate,
                                    const base::Place& around) {
  const bool executed = rate.missing == ExecutionRate::Missing::executed;
  const base::Place& blank = executed ? budget.blank_executed : budget.blank_planned;
  const bool filled =
      rate.missing != ExecutionRate::Missing::executed && rate.missing != ExecutionRate::Missing::planned;
  return filled || blank.line == 0 ? around : blank;
}

}  // namespace

void explain_execution(const model::Scheme& scheme, const model::Scorecard& card, const ExecutionRate& rate,
                       ExecutionResult& line) {
  const model::Execution& execution = *scheme.execution;
  const base::Place& place = card.budget.place.line > 0 ? card.budget.place : card.place;
  if (!rate.ratio) {
    const std::string missing = missing_words(scheme, rate);
    line.why = fmt::format("预算执行：{}，算不出执行率", missing);
    line.findings.push_back({"S109", fmt::format("预算执行率算不出：{}", missing),
                             "没有执行率，这一行的得分只知道在 0 和满分之间。", "补上预算数和执行数。",
                             place_of_missing(card.budget, rate, place)});
    return;
  }
  const std::string percent = figure(*rate.ratio * 100) + "%";
  line.why = formula_words(execution, rate, percent);
  if (!line.raw) {
    line.why += "，算不出";
    line.findings.push_back(
        {"S109", "预算执行的公式没有结果", "除以 0 或数太大。", "检查方案里预算执行的公式。", place});
    return;
  }
  line.why += points_words(scheme, line);
  check_rate(execution, card, rate, percent, place, line);
}

std::string cap_words(const scoring::TotalCap& cap, const model::Rounding& rounding) {
  if (cap.rates == nullptr) return "执行率算不出，总分上限也定不下来";
  return fmt::format("执行率 {}% 在 {} 之内，总分不超过 {}（原为 {}）", figure(cap.rate * 100, 2),
                     cap.rates->text, figure(cap.limit), figure(cap.before, rounding.places));
}

}  // namespace jiheng::explain
