// engine/intake/tables/grid/grid_table.h: what a table in a grid has whatever its cells came from: goals that begin sections, levels
// filled down, fields below the rows. The readers of text with tabs and of sheets share it.
// Takes   what a reader found in its lines: sections, rows, fields at the end.
// Gives   a table of the document.
// Fails   never: what is no row is passed over, with why.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/intake/document.h"
#include "engine/intake/tables/grid/grid_head.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/row_fields.h"

namespace jiheng::intake {

class GridTable {
 public:
  explicit GridTable(Reading& reading) : head(reading, table), reading_(reading) {}

  /// The rows below stand under this goal (年度, 年度目标1); the piece is where it says so.
  void begin_section(const std::string& name, const Piece& piece);

  /// 年度目标1：(10分) | text of the goal. False where the line is none.
  bool numbered_goal(const std::vector<Piece>& pieces, const std::vector<std::string>& cells);

  /// 总分, 偏差原因, 改进措施 … below the rows. False where the line is none.
  bool end_field(const std::vector<Piece>& pieces, const std::vector<std::string>& cells);

  /// 主管部门审核意见 | 同意, 其他需说明的问题：无: kept with its label. False where the line is no foot of a form (foot_words.h), or
  /// words of the form itself.
  bool foot_field(const std::vector<Piece>& pieces, const std::vector<std::string>& cells);

  /// Levels are filled down. A row without a name, or past the limit of rows, is passed over.
  void add_row(std::size_t i, RowFields fields, const base::Place& place);

  /// Adds the table to the document; one without rows is passed over.
  void finish();

  Table table;
  GridHead head;
  model::Field section;

  model::Field level1;  ///< of the rows that follow
  model::Field level2;

 private:
  Reading& reading_;
};

}  // namespace jiheng::intake
