// engine/explain/checks.h: what a scored card shows to be wrong or missing (S101…): findings of rows and of
// the card.
// Takes   results as scored and explained. Gives  their findings; never fails. Source  docs/findings/S*.md
#pragma once

#include "engine/scoring/marks.h"
#include "engine/scoring/score.h"

namespace jiheng::explain {

/// Of a row of a card that has results: all but its findings is there.
void check_row(const model::Scorecard& card, scoring::IndicatorResult& row);
/// Of the card as a whole: its sums are there.
void check_card(const scoring::CardMarks& marks, scoring::CardResult& result);

}  // namespace jiheng::explain
