// Takes numbers, gives them as texts, as ratios, in 万元. Decides nothing.
#include "engine/scoring/figures.h"

namespace jiheng::scoring {
std::string figure(const base::Decimal& value, int places) {
  return value.rounded(places).trimmed().to_string();
}

base::Decimal cut(const base::Decimal& value, int places) {
  const base::Decimal rounded = value.rounded(places);
  return rounded > value ? (rounded - base::Decimal::of(1, places)) : rounded;
}

int ratio_places(std::string_view unit) {
  if (unit == "%" || unit == "百分点" || unit == "个百分点") return 2;
  return unit == "‰" ? 3 : 0;
}

base::Decimal as_ratio(const base::Decimal& value, std::string_view unit) {
  const int shift = ratio_places(unit);
  return shift == 0 ? value : base::Decimal::of(value.coefficient(), value.places() + shift);
}

std::optional<base::Decimal> in_ten_thousands(const base::Decimal& amount, const model::Field& unit,
                                              const quantity::UnitTable& units) {
  if (unit.empty() || unit.text == "万元") return amount;
  const quantity::UnitRelation r = quantity::relate(unit.text, "万元", units);
  if (r.kind != quantity::UnitRelation::Kind::same && r.kind != quantity::UnitRelation::Kind::converted) {
    return std::nullopt;
  }
  return base::divide(amount * r.factor, r.divisor, 10);
}

}  // namespace jiheng::scoring
