// engine/report/findings.h: what `jiheng check` found, and its faces.
// Source  docs/audit.md, docs/json.md "check"
#pragma once

#include <string>
#include <vector>

#include "engine/audit/baseline.h"
#include "engine/audit/waivers.h"
#include "engine/report/overview.h"
#include "engine/report/report.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// What a check gave, as every face takes it: a view for the length of a call, of what its caller keeps.
struct Checked {
  const std::vector<scoring::CardResult>& cards;
  const audit::Findings& findings;
  const std::vector<audit::Waived>& waived;
  const audit::Comparison* comparison = nullptr;  ///< with an earlier check; nullptr: none was asked for
};

/// For people: what concerns several tables, then table by table, most severe first, each with a summary line; last
/// how many of each kind.
Report report_from_findings(const Checked& checked);

/// As a page: the counts of each kind and table with links first, then the findings, table by table.
Report page_from_findings(const Checked& checked);

/// As a workbook for the review: 审核表 with one row a finding and cells for the reviewer's decision, 按表汇总, 按种类汇总, and
/// what was waived or is put right where there is any.
std::vector<TableSheet> sheets_from_findings(const Checked& checked);

/// For programs: design of docs/json.md.
std::string json_from_findings(const Checked& checked);

/// SARIF 2.1.0, with a fingerprint a finding keeps when its table is handed in again.
std::string sarif_from_findings(const Checked& checked);

}  // namespace jiheng::report
