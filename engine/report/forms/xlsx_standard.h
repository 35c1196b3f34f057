// engine/report/forms/xlsx_standard.h: the row's own 评分标准 as a spreadsheet formula of its actual value.
// Takes   the standard with its answers, addresses of cells, and how the actual value reads now.
// Gives   an expression: points, not yet rounded. An error where the text leaves them open, for the sheet says 待核 there.
// Fails   nullopt: the points hang on more than the actual value (其他计算数据, the target, a person), or pass the full marks.
// Source  docs/report.md, "活的公式"
#pragma once

#include <optional>
#include <string>

#include "engine/report/forms/xlsx_formulas.h"
#include "engine/scoring/standard_row.h"

namespace jiheng::report {

std::optional<std::string> standard_expression(const scoring::StandardRow& row,
                                               const model::Indicator& indicator, const base::Decimal& full,
                                               const RowAddress& at);

}  // namespace jiheng::report
