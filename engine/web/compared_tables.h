// engine/web/compared_tables.h: two versions of one table -> the cells that differ.
// Takes   the card as handed in first, and as it is now.
// Gives   changes in the order of the form; rows are the same where their names are, the first with the first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/scorecard.h"

namespace jiheng::web {

struct CellChange {
  std::optional<std::size_t> row;  ///< of the card now; none: of the card itself, or a row that is gone
  std::string indicator;           ///< empty: of the card itself
  std::string field;  ///< 年初目标值, 实际完成值 …; 指标 where the whole row came or went
  std::string from;
  std::string to;
};

std::vector<CellChange> changes_between(const model::Scorecard& first, const model::Scorecard& now);

}  // namespace jiheng::web
