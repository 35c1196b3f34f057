// engine/report/advice.h: what `jiheng advise` found, and its faces.
// Takes   the items of whatif/advise.h, the most telling first.
// Source  docs/json.md, "advise"; docs/advise.md
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/report/overview.h"
#include "engine/report/report.h"
#include "engine/whatif/advise.h"

namespace jiheng::report {

using AdviceItems = std::span<const whatif::Advice>;

/// For people: the targets that are too low or too high with what was reached and what to write; then those that are
/// ordinary, and those that could not be compared, and why.
Report report_from_advice(AdviceItems items);

/// The same with a small chart of plan against result for each target that is too low or too high.
Report page_from_advice(AdviceItems items);

/// For programs: docs/json.md.
std::string json_from_advice(AdviceItems items);

/// For a workbook: one row a target, with cells for the target decided on.
std::vector<TableSheet> sheets_from_advice(AdviceItems items);

}  // namespace jiheng::report
