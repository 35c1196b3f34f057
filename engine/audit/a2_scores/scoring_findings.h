// engine/audit/a2_scores/scoring_findings.h: findings that scoring made (S…) or reading (T…) -> findings of the audit.
// Each thing is said once: where a family says it better, its finding stands in the place of scoring's.
// Takes   a batch whose results hold what reading and scoring said.
// Gives   findings behind those of the families.
#pragma once

#include "engine/audit/batch.h"
#include "engine/audit/finding.h"

namespace jiheng::audit {

/// Appends what the families have not said already; comes after them. The table of what replaces what is at the head
/// of the .cc file and in docs/audit.md.
void add_scoring_findings(const Batch& batch, Findings& findings);

}  // namespace jiheng::audit
