// engine/whatif/curves/trials.h: a card scored with its dials at many settings. One batch of rows, in columns.
// Takes   a scored card and dials of it. Where all dials turn targets and actual values, only their rows are read again;
//         the other rows keep their points. A budget amount or full marks may move every row: the whole card is scored.
// Gives   total and points at each setting, and which clause and piece of it every row lies on.
// Units   points. O(settings × rows that are read, plus the sum of the card's rows).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/scoring/marks.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/rows.h"
#include "engine/scoring/score.h"
#include "engine/whatif/curves/dial.h"

namespace jiheng::whatif {

/// How one row is scored at a setting.
struct RowState {
  const model::Clause* clause = nullptr;  ///< nullptr: none held, or open between two
  target::Status status = target::Status::undetermined;
  scoring::ClausePiece piece;
  scoring::Points score;
};

/// A card at one setting of its dials.
struct Point {
  scoring::Points total;
  std::vector<RowState> rows;  ///< of Trials::rows(), in their order
  std::optional<scoring::Points> execution;
  scoring::ClausePiece::End execution_end = scoring::ClausePiece::End::inside;
  std::optional<base::Decimal> cap;  ///< 总分上限 that lowers the total
  bool readable = true;  ///< false: no cell text says this value; the points are then the present ones
};

/// True where both lie on one smooth piece: same clause, step, deduction, end and cap everywhere.
bool same_piece(const Point& a, const Point& b);

using Values = std::vector<base::Decimal>;  ///< one for each dial

class Trials {
 public:
  /// `scored` must be a scored card (CardResult::scored); it, its card and its scheme must outlive the trials.
  Trials(const scoring::CardResult& scored, std::vector<Dial> dials, const scoring::Context& context);
  Trials(const scoring::CardResult&&, std::vector<Dial>, const scoring::Context&) = delete;

  const scoring::CardResult& scored() const { return *scored_; }
  const scoring::Context& context() const { return context_; }
  const std::vector<Dial>& dials() const { return dials_; }
  /// Indices into CardResult::indicators of the rows a point tells of: those of the dials, or all.
  const std::vector<std::size_t>& rows() const { return rows_; }

  /// One point a setting.
  std::vector<Point> points_at(std::span<const Values> settings) const;
  /// The card as it stands.
  Point present() const;

  /// How the row of a dial reads with a value there: for what lies beside it. nullopt where no text says the value.
  std::optional<scoring::Reading> row_with(std::size_t dial, const base::Decimal& value) const;

 private:
  Point point_of(const scoring::CardResult& result) const;
  /// Of copies of frame_ that have the rows of the dials alone.
  void add_points_of_rows(std::span<const model::Scorecard> cards, std::vector<Point>& points) const;

  const scoring::CardResult* scored_;
  scoring::Context context_;
  scoring::Plan plan_;
  std::vector<Dial> dials_;
  std::vector<std::size_t> rows_;
  bool lean_;                                 ///< only the rows of the dials are scored
  model::Scorecard frame_;                    ///< the card to copy: all of it, or the rows of the dials
  std::vector<scoring::RowMarks> row_marks_;  ///< of the rows of the dials
  std::vector<Spot> spots_;                   ///< of the dials in frame_
  scoring::CardMarks marks_;
  std::optional<base::Decimal> rate_;
  scoring::CardResult sums_;  ///< the points alone, to add up
};

}  // namespace jiheng::whatif
