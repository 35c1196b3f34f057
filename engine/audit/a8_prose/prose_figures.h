// engine/audit/a8_prose/prose_figures.h: arithmetic with figures of running text as they are printed.
// Takes   figures (quantity/prose_figures.h).
// Gives   what sums, quotients and percentages of them can be, and whether one tells of a change.
// Units   those of the figures.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "engine/quantity/prose_figures.h"

namespace jiheng::audit {

using quantity::ends_with_any;
using quantity::Figure;
using quantity::Prose;
using quantity::prose_of;
using quantity::Span;

inline bool touch(const Span& a, const Span& b) { return a.low <= b.high && b.low <= a.high; }
Span sum(const Span& a, const Span& b);
Span difference(const Span& a, const Span& b);
/// Of what is not negative; nullopt where the divisor may be zero or below.
std::optional<Span> quotient(const Span& a, const Span& b);
std::optional<Span> percent(const Span& part, const Span& whole);

/// Money or a count as such: no share, no standard, no 约.
inline bool is_amount(const Figure& f) {
  return f.kind != Figure::Kind::percent && f.per.empty() && !f.approximate;
}

/// True for two figures that can be added or divided: money, or counting words of one family.
bool same_kind(const Figure& a, const Figure& b, const quantity::UnitTable& units);

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);

/// A change: 比上年增加, 较上年减少. 0: none, 1: up, -1: down.
int change_of(const Figure& figure);

}  // namespace jiheng::audit
