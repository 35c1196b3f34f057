// engine/report/pages/advice_pages.h: what `jiheng advise` gives, for people: in a terminal, as a page, as a workbook.
// Takes   results/advice.h. Fails  never.
// Source  docs/advise.md
#pragma once

#include <vector>

#include "engine/report/texts/report.h"
#include "engine/report/texts/table_sheet.h"
#include "engine/results/advice.h"

namespace jiheng::report {

/// The targets that are too low or too high with what was reached and what to write; then those that are ordinary, and
/// those that could not be compared, and why.
Report report_from_advice(results::AdviceItems items);

/// The same with a small chart of plan against result for each target that is too low or too high.
Report page_from_advice(results::AdviceItems items);

/// One row a target, with cells for the target decided on.
std::vector<TableSheet> sheets_from_advice(results::AdviceItems items);

}  // namespace jiheng::report
