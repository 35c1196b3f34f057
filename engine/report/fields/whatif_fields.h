// engine/report/fields/whatif_fields.h: a line of a card before and after, and what JSON and CSV show of it.
// Takes   texts/whatif_lines.h. Gives  in JSON only exact points, null else, with both ends beside them; in a cell the range.
// Source  docs/json.md, "whatif"; docs/whatif.md
#pragma once

#include <span>

#include "engine/report/fields/field.h"
#include "engine/report/texts/whatif_lines.h"
#include "engine/results/whatif.h"

namespace jiheng::report {

struct WhatifRow {
  const results::Variation& variation;
  const whatif::CardDifference& card;
  const WhatifLine& line;
};

/// Keys are those of an indicator; columns those of every line.
std::span<const Field<WhatifRow>> whatif_fields();

/// The points of a side: "4.00" where they are exact, else null; their ends, null where there are none.
base::Json exact_json(const LineSide& side);
base::Json low_json(const LineSide& side);
base::Json high_json(const LineSide& side);
/// "1.20", "-0.50"; null where one side is not exact.
base::Json difference_json(const LineSide& before, const LineSide& after);

/// Of them the points before and after, which lines of every kind have in JSON.
std::span<const Field<WhatifRow>> whatif_side_fields();

}  // namespace jiheng::report
