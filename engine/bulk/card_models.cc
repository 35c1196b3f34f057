// Takes rows and cards of a block, gives what they are of the model. Leaves what makes a card sound to model.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/bulk/card_lines.h"
#include "engine/bulk/cells.h"
#include "engine/bulk/named_values.h"
#include "engine/model/row_data.h"

namespace jiheng::bulk {
namespace {

diag::Diagnostic not_a_number(std::string_view column, std::string_view text) {
  return {"B106",
          fmt::format("“{}”里的“{}”不是数", column, model::shown(text)),
          "",
          "写成 12 或 12.5 这样的数，不带单位和逗号；没有就留空。",
          {}};
}

}  // namespace

model::Field BlockLines::field(std::size_t row, Column column) {
  return {std::string(text(row, column)), place(row, column)};
}

std::optional<model::NumberField> BlockLines::number(std::size_t row, Column column,
                                                     model::Problems& problems) {
  const std::string_view said = text(row, column);
  if (said.empty()) return std::nullopt;
  if (const auto value = number_of(said)) return model::NumberField{*value, place(row, column)};
  problems.push_back(not_a_number(to_chinese(column), said));
  problems.back().place = place(row, column);
  return std::nullopt;
}

model::Indicator BlockLines::indicator(std::size_t row, model::Problems& problems) {
  model::Indicator out;
  out.level1 = field(row, Column::level1);
  out.level2 = field(row, Column::level2);
  out.name = field(row, Column::name);
  out.target = field(row, Column::target);
  out.actual = field(row, Column::actual);
  out.standard = field(row, Column::standard);
  out.reason = field(row, Column::reason);
  out.full_marks = number(row, Column::full_marks, problems);
  out.claimed = number(row, Column::claimed, problems);
  out.place = {block_.source, rows_[row].line, 0, 0};
  if (std::string_view said = text(row, Column::judged); !said.empty()) {
    const bool percent = said.ends_with('%');
    if (percent) said.remove_suffix(1);
    const auto share = number_of(said);
    if (percent && share) {
      out.judged = model::NumberField{*base::divide(*share, 100, 12), place(row, Column::judged)};
      out.judged->value = out.judged->value.trimmed();
    } else {
      problems.push_back(
          {"B106", "“评定”不是百分数", "", "写满分的百分之几，如 85%。", place(row, Column::judged)});
    }
  }
  if (const std::string_view said = text(row, Column::not_applicable); said == "是") {
    out.not_applicable = true;
  } else if (!said.empty() && said != "否") {
    problems.push_back({"B105", "“不适用”只能写“是”或“否”", "", "写“是”或“否”，或者留空。",
                        place(row, Column::not_applicable)});
  }
  read_named_values(row, out, problems);
  return out;
}

void BlockLines::read_deciding_cells(std::size_t row, model::Indicator& out, model::Problems& problems) {
  out.level1.text = text(row, Column::level1);
  out.level2.text = text(row, Column::level2);
  out.name.text = text(row, Column::name);
  out.target.text = text(row, Column::target);
  out.actual.text = text(row, Column::actual);
  out.full_marks = number(row, Column::full_marks, problems);
}

void BlockLines::read_named_values(std::size_t row, model::Indicator& out, model::Problems& problems) {
  for (const Column column : {Column::conditions, Column::data, Column::cut_points}) {
    if (blank(row, column)) continue;
    const base::Place at = place(row, column);
    const auto values = named_values(text(row, column));
    if (!values) {
      problems.push_back({"B105", fmt::format("“{}”一格不是一组“名称: 值”", to_chinese(column)), "",
                          "写成“名称: 值；名称: 值”。", at});
      continue;
    }
    for (const auto& [name, value] : *values) {
      const model::Field field_of_name{std::string(name), at};
      const auto figure = number_of(value);
      if (column == Column::conditions) {
        if (value == "是" || value == "否") {
          out.conditions.emplace_back(field_of_name, value == "是");
        } else {
          problems.push_back({"B105", fmt::format("子项“{}”没有写是或否", model::shown(name)), "",
                              "写成“名称: 是；名称: 否”。", at});
        }
      } else if (column == Column::data && !out.standard.empty()) {
        model::put_data(out, field_of_name, {std::string(value), at});
      } else if (figure) {
        (column == Column::data ? out.inputs : out.cut_points)
            .emplace_back(field_of_name, model::NumberField{*figure, at});
      } else {
        problems.push_back(not_a_number(to_chinese(column), value));
        problems.back().place = at;
      }
    }
  }
}

model::Budget BlockLines::budget_of(const CardLines& card) {
  model::Budget out;
  if (!card.execution_row) return out;
  model::Problems none;
  out.planned = number(*card.execution_row, Column::target, none);
  out.executed = number(*card.execution_row, Column::actual, none);
  out.claimed_score = number(*card.execution_row, Column::claimed, none);
  out.place = {block_.source, rows_[*card.execution_row].line, 0, 0};
  let_planned_divide(*card.scheme->scheme, out);
  return out;
}

const model::Budget& BlockLines::amounts_of(const CardLines& card) {
  amounts_.initial = amounts_.adjusted = amounts_.approved = amounts_.planned = amounts_.executed =
      std::nullopt;
  const auto amount = [&](Column column) -> std::optional<model::NumberField> {
    const auto value =
        base::Decimal::parse(text(*card.execution_row, column));  // within bounds, or the card is unsound
    return value ? std::optional(model::NumberField{*value, {}}) : std::nullopt;
  };
  if (!card.execution_row) return amounts_;
  amounts_.planned = amount(Column::target);
  amounts_.executed = amount(Column::actual);
  let_planned_divide(*card.scheme->scheme, amounts_);
  return amounts_;
}

std::optional<model::Scorecard> BlockLines::scorecard(CardLines& card) {
  model::Scorecard out;
  out.kind = card.kind;
  out.year = card.year;
  out.budget = budget_of(card);
  out.id = text(card.first, Column::id);
  out.title = field(card.first, Column::title);
  if (out.title.empty()) out.title = field(card.first, Column::id);
  out.unit_name = field(card.first, Column::unit_name);
  if (out.unit_name.empty()) out.unit_name = out.title;
  out.place = {block_.source, rows_[card.first].line, 0, 0};
  model::Problems problems;
  for (std::size_t r = card.first; r < card.last; ++r) {
    if (rows_[r].kind != RowKind::indicator) continue;
    const std::string_view title = text(r, Column::section);
    auto section = std::find_if(out.sections.begin(), out.sections.end(),
                                [&](const model::Section& s) { return s.title.text == title; });
    if (section == out.sections.end()) {
      model::Section added;
      added.title = field(r, Column::section);
      added.horizon = model::horizon_of(title);
      section = out.sections.insert(out.sections.end(), std::move(added));
    }
    section->indicators.push_back(indicator(r, problems));
  }
  if (card.total_row) out.claimed_total = number(*card.total_row, Column::claimed, problems);
  model::check_card(out, "这张表", problems);
  for (const diag::Diagnostic& problem : problems) {
    std::size_t row = card.first;
    while (row + 1 < card.last && rows_[row].line != problem.place.line) ++row;
    refuse(card, rows_[row].line == problem.place.line ? row : card.first, problem);
  }
  return problems.empty() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace jiheng::bulk
