// engine/scoring/marks.h: the full marks of every row of a card: given, taken from 自报得分, split,
// re-spread.
// Takes   a scheme and a card as submitted.
// Gives   one RowMarks a row, sections one after another.
// Units   points; shares are cut to the scheme's places and the remainder stands on the row it names, so that sums are exact.
// Fails   a row no marks can be told of has none, with S103.
// Source  docs/scheme-language.md, 没有分值 and 不适用
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::scoring {

struct RowMarks {
  std::optional<base::Decimal> full;
  bool assumed = false;    ///< not printed on the form
  bool dropped = false;    ///< 不适用: its points went to the others
  bool not_asked = false;  ///< a long-term goal: no points this year
  std::string note;        ///< how the marks came about; empty for printed ones
};

struct CardMarks {
  std::vector<RowMarks> rows;  ///< sections one after another
  base::Decimal printed_sum;   ///< before points are re-spread
  bool complete = true;        ///< every row that is asked for has marks
  std::vector<diag::Diagnostic> findings;
};

CardMarks full_marks(const model::Scheme& scheme, const model::Scorecard& card);

/// n shares of `pot`, each cut to `places` places, the remainder on the first or last: the sum is exact.
std::vector<base::Decimal> split(const base::Decimal& pot, std::size_t n, int places,
                                 model::Scheme::Remainder remainder);

}  // namespace jiheng::scoring
