// Takes a scheme, gives its clauses with formulas bound to columns. Decides nothing.
#include "engine/scoring/plan.h"

#include <algorithm>
#include <variant>

#include "engine/base/squeezed.h"

namespace jiheng::scoring {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

std::vector<std::string> stripped(const std::vector<std::string>& list) {
  std::vector<std::string> out;
  out.reserve(list.size());
  for (const std::string& text : list) out.push_back(base::without_white_space(text));
  return out;
}

bool equals_one(const std::vector<std::string>& list, const std::string& text) {
  return list.empty() || std::find(list.begin(), list.end(), text) != list.end();
}

ClausePlan planned(const model::Clause& clause) {
  ClausePlan plan;
  plan.clause = &clause;
  plan.applies = {stripped(clause.applies.level1), stripped(clause.applies.level2),
                  stripped(clause.applies.names)};
  if (clause.when) plan.when.emplace(*clause.when);
  const auto bind = [&](const formula::Formula& f) { plan.formulas.emplace_back(f); };
  std::visit(Overloaded{[&](const model::ByFormula& by) { bind(by.points); },
                        [&](const model::BySteps& by) {
                          bind(by.by);
                          for (const auto& step : by.steps) bind(step.second);
                        },
                        [&](const model::ByDeduction& by) { bind(by.by); },
                        [&](const model::ByConditions& by) {
                          for (const auto& item : by.items) bind(item.second);
                        },
                        [&](const model::ByTiers&) { plan.judges = true; }, [](const model::ByCutPoints&) {},
                        [](const model::ByStandard&) {}},
             clause.points);
  const auto looks_at_judgement = [](const Bound& b) {
    return b.uses(Name::judged) || b.uses(Name::has_judged);
  };
  plan.judges = plan.judges || (plan.when && looks_at_judgement(*plan.when)) ||
                std::any_of(plan.formulas.begin(), plan.formulas.end(), looks_at_judgement);
  return plan;
}

/// Where the answers of a tier stand on the scale of the form's own answers.
std::vector<int> ranks_of(const model::Tier& tier, const target::WordTable* words) {
  std::vector<int> ranks;
  if (words == nullptr) return ranks;
  for (const std::string& text : tier.answers) {
    const std::string answer = base::without_white_space(text);
    const target::WordTable::Found found = words->longest_at(answer, 0);
    if (found.word == nullptr || found.length != answer.size()) continue;
    const target::WordEntry* entry = found.word->as(target::WordPart::answer);
    if (entry != nullptr) ranks.push_back(entry->strength);
  }
  return ranks;
}

}  // namespace

RowTexts texts_of(const model::Indicator& indicator) {
  return {base::without_white_space(indicator.level1.text), base::without_white_space(indicator.level2.text),
          base::without_white_space(indicator.name.text)};
}

bool ClausePlan::applies_to(const RowTexts& texts) const {
  if (!equals_one(applies.level1, texts.level1) || !equals_one(applies.level2, texts.level2)) return false;
  return applies.names.empty() ||
         std::any_of(applies.names.begin(), applies.names.end(),
                     [&](const std::string& n) { return texts.name.find(n) != std::string::npos; });
}

Plan::Plan(const model::Scheme& scheme_of_plan, const target::WordTable* words) : scheme(&scheme_of_plan) {
  clauses.reserve(scheme->clauses.size());
  for (const model::Clause& clause : scheme->clauses) {
    clauses.push_back(planned(clause));
    if (const auto* by = std::get_if<model::ByTiers>(&clause.points)) {
      for (const model::Tier& tier : by->tiers) {
        clauses.back().tier_ranks.push_back(ranks_of(tier, words));
        clauses.back().tier_answers.push_back(stripped(tier.answers));
      }
    }
  }
  by_standards = std::any_of(clauses.begin(), clauses.end(), [](const ClausePlan& c) {
    return std::holds_alternative<model::ByStandard>(c.clause->points);
  });
  looks_at_texts = std::any_of(clauses.begin(), clauses.end(), [](const ClausePlan& c) {
    return !c.applies.level1.empty() || !c.applies.level2.empty() || !c.applies.names.empty();
  });
  looks_at_names =
      !scheme->computed.empty() || std::any_of(clauses.begin(), clauses.end(),
                                               [](const ClausePlan& c) { return !c.applies.names.empty(); });
}

}  // namespace jiheng::scoring
