// engine/app/advise_paths.h: tables of earlier years and the targets of a new one -> advice on each target.
// Takes   for each the paths score_paths takes; a file of choices (load/match_choices_from_yaml.cc), may be "". A card
//         without 单位名称 is taken to be of the one unit the others name.
// Fails   as score_paths; W160, W161 of choices, W162 a table that is of no earlier year, or of no year at all.
#pragma once

#include <string>
#include <vector>

#include "engine/app/score_paths.h"
#include "engine/whatif/advise/advise.h"

namespace jiheng::app {

struct AdviseRequest {
  ScoreRequest history;
  ScoreRequest targets;
  std::string choices;  ///< path, among the files of `targets`
};

/// The items point into the cards of the two: moving the whole is safe.
struct AdviseOutcome {
  ScoreOutcome history;
  ScoreOutcome targets;
  std::vector<whatif::Advice> items;
  std::vector<diag::Diagnostic> problems;  ///< of choices and years
};

/// The schemes twice: each side keeps its own.
AdviseOutcome advise_paths(const AdviseRequest& request, const rulebook::Language& language,
                           rulebook::Schemes of_history, rulebook::Schemes of_targets);
/// The same of tables that were read already; the schemes are those of `targets` in the end.
AdviseOutcome advise_cards(CardsRead history, CardsRead targets, const AdviseRequest& request,
                           const rulebook::Language& language, rulebook::Schemes schemes);

}  // namespace jiheng::app
