// engine/report/pages/finding_pages.h: what `jiheng check` gives, for people: in a terminal, as a page, as a workbook.
// Takes   results/findings.h. Fails  never.
// Source  docs/audit.md
#pragma once

#include <vector>

#include "engine/report/texts/report.h"
#include "engine/report/texts/table_sheet.h"
#include "engine/results/findings.h"

namespace jiheng::report {

/// What concerns several tables, then table by table, most severe first, each with a summary line; last how many of each
/// kind.
Report report_from_findings(const results::Checked& checked);

/// As a page: the counts of each kind and table with links first, then the findings, table by table.
Report page_from_findings(const results::Checked& checked);

/// As a workbook for the review: 审核表 with one row a finding and cells for the reviewer's decision, 按表汇总, 按种类汇总, and
/// what was waived or is put right where there is any.
std::vector<TableSheet> sheets_from_findings(const results::Checked& checked);

/// A row a finding, as on 审核表, without the cells that are the reviewer's: for CSV.
Report rows_from_findings(const results::Checked& checked);

}  // namespace jiheng::report
