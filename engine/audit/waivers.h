// engine/audit/waivers.h: findings without the places somebody lets pass.
// Takes   findings before they are folded, so that a message never speaks of a place that was waived.
// Gives   A901 (in the findings) for a waiver that matches nothing.
// Source  docs/audit.md, "豁免"
#pragma once

#include <span>
#include <vector>

#include "engine/audit/batch.h"
#include "engine/audit/finding.h"
#include "engine/model/waiver.h"

namespace jiheng::audit {

struct Waived {
  Finding finding;  ///< with its waived places only
  const model::Waiver* waiver = nullptr;
};

/// Within one table a waiver of the place where a finding is listed lets the whole of it pass, one of another place that
/// place. Of a finding over several tables it takes its place away, and the finding with it where fewer than two are left.
/// Waivers must outlive the result. O(places + waivers).
std::vector<Waived> waive(const Batch& batch, std::span<const model::Waiver> waivers, Findings& findings);

}  // namespace jiheng::audit
