// engine/intake/decisions_from_sheets.h: a review sheet that came back -> what its reviewer decided, row by row.
// Takes   sheets of a workbook, one of which has the columns 编号, 表, 发现 and 处理意见, in any order, below any lines.
// Gives   the rows in which something was decided, with the texts that say which finding each is of.
// Fails   nullopt where no sheet has these columns. Which findings they are is the caller's to say.
// Source  docs/audit.md, "审核表"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/decision.h"
#include "engine/office/sheet.h"

namespace jiheng::intake {

struct SheetDecision {
  std::string id;         ///< 编号
  std::string table;      ///< 表
  std::string indicator;  ///< 指标
  std::string message;    ///< 发现
  model::Decision decision;
  int line = 0;  ///< row of the sheet
};

std::optional<std::vector<SheetDecision>> decisions_from_sheets(std::span<const office::Sheet> sheets);

}  // namespace jiheng::intake
