// engine/whatif/draws/uncertainty.h: what an actual value may turn out to be, as stated, and the values of one row that follow.
// Takes   150±10 · 150±5% · ±5% and ±10 (around the form's own value) · 140..160 · 103,98,110 · 近两年 · 150
// Units   those written; a number without one is put on the form without one, and scoring reads it as it reads any.
// Gives   finitely many texts of the 完成 column, each as likely as the others: an interval is all its values at the
//         printed places (150±10: 140, 141 … 160). Past kMaxValues the step is ten times as long, as often as needed.
// Fails   W140 not understood, W141 nothing to be around, W142 no earlier years, W143 no actual value there
// Source  docs/whatif-simulate.md
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/scorecard.h"
#include "engine/scoring/score.h"
#include "engine/target/predicate.h"
#include "engine/whatif/overlay/spot.h"

namespace jiheng::whatif {

inline constexpr std::uint32_t kMaxValues = 20000;  ///< one value of a form may have so many
inline constexpr std::size_t kMaxListed = 1000;     ///< values of a list

/// As stated, for any row.
struct Uncertainty {
  enum class Kind : std::uint8_t { around, range, listed, history };
  Kind kind = Kind::around;
  std::string text;  ///< as written
  std::optional<target::Predicate>
      amount;              ///< around: the middle, absent for the form's own; range: its two ends
  base::Decimal reach;     ///< around: how far, in the unit of the value or in percent of it
  bool relative = false;   ///< the reach is in percent of the value
  std::string reach_unit;  ///< 例 of ±10例; empty where none is written
  std::vector<std::string> listed;
};
diag::Result<Uncertainty> uncertainty_from_text(std::string_view text, const base::Place& place,
                                                const scoring::Context& context);

/// The values of one row. Texts are made when asked for: an interval takes no room.
class PossibleValues {
 public:
  std::uint32_t count() const { return count_; }
  std::string text(std::uint32_t step) const;
  const std::string& how() const { return how_; }  ///< "140 至 160例，21 个值"

 private:
  friend class ValuesOf;
  std::vector<std::string> listed_;
  target::Predicate like_;  ///< an interval: how a value is written
  base::Int128 from_ = 0;   ///< in units of 10^-places
  base::Int128 step_ = 1;
  int places_ = 0;
  std::uint32_t count_ = 0;
  std::string how_;
};

/// The spot must be 完成 of a row or 预算.执行数. Relative reaches go from a printed value down and up by so many percent of it;
/// one in % that is not above 100 stays at most 100.
diag::Result<PossibleValues> possible_values(const Uncertainty& uncertainty, const model::Scorecard& card,
                                             const Spot& spot, const scoring::Context& context);

}  // namespace jiheng::whatif
