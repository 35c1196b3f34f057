// engine/report/json/findings_from_json.h: what `jiheng check --format json` wrote -> its findings, to compare with.
// Takes   the JSON of json_from_findings.cc; keys this program does not know are passed over.
// Fails   C111 no JSON (with line and column), or not the result of a check (with the name of the piece).
// Source  docs/json.md, "check"
#pragma once

#include <memory>
#include <vector>

#include "engine/audit/baseline.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::report {

diag::Result<std::vector<audit::Earlier>> findings_from_json(
    const std::shared_ptr<const base::Source>& source);

}  // namespace jiheng::report
