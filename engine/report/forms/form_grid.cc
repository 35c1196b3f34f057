// Takes a scored card, gives cells of its form. Where they stand is the layouts' (form_from_card.cc).
#include "engine/report/forms/form_grid.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/explain/explain.h"
#include "engine/model/reason.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;

Mark mark_of(const IndicatorResult& result, const CardResult& card) {
  if (!is_judged(result, card)) return Mark::plain;
  if (!result.score.exact()) return Mark::unsure;
  return is_short(result, card) ? Mark::bad : Mark::plain;
}

/// The row's own reason; 〔请填写原因〕 where one is needed and neither the row nor the card gives it.
std::string reason_of_row(const IndicatorResult& result, const CardResult& card) {
  const model::Indicator& row = indicator_of(result, card);
  if (!model::reason_in(row.reason).empty()) return row.reason.text;
  const explain::DeviationClass c = explain::classify(result, *card.scheme);
  const bool deviates = is_judged(result, card) && !row.not_applicable &&
                        (c == explain::DeviationClass::missed || c == explain::DeviationClass::far_exceeded);
  if (!deviates || !explain::reason_given(result, card).empty()) return row.reason.text;
  return std::string(explain::kReasonBlank);
}

}  // namespace

FormCell& FormGrid::put(int column, int columns, std::string text, Look look, Holds holds) {
  FormCell cell;
  cell.row = form.rows;
  cell.column = column;
  cell.columns = columns;
  cell.text = std::move(text);
  cell.look = look;
  cell.holds = holds;
  form.cells.push_back(std::move(cell));
  return form.cells.back();
}

std::string score_cell(const scoring::Points& points) {
  if (points.exact()) return plain(points.low);
  return fmt::format("{}-{}（待核）", plain(points.low), plain(points.high));
}

std::string score_cell(const IndicatorResult& result, const CardResult& card) {
  if (!card.scored) return {};
  return is_judged(result, card) ? score_cell(result.score) : status_text(result, card);
}

std::string rate_cell(const CardResult& card) {
  if (!card.execution || !card.execution->rate) return {};
  return card.execution->rate->with_places(2).to_string() + "%";
}

std::string header_field(const model::Scorecard& card, std::string_view name) {
  for (const auto& [key, value] : card.header) {
    if (key.text == name) return value.text;
  }
  return {};
}

std::string year_words(const model::Scorecard& card) {
  return card.year ? fmt::format("{}年度", *card.year) : "        年度";
}

std::string money_unit(const model::Scorecard& card) {
  return card.budget.unit.empty() ? "万元" : card.budget.unit.text;
}

std::string reason_cell(const CardResult& card) {
  if (!model::reason_in(card.card->deviation_reason).empty() || !card.scored)
    return card.card->deviation_reason.text;
  return explain::deviation_draft(card);
}

std::string improvement_cell(const CardResult& card) {
  if (!card.card->improvement.empty() || !card.scored) return card.card->improvement.text;
  return explain::deviation_draft(card) == "无" ? "无" : "〔请填写改进措施〕";
}

std::string goal_label(const model::Section& section) {
  std::string text = section.title.empty() ? "年度目标" : section.title.text;
  text += "：";
  if (section.full_marks) text += fmt::format("\n（{}分）", plain(section.full_marks->value));
  return text;
}

void put_indicators(FormGrid& grid, const RowColumns& columns, const CardResult& card, std::size_t section) {
  const model::Indicator* above = nullptr;
  std::size_t level1 = 0;
  std::size_t level2 = 0;
  for (std::size_t i = 0; i < card.indicators.size(); ++i) {
    const IndicatorResult& result = card.indicators[i];
    if (result.section != section) continue;
    const model::Indicator& row = indicator_of(result, card);
    const bool same1 = above != nullptr && !row.level1.empty() && above->level1.text == row.level1.text;
    const bool same2 = same1 && !row.level2.empty() && above->level2.text == row.level2.text;
    const auto put = [&](int column, std::string text, Holds holds) -> FormCell& {
      FormCell& cell = grid.put(column, 1, std::move(text), Look::value, holds);
      cell.indicator = i;
      return cell;
    };
    if (!same1) {
      grid.put(columns.level1, 1, row.level1.text, Look::label);
      level1 = grid.last();
    }
    if (!same2) {
      grid.put(columns.level2, 1, row.level2.text, Look::label);
      level2 = grid.last();
    }
    put(columns.name, row.name.text, Holds::text);
    put(columns.target, row.target.text, Holds::target);
    const bool not_asked = row.actual.empty() && row.not_applicable;
    put(columns.actual, not_asked ? "不适用" : row.actual.text, Holds::actual);
    if (columns.full_marks >= 0) {
      put(columns.full_marks, plain(result.full_marks), Holds::full_marks).align = Align::right;
    }
    FormCell& score = put(columns.score, score_cell(result, card), Holds::score);
    score.align = Align::right;
    score.mark = mark_of(result, card);
    if (columns.reason >= 0) put(columns.reason, reason_of_row(result, card), Holds::reason);
    grid.next_row();
    grid.stretch(level1);
    grid.stretch(level2);
    above = &row;
  }
}

}  // namespace jiheng::report
