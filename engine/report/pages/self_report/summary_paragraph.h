// engine/report/pages/self_report/summary_paragraph.h: the paragraph about one project in the published final accounts (部门决算中项目绩效自评结
// 果): 项目全年预算数为…万元，执行数为…万元，完成预算…%。主要产出和效益：一是…。发现的问题及原因：…。下一步改进措施：….
// Gives   facts only: what was completed with a figure, what was missed, reasons and measures as the table gives them;
//         〔请填写：…〕 where a person must write, and every such blank in a list at the end.
// Source  docs/report.md, "决算摘要"
#pragma once

#include <string>

#include "engine/report/texts/report.h"
#include "engine/results/scores.h"

namespace jiheng::report {

/// "就业专项资金县级配套：项目全年预算数为 10 万元，…".
std::string summary_paragraph(const scoring::CardResult& card);

/// One numbered paragraph a project; a department's own table is not among them.
Report summary_report(const results::Scores& scores);

}  // namespace jiheng::report
