// engine/scoring/score.h: what scoring gives: points, sums, and what led to each number. Rows alone and in bulk: rows.h.
// Takes   cards as submitted; targets and actual values are read (target/parse.h) and compared. The texts (why,
//         findings) are empty as scoring leaves them: explain/score.h gives whole results.
// Units   points: exact decimals; attainment, deviation, rates: percent with 2 places (45.71 means 45.71%).
// Inside  columns: the rows of a whole batch, one formula run per clause; a batch of one card is the same code.
// Source  docs/architecture.md, docs/scheme-language.md
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/name_words.h"
#include "engine/model/row_id.h"
#include "engine/model/scheme.h"
#include "engine/model/scorecard.h"
#include "engine/target/compare.h"
#include "engine/target/parse.h"

namespace jiheng::scoring {

/// Points that are known, or known only to lie between two ends (待核 rows).
struct Points {
  base::Decimal low;
  base::Decimal high;
  bool exact() const { return low == high; }
};

/// Which part of a clause gave the points. Figures that share clause and piece lie on one smooth stretch of its curve.
struct ClausePiece {
  enum class End { inside, full, nothing };
  int step = -1;  ///< 阶梯: index of the interval; 档点: of the cut point reached; else -1
  std::optional<base::Decimal> units;  ///< 扣分 by whole or started units, above the floor: how many
  End end = End::inside;               ///< what the clause gives reaches the full marks, or is nothing
  bool operator==(const ClausePiece&) const = default;
};

struct StandardRow;  // standard_row.h

/// One indicator's result, as explain makes it. Texts are Chinese and complete.
struct IndicatorResult {
  model::RowId id;
  target::Predicate target;
  target::Predicate actual;
  target::Verdict verdict;
  target::Status status =
      target::Status::undetermined;         ///< verdict's, unless 评定, 不适用 or a precondition decides
  std::optional<base::Decimal> full_marks;  ///< absent: the form and the scheme give none
  bool full_marks_assumed = false;          ///< from 自报得分 or an equal split (why says so)
  Points score;
  Points exact;  ///< the same before the scheme rounded or cut it
  Points
      accepted;  ///< what may be claimed: rounded or cut, and for a met row of words all of its tier (claims.h)
  /// On a form without 分值, where the full marks are found to be more than the self score: the points it would earn were
  /// it the full marks (reduced_claims.h).
  std::optional<Points> as_claimed;
  /// The name says less is better where the scheme reads a bare number as at least, or the other way round.
  bool name_disagrees = false;
  /// Set where the two readings of a target differ (待核): the direction under which it is met; verdict's is the other.
  std::optional<target::Direction> if_met;
  std::optional<base::Decimal> attainment;  ///< 完成率, percent
  std::optional<base::Decimal> deviation;   ///< 偏离度 = (完成值-目标值)/|目标值|, percent
  const model::Clause* clause = nullptr;    ///< the clause that gave the points; nullptr if none held
  ClausePiece piece;
  bool dropped = false;  ///< 不适用: its points went to the others
  std::shared_ptr<const StandardRow>
      standard;     ///< the row's 评分标准 and what it gives; null where the scheme does not score by it
  std::string why;  ///< "Q3 反向按比例：3×8÷17.5=1.3714…≈1.37" · what is missing where undetermined
  std::vector<diag::Diagnostic> findings;
};

struct ExecutionResult {
  std::optional<base::Decimal> planned;  ///< the denominator used
  std::string planned_name;              ///< 调整预算数 …
  std::optional<base::Decimal> executed;
  std::optional<base::Decimal> rate;  ///< percent, 2 places
  base::Decimal full_marks;
  Points score;
  std::vector<base::Decimal>
      exact;        ///< before rounding: by the rate as printed, and as the two amounts give it
  Points accepted;  ///< what may be claimed
  ClausePiece::End end = ClausePiece::End::inside;
  std::optional<base::Decimal>
      raw;  ///< before it is held between 0 and the full marks; absent: no rate, no value
  /// Other points that are right as well, by the rate as printed or as the two amounts give it.
  struct Other {
    bool printed_rate = false;
    base::Decimal points;
  };
  std::vector<Other> others;
  std::string why;
  std::vector<diag::Diagnostic> findings;
};

struct SectionResult {
  std::optional<base::Decimal> full_marks;
  Points score;
};

/// A 总分上限 that lowered the total, or may have.
struct TotalCap {
  const model::Interval* rates = nullptr;  ///< of the scheme; nullptr: the rate is not known, nor the cap
  base::Decimal rate;                      ///< a ratio
  base::Decimal limit;
  base::Decimal before;  ///< the total without it
};

struct CardResult {
  const model::Scorecard* card = nullptr;
  const model::Scheme* scheme = nullptr;
  bool scored = true;  ///< false: no actual values at all (targets only); no total then
  std::optional<ExecutionResult> execution;
  std::vector<SectionResult> sections;
  std::vector<IndicatorResult> indicators;
  Points total;
  Points accepted;                         ///< what may be claimed in all
  std::string grade;                       ///< "优"; "良—优" where the ends differ
  int undetermined = 0;                    ///< 待核 rows
  std::optional<TotalCap> cap;             ///< set when 总分上限 lowered the total
  std::string cap_why;                     ///< says so
  std::vector<diag::Diagnostic> findings;  ///< of the whole card
};

/// What scoring reads cells with. Two references and a number: kept by value; the tables must outlive whoever keeps it.
struct Context {
  const quantity::UnitTable& units;
  const target::WordTable& words;
  unsigned threads = 1;  ///< the answer does not depend on it
  /// What names of indicators say (rules/names.yaml); nullptr: they say nothing.
  const model::NameWords* names = nullptr;
  /// Whether verdicts say why. Points do not depend on it; score_rows() asks for none.
  target::Say say = target::Say::why;
};

/// The projects' summary of a department (design 5): per (level1, level2, name) where several tables share an
/// indicator, absolute quantities are summed, relative ones averaged by money, qualitative points averaged by
/// money. Made by explain/roll_up.h.
struct RollUpRow {
  std::string level1, level2, name;
  enum class How { summed, averaged, qualitative } how = How::summed;
  std::string target, actual;    ///< with unit, e.g. "650例"
  std::optional<Points> points;  ///< share of full marks × 100, averaged by money
  std::size_t tables = 0;        ///< how many tables it comes from
};
/// A shared indicator that is in no sum: its tables count in units that do not convert.
struct UnitsApart {
  std::string name;
  std::size_t tables = 0;
  base::Place place;  ///< of its first row
};
/// The amounts of one project that are known, 万元; a blank 执行数 is none, not 0.
struct ProjectMoney {
  std::optional<base::Decimal> budget;
  std::optional<base::Decimal> executed;
};
struct RollUp {
  std::size_t projects = 0;
  std::size_t scored = 0;
  std::vector<ProjectMoney> money;  ///< one a project, in order; none for a table without results
  base::Decimal budget;             ///< sum over projects, 万元
  base::Decimal executed;
  std::optional<base::Decimal> rate;  ///< percent; none where an amount is missing
  std::optional<Points> average;      ///< of totals, weighted by money; without money none
  std::vector<std::pair<std::string, std::size_t>> grades;  ///< how many projects have each
  std::vector<RollUpRow> rows;
  std::vector<UnitsApart> apart;
};

}  // namespace jiheng::scoring
