// engine/scoring/row_batch.h: rows read, compared, put in columns and given their clause: everything that is decided
// about them, as numbers. score_rows() keeps the points; the sentences of explain are made from all of it.
// Inside  columns: one formula run per clause for all rows of the batch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/scoring/clauses.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/rows.h"
#include "engine/scoring/standard_row.h"

namespace jiheng::scoring {

/// What was decided about one row.
struct RowWork {
  /// Who gave the points: the clauses, or something before them.
  enum class Settled : std::uint8_t { by_clauses, not_scored, long_term, no_marks, dropped, not_applicable };
  Reading reading;
  std::shared_ptr<const StandardRow> standard;  ///< null: none, or the scheme does not ask
  Settled settled = Settled::by_clauses;
  target::Status status = target::Status::undetermined;
  std::optional<base::Decimal> full;
  Points score;
  Points exact;     ///< before the scheme rounded or cut it
  Points accepted;  ///< what may be claimed
  const ClausePlan* clause = nullptr;
  ClausePiece piece;
  bool open = false;      ///< by_clauses: the verdict is open, the row stands in the columns twice
  std::size_t first = 0;  ///< by_clauses: its row of the columns; where open, as met, and as missed behind it
};

class RowBatch {
 public:
  /// The plan, and what the views point to, must outlive the batch.
  RowBatch(const Plan& plan, const Context& context, std::span<const RowView> rows);
  RowBatch(const RowBatch&) = delete;
  RowBatch& operator=(const RowBatch&) = delete;

  const Plan& plan() const { return plan_; }
  std::size_t size() const { return rows_.size(); }
  const RowView& view(std::size_t row) const { return views_[row]; }
  const RowWork& work(std::size_t row) const { return rows_[row]; }
  RowWork& work(std::size_t row) { return rows_[row]; }
  RowPoints points(std::size_t row) const;

  /// Of rows of the columns (RowWork::first).
  const Columns& columns() const { return columns_; }
  const ClauseRow& clause_row(std::size_t column_row) const { return clause_rows_[column_row]; }
  const Outcome& outcome(std::size_t column_row) const { return outcomes_[column_row]; }

 private:
  void read(std::size_t row, const Context& context);
  bool settled_without_clauses(std::size_t row);
  void fill(std::size_t row, bool met, std::size_t column_row);
  void run_clauses();
  void take(std::size_t row);
  void accept_claims(RowWork& work) const;

  const Plan& plan_;
  const model::Scheme& scheme_;
  StandardReader standards_;
  std::vector<RowView> views_;
  std::vector<RowWork> rows_;
  std::vector<std::size_t> lines_;  ///< rows that clauses are asked about
  std::vector<ClauseRow> clause_rows_;
  Columns columns_{0};
  std::vector<Outcome> outcomes_;
  const model::Tier* reached_tier_;
};

}  // namespace jiheng::scoring
