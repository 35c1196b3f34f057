// engine/model/form_layout.h: one form (表式) as data: its rows, labels, columns and what is filled in where.
// Takes   nothing. Columns of the grid are counted in spans: a cell covers `columns` of them; widths are in ASCII characters.
// Gives   what the drawing needs (report/forms) and the words by which the form is recognised (form_words.h).
// Source  docs/form-language.md; the files are rules/forms/*.yaml, read by rulebook/form_layout_from_yaml.cc
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/place.h"
#include "engine/model/scheme.h"

namespace jiheng::model {

/// What a form fills in. The first group may stand anywhere on the form, the second beside a goal, the third in the columns of
/// the indicators.
enum class FormField {
  literal,  ///< words of the form itself
  blank,    ///< 空白: to be filled in by hand
  header,   ///< a field of the card's head by its name: 主管部门
  year,
  title,
  project_title,  ///< 项目全名: the title, with 项目 behind it where it does not end so
  unit_name,
  money_unit,
  initial,   ///< 年初预算数
  adjusted,  ///< 全年预算数
  planned,   ///< 预算数: what divides
  executed,
  rate,
  execution_marks,
  execution_formula,
  execution_score,
  other_marks,  ///< 指标总分值: what the execution line leaves of the total
  total_marks,
  basic,
  project,
  total_score,
  grade,
  part_name,     ///< 资金名称: of a part of the money
  goal_planned,  ///< 预期目标 of the table as a whole
  goal_achieved,
  reason,        ///< 偏差原因: the card's own words, else the draft
  reason_given,  ///< 偏差原因原文: the card's own words alone
  improvement,
  improvement_given,
  goal_name,    ///< 目标名: 年度目标1：（10分）
  goal,         ///< 目标内容
  goal_answer,  ///< 目标完成情况
  level1,
  level2,
  name,
  target,
  target_sign,    ///< 目标符号: ≥, 定性
  target_number,  ///< 目标数值
  target_unit,    ///< 目标单位
  actual,
  full_marks,
  score,
  row_reason,
  judgement,  ///< 评定: 85%, 不适用
  standard,   ///< 评分标准
};

/// Of the line of the budget: an amount, or what follows from it.
constexpr bool is_amount(FormField field) {
  switch (field) {
    case FormField::initial:
    case FormField::adjusted:
    case FormField::planned:
    case FormField::executed:
    case FormField::rate:
    case FormField::execution_marks:
    case FormField::execution_score:
      return true;
    default:
      return false;
  }
}

/// "（{预算执行分值}分）" in pieces. Pieces with one `part` above 0 are left away together where one of their fields is blank.
struct FormPiece {
  FormField field = FormField::literal;
  std::string text;  ///< of literal; the name of header; of an amount, 资金: the part of the money it is of
  int part = 0;
};
using FormText = std::vector<FormPiece>;

struct FormCellPlan {
  enum class Kind { title, note, label, heading, sum, fill } kind = Kind::label;
  FormText text;                       ///< of fill: one field
  std::optional<FormText> department;  ///< 部门表: its words on a department's own table
  std::optional<FormText> approved;    ///< 批复: its words where the approved amount divides
  int columns = 1;
  bool sum = false;                                              ///< fill: printed as 合计
  enum class Align { usual, left, right } align = Align::usual;  ///< usual: amounts and points right
  std::string otherwise;             ///< 无时: what stands where the scheme has no such thing
  std::vector<std::string> choices;  ///< 勾选: "1、持续性项目 √  2、新增性项目 □"
  base::Place place;
};

struct FormColumn {
  FormCellPlan heading;
  FormField field = FormField::blank;
  bool merged = false;  ///< 合并: equal cells below one another, with equal cells to the left, are one
  FormCellPlan::Align align = FormCellPlan::Align::usual;
};

/// One part of the form, from top to bottom.
struct FormPart {
  enum class Kind {
    row,    ///< cells[0]
    block,  ///< `side` reaches down beside all of `cells`
    other,  ///< 其余栏: a row for each field of the head that has no place; cells[0]: label and value
    foot,  ///< 其余表尾: a row for each opinion or note below the rows that has no place; cells[0] as of other
    indicators,  ///< for each goal: cells (where the card has goals), then `side` beside headings and rows
  } kind = Kind::row;
  bool on_project = true;
  bool on_department = true;
  bool without_goals = false;      ///< only where the table has no goals of its own
  std::optional<FormPiece> where;  ///< 有值时: only where this field is not blank
  FormCellPlan side;
  std::optional<FormText> side_of_goal;  ///< indicators: instead of the side's words below a goal
  std::vector<std::vector<FormCellPlan>> cells;
  /// How often a row is printed: once; for each part of the money that has no row of its own; for each goal of the table as a
  /// whole (once where it has none); where the goal has an answer.
  enum class Each { once, money_part, goal, answer };
  std::vector<Each> each;  ///< of each row of cells
  std::vector<FormColumn> columns;
  base::Place place;
};

struct FormLayout {
  std::string name;   ///< 表式: 湖北
  std::string title;  ///< 名称
  std::vector<SourceNote> sources;
  std::vector<double> widths;
  std::vector<FormPart> parts;
  std::vector<BlankRows> blank_rows;
  int other_blank_rows = 0;  ///< 其他: for a level of the scheme's weights that blank_rows does not have
  base::Place place;
};

}  // namespace jiheng::model
