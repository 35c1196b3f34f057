// engine/audit/arrange.h: findings as the families left them -> folded and in order.
// Takes   findings in any order.
// Gives   the same list, in place: one finding a cause.
#pragma once

#include "engine/audit/batch.h"
#include "engine/audit/finding.h"

namespace jiheng::audit {

/// Folds findings of one id and one cause, and says of how many tables and places it is; sorts by the table of the first place (as read; running text last), then
/// severity, certainty, place, id. O(n log n).
void arrange(const Batch& batch, Findings& findings);

/// True when its places are in more than one table.
bool concerns_several_tables(const Finding& finding);

}  // namespace jiheng::audit
