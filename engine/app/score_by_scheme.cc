// Takes cards with their schemes, gives results in the same order. Leaves the batches themselves to scoring.
#include "engine/app/score_by_scheme.h"
#include "engine/explain/score.h"

#include <algorithm>
#include <utility>

namespace jiheng::app {

ScoredCards score_by_scheme(std::vector<SchemedCard> cards, const scoring::Context& context) {
  struct Group {
    const model::Scheme* scheme;
    std::vector<std::size_t> order;
  };
  std::vector<Group> groups;
  ScoredCards out;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const model::Scheme* scheme = cards[i].scheme;
    auto group =
        std::find_if(groups.begin(), groups.end(), [scheme](const Group& g) { return g.scheme == scheme; });
    if (group == groups.end()) {
      groups.push_back({scheme, {}});
      out.cards.push_back(std::make_unique<std::vector<model::Scorecard>>());
      group = groups.end() - 1;
    }
    group->order.push_back(i);
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    out.cards[g]->reserve(groups[g].order.size());
    for (const std::size_t i : groups[g].order) out.cards[g]->push_back(std::move(cards[i].card));
  }
  out.results.resize(cards.size());
  std::vector<SchemedCard>().swap(cards);  // moved away, one and all
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<scoring::CardResult> scored = explain::score(*groups[g].scheme, *out.cards[g], context);
    for (std::size_t i = 0; i < scored.size(); ++i) out.results[groups[g].order[i]] = std::move(scored[i]);
  }
  return out;
}

}  // namespace jiheng::app
