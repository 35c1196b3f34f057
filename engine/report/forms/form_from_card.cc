// Takes a scored card, gives the grid of its form: the parts of the layout one below the other. The texts of the cells are
// form_fields.cc's.
#include "engine/report/forms/form_from_card.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/forms/form_fields.h"
#include "engine/report/forms/form_grid.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using model::CardKind;
using model::FormCellPlan;
using model::FormField;
using model::FormPart;
using scoring::CardResult;
using scoring::IndicatorResult;

std::string form_name(const model::Scorecard& card) {
  if (card.kind == CardKind::department) return card.title.empty() ? "部门整体" : card.title.text;
  return card.title.text;
}

bool has_goal(const model::Section& section) { return !section.title.empty() || !section.goal.empty(); }

/// "1、持续性项目 √ 2、新增性项目 □"; a value that is none of the choices stands as it is.
std::string ticked(const std::string& value, const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), value) == choices.end()) return value;
  std::string out;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    out += fmt::format("{}{}、{} {}", i == 0 ? "" : "  ", i + 1, choices[i], choices[i] == value ? "√" : "□");
  }
  return out;
}

Mark mark_of_row(const IndicatorResult& result, const CardResult& card) {
  if (!is_judged(result, card)) return Mark::plain;
  if (!result.score.exact()) return Mark::unsure;
  return is_short(result, card) ? Mark::bad : Mark::plain;
}

Look look_of(const FormCellPlan& plan) {
  switch (plan.kind) {
    case FormCellPlan::Kind::title:
      return Look::title;
    case FormCellPlan::Kind::note:
      return Look::note;
    case FormCellPlan::Kind::label:
      return Look::label;
    case FormCellPlan::Kind::heading:
      return Look::heading;
    case FormCellPlan::Kind::sum:
      return Look::total;
    case FormCellPlan::Kind::fill:
      break;
  }
  return plan.sum ? Look::total : Look::value;
}

Holds holds_of(FormField field) {
  return field == FormField::score        ? Holds::score
         : field == FormField::full_marks ? Holds::full_marks
                                          : Holds::text;
}

class Drawing {
 public:
  Drawing(const model::FormLayout& layout, const CardResult& card)
      : layout_(layout),
        card_(card),
        department_(card.card->kind == CardKind::department),
        approved_(card.execution && card.execution->planned_name == "批复数") {
    grid_.form.widths = layout.widths;
    grid_.form.name = form_name(*card.card);
  }

  Form draw() {
    for (const FormPart& part : layout_.parts) {
      if (is_wanted(part)) put_part(part);
    }
    return std::move(grid_.form);
  }

 private:
  bool is_of_this_kind(const FormPart& part) const {
    return department_ ? part.on_department : part.on_project;
  }

  bool is_wanted(const FormPart& part) const {
    if (!is_of_this_kind(part)) return false;
    const auto& sections = card_.card->sections;
    if (part.without_goals && std::any_of(sections.begin(), sections.end(), has_goal)) return false;
    return !part.where || !filled(*part.where, card_, nullptr).text.empty();
  }

  void put_part(const FormPart& part) {
    switch (part.kind) {
      case FormPart::Kind::row:
        put_row(part.cells.front(), 0, nullptr);
        return;
      case FormPart::Kind::block: {
        put_cell(part.side, 0, nullptr);
        const std::size_t side = grid_.last();
        for (const auto& row : part.cells) put_row(row, part.side.columns, nullptr);
        grid_.stretch(side);
        return;
      }
      case FormPart::Kind::other:
        put_other_fields(part);
        return;
      case FormPart::Kind::indicators:
        for (std::size_t s = 0; s < card_.card->sections.size(); ++s) put_section(part, s);
        return;
    }
  }

  void put_row(const std::vector<FormCellPlan>& cells, int column, const model::Section* section) {
    for (const FormCellPlan& cell : cells) {
      put_cell(cell, column, section);
      column += cell.columns;
    }
    grid_.next_row();
  }

  void put_cell(const FormCellPlan& plan, int column, const model::Section* section) {
    if (plan.kind != FormCellPlan::Kind::fill) {
      const model::FormText& text = department_ && plan.department ? *plan.department
                                    : approved_ && plan.approved   ? *plan.approved
                                                                   : plan.text;
      grid_.put(column, plan.columns, text_of(text, card_, section), look_of(plan));
      return;
    }
    const model::FormPiece& piece = plan.text.front();
    Filled value = filled(piece, card_, section);
    if (!value.there && !plan.otherwise.empty()) value = {plan.otherwise, Holds::text};
    if (!plan.choices.empty()) value.text = ticked(value.text, plan.choices);
    FormCell& cell = grid_.put(column, plan.columns, std::move(value.text), look_of(plan), value.holds);
    cell.align = align_of(plan.align, piece.field);
    if (piece.field == FormField::total_score && card_.scored && !card_.total.exact())
      cell.mark = Mark::unsure;
  }

