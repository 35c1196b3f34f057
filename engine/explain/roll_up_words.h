// engine/explain/roll_up_words.h: the sentences about a department's summary (scoring/score.h, roll_up).
// Takes   the summary and the projects it was made of. Fails never.
// Source  design 5; docs/findings/S117.md
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::explain {

/// How a shared row was brought together: "3 张表按金额平均".
std::string roll_up_words(const scoring::RollUpRow& row);

/// What is in no sum or average, with its reason (S117): projects without a 预算数 or 执行数, in their order, then
/// indicators whose units do not convert.
std::vector<diag::Diagnostic> roll_up_findings(std::span<const scoring::CardResult> projects,
                                               const scoring::RollUp& roll_up);

}  // namespace jiheng::explain
