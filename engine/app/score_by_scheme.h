// engine/app/score_by_scheme.h: cards of several schemes -> their results, in the order given.
// Cards of one scheme stand together in memory and are scored in one batch.
// Takes   cards, each with the scheme it is scored by.
// Gives   one result a card, in the order of the cards.
#pragma once

#include <memory>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::app {

struct SchemedCard {
  model::Scorecard card;
  const model::Scheme* scheme;  ///< outlives the results
};

/// Results point into the cards beside them.
struct ScoredCards {
  std::vector<std::unique_ptr<std::vector<model::Scorecard>>> cards;  ///< by scheme
  std::vector<scoring::CardResult> results;                           ///< as given
};

ScoredCards score_by_scheme(std::vector<SchemedCard> cards, const scoring::Context& context);

}  // namespace jiheng::app
