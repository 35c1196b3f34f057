// engine/results/whatif_curves.h: what `jiheng whatif --sweep`, `--solve` and `--sensitivity` give.
// Takes   nothing; app fills it. Source  docs/json.md, "whatif --sweep" …
#pragma once

#include <optional>

#include "engine/scoring/score.h"
#include "engine/whatif/curves/sensitivity.h"
#include "engine/whatif/curves/solve.h"
#include "engine/whatif/curves/sweep.h"

namespace jiheng::results {

/// Of one figure, or of two.
struct CardSweep {
  const scoring::CardResult* card = nullptr;
  std::optional<whatif::Sweep> one;
  std::optional<whatif::SweepGrid> two;
};

struct CardSolve {
  const scoring::CardResult* card = nullptr;
  whatif::Solve solve;
};

struct CardSensitivity {
  const scoring::CardResult* card = nullptr;
  whatif::Sensitivity sensitivity;
};

}  // namespace jiheng::results
