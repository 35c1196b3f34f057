// engine/report/forms/form_with_marks.h: a form without 分值 whose rows lost points -> the same with a column 分值 before 得分.
// The Hubei form prints 得分 alone: where it is less than the marks nobody could tell from the paper how much there was, and
// read back it would be taken for the marks. A workbook has them beside the printed form; Word has nothing beside it.
#pragma once

#include "engine/report/forms/form.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// The form itself where it has 分值, or 得分 says as much: every row that is scored has its full marks.
Form form_with_marks(Form form, const scoring::CardResult& card);

}  // namespace jiheng::report
