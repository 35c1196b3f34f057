// engine/cli/whatif_job.h: what every mode of `jiheng whatif` begins with: cards read, scored, changed by --set.
// A mode is a function in a file of its own (whatif_….cc), declared here, with one line in kModes of run_whatif.cc and its
// options in the table of commands.
// Takes   the arguments of `jiheng whatif`.
// Gives   scored cards, before and after --set.
// Fails   what is wrong is said on standard error; nullopt where nothing is left to show.
// Source  docs/whatif.md
#pragma once

#include <optional>

#include "engine/app/whatif_paths.h"
#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/cli/result_output.h"

namespace jiheng::cli {

struct WhatifJob {
  rulebook::Language language;
  app::WhatifOutcome outcome;  ///< at least one card before, and one variation after
  unsigned threads = 1;
  bool complete = true;  ///< false: a file, card or scheme was left out; the exit code is 2 in the end

  /// The cards a mode begins from: with the changes of --set.
  const results::Scores& scores() const { return outcome.after.front().scores; }
  scoring::Context context() const { return {language.units, language.words, threads, &language.names}; }
};

/// nullopt, and said: there is nothing to show (exit 2).
std::optional<WhatifJob> whatif_job(const Arguments& arguments, Console& console);

/// The modes; each gives the exit code.
int run_simulate(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output);
int run_sweep(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output);
int run_solve(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output);
int run_sensitivity(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output);

}  // namespace jiheng::cli
