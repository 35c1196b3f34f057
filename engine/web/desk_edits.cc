// Takes edits of the tables of a desk, makes them and remembers them, has the table scored again. What a text means to a cell is
// edit.cc's, what becomes of rows row_steps.cc's.
#include <algorithm>
#include <utility>

#include "engine/web/desk.h"
#include "engine/web/row_steps.h"

namespace jiheng::web {
namespace {

/// The row of a card, counted through its sections as results count.
std::size_t counted(const model::Scorecard& card, const model::RowId& row) {
  std::size_t number = row.index;
  for (std::size_t s = 0; s < row.section; ++s) number += card.sections[s].indicators.size();
  return number;
}

/// Makes one edit and adds what it changed to the step. A row of the edit is one of `result`.
std::vector<diag::Diagnostic> edit_one(model::Scorecard& card, const scoring::CardResult* result,
                                       const Edit& edit, const rulebook::Language& language, Step& step) {
  if (edit.row) {
    const scoring::IndicatorResult& scored = result->indicators[*edit.row];
    const model::RowId row = scored.id;
    RowChange change{row, model::row_of(card, row), std::nullopt};
    const auto asked =
        scoring::asked_data(*result->scheme, card.budget, *change.before, scored.standard.get());
    std::vector<diag::Diagnostic> problems = put_edit(card, row, edit, asked, language);
    change.after = model::row_of(card, row);
    if (!diag::has_errors(problems)) step.rows.push_back(std::move(change));
    return problems;
  }
  model::Scorecard before = head_of(card);
  std::vector<diag::Diagnostic> problems = put_edit(card, std::nullopt, edit, {}, language);
  if (diag::has_errors(problems)) return problems;
  if (!step.head) step.head = HeadChange{std::move(before), {}};
  step.head->after = head_of(card);
  return problems;
}

}  // namespace

const scoring::IndicatorResult* Desk::row_result(std::size_t number, std::size_t row) const {
  const scoring::CardResult* result = result_of(number);
  return result == nullptr || row >= result->indicators.size() ? nullptr : &result->indicators[row];
}

std::vector<diag::Diagnostic> Desk::edit(std::size_t number, const Edit& edit, bool more) {
  if (edit.row && row_result(number, *edit.row) == nullptr) return {};
  Step step;
  step.key = keys_[number];
  step.typed = edit.field;
  if (edit.row) step.typed += " " + std::to_string(*edit.row);
  std::vector<diag::Diagnostic> problems =
      edit_one(tables_[number].card, result_of(number), edit, *language_, step);
  if (diag::has_errors(problems)) return problems;
  history_.record(std::move(step), more);
  score_again(number);
  return problems;
}

std::vector<RefusedEdit> Desk::edit_cells(std::size_t number, const std::vector<Edit>& edits, bool joined) {
  Step step;
  step.joined = joined && history_.done() > 0;
  step.key = keys_[number];
  std::vector<RefusedEdit> refused;
  for (const Edit& edit : edits) {
    if (edit.row && row_result(number, *edit.row) == nullptr) continue;
    for (diag::Diagnostic& d : edit_one(tables_[number].card, result_of(number), edit, *language_, step)) {
      if (diag::severity_of(d) != diag::Severity::error) continue;
      refused.push_back({edit, std::move(d)});
      break;
    }
  }
  if (step.rows.empty() && !step.head) return refused;
  history_.record(std::move(step));
  score_again(number);
  return refused;
}

diag::Result<std::size_t> Desk::edit_rows(std::size_t number, std::size_t row, std::string_view word) {
  const scoring::IndicatorResult* at = row_result(number, row);
  if (at == nullptr) return diag::Diagnostic{"W104", "没有这一行", "", "", {}};
  model::Scorecard& card = tables_[number].card;
  auto steps = row_steps(card, at->id, word);
  if (!steps) return std::move(steps.problems);
  if (steps->changes.empty()) return row;
  Step step;
  step.key = keys_[number];
  step.rows = std::move(steps->changes);
  put_step(card, step, true);
  const std::size_t now = counted(card, steps->row);
  history_.record(std::move(step));
  score_again(number);
  return now;
}

std::optional<Redone> Desk::redo(bool forth) {
  if (!waiting_.paths.empty()) end_reading();
  const Step* step = forth ? history_.forth() : history_.back();
  if (step == nullptr) return std::nullopt;
  Redone redone = redo(*step, forth);
  while (forth ? history_.goes_on() : step->joined) {
    step = forth ? history_.forth() : history_.back();
    redone = redo(*step, forth);
    redone.tables_changed = true;
  }
  return redone;
}

Redone Desk::redo(const Step& step, bool forth) {
  if (step.away) return redo_away(*step.away, forth);
  if (step.added) {
    if (!forth) {
      erase_table(number_of_key(step.key));
      return Redone{std::nullopt, std::nullopt, true};
    }
    tables_.push_back({*step.added, {}});
    keys_.push_back(step.key);
    departments_first();
    score_all();
    return Redone{number_of_key(step.key), std::nullopt, true};
  }
  const std::size_t number = number_of_key(step.key);
  put_step(tables_[number].card, step, forth);
  Redone redone{number, std::nullopt, false};
  if (!step.rows.empty()) {
    const model::Scorecard& card = tables_[number].card;
    const model::RowId at = (forth ? step.rows.back() : step.rows.front()).at;
    const std::size_t rows = card.sections[at.section].indicators.size();
    redone.row = counted(card, {at.section, std::min(at.index, rows - 1)});
  }
  score_again(number);
  return redone;
}

}  // namespace jiheng::web
