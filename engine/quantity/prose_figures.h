// engine/quantity/prose_figures.h: a text -> its figures: number, unit, the words that lead up to it, and where in the
// sentence it stands. The one reader of figures in running text: claims and the checks of prose both read by it.
// Takes   a sentence or paragraph as printed.
// Units   amounts in the base unit: 元 for money, one for counting words, 8 for 8%.
// Leaves  years, dates, numbers of documents and of lists, numbers without a unit: they are no figures.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/quantity/units.h"

namespace jiheng::quantity {

/// What a printed number can stand for: 8% is anything from 7.5 to 8.5.
struct Span {
  base::Decimal low;
  base::Decimal high;
};

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

struct Prose {
  std::string text;             ///< without white space, full-width forms as ASCII but for the comma
  std::vector<Figure> figures;  ///< money, counting words, percentages: what is added up and divided
  /// Every number with a unit as it is printed: "60 万元", "42 公里", "97.5％"; lengths, days, points … too.
  std::vector<std::string> printed;
};

/// O(length). Text past kMaxProseBytes is left, and what is past kMaxProseFigures and kMaxPrintedFigures.
Prose prose_of(std::string_view text, const UnitTable& units);
inline constexpr std::size_t kMaxProseBytes = 20000;
inline constexpr std::size_t kMaxProseFigures = 60;
inline constexpr std::size_t kMaxPrintedFigures = 200;

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words);

}  // namespace jiheng::quantity
