// engine/report/simulation.h: what `jiheng whatif --simulate` found, and its faces.
// Source  docs/json.md, "whatif --simulate"
#pragma once

#include <string>

#include "engine/report/report.h"
#include "engine/whatif/simulate.h"
#include "engine/whatif/uncertain_cards.h"

namespace jiheng::report {

/// A view for the length of a call, of what its caller keeps.
struct SimulationFace {
  const whatif::UncertainCards& uncertain;
  const whatif::Simulation& simulation;
};

/// For people: of one card its totals, grades, histogram and what drives them; of several a line a card, and the average
/// of the projects.
Report report_from_simulation(const SimulationFace& face);

/// For spreadsheets: one row for each total, grade, bin and uncertain value of every card.
Report rows_from_simulation(const SimulationFace& face);

/// For programs: docs/json.md.
std::string json_from_simulation(const SimulationFace& face);

}  // namespace jiheng::report
