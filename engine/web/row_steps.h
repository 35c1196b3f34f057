// engine/web/row_steps.h: rows of a table added, removed and moved, as a person does it on the form.
// Takes   a card and one of its rows. Gives the changes to make (history.h) and where the row is then.
// Fails   a message where the table would be left without a row, or grow past what one may have (L102).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/web/history.h"

namespace jiheng::web {

struct RowSteps {
  std::vector<RowChange> changes;  ///< none: the row stays where it is
  model::RowId row;                ///< the row itself then, or the one in its place
};

/// add: a blank row below it, in its group; remove; up, down: past its neighbour, and from the edge of a group (一级、二级指标,
/// 年度目标) into the next one; remove_blank: all rows nobody wrote anything into. Another word is W104.
diag::Result<RowSteps> row_steps(const model::Scorecard& card, const model::RowId& row,
                                 std::string_view word);

/// Whether nobody wrote anything into the row: neither name nor target, actual value or points.
bool is_blank(const model::Indicator& row);

}  // namespace jiheng::web
