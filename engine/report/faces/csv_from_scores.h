// engine/report/faces/csv_from_scores.h: scores -> CSV, for spreadsheets: one row an indicator, execution line and total.
// Takes   results/scores.h.
// Gives   UTF-8 without BOM, a card at a time; quoting as csv_from_report.h.
// Source  docs/report.md
#pragma once

#include "engine/report/texts/card_face.h"

namespace jiheng::report {

const CardFace& csv_of_cards();

}  // namespace jiheng::report
