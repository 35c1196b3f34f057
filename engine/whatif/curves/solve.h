// engine/whatif/curves/solve.h: which value gives wanted points. One figure: its own values. Several: one proportion for all.
// Takes   a scored card, dials, the total or a row's points wanted. Points that are a range (待核) count with their low end.
// Gives   every stretch of values that gives exactly the wanted points (as the scheme rounds them), the nearest to the
//         present first; where there is none, the most and the least that can be had and the values beside the jump.
// Looks   from Reach::low to Reach::high (landmarks.h); for several, from -100% to +900%.
// Fails   W123 wanted points that are no points, W124 a figure that cannot be scaled (blank, zero, a day).
// Source  docs/whatif.md, "反推"
#pragma once

#include <string>

#include "engine/whatif/curves/kinks.h"

namespace jiheng::whatif {

struct Wanted {
  std::optional<std::size_t> row;  ///< index into CardResult::indicators; absent: the total
  base::Decimal points;
};

/// "95", "95分": at least 0 and not above what can be had at all (the scheme's total, the row's full marks).
diag::Result<base::Decimal> wanted_points(std::string_view text, const scoring::CardResult& scored,
                                          std::optional<std::size_t> row, const base::Place& place);

/// A value, or a change of all in percent, and the points it gives.
struct Reached {
  base::Decimal value;
  base::Decimal points;
};

struct Solution {
  End low;
  End high;
  bool from_reach = false;  ///< begins where looking began: smaller values were not tried
  bool to_reach = false;
  /// Of the values a form would print, which the stretch may hold none of: the first, the last, the nearest to the present.
  std::optional<base::Decimal> least;
  std::optional<base::Decimal> greatest;
  std::optional<base::Decimal> nearest;
};

struct Solve {
  std::vector<Dial> dials;
  Wanted wanted;
  base::Decimal now;        ///< the points as the card stands
  base::Decimal low;        ///< looked at from
  base::Decimal high;       ///< to
  base::Decimal precision;  ///< of the ends of a stretch
  bool complete = true;
  bool open = false;  ///< points are a range, its low end is meant

  std::vector<Solution> solutions;  ///< nearest first
  Reached most;
  Reached least;
  /// Values a form would print whose points lie next to the wanted ones, where no printed value gives them.
  std::optional<Reached> below;
  std::optional<Reached> above;

  /// Of several dials: the setting of the nearest printed proportion, as it is and rounded to what a form prints (away
  /// from the present values), with the points of each.
  Values setting;
  Values printed;
  std::optional<base::Decimal> printed_points;
};

Solve solve(const scoring::CardResult& scored, const Dial& dial, const Wanted& wanted,
            const scoring::Context& context);

/// All figures by one proportion p: a figure of which more is better times 1+p, one of which less is better times 1-p
/// (a target the other way round: an easier target is a smaller ≥ and a larger ≤). The smallest |p| that is enough.
diag::Result<Solve> solve_together(const scoring::CardResult& scored, const std::vector<Dial>& dials,
                                   const Wanted& wanted, const scoring::Context& context,
                                   const base::Place& place);

}  // namespace jiheng::whatif
