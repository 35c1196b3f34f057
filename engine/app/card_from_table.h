// engine/app/card_from_table.h: a table that was read -> a scorecard that is as sound as one read from a file.
// Takes   one table.
// Fails   I104 for each number that is none (left out), I107 for a table that makes no valid scorecard.
#pragma once

#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/model/scorecard.h"

namespace jiheng::app {

struct TableCard {
  model::Scorecard card;  ///< its places are those of the document
  std::string yaml;       ///< the same as a scorecard file
};

diag::Result<TableCard> card_from_table(const intake::Table& table);

}  // namespace jiheng::app
