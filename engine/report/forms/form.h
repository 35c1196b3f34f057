// engine/report/forms/form.h: one 自评表 as printed: a grid with merged cells in the layout of its form. The faces xlsx, docx
// and html draw the same grid; what is not on the printed form (计分说明, 偏差说明) are tables of report.h.
// Made    by form_from_card.h. Titles, headings and labels stand centred, values as their Align says.
// Source  docs/report.md
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/form_layout.h"
#include "engine/office/paper.h"
#include "engine/report/texts/report.h"

namespace jiheng::report {

/// What a cell holds, so that a spreadsheet can compute it and a template leave it open.
enum class Holds {
  text,  ///< nothing that is computed
  level1,
  level2,
  name,
  planned,
  executed,
  rate,
  execution_marks,
  execution_score,
  target,
  target_sign,  ///< a target in three columns: 指标性质, 指标值, 度量单位
  target_number,
  target_unit,
  actual,
  full_marks,
  score,
  claimed,
  total_marks,
  total_score,
  total_claimed,
  reason,
  judgement,  ///< 评定
  grade,
};

using office::Look;

/// What a person writes into a cell: one thing of the card. What is printed may be more than its text: a draft, ticks, words of
/// the form before and behind it.
struct FormFill {
  model::FormField field = model::FormField::literal;
  std::string name = {};   ///< of a field of the head or foot; of a part of the money, "" for the whole
  std::string key = {};    ///< of an amount: 年初预算数, 执行数 … (model/scorecard.h)
  std::size_t number = 0;  ///< of the goal, among those of its kind
  bool foot = false;       ///< `name` stands below the rows
  std::string text = {};   ///< as the card has it
  std::string before = {};
  std::string after = {};
  std::vector<std::string> choices = {};
};

struct FormCell : office::PaperCell {
  Holds holds = Holds::text;
  bool open = false;  ///< words of the form that a person may go on writing on: 填报人：, (    年度)
  Holds heads = Holds::text;     ///< of the heading of a column: what the cells below it hold
  std::size_t indicator = 0;     ///< of CardResult::indicators, where the cell belongs to one
  std::optional<FormFill> fill;  ///< what is typed here (form_to_fill_in)
  bool more_money = false;       ///< of a block that has room for one more source of money (form_to_fill_in)
  bool if_written = false;       ///< of a row that paper has only where something is written in it
};

struct Form {
  std::string name;             ///< 26 就业专项资金县级配套
  std::vector<double> widths;   ///< of the columns, in ASCII characters; they fit one page of A4
  std::vector<FormCell> cells;  ///< by row, then column
  int rows = 0;
  std::string scheme;    ///< its id
  int repeat_first = 0;  ///< rows [first, last) that a second page repeats
  int repeat_last = 0;
};

/// What of the form lies on paper.
office::PaperTable paper_of(const Form& form);

}  // namespace jiheng::report
