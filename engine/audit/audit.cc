// Takes a batch, gives the findings of every family in one order. A new family is one line here.
#include "engine/audit/audit.h"

#include "engine/audit/arrange.h"
#include "engine/audit/scoring_findings.h"

namespace jiheng::audit {

Findings audit(const Batch& batch) {
  Findings findings;
  check_sums(batch, findings);
  check_scores(batch, findings);
  check_deviations(batch, findings);
  add_scoring_findings(batch, findings);
  arrange(batch, findings);
  return findings;
}

}  // namespace jiheng::audit
