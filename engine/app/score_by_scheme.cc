// Takes cards with their schemes, gives results in the same order. Leaves the batches themselves to scoring.
#include "engine/app/score_by_scheme.h"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/explain/score.h"

namespace jiheng::app {

CardsByScheme::CardsByScheme(std::vector<SchemedCard> cards, const scoring::Context& context)
    : context_(context) {
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const model::Scheme* scheme = cards[i].scheme;
    auto group =
        std::find_if(groups_.begin(), groups_.end(), [scheme](const Group& g) { return g.scheme == scheme; });
    if (group == groups_.end()) {
      groups_.push_back({scheme, {}});
      scored_.cards.push_back(std::make_unique<std::vector<model::Scorecard>>());
      group = groups_.end() - 1;
    }
    group->order.push_back(i);
  }
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    scored_.cards[g]->reserve(groups_[g].order.size());
    for (const std::size_t i : groups_[g].order) scored_.cards[g]->push_back(std::move(cards[i].card));
  }
  const std::size_t count = cards.size();
  std::vector<SchemedCard>().swap(cards);  // moved away, one and all
  scored_.results.resize(count);
}

void CardsByScheme::score(std::size_t most) {
  if (done_ == all()) return;
  while (groups_[group_].done == groups_[group_].order.size()) ++group_;
  Group& group = groups_[group_];
  const std::span<const model::Scorecard> cards = *scored_.cards[group_];
  const std::size_t count = std::min(most, cards.size() - group.done);
  std::vector<scoring::CardResult> results =
      explain::score(*group.scheme, cards.subspan(group.done, count), context_);
  for (scoring::CardResult& result : results) scored_.results[group.order[group.done++]] = std::move(result);
  done_ += count;
}

ScoredCards CardsByScheme::end() {
  while (done_ < all()) score(all());
  return std::move(scored_);
}

ScoredCards score_by_scheme(std::vector<SchemedCard> cards, const scoring::Context& context) {
  return CardsByScheme(std::move(cards), context).end();
}

}  // namespace jiheng::app
