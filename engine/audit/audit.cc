// Takes a batch, gives the findings of every family in one order. A new family is one line here.
#include "engine/audit/audit.h"

#include <array>
#include <utility>

#include "engine/audit/a2_scores/scoring_findings.h"
#include "engine/audit/arrange.h"
#include "engine/audit/claims.h"

namespace jiheng::audit {
namespace {

using Family = void (*)(const Batch&, Findings&);
constexpr std::array<Family, 9> kFamilies = {check_sums,    check_scores, check_deviations,
                                             check_targets, check_units,  check_years,
                                             check_between, check_prose,  add_scoring_findings};

}  // namespace

Findings claims_of(const Table& table) {
  Findings findings;
  check_claimed_sums(table, findings);
  check_claimed_points(table, findings);
  check_reasons(table, Reasons::asked_by_clause, findings);
  return findings;
}

Findings audit(const Batch& batch) { return audit(batch, {}).findings; }

Audit audit(const Batch& batch, std::span<const model::Waiver> waivers) {
  return AuditInSteps(batch, waivers).end();
}

std::size_t AuditInSteps::all() { return kFamilies.size(); }

void AuditInSteps::step() {
  if (done_ < all()) kFamilies[done_++](batch_, findings_);
}

Audit AuditInSteps::end() {
  while (done_ < all()) step();
  std::vector<Waived> waived = waive(batch_, waivers_, findings_);
  arrange(batch_, findings_);
  return {std::move(findings_), std::move(waived)};
}

}  // namespace jiheng::audit
