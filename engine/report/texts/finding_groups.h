// engine/report/texts/finding_groups.h: the findings of a check as every face for people shows them: in groups, most severe first,
// with the same words for levels, places, states and counts.
// Takes   the findings of a check in their order.
// Gives   groups, counts and tables that point into them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/diag/catalogue.h"
#include "engine/report/texts/report.h"
#include "engine/results/findings.h"

namespace jiheng::report {

/// Several tables, one table, or what stands outside the tables.
struct FindingGroup {
  std::string title;                       ///< "几张表之间", "p26 培训补贴", "表以外"
  const model::Scorecard* card = nullptr;  ///< nullptr: no single table
  std::vector<const audit::Finding*> findings;
};

/// Several tables first, then table by table as read, then the rest; none is empty.
std::vector<FindingGroup> groups_of(const results::Checked& checked);

struct FindingCounts {
  std::array<std::size_t, 3> of = {};  ///< by severity
  std::size_t review = 0;              ///< of them 待核
};
FindingCounts counts_of(const std::vector<const audit::Finding*>& findings);
/// "错误 1 条，警告 2 条（其中待核 1 条）".
std::string to_text(const FindingCounts& counts);

/// "查了 27 张表，20 张单看没有发现；错误 1 条；另有 2 条已豁免（2023/豁免.yaml）。"
std::string summary_of(const results::Checked& checked);
/// "某局（2023 年度）：27 张表，错误 1 条" a unit, where there are several; what is between units is in none.
std::vector<std::string> unit_lines(const results::Checked& checked);
/// "新 1 条，仍在 2 条，已改 1 条。"
std::string summary_of(const audit::Comparison& comparison);

/// How many of each kind, most severe first, then by id.
Table kinds_of(const audit::Findings& findings);

/// What an earlier check had and this one has not; what was waived, why and by whom.
Table gone_table(const audit::Comparison& comparison);
Table waived_table(const std::vector<audit::Waived>& waived);

/// 新 or 仍在; empty where there is no earlier check.
std::string_view state_of(const results::Checked& checked, const audit::Finding& finding);
/// "警告，待核".
std::string level_of(const diag::CatalogueEntry& entry);
Mark mark_of(diag::Severity severity);
/// All places but the first (those of its file without the file's name), at most `most` of them and how many there are; empty for one place.
std::string other_places(const audit::Finding& finding, std::size_t most);
/// "p26 培训补贴"; "部门 某局 部门整体".
std::string title_of(const model::Scorecard& card);

}  // namespace jiheng::report
