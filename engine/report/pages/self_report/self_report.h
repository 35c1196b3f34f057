// engine/report/pages/self_report/self_report.h: scored tables -> the 自评报告 in the outline of their scheme (model/report_outline.h).
// Takes   scores; each department with its projects gives one report, tables without a department one each.
// Gives   facts only: figures as scored, reasons and measures as the tables give them. What only people can write stands
//         as 〔请填写：…〕, and every such blank once more in the list at the end, with the part it stands in. What is
//         待核, or was claimed and does not follow, is listed behind it.
// Source  docs/report.md, "自评报告"
#pragma once

#include "engine/report/texts/report.h"
#include "engine/results/scores.h"

namespace jiheng::report {

/// O(rows). An empty Scores gives an empty report.
Report self_report(const results::Scores& scores);

}  // namespace jiheng::report
