// engine/whatif/draws/simulate.h: many draws of uncertain actual values, and what they make of the totals.
// Takes   cards with their schemes and what is uncertain on each; all other values stay as they are.
// Gives   the distribution of every card's total and grade, and which values drive it. Rows that are 待核 stay ranges: the
//         low ends and the high ends of the totals are two distributions.
// Inside  each value a row may have is scored once by scoring::score, all of them as one column; a block of draws is a
//         matrix of steps (draws x values), whose points are looked up and summed exactly. O(draws x values + values of all
//         rows); memory is one block a thread and one sum a draw. The answer does not depend on the threads.
// Fails   W144 draws out of bounds, W145 too many pairs of values, W146 points too large to add
// Source  docs/whatif-simulate.md
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/scheme.h"
#include "engine/model/scorecard.h"
#include "engine/scoring/score.h"
#include "engine/whatif/draws/distribution.h"
#include "engine/whatif/draws/uncertainty.h"
#include "engine/whatif/overlay/spot.h"

namespace jiheng::whatif {

inline constexpr std::uint64_t kMaxDraws = 1'000'000;
inline constexpr std::uint64_t kDefaultSeed = 20240101;
/// Values of 预算.执行数 x values of a row whose points look at it.
inline constexpr std::uint64_t kMaxPairs = 1'000'000;

/// A value that is uncertain: 完成 of a row or 预算.执行数. At most one a spot.
struct UncertainValue {
  Spot spot;
  PossibleValues values;
};

struct UncertainCard {
  const model::Scheme* scheme = nullptr;
  const model::Scorecard* card = nullptr;
  std::vector<UncertainValue> values;
};

struct SimulationOptions {
  std::uint64_t draws = 10'000;
  std::uint64_t seed = kDefaultSeed;
  unsigned threads = 1;
};

/// What one uncertain value does; computed from all its possible values, not from the draws.
struct Driver {
  Spot spot;
  std::string how;                          ///< "140 至 160例，21 个值"
  std::optional<base::Decimal> full_marks;  ///< absent where the row has none
  base::Decimal least, most;                ///< points
  base::Decimal mean;                       ///< points, 4 places
  base::Decimal full_chance;                ///< chance of full marks, percent
  /// 方差占比, percent with 2 places: Var(its points) ÷ Σ Var over all values of the card, which are drawn independently. Of
  /// rows that look at 执行数, what 执行数 moves is counted there. Before rounding and cap of the total.
  base::Decimal share;
};

struct GradeChance {
  std::string name;
  std::uint64_t low = 0;   ///< draws whose low end has this grade
  std::uint64_t high = 0;  ///< draws whose high end has it
};

struct CardSimulation {
  const model::Scheme* scheme = nullptr;
  const model::Scorecard* card = nullptr;
  bool scored = true;  ///< false: the card has no result at all, nothing else is filled
  std::optional<scoring::Points>
      total;  ///< with the values on the form; absent where it has no actual values at all
  std::string grade;
  Distribution low;
  Distribution high;                ///< equal to low where nothing is 待核
  bool exact = true;                ///< low and high are the same in every draw
  std::vector<GradeChance> grades;  ///< best first; empty where the scheme has none
  std::vector<Driver> drivers;      ///< greatest share first
};

/// The projects' totals averaged by money, as in a department's roll-up; 2 places.
struct AverageSimulation {
  std::size_t projects = 0;  ///< that have an amount and a total
  Distribution low;
  Distribution high;
};

struct Simulation {
  SimulationOptions options;
  std::vector<CardSimulation> cards;
  std::optional<AverageSimulation> average;  ///< of two project cards or more
};

/// The cards must outlive the result. `context.threads` is not looked at.
diag::Result<Simulation> simulate(std::span<const UncertainCard> cards, const SimulationOptions& options,
                                  const scoring::Context& context);

}  // namespace jiheng::whatif
