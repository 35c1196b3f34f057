// engine/report/whatif.h: what `jiheng whatif` found, and its faces.
// Source  docs/json.md, "whatif"
#pragma once

#include <string>
#include <vector>

#include "engine/report/report.h"
#include "engine/report/scores.h"
#include "engine/whatif/difference.h"
#include "engine/whatif/overlay.h"

namespace jiheng::report {

/// The cards with some changes.
struct Variation {
  std::string name;  ///< of the scenario; empty for changes of the command line
  std::string note;  ///< 说明 of the scenario
  std::vector<whatif::Change> changes;
  std::vector<whatif::Setting> uncertain;     ///< of the scenario, for draws: no change
  Scores scores;                              ///< all cards, in the order of those before
  std::vector<whatif::CardDifference> cards;  ///< of each
};

/// A view for the length of a call, of what its caller keeps. The variations point into the scores before.
struct Whatif {
  const Scores& before;
  const std::vector<Variation>& after;  ///< at least one
};

/// For people: what was changed; the forms of the changed cards before and after, row by row, with the clauses; of a
/// department the totals of all cards. Several variations stand side by side.
Report report_from_whatif(const Whatif& whatif);

/// For spreadsheets: one row for each row, block and total of every card and variation.
Report rows_from_whatif(const Whatif& whatif);

/// For programs: docs/json.md.
std::string json_from_whatif(const Whatif& whatif);

}  // namespace jiheng::report
