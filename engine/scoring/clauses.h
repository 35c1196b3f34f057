// engine/scoring/clauses.h: the clauses of a scheme over columns: the first that holds for a row gives its points.
// Takes   columns and what stands beside them (texts, answers, cut points). One formula run per clause, over the rows not
//         yet decided.
// Gives   points between 0 and the row's full marks, rounded as the scheme says, and what decided them; the sentence about it is
//         explain/clause_words.h's.
// Source  docs/scheme-language.md
#pragma once

#include <cstdint>
#include <span>
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
  const StandardRow* standard = nullptr;  ///< of a row that has one, under a scheme that asks
  /// The verdict is open: the row stands here twice, once as met and once as missed.
  bool open = false;
};

struct Outcome {
  enum class How : std::uint8_t {
    no_clause,       ///< none holds: between nothing and all
    judged,          ///< none holds, and the scorer judged: a share of the full marks
    condition_open,  ///< a condition on a number that is missing
    voided,          ///< the precondition was answered 否
    points,          ///< `raw`, held between 0 and the full marks
    range,           ///< a tier to be judged, conditions without an answer
    no_number,       ///< the formula has no value here
    no_step,         ///< outside of all steps
    passes_full,  ///< `raw` above the full marks for a row that missed its target: the clause is not for it
    no_standard,  ///< a 评分标准 that nothing can be computed from
    no_actual,    ///< 档点 and an actual value that is no number
  };
  const ClausePlan* clause = nullptr;
  How how = How::no_clause;
  bool decided = false;
  bool unanswered = false;  ///< its precondition has no answer: it may be 0 as well
  ClausePiece piece;
  int tier = -1;                          ///< 档次: index of the tier; -1: none
  std::optional<base::Decimal> measured;  ///< 扣分: how far from the target
  std::optional<base::Decimal> units;     ///< 扣分: how many times points are taken off
  base::Decimal raw;                      ///< before it is held between 0 and the full marks
  base::Decimal low;
  base::Decimal high;
  Points exact;  ///< the same before rounding
};

/// One outcome a row. A row no clause holds for is left undecided.
std::vector<Outcome> apply_clauses(const Plan& plan, const Columns& columns, std::span<const ClauseRow> rows);

/// The card's answer to a condition; nullptr where it has none.
const bool* answer_to(const std::string& condition, const model::Indicator& indicator);

}  // namespace jiheng::scoring
