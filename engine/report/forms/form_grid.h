// engine/report/forms/form_grid.h: a form written row by row.
// Takes   cells in reading order. Gives  the cells of a form with their rows and columns.
#pragma once

#include <string>

#include "engine/report/forms/form.h"

namespace jiheng::report {

/// Cells are put from left to right, rows from top to bottom; what reaches over several rows is stretched once its end is
/// known.
class FormGrid {
 public:
  /// `columns` cells wide. The reference holds until the next cell is put.
  FormCell& put(int column, int columns, std::string text, Look look = Look::value,
                Holds holds = Holds::text) {
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
  /// Ends a row.
  void next_row() { ++form.rows; }
  /// The cell put last, to be stretched later.
  std::size_t last() const { return form.cells.size() - 1; }
  /// Lets the cell reach down to the row above the current one.
  void stretch(std::size_t cell) { form.cells[cell].rows = form.rows - form.cells[cell].row; }

  Form form;
};

}  // namespace jiheng::report
