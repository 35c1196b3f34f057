// Takes a scored card, gives the grid of its form: the parts of the layout one below the other. The texts of the cells are
// form_fields.cc's.
#include "engine/report/forms/form_from_card.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/forms/form_fields.h"
#include "engine/report/forms/form_fill.h"
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

constexpr double kStandardWidth = 36;  ///< in ASCII characters
constexpr std::string_view kStandardHeading = "评分标准";

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
         : field == FormField::judgement  ? Holds::judgement
                                          : Holds::text;
}

class Drawing {
 public:
  Drawing(const model::FormLayout& layout, const CardResult& card, bool to_fill_in)
      : layout_(layout),
        card_(card),
        to_fill_in_(to_fill_in),
        department_(card.card->kind == CardKind::department),
        approved_(card.execution && card.execution->planned_name == "批复数"),
        prints_standards_(prints_standards()) {
    grid_.form.widths = layout.widths;
    grid_.form.name = form_name(*card.card);
    grid_.form.scheme = card.scheme->id;
  }

  Form draw() {
    if (prints_standards_) grid_.form.widths.push_back(kStandardWidth);
    for (const FormPart& part : layout_.parts) {
      if (is_written(part)) {
        put_part(part);
      } else if (to_fill_in_ && is_asked(part)) {
        put_if_written([&] { put_part(part); });
      }
    }
    if (prints_standards_) widen_other_rows();
    return std::move(grid_.form);
  }

 private:
  /// A form without a column for it gets one behind its last, where a row has a 评分标准.
  bool prints_standards() const {
    for (const FormPart& part : layout_.parts) {
      for (const model::FormColumn& column : part.columns) {
        if (column.field == FormField::standard) return false;
      }
    }
    return std::any_of(card_.indicators.begin(), card_.indicators.end(),
                       [this](const IndicatorResult& r) { return !indicator_of(r, card_).standard.empty(); });
  }

  /// What reaches the last column of the layout reaches the one behind it, except in the rows of the indicators.
  void widen_other_rows() {
    const int last = static_cast<int>(layout_.widths.size());
    std::vector<bool> taken(static_cast<std::size_t>(grid_.form.rows), false);
    for (const FormCell& cell : grid_.form.cells) {
      if (cell.column == last) taken[static_cast<std::size_t>(cell.row)] = true;
    }
    for (FormCell& cell : grid_.form.cells) {
      if (cell.column + cell.columns == last && !taken[static_cast<std::size_t>(cell.row)]) ++cell.columns;
    }
  }

  bool is_of_this_kind(const FormPart& part) const {
    return department_ ? part.on_department : part.on_project;
  }

  /// 单位名称 that is the 项目实施单位 over again: forms that ask for one of them are filled in by it.
  bool is_said_already(const model::FormPiece& piece) const {
    constexpr std::string_view kImplementer = "项目实施单位";
    return piece.field == FormField::unit_name && is_printed(FormField::header, std::string(kImplementer)) &&
           header_field(*card_.card, kImplementer) == card_.card->unit_name.text;
  }

  /// Whether its indicators stand under goals.
  bool has_goals() const {
    const auto& sections = card_.card->sections;
    return std::any_of(sections.begin(), sections.end(), has_goal);
  }

  /// Of this kind of card; a table of several goals has none of the whole.
  bool is_of_this_card(const FormPart& part) const {
    return is_of_this_kind(part) && !(part.without_goals && card_.card->goals.empty() && has_goals());
  }

  bool is_written(const FormPart& part) const {
    if (!is_of_this_card(part)) return false;
    return !part.where || (!filled(*part.where, card_, {}).text.empty() && !is_said_already(*part.where));
  }

  /// What is not written, and may be.
  bool is_asked(const FormPart& part) const {
    if (!is_of_this_card(part) || !part.where || is_said_already(*part.where)) return false;
    return part.where->field != FormField::goal_planned || !has_goals();
  }

  /// Its cells are of rows that paper has only where they are written.
  template <class Put>
  void put_if_written(const Put& put) {
    const std::size_t first = grid_.form.cells.size();
    put();
    for (std::size_t i = first; i < grid_.form.cells.size(); ++i) grid_.form.cells[i].if_written = true;
  }

  void put_part(const FormPart& part) {
    switch (part.kind) {
      case FormPart::Kind::row:
        put_row(part.cells.front(), 0, {});
        return;
      case FormPart::Kind::block: {
        put_cell(part.side, 0, {});
        const std::size_t side = grid_.last();
        for (std::size_t row = 0; row < part.cells.size(); ++row) put_rows(part, row);
        grid_.stretch(side);
        grid_.form.cells[side].more_money =
            to_fill_in_ &&
            std::find(part.each.begin(), part.each.end(), FormPart::Each::money_part) != part.each.end();
        return;
      }
      case FormPart::Kind::other:
        put_other_fields(part);
        return;
      case FormPart::Kind::foot:
        put_foot(part);
        return;
      case FormPart::Kind::indicators:
        for (std::size_t s = 0; s < card_.card->sections.size(); ++s) put_section(part, s);
        return;
    }
  }

