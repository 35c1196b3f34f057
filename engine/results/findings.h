// engine/results/findings.h: what `jiheng check` gives, as every face takes it.
// Takes   nothing; it points into the outcome of app/check_paths.h, which must outlive it.
// Source  docs/audit.md, docs/json.md "check"
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/audit/baseline.h"
#include "engine/audit/waivers.h"
#include "engine/model/decision.h"
#include "engine/scoring/score.h"

namespace jiheng::results {

/// The tables of one unit and year among several.
struct UnitTables {
  std::string name;  ///< 单位名称 of the first that has one; may be empty
  std::optional<int> year;
  std::set<const model::Scorecard*> cards;
};

struct Checked {
  const std::vector<scoring::CardResult>& cards;
  const audit::Findings& findings;
  const std::vector<audit::Waived>& waived;
  const audit::Comparison* comparison = nullptr;   ///< with an earlier check; nullptr: none was asked for
  const std::vector<UnitTables>* units = nullptr;  ///< where there are several
  const std::vector<model::Decision>* decisions = nullptr;  ///< of each finding; nullptr: nobody has begun
};

}  // namespace jiheng::results
