// Takes exact and printed figures, says whether they can be one figure.
#include "engine/audit/printed.h"

#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {

using base::Decimal;

bool is_printed_as(const Decimal& exact, const Decimal& printed) {
  return exact.rounded(printed.places()) == printed;
}

bool is_printed_or_cut_as(const Decimal& exact, const Decimal& printed) {
  const Decimal above = exact - printed;  // cut: what was taken away, less than one of the last place
  return is_printed_as(exact, printed) || (above.sign() >= 0 && above < Decimal::of(1, printed.places()));
}

bool are_printed_points(const Decimal& exact, const Decimal& printed, const Decimal& full) {
  return is_printed_as(exact, printed) && !(printed == full && exact < full);
}

std::optional<Decimal> printed_percent(std::string_view cell) {
  std::string_view rate = base::trimmed(cell);
  bool percent = false;
  for (const std::string_view sign : {"%", "％"}) {
    if (!rate.ends_with(sign)) continue;
    percent = true;
    rate = base::trimmed(rate.substr(0, rate.size() - sign.size()));
  }
  const auto value = Decimal::parse(rate);
  return value && !percent && *value <= Decimal(2) ? std::nullopt : value;
}

Decimal half_of_last_place(const Decimal& printed) {
  return printed.places() >= Decimal::kMaxPlaces ? Decimal(0) : Decimal::of(5, printed.places() + 1);
}

}  // namespace jiheng::audit
