// engine/web/cells/row_facts.h: what 计算数据 of a row is to say (scoring/asked_data.h), a cell for each, and what comes of it.
// Takes   the row as it was scored last; the name of such a cell, 计算数据/追加数, and the text as typed.
// Gives   the cells, as the sheet of the empty workbook asks for them (report/forms/xlsx_from_form.cc), with what answers each
//         now; the row with the text; the formula that the scheme computes an actual value by.
// Fails   W104 nothing of that name is asked for; W105 the text answers nothing.
// Source  docs/standard-language.md, "计分"; docs/scheme-language.md, "计算"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/diag/diagnostic.h"
#include "engine/rulebook/language.h"
#include "engine/scoring/asked_data.h"
#include "engine/scoring/score.h"

namespace jiheng::web {

/// Type Fact of contract.json, one a cell.
base::Json facts_json(const scoring::IndicatorResult& row, const scoring::CardResult& result);

/// "(预算完成数/预算数)×100%"; with its figures and what they give, "(950÷1000)×100% = 95%", once all are there; "" of a row whose
/// actual value the scheme does not compute.
std::string formula_words(const scoring::ComputedActual& computed);

/// Whether the name is of such a cell; the text is then in the row, or a problem says why not.
bool put_fact(model::Indicator& row, const std::vector<scoring::AskedData>& asked, std::string_view name,
              const std::string& text, const rulebook::Language& language,
              std::vector<diag::Diagnostic>& problems);

}  // namespace jiheng::web
