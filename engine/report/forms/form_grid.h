// engine/report/forms/form_grid.h: a form written row by row, with the texts of its cells: what both layouts are made of.
// Takes   texts from left to right, row by row.
// Gives   the cells of a Form.
// Units   rows and columns from 0.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/report/forms/form.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// Cells are put from left to right, rows from top to bottom; what reaches over several rows is stretched once its end is
/// known.
class FormGrid {
 public:
  /// `columns` cells wide. The reference holds until the next cell is put.
  FormCell& put(int column, int columns, std::string text, Look look = Look::value,
                Holds holds = Holds::text);
  /// Ends a row.
  void next_row() { ++form.rows; }
  /// The cell put last, to be stretched later.
  std::size_t last() const { return form.cells.size() - 1; }
  /// Lets the cell reach down to the row above the current one.
  void stretch(std::size_t cell) { form.cells[cell].rows = form.rows - form.cells[cell].row; }

  Form form;
};

/// The columns of the indicator part, in the layout's order; a column less than 0 is not on the form.
struct RowColumns {
  int level1 = 0;
  int level2 = 0;
  int name = 0;
  int target = 0;
  int actual = 0;
  int full_marks = -1;
  int score = 0;
  int reason = -1;
};

/// The rows of one section, equal levels below one another as one cell.
void put_indicators(FormGrid& grid, const RowColumns& columns, const scoring::CardResult& card,
                    std::size_t section);

/// "1.37", "0-3（待核）"; "不适用", "当年不评"; "" on a card that is not scored.
std::string score_cell(const scoring::IndicatorResult& result, const scoring::CardResult& card);
std::string score_cell(const scoring::Points& points);

/// 97.75%; "" where it is not known.
std::string rate_cell(const scoring::CardResult& card);

/// A field of the card's head by its name; "" where there is none.
std::string header_field(const model::Scorecard& card, std::string_view name);

/// "2023年度", "    年度" where the card names none.
std::string year_words(const model::Scorecard& card);

/// 万元, unless the card names another unit.
std::string money_unit(const model::Scorecard& card);

/// The card's own words, else the draft: what deviates, with 〔请填写原因〕.
std::string reason_cell(const scoring::CardResult& card);
std::string improvement_cell(const scoring::CardResult& card);

/// "年度目标1：\n（10分）".
std::string goal_label(const model::Section& section);

}  // namespace jiheng::report
