// engine/scoring/totals.h: points of rows -> sections, total, cap, grade. Sums are exact.
#pragma once

#include <optional>

#include "engine/scoring/marks.h"
#include "engine/scoring/score.h"

namespace jiheng::scoring {

/// Fills sections, total, cap_why, grade and undetermined from the rows and the execution line.
void add_up(const model::Scheme& scheme, const CardMarks& marks,
            const std::optional<base::Decimal>& execution_ratio, CardResult& result);

/// "优", "良—优" where the ends differ, empty where the scheme has no grades.
std::string grade_of(const model::Scheme& scheme, const Points& total);

}  // namespace jiheng::scoring
