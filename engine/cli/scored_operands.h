// engine/cli/scored_operands.h: the files a command names, read and scored: what `score` and `report` begin with.
#pragma once

#include <optional>

#include "engine/app/score_paths.h"
#include "engine/cli/arguments.h"
#include "engine/cli/console.h"

namespace jiheng::cli {

struct ScoredOperands {
  app::ScoreOutcome outcome;  ///< at least one card
  bool complete = true;       ///< false: a file, card or scheme was left out; the exit code is 2 in the end
};

/// Takes --scheme and --rules; what is wrong is said on standard error. nullopt: there is nothing to show (exit 2).
std::optional<ScoredOperands> score_operands(const Arguments& arguments, Console& console);

/// 1 where a finding is at or above --fail-on, else 0.
int code_of(const report::Scores& scores, const Arguments& arguments);

}  // namespace jiheng::cli