  /// A row of a block, as often as it is printed.
  void put_rows(const FormPart& part, std::size_t row) {
    const model::Scorecard& card = *card_.card;
    const auto put = [&](const About& about) { put_row(part.cells[row], part.side.columns, about); };
    switch (part.each[row]) {
      case FormPart::Each::money_part:
        for (const model::MoneyPart& money : card.budget.parts) {
          if (!is_printed(FormField::executed, money.name.text)) put({nullptr, &money, nullptr});
        }
        return;
      case FormPart::Each::goal:
        for (const model::OverallGoal& goal : card.goals) put({nullptr, nullptr, &goal});
        if (!card.goals.empty()) return;
        break;
      case FormPart::Each::once:
      case FormPart::Each::answer:
        break;
    }
    put({});
  }

  void put_row(const std::vector<FormCellPlan>& cells, int column, const About& about) {
    for (const FormCellPlan& cell : cells) {
      put_cell(cell, column, about);
      column += cell.columns;
    }
    grid_.next_row();
  }

  void put_cell(const FormCellPlan& plan, int column, const About& about) {
    if (plan.kind != FormCellPlan::Kind::fill) {
      const model::FormText& text = department_ && plan.department ? *plan.department
                                    : approved_ && plan.approved   ? *plan.approved
                                                                   : plan.text;
      FormCell& cell = grid_.put(column, plan.columns, text_of(text, card_, about), look_of(plan));
      const bool title = plan.kind == FormCellPlan::Kind::title;
      const bool note = plan.kind == FormCellPlan::Kind::note;
      cell.open = note || (title && std::any_of(text.begin(), text.end(), [](const model::FormPiece& p) {
                             return p.field != FormField::literal;
                           }));
      if (to_fill_in_ && note) cell.fill = fill_among(text, card_, about);
      return;
    }
    const model::FormPiece& piece = plan.text.front();
    Filled value = filled(piece, card_, about);
    const bool asked = value.there || plan.otherwise.empty();
    if (!asked) value = {plan.otherwise, Holds::text};
    if (!plan.choices.empty()) value.text = ticked(value.text, plan.choices);
    FormCell& cell = grid_.put(column, plan.columns, std::move(value.text), look_of(plan), value.holds);
    cell.align = align_of(plan.align, piece.field);
    if (to_fill_in_ && asked) cell.fill = fill_of(piece, card_, about);
    if (cell.fill) cell.fill->choices = plan.choices;
    if (piece.field == FormField::total_score && card_.scored && !card_.total.exact())
      cell.mark = Mark::unsure;
  }

  /// Whether the form has a place for the field of this name.
  bool is_printed(FormField field, const std::string& name) const {
    const auto names = [&](const model::FormPiece& piece) {
      return piece.field == field && piece.text == name;
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
    for (const auto& [key, field] : card_.card->header) {
      if (!is_printed(FormField::header, key.text)) put_labelled(part, key.text, field.text, false);
    }
  }

  /// Opinions and notes below the rows.
  void put_foot(const FormPart& part) {
    for (const auto& [key, field] : card_.card->foot) put_labelled(part, key.text, field.text, true);
  }

  void put_labelled(const FormPart& part, const std::string& label, const std::string& value, bool foot) {
    const int columns = part.cells.front().front().columns;
    grid_.put(0, columns, label, Look::label);
    FormCell& cell = grid_.put(columns, part.cells.front().back().columns, value);
    if (to_fill_in_) cell.fill = fill_of_entry(label, value, foot);
    grid_.next_row();
  }

  /// The rows of one goal below their headings. The headings of the first are what a second page repeats.
  void put_section(const FormPart& part, std::size_t s) {
    const model::Section& section = card_.card->sections[s];
    const bool goal = has_goal(section);
    const About about{&section, nullptr, nullptr};
    for (std::size_t row = 0; goal && row < part.cells.size(); ++row) {
      if (part.each[row] != FormPart::Each::answer || !section.achieved.empty()) {
        put_row(part.cells[row], 0, about);
      } else if (to_fill_in_) {
        put_if_written([&] { put_row(part.cells[row], 0, about); });
      }
    }
    const model::FormText& words = goal && part.side_of_goal ? *part.side_of_goal : part.side.text;
    grid_.put(0, part.side.columns, text_of(words, card_, about), Look::label);
    const std::size_t side = grid_.last();
    int column = part.side.columns;
    for (const model::FormColumn& c : part.columns) {
      put_cell(c.heading, column, about);
      grid_.form.cells.back().heads = holds_of(c.field);
      column += c.heading.columns;
    }
    if (prints_standards_) grid_.put(column, 1, std::string(kStandardHeading), Look::heading);
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
      if (prints_standards_) {
        FormCell& cell = grid_.put(column, 1, indicator_of(result, card_).standard.text, Look::value);
        cell.indicator = i;
        if (to_fill_in_) cell.fill = fill_of(FormField::standard, result, card_);
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
    if (to_fill_in_) cell.fill = fill_of(plan.field, card_.indicators[indicator], card_);
    if (plan.field == FormField::score) cell.mark = mark_of_row(card_.indicators[indicator], card_);
  }

  const model::FormLayout& layout_;
  const CardResult& card_;
  bool to_fill_in_;
  bool department_;
  bool approved_;
  bool prints_standards_;
  FormGrid grid_;
};

}  // namespace

Form form_from_card(const CardResult& card) {
  if (!card.scheme->form) return {};
  return Drawing(*card.scheme->form, card, false).draw();
}

Form form_to_fill_in(const CardResult& card) {
  if (!card.scheme->form) return {};
  return Drawing(*card.scheme->form, card, true).draw();
}

}  // namespace jiheng::report
