// engine/audit/a2_scores/scoring_findings.h: findings that scoring made (S…) or reading (T…) -> findings of the audit.
// Each thing is said once: what a family decides is left to it, by the same functions (scores.h, targets.h).
// Takes   a batch whose results hold what reading and scoring said.
// Gives   findings behind those of the families.
#pragma once

#include "engine/audit/batch.h"
#include "engine/audit/finding.h"

namespace jiheng::audit {

/// Appends what no family decides; comes after them. docs/audit.md says which those are.
void add_scoring_findings(const Batch& batch, Findings& findings);

}  // namespace jiheng::audit
