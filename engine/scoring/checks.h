// engine/scoring/checks.h: what a scored card shows to be wrong or missing: findings of rows and of the card.
// Takes   a card with its points and sums.
// Gives   findings (S1xx) of its rows and of the card; no number changes.
// Source  docs/findings/S*.md
#pragma once

#include "engine/scoring/marks.h"
#include "engine/scoring/score.h"

namespace jiheng::scoring {

void check_rows(CardResult& result);
void check_card(const CardMarks& marks, CardResult& result);

}  // namespace jiheng::scoring
