// engine/report/pages/self_report/open_items.h: the end of a draft: its blanks 〔请填写…〕, each with the part it stands in, and what is to be
// checked before it is submitted. Both parts are for the one who completes the draft, and go away with it.
// Takes   a report as far as it is written, and the cards it is about.
// Gives   the two parts at its end, or nothing.
#pragma once

#include <span>

#include "engine/report/texts/report.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// 待填写事项: every blank of the report so far (paragraphs and tables); nothing where there is none. O(length).
void put_blanks(Report& report);

/// 待核对事项: totals claimed otherwise, and errors and warnings (a 待核 row has one); nothing where there are none.
void put_doubts(Report& report, std::span<const scoring::CardResult> cards);

}  // namespace jiheng::report
