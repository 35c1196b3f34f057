// engine/scoring/reading.h: the texts of one indicator -> what they say and how they compare.
// Takes   the row, its card (year, budget) and the scheme (bare numbers, 计算).
// Gives   target, actual, verdict, 完成率, 偏离度, and a finding for every remark of the readers, at its
// place.
#pragma once

#include "engine/scoring/score.h"

namespace jiheng::scoring {

/// Fills `result` from its row. Points are given later.
void read_row(const model::Scheme& scheme, const model::Scorecard& card, const model::Indicator& indicator,
              const Context& context, IndicatorResult& result);

/// What a target without a comparison sign means in this row.
target::BareMeaning bare_meaning(const model::Scheme& scheme, const model::Indicator& indicator,
                                 const target::Predicate& target);

/// The 计算 of the scheme that gives this row its actual value; nullptr where the printed one counts.
const model::Computed* computed_for(const model::Scheme& scheme, const model::Indicator& indicator);

}  // namespace jiheng::scoring
