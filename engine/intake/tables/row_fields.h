// engine/intake/tables/row_fields.h: the cells of one row, each with its column -> a row of the table.
// Takes   one cell after another. Sign, number and unit in columns of their own become one target text: "≥", "95", "%"
//         -> "≥95%"; the cells themselves are kept in target_cells. 正向 before a number without a sign is ≥, 反向 is ≤. The unit
//         is that of the actual value too: "93" -> "93%".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/intake/document.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

class RowFields {
 public:
  /// The cell below the heading `title` (as printed) with this role. False where its field is filled already, or the
  /// role has none (review).
  bool add(Role role, const std::string& title, const model::Field& cell);

  /// The column has no cell in this row: the field is empty and stands there.
  void blank(Role role, const base::Place& place);

  /// Cells of the number's sign and unit that its text has no use for: 正向, a unit beside a word.
  std::vector<model::Field> join_target(const FormWords& forms);

  TableRow row;
  model::Field level1;
  model::Field level2;

 private:
  model::Field sign_;
  model::Field measure_;
};

}  // namespace jiheng::intake
