// Takes a scheme or a scored card, gives a card to fill in. How many rows it has is its form's, how it looks report's.
#include "engine/app/template_card.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/model/form_layout.h"

namespace jiheng::app {
namespace {

void add_rows(model::Section& section, const model::BlankRows& blank) {
  for (int i = 0; i < blank.rows; ++i) {
    model::Indicator row;
    row.level1.text = blank.level1;
    row.level2.text = blank.level2;
    row.name.text = blank.name;
    row.target.text = blank.target;
    section.indicators.push_back(std::move(row));
  }
}

}  // namespace

model::Scorecard empty_card(const model::Scheme& scheme, model::CardKind kind) {
  model::Scorecard card;
  card.kind = kind;
  if (kind == model::CardKind::department) card.title.text = "部门整体";
  model::Section& section = card.sections.emplace_back();
  if (!scheme.blank_rows.empty() && kind == scheme.blank_kind) {
    for (const model::BlankRows& blank : scheme.blank_rows) add_rows(section, blank);
    return card;
  }
  const model::FormLayout& form = *scheme.form;
  const auto usual = [&](std::string_view level1) {
    bool found = false;
    for (const model::BlankRows& blank : form.blank_rows) {
      if (blank.level1 != level1) continue;
      add_rows(section, blank);
      found = true;
    }
    return found;
  };
  const std::vector<model::Weight>& weights =
      kind == model::CardKind::department ? scheme.department_weights : scheme.project_weights;
  for (const model::Weight& weight : weights) {
    if (!weight.level2.empty() || !usual(weight.level1))
      add_rows(section, {weight.level1, weight.level2, {}, {}, form.other_blank_rows});
  }
  if (weights.empty()) {
    for (const model::BlankRows& blank : form.blank_rows) add_rows(section, blank);
  }
  return card;
}

model::Scorecard card_to_fill_in(const scoring::CardResult& scored) {
  model::Scorecard card = *scored.card;
  card.budget.executed.reset();
  card.budget.claimed_rate = {};
  card.budget.claimed_score.reset();
  card.claimed_total.reset();
  card.claimed_grade = {};
  card.deviation_reason = {};
  card.improvement = {};
  card.foot.clear();
  std::erase_if(card.header, [](const auto& entry) { return entry.first.text == "填报日期"; });
  for (model::MoneyPart& part : card.budget.parts) part.executed = part.rate = part.score = {};
  for (model::OverallGoal& goal : card.goals) goal.achieved = {};
  for (model::Section& of_goal : card.sections) of_goal.achieved = {};
  for (const scoring::IndicatorResult& result : scored.indicators) {
    model::Indicator& row = model::row_of(card, result.id);
    if (result.full_marks && !result.dropped)
      row.full_marks = model::NumberField{*result.full_marks, row.place};
    row.actual = {};
    row.claimed.reset();
    row.judged.reset();
    row.not_applicable = false;
    row.reason = {};
    row.evidence = {};
    row.inputs.clear();
    row.answers.clear();
    row.conditions.clear();
  }
  return card;
}

std::vector<std::string> comparable_units(const quantity::UnitTable& units) {
  constexpr std::array<std::string_view, 9> kMayBeDates = {"年", "月", "日", "号", "时",
                                                           "点", "季", "旬", "周"};
  std::vector<std::string> out;
  for (const quantity::UnitEntry* entry : units.entries()) {
    const auto in_name = [entry](std::string_view part) {
      return entry->name.find(part) != std::string::npos;
    };
    if (std::any_of(kMayBeDates.begin(), kMayBeDates.end(), in_name)) continue;
    out.push_back(entry->name);
    if (entry->dimension != "金额" && entry->dimension != "计数") continue;
    for (const std::string_view scale : {"万", "亿"}) out.push_back(std::string(scale) + entry->name);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace jiheng::app
