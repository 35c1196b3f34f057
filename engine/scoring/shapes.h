// engine/scoring/shapes.h: what each shape of a clause gives to the rows it holds for.
// Takes   columns, and the rows of them a clause holds for.
// Gives   points between 0 and the full marks of each, rounded as the scheme says, and what decided them.
// Fails   never: without a number, or past every step, a row gets the range from 0 to its full marks.
// Source  docs/scheme-language.md, 规则
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/scoring/clauses.h"

namespace jiheng::scoring {

/// Writes the outcomes of the rows picked.
void apply_shape(const ClausePlan& plan, const model::Rounding& rounding, const Columns& columns,
                 std::span<const ClauseRow> rows, std::span<const std::size_t> picked,
                 std::vector<Outcome>& outcomes);

/// False for a row that has nothing this shape looks at (no 子项, no answer of a tier, no 档点): it goes on
/// to the next.
bool shape_concerns(const ClausePlan& plan, const ClauseRow& row);

/// Where points stand before they are held between 0 and the full marks.
ClausePiece::End end_of(const base::Decimal& points, const base::Decimal& full_marks);

/// The card's own cut point with this name; nullptr where it has none.
const base::Decimal* cut_point_named(const std::string& name, const model::Indicator& indicator);

}  // namespace jiheng::scoring
