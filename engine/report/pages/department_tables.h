// engine/report/pages/department_tables.h: what every face says about the projects of a department: a line a project, sums
// and grades, the indicators several tables share.
// Takes   the scores of a batch and one of its departments.
// Gives   pieces of the report's tree.
// Units   money as on the cards, sums in 万元; points with the scheme's places.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "engine/report/texts/report.h"
#include "engine/results/scores.h"

namespace jiheng::report {

/// Judged rows of the card with this status.
std::size_t rows_with(const scoring::CardResult& card, target::Status status);

/// "部门整体：总分 100.00，等级 优，执行率 100%。": a scored card in one line.
std::string own_total(const scoring::CardResult& card);

/// Where the form of a card stands on a page that shows the forms of all.
std::string anchor_of_card(std::size_t index);

/// The cards of a department, its own first; its projects alone.
std::span<const scoring::CardResult> cards_of(const results::Scores& scores,
                                              const results::DepartmentScores& department);
std::span<const scoring::CardResult> projects_of(const results::Scores& scores,
                                                 const results::DepartmentScores& department);
/// Its own table; nullptr for none.
const scoring::CardResult* own_of(const results::Scores& scores, const results::DepartmentScores& department);

/// One line a project: money, rate, total, grade, what was claimed, rows missed and open. `linked`: its id leads to its
/// form.
Table projects_table(const results::Scores& scores, const results::DepartmentScores& department,
                     bool linked = false);

/// "98.37"; "92.00-97.00" where it is not exact. Weighted by money, 2 places.
std::string average_text(const scoring::Points& average);

/// Sums, average, grades and findings of the projects, a paragraph each.
void put_roll_up(Report& report, const results::DepartmentScores& department);

/// Heading and table of the indicators that stand in several tables, as one; nothing where there are none.
void put_shared_rows(Report& report, const scoring::RollUp& roll_up);

}  // namespace jiheng::report
