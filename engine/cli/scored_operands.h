// engine/cli/scored_operands.h: the files a command names, read and scored: what `score`, `report`, `check` and `whatif` begin with.
// Takes   the arguments: operands, --scheme, --rules.
// Gives   cards with their results, in the order they were read.
// Fails   what is wrong is said on standard error; nullopt where nothing is left to show.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/app/score_paths.h"
#include "engine/cli/arguments.h"
#include "engine/cli/console.h"

namespace jiheng::cli {

/// What the command line asks to be read, and the rules to read it by.
struct Operands {
  app::ScoreRequest request;
  rulebook::Language language;
  rulebook::Schemes schemes;
};

/// Takes the operands, --scheme and --rules; what is wrong is said on standard error. nullopt: nothing can be done (exit
/// 2).
std::optional<Operands> read_operands(const Arguments& arguments, Console& console);

/// Says what was wrong with the files and how much was read, `cards` with results among it. False: something was left out, or there is no card at all.
bool say_what_was_read(const app::ScoreOutcome& outcome, std::size_t cards, Console& console);
inline bool say_what_was_read(const app::ScoreOutcome& outcome, Console& console) {
  return say_what_was_read(outcome, outcome.scores.cards.size(), console);
}

struct ScoredOperands {
  app::ScoreOutcome outcome;  ///< at least one card
  bool complete = true;       ///< false: a file, card or scheme was left out; the exit code is 2 in the end
};

/// read_operands, scored. nullopt: there is nothing to show (exit 2).
std::optional<ScoredOperands> score_operands(const Arguments& arguments, Console& console);

/// 1 where a finding is at or above --fail-on, else 0.
int code_of(const results::Scores& scores, const Arguments& arguments);

}  // namespace jiheng::cli
