// engine/report/pages/whatif_pages.h: what `jiheng whatif` gives, as a tree for people and as rows for spreadsheets.
// Takes   results/whatif.h, results/whatif_curves.h, results/simulation.h. Fails  never.
// Source  docs/whatif.md, docs/whatif-simulate.md
#pragma once

#include <vector>

#include "engine/report/texts/report.h"
#include "engine/results/simulation.h"
#include "engine/results/whatif.h"
#include "engine/results/whatif_curves.h"

namespace jiheng::report {

/// What was changed; the forms of the changed cards before and after, row by row, with the clauses; of a department the
/// totals of all cards. Several variations stand side by side.
Report report_from_whatif(const results::Whatif& whatif);
/// One row for each row, block and total of every card and variation.
Report rows_from_whatif(const results::Whatif& whatif);

/// The curve as a chart, the kinks by name, the points as a table; of two figures a grid.
Report report_from_sweep(const results::CardSweep& swept);
/// One row a value, or a crossing.
Report rows_from_sweep(const results::CardSweep& swept);

Report report_from_solve(const results::CardSolve& solved);
/// One row a stretch of values.
Report rows_from_solve(const results::CardSolve& solved);

Report report_from_sensitivity(const std::vector<results::CardSensitivity>& cards);
/// One row a figure.
Report rows_from_sensitivity(const std::vector<results::CardSensitivity>& cards);

/// Of one card its totals, grades, histogram and what drives them; of several a line a card, and the average of the
/// projects.
Report report_from_simulation(const results::Simulated& simulated);
/// One row for each total, grade, bin and uncertain value of every card.
Report rows_from_simulation(const results::Simulated& simulated);

}  // namespace jiheng::report
