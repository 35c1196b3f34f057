// engine/whatif/curves/sensitivity.h: what a little more or less of every figure does to the total.
// Takes   a scored card.
// Gives   for every target and actual value that is a number or a day and for the executed budget, the change of the total
//         by 1%, by 10% and by one printed unit (1件, 1万元, one day) in both directions, and the kinks next to where it
//         stands; and every figure that cannot be varied, with why.
// Units   points; changes of a total that is a range are of both ends.
// Source  docs/whatif.md, "敏感度"
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/whatif/curves/kinks.h"

namespace jiheng::whatif {

/// By how much a figure is changed.
enum class Nudge { one_percent, ten_percent, one_unit };
inline constexpr std::array<Nudge, 3> kNudges = {Nudge::one_percent, Nudge::ten_percent, Nudge::one_unit};

struct Effect {
  std::optional<scoring::Points>
      less;  ///< change of the total; absent: the value cannot be had (1% of 0 or of a day)
  std::optional<scoring::Points> more;
};

struct NearKink {
  Kink kink;
  base::Decimal distance;  ///< from the present value, in its unit; 0: it stands on it
};

struct Sensitive {
  Dial dial;
  base::Decimal present;
  scoring::Points score;          ///< of its row
  std::array<Effect, 3> effects;  ///< in the order of kNudges
  std::optional<NearKink> below;
  std::optional<NearKink> above;
  base::Decimal most;  ///< the largest change of either end, of all six
};

struct Sensitivity {
  scoring::Points total;
  std::vector<Sensitive> figures;  ///< largest effect of 10% first, then of all; equal: the form's order
  std::vector<std::string> fixed;  ///< “…”不能变动：…
};

Sensitivity sensitivity(const scoring::CardResult& scored, const scoring::Context& context);

}  // namespace jiheng::whatif
