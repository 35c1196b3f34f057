// Takes the amounts of a card, gives its execution rate and the points of the execution line. Which amount
// divides is the scheme's; caps of the total by this rate are totals.cc's; what is said is explain/execution_words.cc's.
#include "engine/scoring/execution.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/base/squeezed.h"
#include "engine/model/budget_amounts.h"
#include "engine/scoring/claims.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/shapes.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

constexpr int kRatioPlaces = 14;

std::optional<Decimal> points_at(const model::Execution& execution, const Decimal& ratio) {
  std::vector<double> values;
  for (const std::string& name : execution.points.used_names()) {
    values.push_back(name == "执行率" ? ratio.to_double() : execution.full_marks.to_double());
  }
  return Decimal::from_double(execution.points.evaluate_one(values));
}

/// The rate printed on the form as a ratio, where it is the exact one rounded or cut: "29.2%" for 0.29147.
std::optional<Decimal> printed_ratio(const model::Field& field, const Decimal& exact) {
  std::string text = base::squeezed(field.text);
  if (!text.ends_with('%')) return std::nullopt;
  text.pop_back();
  const auto percent = Decimal::parse(text);
  if (!percent || percent->places() + 2 > Decimal::kMaxPlaces) return std::nullopt;
  const Decimal ratio = Decimal::of(percent->coefficient(), percent->places() + 2);
  const bool follows = exact.rounded(ratio.places()) == ratio || cut(exact, ratio.places()) == ratio;
  return follows ? std::optional(ratio) : std::nullopt;
}

/// Points may be claimed by the rate as the form prints it and by the one the two amounts give; kept where that is
/// another figure than the one taken.
void accept_other_rates(const model::Scheme& scheme, const model::Budget& budget, const ExecutionRate& rate,
                        ExecutionResult& result) {
  const model::Execution& execution = *scheme.execution;
  const auto add = [&](const Decimal& ratio, bool printed) {
    const auto raw = points_at(execution, ratio);
    if (!raw) return;
    const Decimal exact = std::clamp(*raw, Decimal(0), execution.full_marks);
    if (std::find(result.exact.begin(), result.exact.end(), exact) != result.exact.end()) return;
    result.exact.push_back(exact);
    const Decimal kept = kept_points(exact, execution.full_marks, scheme.rounding);
    if (kept != result.score.low && scheme.rounding.at == model::Rounding::At::indicator)
      result.others.push_back({printed, kept});
  };
  if (rate.unrounded && *rate.unrounded != *rate.ratio) add(*rate.unrounded, false);
  if (const auto printed = printed_ratio(budget.claimed_rate, rate.unrounded.value_or(*rate.ratio)))
    add(*printed, true);
  const auto [low, high] = std::minmax_element(result.exact.begin(), result.exact.end());
  result.accepted = accepted_points({*low, *high}, execution.full_marks, scheme.rounding);
}

}  // namespace

const std::vector<std::string>& denominators_of(const model::Scheme& scheme) {
  // A scheme without an execution line may still cap by the rate: then the latest budget divides.
  static const std::vector<std::string> kLatestFirst = {"调整预算数", "预算数", "批复数", "年初预算数"};
  const bool named = scheme.execution && !scheme.execution->denominators.empty();
  return named ? scheme.execution->denominators : kLatestFirst;
}

ExecutionRate execution_rate(const model::Scheme& scheme, const model::Budget& budget) {
  ExecutionRate rate;
  for (const std::string& name : denominators_of(scheme)) {
    if (const auto& field = budget.*model::budget_amount(name)) {
      rate.planned = field->value;
      rate.planned_name = name;
      break;
    }
  }
  if (budget.executed) rate.executed = budget.executed->value;
  if (!rate.planned) {
    rate.missing = ExecutionRate::Missing::planned;
  } else if (!rate.executed) {
    rate.missing = ExecutionRate::Missing::executed;
  } else if (rate.planned->sign() <= 0) {
    rate.missing = ExecutionRate::Missing::divisor;
  } else {
    rate.ratio = rate.unrounded = base::divide(*rate.executed, *rate.planned, kRatioPlaces);
    if (rate.ratio && scheme.execution && scheme.execution->rate_places) {
      rate.ratio = rate.ratio->rounded(*scheme.execution->rate_places + 2);
    }
    if (!rate.ratio) rate.missing = ExecutionRate::Missing::quotient;
  }
  return rate;
}

std::optional<ExecutionResult> execution_points(const model::Scheme& scheme, const ExecutionRate& rate) {
  if (!scheme.execution) return std::nullopt;
  const model::Execution& execution = *scheme.execution;
  ExecutionResult result;
  result.planned = rate.planned;
  result.planned_name = rate.planned_name;
  result.executed = rate.executed;
  result.full_marks = execution.full_marks;
  result.score = result.accepted = {0, execution.full_marks};
  if (!rate.ratio) return result;
  result.rate = (*rate.ratio * 100).rounded(2);
  result.raw = points_at(execution, *rate.ratio);
  if (!result.raw) return result;
  Decimal points = std::clamp(*result.raw, Decimal(0), execution.full_marks);
  result.exact = {points};
  result.end = end_of(*result.raw, execution.full_marks);
  if (scheme.rounding.at == model::Rounding::At::indicator)
    points = kept_points(points, execution.full_marks, scheme.rounding);
  result.score = {points, points};
  return result;
}

std::optional<ExecutionResult> score_execution(const model::Scheme& scheme, const model::Scorecard& card,
                                               const ExecutionRate& rate) {
  std::optional<ExecutionResult> result = execution_points(scheme, rate);
  if (result && result->raw) accept_other_rates(scheme, card.budget, rate, *result);
  return result;
}

}  // namespace jiheng::scoring
