// engine/results/whatif.h: what `jiheng whatif` gives: the cards as they are and with changes.
// Takes   nothing; app fills it. Source  docs/json.md, "whatif"
#pragma once

#include <string>
#include <vector>

#include "engine/results/scores.h"
#include "engine/whatif/overlay/difference.h"
#include "engine/whatif/overlay/overlay.h"

namespace jiheng::results {

/// The cards with some changes.
struct Variation {
  std::string name;  ///< of the scenario; empty for changes of the command line
  std::string note;  ///< 说明 of the scenario
  std::vector<whatif::Change> changes;
  std::vector<whatif::Setting> uncertain;     ///< of the scenario, for draws: no change
  Scores scores;                              ///< all cards, in the order of those before
  std::vector<whatif::CardDifference> cards;  ///< of each
};

/// The variations point into the scores before.
struct Whatif {
  const Scores& before;
  const std::vector<Variation>& after;  ///< at least one
};

}  // namespace jiheng::results
