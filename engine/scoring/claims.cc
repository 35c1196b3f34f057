// Takes exact points and a claim, says whether the form could print the one for the other. What follows from a claim
// that it could not is checks.cc's and audit's.
#include "engine/scoring/claims.h"

#include <algorithm>
#include <array>

#include "engine/scoring/figures.h"

namespace jiheng::scoring {

using base::Decimal;

Decimal kept_points(const Decimal& exact, const Decimal& full, const model::Rounding& rounding) {
  if (rounding.at != model::Rounding::At::indicator) return std::min(exact, full);
  if (rounding.mode == model::Rounding::Mode::cut) return std::min(cut(exact, rounding.places), full);
  const Decimal rounded = exact.rounded(rounding.places);
  return exact < full && rounded >= full ? cut(exact, rounding.places) : std::min(rounded, full);
}

Points accepted_points(const Points& exact, const Decimal& full, const model::Rounding& rounding) {
  return {std::min(cut(exact.low, rounding.places), full),
          std::min(exact.high.rounded(rounding.places), full)};
}

bool is_right_claim(const Decimal& claimed, const Points& accepted, std::span<const Decimal> exact,
                    const Decimal& full) {
  if (claimed >= accepted.low && claimed <= accepted.high) return true;
  const int places = claimed.places();
  return std::any_of(exact.begin(), exact.end(), [&](const Decimal& e) {
    if (claimed >= full && e < full) return false;
    return claimed == e.rounded(places) || (places > 0 && claimed == cut(e, places));
  });
}

bool is_right_claim(const Decimal& claimed, const IndicatorResult& row) {
  const std::array<Decimal, 2> exact = {row.exact.low, row.exact.high};
  return is_right_claim(claimed, row.accepted, exact, row.full_marks.value_or(row.score.high));
}

bool is_right_claim(const Decimal& claimed, const ExecutionResult& execution) {
  return is_right_claim(claimed, execution.accepted, execution.exact, execution.full_marks);
}

}  // namespace jiheng::scoring
