// Takes figures as printed, gives what can be computed with them. Reading them is quantity's.
#include "engine/audit/a8_prose/prose_figures.h"

#include <algorithm>

namespace jiheng::audit {
namespace {

using base::Decimal;

constexpr int kPlacesOfQuotients = 12;

}  // namespace

Span sum(const Span& a, const Span& b) { return {a.low + b.low, a.high + b.high}; }

Span difference(const Span& a, const Span& b) { return {a.low - b.high, a.high - b.low}; }

std::optional<Span> quotient(const Span& a, const Span& b) {
  if (b.low.sign() <= 0) return std::nullopt;
  const auto low = base::divide(a.low, b.high, kPlacesOfQuotients);
  const auto high = base::divide(a.high, b.low, kPlacesOfQuotients);
  if (!low || !high) return std::nullopt;
  return Span{*low, *high};
}

std::optional<Span> percent(const Span& part, const Span& whole) {
  const auto ratio = quotient(part, whole);
  if (!ratio) return std::nullopt;
  return Span{ratio->low * 100, ratio->high * 100};
}

bool same_kind(const Figure& a, const Figure& b, const quantity::UnitTable& units) {
  if (a.kind != b.kind || !a.per.empty() || !b.per.empty()) return false;
  if (a.kind != Figure::Kind::count) return true;
  const auto kind = quantity::relate(a.unit, b.unit, units).kind;
  return kind == quantity::UnitRelation::Kind::same || kind == quantity::UnitRelation::Kind::same_family;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

int change_of(const Figure& figure) {
  std::string_view label = figure.label;
  for (const std::string_view tail : {"为", "达到", "达", "了"}) {
    if (label.ends_with(tail)) label.remove_suffix(tail.size());
  }
  if (ends_with_any(label,
                    {"增加", "增长", "上升", "提高", "增幅", "增长率", "多", "增收", "增支", "增加额"}))
    return 1;
  if (ends_with_any(label, {"减少", "下降", "降低", "减幅", "降幅", "压减", "压缩", "少", "减收", "减支",
                            "节约", "缩减", "减少额"}))
    return -1;
  return 0;
}

}  // namespace jiheng::audit
