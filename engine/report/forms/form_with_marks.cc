// Takes the grid of a form, gives the grid with the columns it needs and does not have. What stands in its cells is
// form_from_card.cc's.
#include "engine/report/forms/form_with_marks.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "engine/report/forms/form_fields.h"
#include "engine/report/forms/form_fill.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

constexpr double kMarksWidth = 6;
constexpr double kJudgementWidth = 8;

bool says_its_marks(const scoring::IndicatorResult& result) {
  return result.full_marks && result.score.exact() && result.score.low == *result.full_marks;
}

bool holds(const Form& form, Holds what) {
  return std::any_of(form.cells.begin(), form.cells.end(),
                     [what](const FormCell& c) { return c.holds == what; });
}

bool needs_marks(const Form& form, const scoring::CardResult& card) {
  if (holds(form, Holds::full_marks)) return false;
  return !card.scored || std::any_of(card.indicators.begin(), card.indicators.end(), [&](const auto& result) {
    return is_judged(result, card) && !says_its_marks(result);
  });
}

bool needs_judgements(const Form& form, const scoring::CardResult& card) {
  if (holds(form, Holds::judgement)) return false;
  return std::any_of(card.indicators.begin(), card.indicators.end(),
                     [&](const auto& result) { return !judgement_cell(indicator_of(result, card)).empty(); });
}

/// One more column before the scores.
struct Added {
  model::FormField field;
  Holds what;
  std::string_view heading;
  double width;
  std::function<std::string(const scoring::IndicatorResult&)> text;
};

Form with_column(Form form, const scoring::CardResult& card, const Added& added) {
  const auto score = std::find_if(form.cells.begin(), form.cells.end(),
                                  [](const FormCell& c) { return c.holds == Holds::score; });
  if (score == form.cells.end()) return form;
  const int at = score->column;
  const bool to_fill_in =
      std::any_of(form.cells.begin(), form.cells.end(), [](const FormCell& c) { return c.fill.has_value(); });
  std::vector<FormCell> cells;
  cells.reserve(form.cells.size() + card.indicators.size());
  for (FormCell& cell : form.cells) {
    const bool heading = cell.heads == Holds::score;
    if (cell.column == at && (heading || cell.holds == Holds::score)) {
      FormCell one = cell;
      one.mark = Mark::plain;
      one.holds = heading ? Holds::text : added.what;
      one.heads = heading ? added.what : Holds::text;
      one.text = heading ? std::string(added.heading) : added.text(card.indicators[cell.indicator]);
      if (!heading && to_fill_in) one.fill = fill_of(added.field, card.indicators[cell.indicator], card);
      cells.push_back(std::move(one));
      ++cell.column;
    } else if (cell.column > at) {
      ++cell.column;
    } else if (cell.column + cell.columns > at) {
      ++cell.columns;
    }
    cells.push_back(std::move(cell));
  }
  form.cells = std::move(cells);
  // The page keeps its width: the widest column gives the room.
  *std::max_element(form.widths.begin(), form.widths.end()) -= added.width;
  form.widths.insert(form.widths.begin() + at, added.width);
  return form;
}

}  // namespace

Form form_with_marks(Form form, const scoring::CardResult& card, bool anyhow) {
  if (needs_marks(form, card) || (anyhow && !holds(form, Holds::full_marks))) {
    form = with_column(std::move(form), card,
                       {model::FormField::full_marks, Holds::full_marks, "分值", kMarksWidth,
                        [](const scoring::IndicatorResult& result) { return plain(result.full_marks); }});
  }
  if (needs_judgements(form, card)) {
    form = with_column(
        std::move(form), card,
        {model::FormField::judgement, Holds::judgement, "评定", kJudgementWidth,
         [&](const scoring::IndicatorResult& result) { return judgement_cell(indicator_of(result, card)); }});
  }
  return form;
}

}  // namespace jiheng::report
