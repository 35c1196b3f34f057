// engine/report/forms/form_from_card.h: one scored card -> its 自评表 as printed, in the layout its scheme names (表式).
// Takes   a card with or without actual values; an empty card gives the empty form.
// Gives   the words and rows of the form. A score that is not known stands as its range with 待核, never as one number; a
//         reason nobody gave as 〔请填写…〕; what the clerk wrote stands as written.
// Source  全国: 财预〔2020〕10号, 附表 项目支出绩效自评表; 湖北: 项目自评表, 部门整体绩效自评表 (2023); docs/report.md
#pragma once

#include "engine/report/forms/form.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

Form form_from_card(const scoring::CardResult& card);

}  // namespace jiheng::report
