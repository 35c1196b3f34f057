// Takes a card before and after its changes, gives the JSON of 调目标: every figure with its text, what it may be turned to,
// and the points that follow. Leaves changing and scoring to plan.cc.
#include <array>
#include <utility>

#include "engine/report/forms/form_fields.h"
#include "engine/report/texts/score_texts.h"
#include "engine/web/views.h"
#include "engine/whatif/curves/dial.h"
#include "engine/whatif/overlay/address.h"

namespace jiheng::web {
namespace {

using base::Json;
using whatif::Spot;

class PlanFigures {
 public:
  PlanFigures(const scoring::CardResult& before, const scoring::CardResult& after,
              const scoring::Context& context)
      : before_(before), after_(after), context_(context) {}

  Json figure(const Spot& spot) const {
    const model::Scorecard* card = after_.card;
    const std::string address =
        to_text(whatif::Address{whatif::Address::What::figure, {0}, spot}, whatif::Cards(&card, 1));
    const auto dial = whatif::Dial::at(after_, spot, context_);
    const std::string why = dial ? "" : dial.problems.front().message;
    return {{"address", address},
            {"text", text_at(*card, spot)},
            {"was", text_at(*before_.card, spot)},
            {"present", dial && dial->present() ? Json(dial->shown(*dial->present())) : Json()},
            {"unit", dial ? dial->unit() : std::string()},
            {"places", dial ? dial->places() : 0},
            {"day", dial && dial->is_day()},
            {"fixed", why}};
  }

  /// The amounts the form has, and 执行数.
  Json budget() const {
    constexpr std::array<std::pair<Spot::What, std::string_view>, 5> kAmounts = {
        {{Spot::What::initial, "年初预算数"},
         {Spot::What::adjusted, "调整预算数"},
         {Spot::What::approved, "批复数"},
         {Spot::What::planned, "预算数"},
         {Spot::What::executed, "执行数"}}};
    Json out = Json::array();
    for (const auto& [what, name] : kAmounts) {
      const Spot spot{what, {}};
      if (what != Spot::What::executed && text_at(*before_.card, spot).empty()) continue;
      out.push_back({{"name", name}, {"figure", figure(spot)}});
    }
    return out;
  }

  Json row(std::size_t i) const {
    const scoring::IndicatorResult& before = before_.indicators[i];
    const scoring::IndicatorResult& after = after_.indicators[i];
    const model::Indicator& indicator = report::indicator_of(after, after_);
    return {{"row", i},
            {"level1", indicator.level1.text},
            {"level2", indicator.level2.text},
            {"name", indicator.name.text},
            {"full_marks", report::plain(after.full_marks)},
            {"before", report::score_cell(before, before_)},
            {"score", report::score_cell(after, after_)},
            {"status", report::status_text(after, after_)},
            {"why", after.why},
            {"target", figure({Spot::What::target, after.id})},
            {"actual", figure({Spot::What::actual, after.id})}};
  }

 private:
  const scoring::CardResult& before_;
  const scoring::CardResult& after_;
  scoring::Context context_;
};

Json plan_total(const scoring::CardResult& result) {
  return {{"total", result.scored ? report::points_text(result.total, *result.scheme) : std::string()},
          {"grade", result.scored ? result.grade : std::string()},
          {"execution",
           result.scored && result.execution ? report::score_cell(result.execution->score) : std::string()}};
}

}  // namespace

Json plan_json(const scoring::CardResult& before, const results::Variation& variation,
               const scoring::Context& context) {
  const scoring::CardResult& after = variation.scores.cards.front();
  const PlanFigures figures(before, after, context);
  Json settings = Json::array();
  for (const whatif::Change& change : variation.changes)
    settings.push_back({{"address", change.path}, {"from", change.from}, {"to", change.to}});
  Json grades = Json::array();
  for (const model::Grade& grade : after.scheme->grades) {
    grades.push_back({{"name", grade.name}, {"least", report::plain(grade.from)}});
  }
  Json rows = Json::array();
  for (std::size_t i = 0; i < after.indicators.size(); ++i) rows.push_back(figures.row(i));
  return {{"id", after.card->id},
          {"title", after.card->title.text},
          {"year", after.card->year ? Json(*after.card->year) : Json()},
          {"full_marks", report::plain(after.scheme->total)},
          {"grades", std::move(grades)},
          {"settings", std::move(settings)},
          {"before", plan_total(before)},
          {"after", plan_total(after)},
          {"budget", figures.budget()},
          {"rows", std::move(rows)}};
}

Json department_plan_json(const Desk& desk, const results::Scores& before,
                          const results::Variation& variation) {
  const auto numbers = desk.numbers_of(before.cards);
  const auto number_of = [&](std::size_t card) {
    const std::size_t number = numbers.at(before.cards[card].card);
    return number < desk.tables() ? Json(number) : Json();
  };
  Json settings = Json::array();
  for (const whatif::Change& change : variation.changes) {
    settings.push_back({{"table", number_of(change.card)},
                        {"address", change.path},
                        {"from", change.from},
                        {"to", change.to}});
  }
  Json cards = Json::array();
  for (std::size_t i = 0; i < variation.cards.size(); ++i) {
    const whatif::CardDifference& card = variation.cards[i];
    cards.push_back({{"table", number_of(i)},
                     {"title", card.after->card->title.text},
                     {"changed", whatif::changed(card)},
                     {"before", plan_total(*card.before)},
                     {"after", plan_total(*card.after)}});
  }
  Json departments = Json::array();
  for (std::size_t i = 0; i < before.departments.size(); ++i) {
    const scoring::RollUp& was = before.departments[i].roll_up;
    const scoring::RollUp& is = variation.scores.departments[i].roll_up;
    departments.push_back({{"name", before.departments[i].name},
                           {"average_before", average_text(was)},
                           {"average_after", average_text(is)},
                           {"grades_before", grades_text(was)},
                           {"grades_after", grades_text(is)}});
  }
  return {{"settings", std::move(settings)},
          {"cards", std::move(cards)},
          {"departments", std::move(departments)}};
}

}  // namespace jiheng::web
