// engine/app/whatif_paths.h: cards of paths, scored as they are and with changes: what every mode of `jiheng whatif` begins
// with.
// Takes   what score_paths takes; settings (whatif/address.h), each the text of one argument; paths of scenario files.
// Fails   as score_paths; C101, L… of scenario files, W101-W106 of settings, C106 for a 方案 nobody has, W107 two scenarios
//         of one name: then there is nothing after.
#pragma once

#include <memory>
#include <vector>

#include "engine/app/score_paths.h"
#include "engine/results/whatif.h"

namespace jiheng::app {

struct WhatifRequest {
  ScoreRequest score;
  std::vector<std::shared_ptr<const base::Source>> settings;  ///< "受理案件数.完成=150": of every scenario
  std::vector<std::string> scenarios;                         ///< paths, among the files of `score`
};

/// The results point into the cards and schemes beside them: moving the whole is safe.
struct WhatifOutcome {
  ScoreOutcome before;
  std::vector<results::Variation>
      after;  ///< one a scenario, one without scenarios; none where something is wrong
  std::vector<std::unique_ptr<std::vector<model::Scorecard>>> changed_cards;
  std::vector<diag::Diagnostic> problems;  ///< of settings and scenarios
};

WhatifOutcome whatif_paths(const WhatifRequest& request, const rulebook::Language& language,
                           rulebook::Schemes schemes);
/// The same of cards that were read already; of the request, the score's paths are not read again.
WhatifOutcome whatif_cards(CardsRead read, const WhatifRequest& request, const rulebook::Language& language,
                           rulebook::Schemes schemes);

/// The card the first variation changes, changed; nullptr where it changes none or several.
const model::Scorecard* changed_card(const WhatifOutcome& outcome);

/// The cards of the results, as addresses speak of them.
std::vector<const model::Scorecard*> cards_of(const std::vector<scoring::CardResult>& results);

}  // namespace jiheng::app
