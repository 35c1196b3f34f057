// engine/intake/tables/sheet_rows.h: the rows below the heading of a sheet -> rows of the table.
// Takes   the cells of one row, each with its column, and the columns of the heading. A cell belongs to the column it
//         begins in; levels and the name also to the columns they reach over. Texts merged over several rows hold for
//         all of them; a score merged over several rows is the score of none.
// Fails   I133 too many rows, I135 a row with values and no name, I137 one score over several rows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/intake/tables/grid/grid_table.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/row_fields.h"
#include "engine/intake/tables/sheet_columns.h"

namespace jiheng::intake {

/// 合计, 小计: what stands in the place of a level or a name of a row of sums.
bool is_sum(const FormWords& forms, const std::string& squeezed);

class SheetRows {
 public:
  SheetRows(Reading& reading, GridTable& table) : reading_(reading), table_(table) {}

  /// The rows below stand under this heading.
  void begin(SheetHeading heading);
  const SheetHeading& heading() const { return heading_; }
  /// Another table begins under the same heading: merged cells above do not reach into it.
  void forget() { covers_.assign(heading_.columns.size(), {}); }

  void read(std::size_t i, const std::vector<Piece>& pieces);

  /// Says how many rows were too many.
  void finish();

 private:
  /// A merged cell above the row.
  struct Cover {
    model::Field field;
    int until = 0;        ///< its last row
    std::size_t row = 0;  ///< of the table: the first it stands in
    bool shared = false;
  };

  /// What the row has in one column of its own.
  struct Own {
    const Piece* piece = nullptr;
    std::string text;  ///< of all its cells, where the heading stands over several
  };

  void place(std::size_t i, const Piece& piece, std::vector<Own>& own);
  void give(std::size_t i, RowFields& fields, const SheetColumn& column, const Own& own);
  void leave_blank(std::size_t i, RowFields& fields, const SheetColumn& column, const base::Place& row) const;
  void covered(RowFields& fields, std::size_t c);
  void finish_row(std::size_t i, RowFields fields, bool filled, const std::vector<Piece>& pieces);

  Reading& reading_;
  GridTable& table_;
  SheetHeading heading_;
  std::vector<Cover> covers_;  ///< a column each
  std::size_t left_out_ = 0;
  base::Place first_left_out_;
};

}  // namespace jiheng::intake
