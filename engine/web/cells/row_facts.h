// engine/web/cells/row_facts.h: what a row's own 评分标准 asks for beside its actual value (计算数据), a cell for each.
// Takes   the row as it was scored last; the name of such a cell, 计算数据/追加数, and the text as typed.
// Gives   the cells, as the sheet of the empty workbook asks for them (report/forms/xlsx_from_form.cc), with what answers each
//         now; the row with the text.
// Fails   W104 nothing of that name is asked for; W105 the text answers nothing.
// Source  docs/standard-language.md, "计分"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/diag/diagnostic.h"
#include "engine/rulebook/language.h"
#include "engine/scoring/score.h"

namespace jiheng::web {

/// Type Fact of contract.json. One need that the actual value can answer has no cell: it is that cell.
base::Json facts_json(const scoring::IndicatorResult& result, const model::Indicator& row);

/// Whether the name is of such a cell; the text is then in the row, or a problem says why not.
bool put_fact(model::Indicator& row, const scoring::StandardRow* own, std::string_view name,
              const std::string& text, const rulebook::Language& language,
              std::vector<diag::Diagnostic>& problems);

}  // namespace jiheng::web
