// Takes rows in columns, asks one clause after another which of the undecided rows it holds for. What the
// clause then gives is shapes.cc's; which verdict a row has was decided before; what is said is explain's.
#include "engine/scoring/clauses.h"

#include <algorithm>
#include <cmath>

#include "engine/scoring/shapes.h"

namespace jiheng::scoring {
namespace {

class Run {
 public:
  Run(const Plan& plan, const Columns& columns, std::span<const ClauseRow> rows)
      : plan_(plan), columns_(columns), rows_(rows), outcomes_(rows.size()) {
    undecided_.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) undecided_[i] = i;
  }

  std::vector<Outcome> outcomes() {
    for (const ClausePlan& clause : plan_.clauses) {
      if (undecided_.empty()) break;
      apply(clause);
      std::erase_if(undecided_, [&](std::size_t row) { return outcomes_[row].decided; });
    }
    return std::move(outcomes_);
  }

 private:
  void apply(const ClausePlan& clause) {
    std::vector<std::size_t> held = rows_where_it_holds(clause);
    if (clause.clause->precondition) void_where_precondition_failed(clause, held);
    if (held.empty()) return;
    apply_shape(clause, plan_.scheme->rounding, columns_, rows_, held, outcomes_);
    if (clause.clause->precondition) widen_where_precondition_unanswered(*clause.clause, held);
  }

  std::vector<std::size_t> rows_where_it_holds(const ClausePlan& clause) {
    std::vector<std::size_t> candidates;
    for (const std::size_t row : undecided_) {
      const ClauseRow& r = rows_[row];
      const bool judged_elsewhere = r.indicator->judged && !clause.judges;
      if (!judged_elsewhere && clause.applies_to(r.texts) && shape_concerns(clause, r))
        candidates.push_back(row);
    }
    if (!clause.when || candidates.empty()) return candidates;
    const std::vector<double> values = clause.when->values(columns_, candidates);
    std::vector<std::size_t> held;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const std::size_t row = candidates[i];
      if (std::isnan(values[i])) {
        if (rows_[row].open) leave_open(clause, row);
      } else if (values[i] != 0) {
        held.push_back(row);
      }
    }
    return held;
  }

  /// A condition on a number that is missing: for a row whose verdict is known it does not hold; here nobody
  /// knows.
  void leave_open(const ClausePlan& clause, std::size_t row) {
    Outcome& outcome = outcomes_[row];
    outcome.decided = true;
    outcome.how = Outcome::How::condition_open;
    outcome.clause = &clause;
    outcome.high = rows_[row].full;
    outcome.exact = {0, rows_[row].full};
  }

  void void_where_precondition_failed(const ClausePlan& clause, std::vector<std::size_t>& held) {
    std::erase_if(held, [&](std::size_t row) {
      const bool* answer = answer_to(*clause.clause->precondition, *rows_[row].indicator);
      if (answer == nullptr || *answer) return false;
      Outcome& outcome = outcomes_[row];
      outcome.decided = true;
      outcome.how = Outcome::How::voided;
      outcome.clause = &clause;
      return true;
    });
  }

  void widen_where_precondition_unanswered(const model::Clause& clause, std::span<const std::size_t> held) {
    for (const std::size_t row : held) {
      if (answer_to(*clause.precondition, *rows_[row].indicator) != nullptr) continue;
      outcomes_[row].low = outcomes_[row].exact.low = 0;
      outcomes_[row].unanswered = true;
    }
  }

  const Plan& plan_;
  const Columns& columns_;
  std::span<const ClauseRow> rows_;
  std::vector<Outcome> outcomes_;
  std::vector<std::size_t> undecided_;
};

}  // namespace

const bool* answer_to(const std::string& condition, const model::Indicator& indicator) {
  for (const auto& [name, answer] : indicator.conditions) {
    if (name.text == condition) return &answer;
  }
  return nullptr;
}

std::vector<Outcome> apply_clauses(const Plan& plan, const Columns& columns,
                                   std::span<const ClauseRow> rows) {
  return Run(plan, columns, rows).outcomes();
}

}  // namespace jiheng::scoring
