// Takes a scheme and cards, has their numbers worked out in chunks, on several threads, and puts them into words:
// card_batch.h -> explain_row.h, execution_words.h -> totals.h -> checks.h.
#include "engine/explain/score.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "engine/explain/checks.h"
#include "engine/explain/execution_words.h"
#include "engine/explain/explain_row.h"
#include "engine/scoring/card_batch.h"
#include "engine/scoring/totals.h"

namespace jiheng::explain {
namespace {

using scoring::CardResult;

/// Cards worked on together: enough rows to a column, few enough to stay in the cache.
constexpr std::size_t kChunkCards = 64;

CardResult result_of(const model::Scheme& scheme, const scoring::ScoredCard& scored,
                     const scoring::Context& context) {
  CardResult out;
  out.card = scored.card;
  out.scheme = &scheme;
  out.scored = scored.facts.scored;
  out.execution = scored.execution;
  if (out.execution) explain_execution(scheme, *scored.card, scored.rate, *out.execution);
  out.indicators.reserve(scored.rows.size());
  for (const scoring::CardRow& row : scored.rows)
    out.indicators.push_back(explain_row(*row.batch, row.at, *scored.card, row.id, context));
  if (out.scored) {
    scoring::add_up(scheme, scored.marks, scored.rate.ratio, out);
    if (out.cap) out.cap_why = cap_words(*out.cap, scheme.rounding);
  }
  check_card(scored.marks, out);
  return out;
}

}  // namespace

std::vector<CardResult> score(const model::Scheme& scheme, std::span<const model::Scorecard> cards,
                              const scoring::Context& context) {
  return score(scoring::Plan(scheme, &context.words), cards, context);
}

std::vector<CardResult> score(const scoring::Plan& plan, std::span<const model::Scorecard> cards,
                              const scoring::Context& context) {
  std::vector<CardResult> results(cards.size());
  const std::size_t chunks = (cards.size() + kChunkCards - 1) / kChunkCards;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t chunk = next++; chunk < chunks; chunk = next++) {
      const std::size_t from = chunk * kChunkCards;
      const scoring::CardBatch batch(plan, context,
                                     cards.subspan(from, std::min(kChunkCards, cards.size() - from)));
      for (std::size_t c = 0; c < batch.cards().size(); ++c)
        results[from + c] = result_of(*plan.scheme, batch.cards()[c], context);
    }
  };
  const std::size_t helpers = std::min<std::size_t>(context.threads, chunks);
  std::vector<std::thread> threads;
  for (std::size_t t = 1; t < helpers; ++t) threads.emplace_back(work);
  work();
  for (std::thread& t : threads) t.join();
  return results;
}

}  // namespace jiheng::explain
