// Takes columns and formulas, gives the pieces of the trace. Decides nothing.
#include "engine/scoring/figures.h"

#include <cmath>
#include <vector>

namespace jiheng::scoring {
namespace {

constexpr std::string_view kNoValue = "（无）";

std::string percent(double ratio) {
  const auto value = base::Decimal::from_double(ratio);
  if (!value) return std::string(kNoValue);
  return figure(*value * 100) + "%";
}

std::string in_unit(const std::optional<base::Decimal>& value, std::string_view unit) {
  if (!value) return std::string(kNoValue);
  std::string text = value->trimmed().to_string();
  if (ratio_places(unit) > 0) text += unit;
  return text;
}

}  // namespace

std::string figure(const base::Decimal& value, int places) {
  return value.rounded(places).trimmed().to_string();
}

int ratio_places(std::string_view unit) {
  if (unit == "%" || unit == "百分点" || unit == "个百分点") return 2;
  return unit == "‰" ? 3 : 0;
}

base::Decimal as_ratio(const base::Decimal& value, std::string_view unit) {
  const int shift = ratio_places(unit);
  return shift == 0 ? value : base::Decimal::of(value.coefficient(), value.places() + shift);
}

std::string figure_of(const Columns& columns, std::size_t column, std::size_t row,
                      const target::Verdict& verdict) {
  const double value = columns.at(column, row);
  if (column >= kFirstFlag) return value > 0 ? "是" : (std::isnan(value) ? "待核" : "否");
  switch (static_cast<Name>(column)) {
    case Name::target:
      return in_unit(verdict.target_value, verdict.unit);
    case Name::upper:
      return in_unit(verdict.target_value2, verdict.unit);
    case Name::actual:
      return in_unit(verdict.actual_value, verdict.unit);
    case Name::attainment:
    case Name::deviation:
    case Name::judged:
    case Name::rate:
      return percent(value);
    default:
      break;
  }
  const auto number = base::Decimal::from_double(value);
  return number ? number->trimmed().to_string() : std::string(kNoValue);
}

std::string formula_with_figures(const Bound& bound, const Columns& columns, std::size_t row,
                                 const target::Verdict& verdict) {
  const std::vector<std::string>& names = bound.formula().used_names();
  std::string text = bound.formula().filled_in(names);
  if (names.empty()) return text;
  std::vector<std::string> figures;
  figures.reserve(names.size());
  for (const std::size_t column : bound.columns())
    figures.push_back(figure_of(columns, column, row, verdict));
  text += " = ";
  text += bound.formula().filled_in(figures);
  return text;
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
