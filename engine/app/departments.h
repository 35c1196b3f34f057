// engine/app/departments.h: scored cards -> the units they are of, a summary for each, every table counted once.
// A unit is told by 主管部门 of its projects, else by 单位名称; 局 and 某县某局 of one batch are one. Tables without either are of
// the one unit there is. Of one unit each year is a department of its own.
// Takes   results of scoring: departments' own tables first, then projects.
// Fails   C107 two own tables of one unit and year: no summary. C112 a table that was handed in twice.
#pragma once

#include <span>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/results/findings.h"
#include "engine/results/scores.h"

namespace jiheng::app {

/// Takes away the second of two tables that say the same (audit/a6_between/twice.h), and says so; two versions of one table
/// both stay, which is said too. Tables that are given different 编号 are two. O(n log n).
void leave_out_tables_twice(std::vector<scoring::CardResult>& cards, std::vector<diag::Diagnostic>& problems);

/// Unit by unit, in the order the units are first met; within one as they were. One unit: nothing moves. O(cards × units).
void put_units_together(std::vector<scoring::CardResult>& cards);

/// The units of a check, in the order they are first met; none where there is one alone.
std::vector<results::UnitTables> several_units(const std::vector<scoring::CardResult>& cards);

/// A summary of each unit and year with two cards and more. The cards stand together.
std::vector<results::DepartmentScores> departments_of(const std::vector<scoring::CardResult>& cards,
                                                      const scoring::Context& context,
                                                      std::vector<diag::Diagnostic>& problems);

}  // namespace jiheng::app
