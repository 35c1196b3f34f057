// engine/scoring/execution.h: the execution line of a card, 20分*执行率.
// Takes   the amounts of a card as printed; which of them divides is the scheme's.
// Units   `ratio` is 0.9775 for 97.75%, rounded to the scheme's places; points are exact decimals.
// Gives   numbers only: what is said of them is explain/execution_words.h's.
// Fails   never: without a rate the line is worth 0 to its full marks.
// Source  docs/scheme-language.md, 预算执行
#pragma once

#include <optional>

#include "engine/scoring/score.h"

namespace jiheng::scoring {

/// What the amounts of a card say. `ratio` is the rate as formulas see it; absent where it cannot be
/// computed.
struct ExecutionRate {
  std::optional<base::Decimal> planned;
  std::string planned_name;
  std::optional<base::Decimal> executed;
  std::optional<base::Decimal> ratio;
  std::optional<base::Decimal> unrounded;  ///< ratio before 执行率位数
  /// Why there is no rate: 预算数 or 执行数 is not filled in, the first is no divisor, or they are too far apart.
  enum class Missing { nothing, planned, executed, divisor, quotient } missing = Missing::nothing;
};
/// The amounts that may divide, the first that is filled in does.
const std::vector<std::string>& denominators_of(const model::Scheme& scheme);
ExecutionRate execution_rate(const model::Scheme& scheme, const model::Budget& budget);

/// Its points alone, without what else may be claimed; nullopt where the scheme has no execution line.
std::optional<ExecutionResult> execution_points(const model::Scheme& scheme, const ExecutionRate& rate);
/// The same with what may be claimed. why and findings are left empty.
std::optional<ExecutionResult> score_execution(const model::Scheme& scheme, const model::Scorecard& card,
                                               const ExecutionRate& rate);

}  // namespace jiheng::scoring
