// engine/audit/a8_prose/prose_figures.h: a text -> its figures: number, unit, the words that lead up to it, and where in the
// sentence it stands.
// Takes   a sentence or paragraph as printed.
// Units   amounts in the base unit: 元 for money, one for counting words, 8 for 8%.
// Leaves  years, dates, numbers of documents and of lists, numbers without a unit: they are no figures.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/quantity/units.h"

namespace jiheng::audit {

/// What a printed number can stand for: 8% is anything from 7.5 to 8.5.
struct Span {
  base::Decimal low;
  base::Decimal high;
};
inline bool touch(const Span& a, const Span& b) { return a.low <= b.high && b.low <= a.high; }
Span sum(const Span& a, const Span& b);
Span difference(const Span& a, const Span& b);
/// Of what is not negative; nullopt where the divisor may be zero or below.
std::optional<Span> quotient(const Span& a, const Span& b);
std::optional<Span> percent(const Span& part, const Span& whole);

struct Figure {
  enum class Kind { money, count, percent };
  Kind kind = Kind::count;
  base::Decimal amount;   ///< in the base unit
  base::Decimal last;     ///< one of the last place printed, in the base unit
  std::string unit;       ///< without 万, 亿: 元, 人, %
  std::string per;        ///< of a standard: "/人/月"; else empty
  std::string text;       ///< as printed, without white space: 216.99万元
  std::string label;      ///< the words right before it, up to a mark or the figure before: 比上年增加
  std::size_t begin = 0;  ///< bytes in Prose::text
  std::size_t end = 0;
  int depth = 0;             ///< in so many brackets
  bool approximate = false;  ///< 约, 余, 以上 …

  /// Money is rounded at its last place, counts of less than ten thousand are exact.
  Span span() const;
  /// The same where a quotient may have been cut instead of rounded. For percentages.
  Span rounded_or_cut() const;
};

/// Money or a count as such: no share, no standard, no 约.
inline bool is_amount(const Figure& f) {
  return f.kind != Figure::Kind::percent && f.per.empty() && !f.approximate;
}

struct Prose {
  std::string text;  ///< without white space, full-width forms as ASCII but for the comma
  std::vector<Figure> figures;
};

/// O(length). Text past kMaxProseBytes is left.
Prose prose_of(std::string_view text, const quantity::UnitTable& units);
inline constexpr std::size_t kMaxProseBytes = 20000;
inline constexpr std::size_t kMaxProseFigures = 60;

/// True for two figures that can be added or divided: money, or counting words of one family.
bool same_kind(const Figure& a, const Figure& b, const quantity::UnitTable& units);

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words);
bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);

/// A change: 比上年增加, 较上年减少. 0: none, 1: up, -1: down.
int change_of(const Figure& figure);

}  // namespace jiheng::audit
