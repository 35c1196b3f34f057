// Takes ids, gives schemes with their plans. Leaves compiling them to rulebook and scoring.
#include "engine/bulk/scheme_shelf.h"

#include <algorithm>
#include <string_view>

#include "engine/model/budget_amounts.h"
#include "engine/scoring/execution.h"

namespace jiheng::bulk {
namespace {

bool asks_for_the_rate(const scoring::ClausePlan& clause) {
  const auto asks = [](const scoring::Bound& b) { return b.uses(scoring::Name::rate); };
  return (clause.when && asks(*clause.when)) ||
         std::any_of(clause.formulas.begin(), clause.formulas.end(), asks);
}

}  // namespace

ShelvedScheme::ShelvedScheme(const model::Scheme& scheme_of_plan, const target::WordTable& words)
    : scheme(&scheme_of_plan),
      plan(scheme_of_plan, &words),
      rows_stand_alone(std::none_of(plan.clauses.begin(), plan.clauses.end(), asks_for_the_rate)),
      total(scheme->total.trimmed().to_string()) {}

const ShelvedScheme* SchemeShelf::find(std::string_view id) {
  const std::scoped_lock lock(mutex_);
  if (const auto at = shelf_.find(id); at != shelf_.end()) return at->second.get();
  const model::Scheme* scheme = schemes_->find(id);
  auto entry = scheme == nullptr ? nullptr : std::make_unique<const ShelvedScheme>(*scheme, *words_);
  return shelf_.emplace(std::string(id), std::move(entry)).first->second.get();
}

void let_planned_divide(const model::Scheme& scheme, model::Budget& budget) {
  if (!budget.planned) return;
  auto& amount = budget.*model::budget_amount(scoring::denominators_of(scheme).front());
  if (&amount == &budget.planned) return;
  if (!amount) amount = budget.planned;
  budget.planned.reset();
}

}  // namespace jiheng::bulk
