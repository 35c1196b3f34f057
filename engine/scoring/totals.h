// engine/scoring/totals.h: points of rows -> sections, total, cap, grade. Sums are exact.
// Takes   the points of rows and of the execution line, each maybe a range.
// Units   points; rounded once, at the total, to the scheme's places.
// Source  docs/scheme-language.md, 取整与等级 and 总分上限
#pragma once

#include <optional>
#include <string>

#include "engine/scoring/marks.h"
#include "engine/scoring/score.h"

namespace jiheng::scoring {

/// Fills sections, total, cap, grade and undetermined from the rows and the execution line.
void add_up(const model::Scheme& scheme, const CardMarks& marks,
            const std::optional<base::Decimal>& execution_ratio, CardResult& result);

/// The total that a sum of points gives: rounded as the scheme says and held by its caps. `held` is set where a cap held.
Points total_of(const model::Scheme& scheme, Points sum, bool marks_complete,
                const std::optional<base::Decimal>& execution_ratio, std::optional<TotalCap>* held = nullptr);

/// "优", "良—优" where the ends differ, empty where the scheme has no grades.
std::string grade_of(const model::Scheme& scheme, const Points& total);

}  // namespace jiheng::scoring
