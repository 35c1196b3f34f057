// engine/report/whatif_curves.h: what `jiheng whatif --sweep`, `--solve` and `--sensitivity` found, and its faces.
// Source  docs/json.md, "whatif --sweep" …
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/report/report.h"
#include "engine/whatif/sensitivity.h"
#include "engine/whatif/solve.h"
#include "engine/whatif/sweep.h"

namespace jiheng::report {

/// Of one figure, or of two.
struct CardSweep {
  const scoring::CardResult* card = nullptr;
  std::optional<whatif::Sweep> one;
  std::optional<whatif::SweepGrid> two;
};

/// The curve as a chart, the kinks by name, the points as a table; of two figures a grid.
Report report_from_sweep(const CardSweep& swept);
/// For spreadsheets: one row a value, or a crossing.
Report rows_from_sweep(const CardSweep& swept);
std::string json_from_sweep(const CardSweep& swept);

struct CardSolve {
  const scoring::CardResult* card = nullptr;
  whatif::Solve solve;
};

Report report_from_solve(const CardSolve& solved);
/// One row a stretch of values.
Report rows_from_solve(const CardSolve& solved);
std::string json_from_solve(const CardSolve& solved);
/// What the answer is and why there is none, in whole sentences.
std::string why_of(const CardSolve& solved);

struct CardSensitivity {
  const scoring::CardResult* card = nullptr;
  whatif::Sensitivity sensitivity;
};

Report report_from_sensitivity(const std::vector<CardSensitivity>& cards);
/// One row a figure.
Report rows_from_sensitivity(const std::vector<CardSensitivity>& cards);
std::string json_from_sensitivity(const std::vector<CardSensitivity>& cards);

}  // namespace jiheng::report
