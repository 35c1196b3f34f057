// Takes a batch, gives the findings of every family in one order. A new family is one line here.
#include "engine/audit/audit.h"

#include <utility>

#include "engine/audit/a2_scores/scoring_findings.h"
#include "engine/audit/arrange.h"
#include "engine/audit/claims.h"

namespace jiheng::audit {

Findings claims_of(const Table& table) {
  Findings findings;
  check_claimed_sums(table, findings);
  check_claimed_points(table, findings);
  check_reasons(table, Reasons::asked_by_clause, findings);
  return findings;
}

Findings audit(const Batch& batch) { return audit(batch, {}).findings; }

Audit audit(const Batch& batch, std::span<const model::Waiver> waivers) {
  Findings findings;
  check_sums(batch, findings);
  check_scores(batch, findings);
  check_deviations(batch, findings);
  check_targets(batch, findings);
  check_units(batch, findings);
  check_years(batch, findings);
  check_between(batch, findings);
  check_prose(batch, findings);
  add_scoring_findings(batch, findings);
  std::vector<Waived> waived = waive(batch, waivers, findings);
  arrange(batch, findings);
  return {std::move(findings), std::move(waived)};
}

}  // namespace jiheng::audit
