// engine/report/forms/form_with_marks.h: a form without 分值 whose rows lost points, or have none yet -> the same with a column
// 分值 before 得分; with a column 评定 where a row has a judgement or is 不适用.
// The Hubei form prints 得分 alone: where it is less than the marks nobody could tell from the paper how much there was, and
// read back it would be taken for the marks. A workbook has both beside the printed form; Word and the page have nothing
// beside it.
// Takes   a form of form_from_card.h and the card it was made from.
// Gives   the form, one or two columns wider where that is needed.
#pragma once

#include "engine/report/forms/form.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// The form itself where it has 分值, or 得分 says as much (every row has its full marks), and no row has 评定.
/// `anyhow`: with 分值 even so, for somebody who is filling it in and had it before.
Form form_with_marks(Form form, const scoring::CardResult& card, bool anyhow = false);

}  // namespace jiheng::report
