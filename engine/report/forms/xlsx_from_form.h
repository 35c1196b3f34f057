// engine/report/forms/xlsx_from_form.h: forms -> a workbook: one sheet a form, live formulas, and what stands behind them.
// Takes   scored cards; each becomes its form (form_from_card.h).
// Gives   the bytes of an .xlsx, the same for the same cards. Sheets: 总览 (of several cards), the forms, 计分说明, 偏差说明,
//         计算. What a formula gives now is kept beside it and is scoring's figure.
// Fails   nullopt where the workbook cannot be written.
// Source  docs/report.md
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/results/scores.h"

namespace jiheng::report {

std::optional<std::string> xlsx_from_scores(const results::Scores& scores);

/// Forms to fill in, of cards without actual values: inputs coloured and not locked, formulas that score what is filled in.
/// `units`: those a formula may compare; other texts are 待核 until they are scored.
std::optional<std::string> xlsx_template(const results::Scores& forms, const std::vector<std::string>& units);

}  // namespace jiheng::report
