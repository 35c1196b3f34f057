// Takes tables, gives cards to fill in or to keep. What a form asks for is app/template_card's, what a file must say
// model/sound_card's.
#include "engine/web/new_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/app/template_card.h"
#include "engine/model/row_id.h"
#include "engine/web/row_steps.h"

namespace jiheng::web {
namespace {

constexpr std::size_t kYearsKept = 2;  ///< 近两年

void leave_money_open(model::Budget& budget) {
  for (auto* amount : {&budget.initial, &budget.adjusted, &budget.approved, &budget.planned, &budget.executed,
                       &budget.basic, &budget.project})
    amount->reset();
  for (model::MoneyPart& part : budget.parts) part.initial = part.adjusted = part.planned = {};
}

void remember(model::Indicator& row, int year, const model::Field& actual) {
  if (actual.empty()) return;
  const std::string name = fmt::format("{}年", year);
  std::erase_if(row.history, [&name](const auto& entry) { return entry.first.text == name; });
  row.history.insert(row.history.begin(), {{name, {}}, actual});
  if (row.history.size() > kYearsKept) row.history.resize(kYearsKept);
}

bool is_blank_part(const model::MoneyPart& part) {
  return std::all_of(model::kMoneyPartKeys.begin(), model::kMoneyPartKeys.end(),
                     [&part](const model::MoneyPartKey& key) { return (part.*key.field).empty(); });
}

void name_what_is_missing(model::Field& field, const char* words) {
  if (field.empty()) field.text = words;
}

}  // namespace

model::Scorecard card_like(const scoring::CardResult& scored, std::optional<int> year) {
  model::Scorecard card = app::card_to_fill_in(scored);
  card.place = {};
  if (!year || year == card.year) return card;
  leave_money_open(card.budget);
  for (const scoring::IndicatorResult& result : scored.indicators) {
    if (card.year)
      remember(model::row_of(card, result.id), *card.year, model::row_of(*scored.card, result.id).actual);
  }
  card.year = year;
  return card;
}

model::Scorecard kept_card(const model::Scorecard& card) {
  model::Scorecard kept = card;
  for (model::Section& section : kept.sections) {
    const bool empty = std::all_of(section.indicators.begin(), section.indicators.end(), is_blank);
    if (empty && !section.indicators.empty()) section.indicators.resize(1);  // a file has a row
    if (!empty) std::erase_if(section.indicators, is_blank);
    for (model::Indicator& row : section.indicators) {
      name_what_is_missing(row.level1, "（没有写一级指标）");
      name_what_is_missing(row.name, "（没有写指标名称）");
    }
  }
  std::erase_if(kept.header, [](const auto& entry) { return entry.second.empty(); });
  std::erase_if(kept.foot, [](const auto& entry) { return entry.second.empty(); });
  std::erase_if(kept.goals, [](const model::OverallGoal& g) { return g.text.empty() && g.achieved.empty(); });
  std::erase_if(kept.budget.parts, is_blank_part);
  name_what_is_missing(kept.title, "（没有写项目名称）");
  if (kept.kind == model::CardKind::department) name_what_is_missing(kept.unit_name, "（没有写单位名称）");
  return kept;
}

}  // namespace jiheng::web
