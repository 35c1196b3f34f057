// engine/scoring/rows.h: rows of indicators -> points. The lean half of scoring: numbers, many rows at once, nothing said.
// Takes   views: the indicator, what of its card its points depend on, its full marks.
// Gives   RowPoints, at most 128 bytes a row. What there is to say of one: explain/explain_row.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/base/decimal.h"
#include "engine/scoring/marks.h"
#include "engine/scoring/plan.h"
#include "engine/scoring/score.h"

namespace jiheng::scoring {

/// What of a card the points of its rows depend on.
struct CardFacts {
  std::optional<int> year;
  model::CardKind kind = model::CardKind::project;
  const model::Budget* budget = nullptr;  ///< amounts a 计算 may take
  std::optional<base::Decimal> rate;      ///< 执行率, a ratio
  base::Decimal left;                     ///< what rows without marks may share at most
  bool scored = true;                     ///< false: targets only; rows are read, not scored
};

/// One row to be scored. What it points to must outlive the call it is given to.
struct RowView {
  const model::Indicator* indicator = nullptr;
  const CardFacts* card = nullptr;
  const RowMarks* marks = nullptr;
};

struct RowPoints {
  Points score() const { return {low, high}; }
  ClausePiece piece() const;
  const model::Clause* clause_of(const Plan& plan) const {
    return clause < 0 ? nullptr : plan.clauses[static_cast<std::size_t>(clause)].clause;
  }

  base::Decimal low;
  base::Decimal high;
  base::Decimal full_marks;  ///< where has_full_marks
  base::Decimal attainment;  ///< percent, where has_attainment
  base::Decimal deviation;   ///< percent, where has_deviation
  base::Decimal units;       ///< ClausePiece::units, where has_units
  std::int16_t clause = -1;  ///< index into Plan::clauses; -1: none held
  std::int16_t step = -1;    ///< ClausePiece::step
  ClausePiece::End end = ClausePiece::End::inside;
  target::Status status = target::Status::undetermined;
  bool has_full_marks : 1 = false;
  bool has_attainment : 1 = false;
  bool has_deviation : 1 = false;
  bool has_units : 1 = false;
};
static_assert(sizeof(RowPoints) <= 128);

/// One result a row, in order; `out` is as long as `rows`. Never fails: what cannot be scored is a range. Linear.
void score_rows(const Plan& plan, std::span<const RowView> rows, const Context& context,
                std::span<RowPoints> out);

}  // namespace jiheng::scoring
