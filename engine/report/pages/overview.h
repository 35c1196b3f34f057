// engine/report/pages/overview.h: the overview of a department for a workbook: the projects with their sums, the ranking of
// lost points, what is 待核 and found. Every table is one of the page (department_tables.h, lost_points.h).
// Takes   scored cards with their departments. Gives  the sheets of the overview; never fails. Units  万元, points.
#pragma once

#include <span>
#include <vector>

#include "engine/report/pages/score_pages.h"
#include "engine/report/texts/table_sheet.h"
#include "engine/results/scores.h"

namespace jiheng::report {

/// Findings of the cards, errors and warnings, with the row they concern. A row that is 待核 has one. O(findings).
Table findings_table(std::span<const scoring::CardResult> cards);

/// 总览, 失分排行, 待核和发现; the last two are there, with a line that says so, where nothing was found.
std::vector<TableSheet> overview_of(const results::Scores& scores,
                                    const results::DepartmentScores& department, const ScoreFace& face);

}  // namespace jiheng::report
