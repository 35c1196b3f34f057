// Takes the grid of a form, gives the grid one column wider. What stands in its cells is form_from_card.cc's.
#include "engine/report/forms/form_with_marks.h"

#include <algorithm>
#include <utility>

#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

constexpr double kMarksWidth = 6;

bool says_its_marks(const scoring::IndicatorResult& result) {
  return result.full_marks && result.score.exact() && result.score.low == *result.full_marks;
}

bool needs_marks(const Form& form, const scoring::CardResult& card) {
  if (!card.scored) return false;
  const bool printed = std::any_of(form.cells.begin(), form.cells.end(),
                                   [](const FormCell& c) { return c.holds == Holds::full_marks; });
  return !printed && std::any_of(card.indicators.begin(), card.indicators.end(), [&](const auto& result) {
    return is_judged(result, card) && !says_its_marks(result);
  });
}

}  // namespace

Form form_with_marks(Form form, const scoring::CardResult& card) {
  const auto score = std::find_if(form.cells.begin(), form.cells.end(),
                                  [](const FormCell& c) { return c.holds == Holds::score; });
  if (score == form.cells.end() || !needs_marks(form, card)) return form;
  const int at = score->column;
  std::vector<FormCell> cells;
  cells.reserve(form.cells.size() + card.indicators.size());
  for (FormCell& cell : form.cells) {
    const bool heading = cell.heads == Holds::score;
    if (cell.column == at && (heading || cell.holds == Holds::score)) {
      FormCell marks = cell;
      marks.mark = Mark::plain;
      marks.holds = heading ? Holds::text : Holds::full_marks;
      marks.heads = heading ? Holds::full_marks : Holds::text;
      marks.text = heading ? "分值" : plain(card.indicators[cell.indicator].full_marks);
      cells.push_back(std::move(marks));
      ++cell.column;
    } else if (cell.column + cell.columns > at) {
      ++cell.columns;
    }
    cells.push_back(std::move(cell));
  }
  form.cells = std::move(cells);
  // The page keeps its width: the widest column gives the room.
  *std::max_element(form.widths.begin(), form.widths.end()) -= kMarksWidth;
  form.widths.insert(form.widths.begin() + at, kMarksWidth);
  return form;
}

}  // namespace jiheng::report
