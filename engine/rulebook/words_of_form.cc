// Takes a form, gives its printed words to what they stand beside: the heading of a column, the label before a field. L133 where
// another file says that the word is something else.
#include <fmt/format.h>

#include <optional>
#include <string>

#include "engine/base/text.h"
#include "engine/rulebook/forms.h"

namespace jiheng::rulebook {
namespace {

using model::ColumnRole;
using model::FormAmount;
using model::FormCellPlan;
using model::FormField;
using model::FormLabel;
using model::FormPart;

std::optional<ColumnRole> role_of(FormField field) {
  switch (field) {
    case FormField::level1:
      return ColumnRole::level1;
    case FormField::level2:
      return ColumnRole::level2;
    case FormField::name:
      return ColumnRole::name;
    case FormField::target:
    case FormField::target_number:
      return ColumnRole::target;
    case FormField::target_sign:
      return ColumnRole::sign;
    case FormField::target_unit:
      return ColumnRole::measure;
    case FormField::actual:
      return ColumnRole::actual;
    case FormField::full_marks:
      return ColumnRole::full_marks;
    case FormField::score:
      return ColumnRole::score;
    case FormField::row_reason:
      return ColumnRole::reason;
    case FormField::standard:
      return ColumnRole::standard;
    case FormField::judgement:
      return ColumnRole::judgement;
    default:
      return std::nullopt;
  }
}

std::optional<FormAmount> form_amount_of(FormField field) {
  switch (field) {
    case FormField::initial:
      return FormAmount::initial;
    case FormField::adjusted:
      return FormAmount::adjusted;
    case FormField::planned:
      return FormAmount::planned;
    case FormField::executed:
      return FormAmount::executed;
    case FormField::rate:
      return FormAmount::rate;
    case FormField::execution_marks:
      return FormAmount::full_marks;
    case FormField::execution_score:
      return FormAmount::score;
    default:
      return std::nullopt;
  }
}

std::optional<FormLabel> label_of(const model::FormPiece& piece) {
  switch (piece.field) {
    case FormField::title:
      return FormLabel::project_name;
    case FormField::unit_name:
      return FormLabel::unit;
    case FormField::basic:
      return FormLabel::basic;
    case FormField::project:
      return FormLabel::project;
    case FormField::goal_answer:
      return FormLabel::goal_achieved;
    case FormField::reason:
    case FormField::reason_given:
      return FormLabel::reason;
    case FormField::improvement:
    case FormField::improvement_given:
      return FormLabel::improvement;
    case FormField::header:
      if (piece.text == "主管部门") return FormLabel::authority;
      if (piece.text == "项目实施单位") return FormLabel::implementer;
      if (piece.text == "项目代码") return FormLabel::code;
      if (piece.text == "项目类别") return FormLabel::category;
      if (piece.text == "项目属性") return FormLabel::attribute;
      if (piece.text == "项目类型") return FormLabel::type;
      if (piece.text == "填报日期") return FormLabel::date;
      if (piece.text == "项目起止时间") return FormLabel::period;
      if (piece.text == "项目开始时间") return FormLabel::period_begin;
      if (piece.text == "项目结束时间") return FormLabel::period_end;
      if (piece.text == "备注") return FormLabel::remark;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

/// The words before the first field, as they are looked up: half-width, without white space and notes in brackets.
std::string bare_word(const model::FormText& text) {
  std::string word;
  for (const model::FormPiece& piece : text) {
    if (piece.field != FormField::literal || piece.part > 0) break;
    for (std::size_t at = 0; at < piece.text.size();) {
      const base::CodePoint c = base::decode_at(piece.text, at);
      at += c.bytes;
      if (!base::is_white_space(c.value)) base::append_utf8(word, base::fold_full_width(c.value));
    }
  }
  word.erase(std::min(word.find('('), word.size()));
  while (word.ends_with(':')) word.pop_back();
  return word;
}

class Adding {
 public:
  Adding(model::FormWords& words, std::vector<diag::Diagnostic>& problems)
      : words_(words), problems_(problems) {}

  void part(const FormPart& part) {
    for (const model::FormColumn& column : part.columns) {
      if (const auto role = role_of(column.field))
        add(words_.headings, column.heading, column.heading.text, *role);
    }
    bool budget = false;
    for (std::size_t row = 0; row < part.cells.size(); ++row) budget = line(part, row) || budget;
    if (part.kind == FormPart::Kind::block && budget)
      add(words_.labels, part.side, part.side.text, model::LabelMatch{FormLabel::budget_block});
  }

 private:
  /// Whether amounts of the budget stand in the row.
  bool line(const FormPart& part, std::size_t row) {
    const FormCellPlan* label = nullptr;
    bool budget = false;
    bool part_of_money = false;
    int column = 0;
    for (const FormCellPlan& cell : part.cells[row]) {
      if (cell.kind == FormCellPlan::Kind::fill && !cell.text.empty()) {
        const auto amount = form_amount_of(cell.text.front().field);
        part_of_money = part_of_money || (amount && !cell.text.front().text.empty());
        const FormCellPlan* above = amount ? heading_above(part, row, column) : nullptr;
        if (above != nullptr) add(words_.amounts, *above, above->text, *amount);
        const auto meant = label_of(cell.text.front());
        if (label != nullptr && meant) add(words_.labels, *label, label->text, model::LabelMatch{*meant});
        budget = budget || (above != nullptr && cell.text.front().field == FormField::executed);
      }
      if (cell.kind == FormCellPlan::Kind::label) label = &cell;
      if (cell.kind == FormCellPlan::Kind::fill) label = nullptr;
      column += cell.columns;
    }
    const FormCellPlan& first = part.cells[row].front();
    if (budget && !part_of_money) total_label(first);
    if (budget && part_of_money && first.kind == FormCellPlan::Kind::label)
      add(words_.labels, first, first.text, model::LabelMatch{FormLabel::money_part});
    return budget;
  }

  void total_label(const FormCellPlan& cell) {
    if (cell.kind != FormCellPlan::Kind::label) return;
    add(words_.labels, cell, cell.text, model::LabelMatch{FormLabel::amount_total, 1});
    if (cell.department)
      add(words_.labels, cell, *cell.department, model::LabelMatch{FormLabel::amount_total, 1});
  }

  static const FormCellPlan* heading_above(const FormPart& part, std::size_t row, int column) {
    for (std::size_t r = row; r-- > 0;) {
      int at = 0;
      for (const FormCellPlan& cell : part.cells[r]) {
        if (at == column && cell.kind == FormCellPlan::Kind::heading) return &cell;
        at += cell.columns;
      }
    }
    return nullptr;
  }

  template <class Value>
  void add(model::WordMap<Value>& map, const FormCellPlan& cell, const model::FormText& text,
           const Value& value) {
    const std::string word = bare_word(text);
    if (word.empty() || map.add(word, value)) return;
    problems_.push_back({"L133", fmt::format("“{}”在别的表上是另一栏", word),
                         "认表时一个词只能有一个意思，别的表式或 words.yaml 里它是另一个。",
                         "换一个表上也用的说法，或改掉另一处。", cell.place});
  }

  model::FormWords& words_;
  std::vector<diag::Diagnostic>& problems_;
};

}  // namespace

void add_words_of(const model::FormLayout& form, model::FormWords& words,
                  std::vector<diag::Diagnostic>& problems) {
  Adding adding(words, problems);
  for (const FormPart& part : form.parts) adding.part(part);
}

}  // namespace jiheng::rulebook
