// engine/results/simulation.h: what `jiheng whatif --simulate` gives.
// Takes   nothing; it points into the draws, which must outlive it. Source  docs/json.md, "whatif --simulate"
#pragma once

#include "engine/whatif/draws/simulate.h"
#include "engine/whatif/draws/uncertain_cards.h"

namespace jiheng::results {

struct Simulated {
  const whatif::UncertainCards& uncertain;
  const whatif::Simulation& simulation;
};

}  // namespace jiheng::results
