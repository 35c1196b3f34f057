// engine/results/findings.h: what `jiheng check` gives, as every face takes it.
// Takes   nothing; it points into the outcome of app/check_paths.h, which must outlive it.
// Source  docs/audit.md, docs/json.md "check"
#pragma once

#include <vector>

#include "engine/audit/baseline.h"
#include "engine/audit/waivers.h"
#include "engine/scoring/score.h"

namespace jiheng::results {

struct Checked {
  const std::vector<scoring::CardResult>& cards;
  const audit::Findings& findings;
  const std::vector<audit::Waived>& waived;
  const audit::Comparison* comparison = nullptr;  ///< with an earlier check; nullptr: none was asked for
};

}  // namespace jiheng::results
