// Takes cards, gives the numbers of every row. This file only leads them through the other files of the room:
//   marks.cc     full marks of every row                 execution.cc       amounts -> rate, points
//   row_batch.cc texts -> verdict -> columns -> points   reduced_claims.cc  self scores that were reduced already
#include "engine/scoring/card_batch.h"

#include <algorithm>
#include <utility>

#include "engine/scoring/reduced_claims.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

/// A card of targets only has nothing to score; one without indicators has its execution line.
bool has_any_result(const model::Scorecard& card) {
  std::size_t rows = 0;
  for (const model::Section& section : card.sections) {
    rows += section.indicators.size();
    for (const model::Indicator& i : section.indicators) {
      if (!i.actual.empty() || i.judged || !i.conditions.empty() || !i.inputs.empty() || !i.answers.empty())
        return true;
    }
  }
  return rows == 0 && card.budget.executed;
}

/// What rows without marks may share at most.
Decimal points_left(const model::Scheme& scheme, const CardMarks& marks) {
  const Decimal execution = scheme.execution ? scheme.execution->full_marks : Decimal(0);
  return std::max(scheme.total - execution - marks.printed_sum, Decimal(0));
}

}  // namespace

CardFacts facts_of(const model::Scheme& scheme, const model::Scorecard& card, const ExecutionRate& rate,
                   const CardMarks& marks) {
  return {card.year, card.kind, &card.budget, rate.ratio, points_left(scheme, marks), has_any_result(card)};
}

CardBatch::CardBatch(const Plan& plan, const Context& context, std::span<const model::Scorecard> cards)
    : cards_(cards.size()) {
  const model::Scheme& scheme = *plan.scheme;
  std::vector<RowView> views;
  for (std::size_t c = 0; c < cards.size(); ++c) {
    const model::Scorecard& card = cards[c];
    ScoredCard& scored = cards_[c];
    scored.card = &card;
    scored.rate = execution_rate(scheme, card.budget);
    scored.marks = full_marks(scheme, card);
    scored.facts = facts_of(scheme, card, scored.rate, scored.marks);
    if (scored.facts.scored) scored.execution = score_execution(scheme, card, scored.rate);
    scored.rows.reserve(scored.marks.rows.size());
    for (std::size_t s = 0; s < card.sections.size(); ++s) {
      for (std::size_t i = 0; i < card.sections[s].indicators.size(); ++i) {
        const RowMarks& marks = scored.marks.rows[scored.rows.size()];
        scored.rows.push_back({{s, i}, nullptr, views.size()});
        views.push_back({&card.sections[s].indicators[i], &scored.facts, &marks});
      }
    }
  }
  rows_ = std::make_unique<RowBatch>(plan, context, views);
  for (ScoredCard& scored : cards_) {
    for (CardRow& row : scored.rows) row.batch = rows_.get();
  }
  score_reduced_claims(plan, context);
}

/// Rows whose self score is not their full marks are scored again with what these are.
void CardBatch::score_reduced_claims(const Plan& plan, const Context& context) {
  std::vector<RowView> views;
  std::vector<CardRow*> rows;
  for (ScoredCard& scored : cards_) {
    if (!scored.facts.scored) continue;
    for (const ReducedClaim& reduced :
         reduced_claims(*plan.scheme, *scored.card, scored.marks, scored.rows)) {
      CardRow& row = scored.rows[reduced.row];
      RowMarks& marks = scored.marks.rows[reduced.row];
      scored.marks.printed_sum += reduced.marks.full - *row.work().full;
      marks.full = reduced.marks.full;
      marks.reduced = reduced.marks;
      if (!reduced.marks.sure()) scored.marks.complete = false;
      rows.push_back(&row);
      views.push_back({&row_of(*scored.card, row.id), &scored.facts, &marks});
    }
  }
  if (views.empty()) return;
  again_ = std::make_unique<RowBatch>(plan, context, views);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i]->batch = again_.get();
    rows[i]->at = i;
  }
}

}  // namespace jiheng::scoring
