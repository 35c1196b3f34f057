// engine/scoring/reduced_claims.h: on a form without 分值, self scores that were reduced already, and their full marks.
// Takes   a card whose rows were scored with the self score as full marks, where the scheme says so (无分值时).
// Gives   rows whose self score is short of its full marks: what the goal (or the table) has left says so. A self score
//         that was reduced is not reduced again.
#pragma once

#include <span>
#include <vector>

#include "engine/scoring/card_batch.h"
#include "engine/scoring/marks.h"

namespace jiheng::scoring {

struct ReducedClaim {
  std::size_t row = 0;  ///< index into the rows
  ReducedMarks marks;
};

/// Points that are missing in a block belong to its rows that missed their target: to the only one; to several where
/// the rule takes off just as many from them (half a last place each is rounding); else nobody knows how they are shared.
/// Where neither the points of goals nor a total stand on the form, only what the rule takes off is believed.
std::vector<ReducedClaim> reduced_claims(const model::Scheme& scheme, const model::Scorecard& card,
                                         const CardMarks& marks, std::span<const CardRow> rows);

}  // namespace jiheng::scoring
