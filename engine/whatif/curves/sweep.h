// engine/whatif/curves/sweep.h: one dial over many values, the curve of the points and its kinks; two dials over a grid.
// Takes   a scored card, its dials, and values: "100..300:10", "1,2,5".
// Fails   W120 no range or list, W122 more than kMaxSweepValues values (kMaxGridValues of a grid).
// Source  docs/whatif.md, "扫描"
#pragma once

#include "engine/whatif/curves/kinks.h"

namespace jiheng::whatif {

inline constexpr std::size_t kMaxSweepValues = 2000;
inline constexpr std::size_t kMaxGridValues = 10000;

/// "A..B:STEP" (both ends, B where the steps reach it) or "A,B,C", rising, each once. Values as Dial::read takes them; a
/// step is a number, of days for a day.
diag::Result<std::vector<base::Decimal>> sweep_values(std::string_view text, const Dial& dial,
                                                      const scoring::Context& context,
                                                      const base::Place& place);

struct SweepPoint {
  base::Decimal value;
  scoring::Points total;
  scoring::Points score;  ///< of the dial's row; of the execution line for the budget
  std::string rule;       ///< id of the clause of the row; empty: none, or no row
  bool present = false;   ///< the card as it stands
  bool readable = true;   ///< false: no cell text says the value, there are no points
};

struct Sweep {
  Dial dial;
  std::vector<SweepPoint>
      points;               ///< the values asked for, and the present one where it lies among them; rising
  std::vector<Kink> kinks;  ///< from the first value to the last
  base::Decimal precision;  ///< a kink lies no farther from its place
  bool complete = true;     ///< false: too many kinks, not all of them were found
};

/// `values` rise; at least one.
Sweep sweep(const scoring::CardResult& scored, const Dial& dial, const std::vector<base::Decimal>& values,
            const scoring::Context& context);

struct SweepGrid {
  Dial x;
  Dial y;
  std::vector<base::Decimal> xs;
  std::vector<base::Decimal> ys;
  std::vector<std::vector<SweepPoint>> rows;  ///< rows[y][x]; `score` and `rule` are of x's row
};

/// W122 where there are too many crossings.
diag::Result<SweepGrid> sweep_grid(const scoring::CardResult& scored, const Dial& x, const Dial& y,
                                   const std::vector<base::Decimal>& xs, const std::vector<base::Decimal>& ys,
                                   const scoring::Context& context, const base::Place& place);

}  // namespace jiheng::whatif
