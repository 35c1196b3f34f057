// engine/scoring/card_batch.h: cards scored together, as numbers: marks, execution line, rows. Sums are totals.h's, words
// and whole results explain/score.h's.
// Takes   a plan and cards; both outlive the batch. Gives  numbers a row and a card; never fails. Units  points; rates are ratios.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/model/row_id.h"
#include "engine/scoring/execution.h"
#include "engine/scoring/row_batch.h"

namespace jiheng::scoring {

/// One row of a card, and where it was scored.
struct CardRow {
  const RowWork& work() const { return batch->work(at); }
  model::RowId id;
  RowBatch* batch = nullptr;
  std::size_t at = 0;
};

struct ScoredCard {
  const model::Scorecard* card = nullptr;
  CardFacts facts;
  ExecutionRate rate;
  std::optional<ExecutionResult> execution;  ///< without texts
  CardMarks marks;
  std::vector<CardRow> rows;  ///< sections one after another
};

/// The facts a card's rows are scored with.
CardFacts facts_of(const model::Scheme& scheme, const model::Scorecard& card, const ExecutionRate& rate,
                   const CardMarks& marks);

class CardBatch {
 public:
  /// The plan and the cards must outlive the batch.
  CardBatch(const Plan& plan, const Context& context, std::span<const model::Scorecard> cards);
  CardBatch(const CardBatch&) = delete;
  CardBatch& operator=(const CardBatch&) = delete;

  std::span<const ScoredCard> cards() const { return cards_; }

 private:
  void score_reduced_claims(const Plan& plan, const Context& context);

  std::vector<ScoredCard> cards_;
  std::unique_ptr<RowBatch> rows_;
  std::unique_ptr<RowBatch> again_;  ///< rows whose self score is not their full marks
};

}  // namespace jiheng::scoring
