// engine/scoring/claims.h: what a form may print for points that were computed: rounded, or cut.
// Takes   exact points, before the scheme's rounding. Decides nothing about the score itself.
#pragma once

#include <span>

#include "engine/scoring/score.h"

namespace jiheng::scoring {

/// Points as the scheme keeps them: rounded or cut to its places where it rounds each item. What is short of the full
/// marks stays short of them: 9.997 of 10 is 9.99. At most `full`.
base::Decimal kept_points(const base::Decimal& exact, const base::Decimal& full,
                          const model::Rounding& rounding);

/// The claims that are right for points between two exact ends: from the lower one cut to the upper one rounded, to the
/// scheme's places.
Points accepted_points(const Points& exact, const base::Decimal& full, const model::Rounding& rounding);

/// True for a claim inside `accepted`, and for one that is an exact figure rounded half up or cut to the places the
/// claim is printed with (a whole number is no figure cut); points short of the full marks are never the full marks.
bool is_right_claim(const base::Decimal& claimed, const Points& accepted,
                    std::span<const base::Decimal> exact, const base::Decimal& full);
bool is_right_claim(const base::Decimal& claimed, const IndicatorResult& row);
bool is_right_claim(const base::Decimal& claimed, const ExecutionResult& execution);

}  // namespace jiheng::scoring