  bool is_printed(const std::string& key) const {
    const auto names = [&key](const model::FormPiece& piece) {
      return piece.field == FormField::header && piece.text == key;
    };
    return std::any_of(layout_.parts.begin(), layout_.parts.end(), [&](const FormPart& part) {
      if (!is_of_this_kind(part)) return false;
      return std::any_of(part.cells.begin(), part.cells.end(), [&](const auto& row) {
        return std::any_of(row.begin(), row.end(), [&](const FormCellPlan& cell) {
          return std::any_of(cell.text.begin(), cell.text.end(), names);
        });
      });
    });
  }

  /// Fields of the card's head that the form has no place of its own for.
  void put_other_fields(const FormPart& part) {
    const FormCellPlan& label = part.cells.front().front();
    const FormCellPlan& value = part.cells.front().back();
    for (const auto& [key, field] : card_.card->header) {
      if (is_printed(key.text)) continue;
      grid_.put(0, label.columns, key.text, Look::label);
      grid_.put(label.columns, value.columns, field.text);
      grid_.next_row();
    }
  }

  /// The rows of one goal below their headings. The headings of the first are what a second page repeats.
  void put_section(const FormPart& part, std::size_t s) {
    const model::Section& section = card_.card->sections[s];
    const bool goal = has_goal(section);
    if (goal && !part.cells.empty()) put_row(part.cells.front(), 0, &section);
    const model::FormText& words = goal && part.side_of_goal ? *part.side_of_goal : part.side.text;
    grid_.put(0, part.side.columns, text_of(words, card_, &section), Look::label);
    const std::size_t side = grid_.last();
    int column = part.side.columns;
    for (const model::FormColumn& c : part.columns) {
      put_cell(c.heading, column, &section);
      grid_.form.cells.back().heads = holds_of(c.field);
      column += c.heading.columns;
    }
    if (grid_.form.repeat_last == 0) {
      grid_.form.repeat_first = grid_.form.rows;
      grid_.form.repeat_last = grid_.form.rows + 1;
    }
    grid_.next_row();
    put_indicators(part, s);
    grid_.stretch(side);
  }

  /// Equal cells of merged columns below one another are one, where those to the left of them are.
  void put_indicators(const FormPart& part, std::size_t section) {
    std::vector<std::size_t> open(part.columns.size(), 0);
    std::vector<std::string> above(part.columns.size());
    bool first = true;
    for (std::size_t i = 0; i < card_.indicators.size(); ++i) {
      const IndicatorResult& result = card_.indicators[i];
      if (result.id.section != section) continue;
      int column = part.side.columns;
      bool same = !first;
      for (std::size_t k = 0; k < part.columns.size(); ++k) {
        const model::FormColumn& plan = part.columns[k];
        Filled value = filled(plan.field, result, card_);
        if (plan.merged) {
          same = same && !value.text.empty() && value.text == above[k];
          above[k] = value.text;
        }
        if (!plan.merged || !same) put_value(plan, column, i, std::move(value));
        if (plan.merged && !same) open[k] = grid_.last();
        column += plan.heading.columns;
      }
      first = false;
      grid_.next_row();
      for (std::size_t k = 0; k < part.columns.size(); ++k) {
        if (part.columns[k].merged) grid_.stretch(open[k]);
      }
    }
  }

  void put_value(const model::FormColumn& plan, int column, std::size_t indicator, Filled value) {
    const bool level = plan.field == FormField::level1 || plan.field == FormField::level2;
    FormCell& cell = grid_.put(column, plan.heading.columns, std::move(value.text),
                               level ? Look::label : Look::value, value.holds);
    cell.indicator = indicator;
    cell.align = align_of(plan.align, plan.field);
    if (plan.field == FormField::score) cell.mark = mark_of_row(card_.indicators[indicator], card_);
  }

  const model::FormLayout& layout_;
  const CardResult& card_;
  bool department_;
  bool approved_;
  FormGrid grid_;
};

}  // namespace

Form form_from_card(const CardResult& card) {
  if (!card.scheme->form) return {};
  return Drawing(*card.scheme->form, card).draw();
}

}  // namespace jiheng::report
