// engine/app/card_from_table.h: a table that was read -> a scorecard that is as sound as one read from a file.
// Takes   one table.
// Gives   the card, its places in the document. One bad cell above or below the rows takes only that cell away.
// Fails   I104 for each number that is none (left out), I142 for each cell above or below the rows that is not sound (left
//         out), I143 for rows whose first level is unknown, I107 for a table that makes no sound scorecard.
#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/model/scorecard.h"

namespace jiheng::app {

diag::Result<model::Scorecard> card_from_table(const intake::Table& table);

}  // namespace jiheng::app
