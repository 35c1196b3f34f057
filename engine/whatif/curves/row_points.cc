// Takes a scored card and a row of it, gives its points for other actual values by scoring the row once a value. Leaves drawing to simulate.cc.
#include "engine/whatif/curves/row_points.h"

#include <algorithm>

#include "engine/scoring/plan.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/rows.h"

namespace jiheng::whatif {
namespace {

/// Lines scored together: no more copies of the row are kept.
constexpr std::uint32_t kLines = 1024;

bool names_rate(const scoring::ClausePlan& clause) {
  const auto names = [](const scoring::Bound& bound) { return bound.uses(scoring::Name::rate); };
  return (clause.when && names(*clause.when)) ||
         std::any_of(clause.formulas.begin(), clause.formulas.end(), names);
}

}  // namespace

bool depends_on_actual(const scoring::CardResult& result, const scoring::IndicatorResult& row) {
  return section_of(*result.card, row.id).horizon == model::Horizon::annual && row.full_marks &&
         !row_of(*result.card, row.id).not_applicable;
}

bool depends_on_budget(const model::Scheme& scheme, const model::Indicator& row) {
  constexpr std::string_view kExecuted = "执行数";
  if (const model::Computed* computed = scoring::computed_for(scheme, row)) {
    const auto& names = computed->formula.used_names();
    const bool own = std::any_of(row.inputs.begin(), row.inputs.end(),
                                 [&](const auto& input) { return input.first.text == kExecuted; });
    if (!own && std::find(names.begin(), names.end(), kExecuted) != names.end()) return true;
  }
  const scoring::Plan plan(scheme);
  if (plan.by_standards && !row.standard.empty()) return true;  // its needs may be amounts
  const scoring::RowTexts texts = scoring::texts_of(row);
  return std::any_of(plan.clauses.begin(), plan.clauses.end(), [&](const scoring::ClausePlan& clause) {
    return names_rate(clause) && clause.applies_to(texts);
  });
}

std::vector<scoring::Points> points_of_row(const scoring::CardResult& result,
                                           const scoring::IndicatorResult& row, const model::Budget& budget,
                                           const PossibleValues* values, const scoring::Context& context) {
  const model::Indicator& line = row_of(*result.card, row.id);
  scoring::CardFacts facts;
  facts.year = result.card->year;
  facts.kind = result.card->kind;
  facts.budget = &budget;
  facts.rate = scoring::execution_rate(*result.scheme, budget).ratio;
  scoring::RowMarks marks;
  marks.full = row.full_marks;
  const scoring::Plan plan(*result.scheme, &context.words);
  const std::uint32_t count = values == nullptr ? 1 : values->count();
  std::vector<scoring::Points> points;
  points.reserve(count);
  for (std::uint32_t from = 0; from < count; from += kLines) {
    std::vector<model::Indicator> lines(std::min(count - from, kLines), line);
    std::vector<scoring::RowView> views;
    for (std::uint32_t v = 0; v < lines.size(); ++v) {
      if (values != nullptr) lines[v].actual.text = values->text(from + v);
      views.push_back({&lines[v], &facts, &marks});
    }
    std::vector<scoring::RowPoints> lean(views.size());
    scoring::score_rows(plan, views, context, lean);
    for (const scoring::RowPoints& p : lean) points.push_back(p.score());
  }
  return points;
}

std::vector<ExecutionPoints> points_of_execution(const model::Scheme& scheme, const model::Scorecard& card,
                                                 const PossibleValues* values) {
  std::vector<ExecutionPoints> out;
  const std::uint32_t count = values == nullptr ? 1 : values->count();
  model::Scorecard moved;
  moved.kind = card.kind;
  moved.budget = card.budget;
  for (std::uint32_t v = 0; v < count; ++v) {
    if (values != nullptr) put(moved, {Spot::What::executed}, values->text(v));
    const scoring::ExecutionRate rate = scoring::execution_rate(scheme, moved.budget);
    const auto line = scoring::score_execution(scheme, moved, rate);
    out.push_back({moved.budget, rate.ratio, line ? line->score : scoring::Points{}});
  }
  return out;
}

}  // namespace jiheng::whatif
