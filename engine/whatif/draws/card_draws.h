// engine/whatif/draws/card_draws.h: one card made ready for draws: points of every value as whole numbers, looked up and summed
// in blocks.
// Takes   a card, its scheme and what is uncertain on it.
// Gives   the totals of any block of draws.
// Units   points in units of 10^-places().
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/whatif/curves/row_points.h"
#include "engine/whatif/draws/simulate.h"

namespace jiheng::whatif {

/// A row whose points vary, or the execution line (row is nullptr).
struct VaryingLine {
  const scoring::IndicatorResult* row = nullptr;
  const UncertainValue* value = nullptr;  ///< nullptr: only 执行数 moves it
  std::size_t column = 0;                 ///< of the scenario matrix, where value is there
  std::uint32_t count = 1;                ///< its own values
  bool by_budget = false;                 ///< its points are a table: values of 执行数 x its own
  std::vector<base::Int128> low;          ///< points, [step of 执行数 x count + own step]
  std::vector<base::Int128> high;         ///< empty: as low
};

/// The stream of draws of one value: the card's place among all cards, then section and row (预算.执行数: 0). The same value
/// is drawn the same whatever else is uncertain.
std::uint64_t stream_of(std::size_t card, const Spot& spot);

class CardDraws {
 public:
  /// `ordinal` is the card's place among all cards: its draws are its own. The input must outlive the draws.
  CardDraws(const UncertainCard& input, std::size_t ordinal, const SimulationOptions& options,
            const scoring::Context& context);
  CardDraws(const UncertainCard&&, std::size_t, const SimulationOptions&, const scoring::Context&) = delete;
  CardDraws(const CardDraws&) = delete;
  CardDraws& operator=(const CardDraws&) = delete;

  const std::vector<diag::Diagnostic>& problems() const { return problems_; }
  const scoring::CardResult& result() const { return result_; }
  const std::vector<VaryingLine>& lines() const { return lines_; }
  int places() const { return places_; }
  std::uint32_t budget_values() const { return static_cast<std::uint32_t>(execution_.size()); }
  bool exact() const { return exact_; }
  /// True where draws make a total at all.
  bool scored() const { return result_.scored; }

  /// Totals of the draws `first` …, as coefficients at the scheme's places. Any thread; `first` is even.
  void totals(std::uint64_t first, std::span<std::int64_t> low, std::span<std::int64_t> high) const;

 private:
  void find_lines();
  void score_lines();
  void to_whole_numbers(const std::vector<std::vector<scoring::Points>>& points);

  const UncertainCard& input_;
  std::size_t ordinal_;
  SimulationOptions options_;
  scoring::Context context_;
  model::Scorecard card_;  ///< blank spots that are drawn have their first value
  scoring::CardResult result_;
  const UncertainValue* executed_ = nullptr;
  std::size_t executed_column_ = 0;
  std::vector<ExecutionPoints> execution_;
  std::vector<const UncertainValue*> columns_;  ///< of the scenario matrix
  std::vector<VaryingLine> lines_;
  std::vector<diag::Diagnostic> problems_;
  base::Int128 fixed_low_ = 0;
  base::Int128 fixed_high_ = 0;
  int places_ = 0;
  bool marks_complete_ = true;
  bool exact_ = true;
};

}  // namespace jiheng::whatif
