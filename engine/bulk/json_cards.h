// engine/bulk/json_cards.h: lines of JSON, a card a line -> the lines of their results.
// Takes   a block of a file whose head says `cards`.
// Gives   as block_scorer.h; cards in the order of their lines.
// Fails   B102 a line that is no JSON object or a card without id, B103 no scheme, L… as rulebook/json/card_from_json.h.
// Source  docs/bulk.md
#pragma once

#include "engine/bulk/block_scorer.h"

namespace jiheng::bulk {

BlockResult score_json_cards(const Block& block, SchemeShelf& shelf, const scoring::Context& context,
                             const BulkOptions& options);

}  // namespace jiheng::bulk
