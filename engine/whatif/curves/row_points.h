// engine/whatif/curves/row_points.h: the points of a row, or of the execution line, for each value it may have.
// Inside  one line a value, scored by scoring::score_rows as any row is. No rule of scoring is written here.
// Takes   a scored card, one of its rows, and values that may stand there.
// Gives   the points of each value, in their order.
// Units   points, low and high end.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/scheme.h"
#include "engine/scoring/execution.h"
#include "engine/scoring/score.h"
#include "engine/whatif/draws/uncertainty.h"

namespace jiheng::whatif {

/// True where clauses are asked for the points of this row: not for 不适用, long-term goals and rows without 分值, whose points
/// are the same whatever their value.
bool depends_on_actual(const scoring::CardResult& result, const scoring::IndicatorResult& row);

/// True where the points of this row may change with 预算.执行数 (a clause names 执行率, or 计算 takes an amount).
bool depends_on_budget(const model::Scheme& scheme, const model::Indicator& row);

/// The points of one row of a scored card for each of its values; for the one on the form where `values` is nullptr.
/// `budget` stands in place of the card's.
std::vector<scoring::Points> points_of_row(const scoring::CardResult& result,
                                           const scoring::IndicatorResult& row, const model::Budget& budget,
                                           const PossibleValues* values, const scoring::Context& context);

/// The execution line for one amount executed.
struct ExecutionPoints {
  model::Budget budget;
  std::optional<base::Decimal> ratio;
  scoring::Points points;  ///< 0 where the scheme has no execution line
};
std::vector<ExecutionPoints> points_of_execution(const model::Scheme& scheme, const model::Scorecard& card,
                                                 const PossibleValues* values);

}  // namespace jiheng::whatif
