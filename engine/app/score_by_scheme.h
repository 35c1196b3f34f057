// engine/app/score_by_scheme.h: cards of several schemes -> their results, in the order given.
// Cards of one scheme stand together in memory and are scored in one batch, or so many at a time where somebody waits.
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

class CardsByScheme {
 public:
  CardsByScheme(std::vector<SchemedCard> cards, const scoring::Context& context);

  std::size_t done() const { return done_; }
  std::size_t all() const { return scored_.results.size(); }
  /// The next ones, not more than so many; of one scheme only.
  void score(std::size_t most);
  /// With the rest.
  ScoredCards end();

 private:
  struct Group {
    const model::Scheme* scheme;
    std::vector<std::size_t> order;
    std::size_t done = 0;
  };
  scoring::Context context_;
  std::vector<Group> groups_;  ///< beside the cards
  ScoredCards scored_;
  std::size_t group_ = 0;  ///< that is being scored
  std::size_t done_ = 0;
};

ScoredCards score_by_scheme(std::vector<SchemedCard> cards, const scoring::Context& context);

}  // namespace jiheng::app
