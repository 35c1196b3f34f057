// Takes a scheme or a scored card, gives a card to fill in. How many rows it has is its form's, how it looks report's.
#include "engine/app/template_card.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/model/form_layout.h"

namespace jiheng::app {
namespace {

model::Section rows_of(std::string_view level1, std::string_view level2, int rows) {
  model::Section section;
  for (int i = 0; i < rows; ++i) {
    model::Indicator row;
    row.level1.text = level1;
    row.level2.text = level2;
    section.indicators.push_back(std::move(row));
  }
  return section;
}

void append(model::Section& to, model::Section&& from) {
  std::move(from.indicators.begin(), from.indicators.end(), std::back_inserter(to.indicators));
}

}  // namespace

model::Scorecard empty_card(const model::Scheme& scheme) {
  model::Scorecard card;
  model::Section& section = card.sections.emplace_back();
  const model::FormLayout& form = *scheme.form;
  const auto usual = [&](std::string_view level1) {
    bool found = false;
    for (const model::BlankRows& blank : form.blank_rows) {
      if (blank.level1 != level1) continue;
      append(section, rows_of(blank.level1, blank.level2, blank.rows));
      found = true;
    }
    return found;
  };
  for (const model::Weight& weight : scheme.project_weights) {
    if (!weight.level2.empty() || !usual(weight.level1)) {
      append(section, rows_of(weight.level1, weight.level2, form.other_blank_rows));
    }
  }
  if (scheme.project_weights.empty()) {
    for (const model::BlankRows& blank : form.blank_rows)
      append(section, rows_of(blank.level1, blank.level2, blank.rows));
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
