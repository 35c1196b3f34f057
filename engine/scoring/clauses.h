// engine/scoring/clauses.h: the clauses of a scheme over columns: the first that holds for a row gives its points.
// Takes   columns and what stands beside them (texts, answers, cut points). One formula run per clause, over the rows not
//         yet decided.
// Gives   points between 0 and the row's full marks, rounded as the scheme says, and why.
// Source  docs/scheme-language.md
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/model/scorecard.h"
#include "engine/scoring/columns.h"
#include "engine/scoring/plan.h"
#include "engine/scoring/score.h"
#include "engine/target/compare.h"

namespace jiheng::scoring {

/// What a clause may look at beside the columns.
struct ClauseRow {
  const model::Indicator* indicator = nullptr;
  const target::Predicate* actual = nullptr;
  const target::Verdict* verdict = nullptr;
  base::Decimal full;
  RowTexts texts;
  /// The verdict is open: the row stands here twice, once as met and once as missed.
  bool open = false;
};

struct Outcome {
  const model::Clause* clause = nullptr;
  ClausePiece piece;
  bool decided = false;
  bool voided = false;  ///< its precondition failed
  base::Decimal low;
  base::Decimal high;
  Points exact;  ///< the same before rounding
  std::string why;
};

/// One outcome a row. A row no clause holds for is left undecided.
std::vector<Outcome> apply_clauses(const Plan& plan, const Columns& columns, std::span<const ClauseRow> rows);

}  // namespace jiheng::scoring
