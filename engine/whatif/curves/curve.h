// engine/whatif/curves/curve.h: points along an axis of values, with every place found where they turn or jump.
// Takes   trials, and an axis: whole numbers of grid steps, each giving a setting of the dials.
// Gives   the values looked at, the kinks between them to one grid step, and the stretches of the axis that give wanted
//         points. Nothing is taken to rise or to fall: only between two kinks, where one formula holds, are two values
//         taken to bound what lies between them.
// Finds   a kink where the scoring itself answers otherwise on its two sides: another clause, verdict, step or deduction,
//         full marks or nothing reached, a cap, or a jump of points. Looked for at even distances and at landmarks, each
//         with its neighbours; each place narrowed by halves. A kink between two values looked at that share clause and
//         piece and are alike to both sides is not found.
// Limits  kMaxLooked values; past them complete() is false.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "engine/whatif/curves/trials.h"

namespace jiheng::whatif {

inline constexpr std::size_t kMaxLooked = 100000;

/// Steps from first to last; step k is the value k × 10^-places.
struct Axis {
  std::int64_t first = 0;
  std::int64_t last = 0;
  int places = 0;
  int printed_places = 0;  ///< places a form would print; the grid may be finer, to find where a kink lies

  base::Decimal value(std::int64_t step) const { return base::Decimal::of(step, places); }
  /// The step next to the value; held inside first..last.
  std::int64_t step(const base::Decimal& value) const;
};

/// From low to high on a grid finer than `printed_places`, as fine as kFiner places and the numbers allow.
/// nullopt where low is above high or they are too large.
std::optional<Axis> axis_between(const base::Decimal& low, const base::Decimal& high, int printed_places,
                                 bool whole_days);
inline constexpr int kFiner = 6;

/// A place between two neighbouring steps.
struct Turn {
  std::int64_t before = 0;  ///< the last step of one piece
  std::int64_t after = 0;   ///< the first of the next: before + 1
};

/// All steps from `first` to `last` give what was wanted.
struct Stretch {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// Where two pieces meet, or a stretch ends.
struct End {
  base::Decimal at;
  bool closed =
      true;           ///< the value itself belongs to the stretch (of a kink: to the piece that begins there)
  bool exact = true;  ///< false: the place lies within one step of the grid from `at`
};

class Curve {
 public:
  /// `setting` gives the dials for a value of the axis. The trials must outlive the curve.
  Curve(const Trials& trials, const Axis& axis, std::function<Values(const base::Decimal&)> setting);
  Curve(const Trials&&, const Axis&, std::function<Values(const base::Decimal&)>) = delete;

  const Axis& axis() const { return axis_; }
  const std::map<std::int64_t, Point>& looked() const { return looked_; }
  bool complete() const { return complete_; }

  void look_at(std::vector<std::int64_t> steps);
  /// Looks at even distances and at the values (in any order), then narrows every turn between them.
  void find_turns(std::span<const base::Decimal> values);
  std::vector<Turn> turns() const;

  /// The stretches where `side` is 0, after find_turns; elsewhere it says below (-1) or above (1).
  using Side = std::function<int(const Point&)>;
  std::vector<Stretch> stretches(const Side& side);

  /// The place between a step and the next, where `behind` begins to hold: the rounder of the two, exact where a value much
  /// nearer than a step says so.
  End place_behind(std::int64_t step, const std::function<bool(const Point&)>& behind) const;

 private:
  using At = std::map<std::int64_t, Point>::const_iterator;
  void narrow(const std::function<bool(At, At)>& between);
  bool turns_between(At a, At b) const;
  bool jumps_between(At a, At b) const;
  double change(At a, At b) const;
  bool lies_at(const End& end, const std::function<bool(const Point&)>& behind) const;

  const Trials* trials_;
  Axis axis_;
  std::function<Values(const base::Decimal&)> setting_;
  std::map<std::int64_t, Point> looked_;
  double unit_;  ///< smallest difference of two rounded points
  bool complete_ = true;
};

}  // namespace jiheng::whatif
