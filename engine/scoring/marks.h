// engine/scoring/marks.h: the full marks of every row of a card: given, taken from 自报得分, split,
// re-spread.
// Takes   a scheme and a card as submitted.
// Gives   one RowMarks a row, sections one after another.
// Units   points; shares are cut to the scheme's places and the remainder stands on the row it names, so that sums are exact.
// Fails   a row no marks can be told of has none, and stands in `problems`. What is said of it: explain/marks_words.h.
// Source  docs/scheme-language.md, 没有分值 and 不适用
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::scoring {

/// Rows that share points: a goal of the form, a block of the scheme's weights, or (both nullptr) the whole table.
struct MarksBlock {
  const model::Section* goal = nullptr;
  const model::Weight* weight = nullptr;
  base::Decimal points;
};

/// Why the full marks of a row are more than its self score (reduced_claims.h).
struct ReducedMarks {
  enum class How : std::uint8_t {
    only_one,   ///< the one row of its block that missed its target
    somewhere,  ///< one of several: between the self score and `full`
    as_ruled    ///< what the rule takes off each of them is what is missing
  } how = How::only_one;
  MarksBlock block;
  base::Decimal claimed;  ///< points of all rows of the block together
  std::size_t rows = 0;   ///< rows that are short of their full marks
  base::Decimal full;     ///< the full marks, or the most they can be
  Points as_claimed;      ///< points before rounding, were the self score the full marks
  bool sure() const { return how != How::somewhere; }
};

struct RowMarks {
  std::optional<base::Decimal> full;
  bool assumed = false;    ///< not printed on the form
  bool dropped = false;    ///< 不适用: its points went to the others
  bool not_asked = false;  ///< a long-term goal: no points this year
  enum class From : std::uint8_t { form, claim, split } from = From::form;
  base::Decimal first;                  ///< as taken, before points are re-spread
  MarksBlock block;                     ///< split: what of; its points are those left to split
  std::size_t sharers = 0;              ///< split: rows that share them
  bool respread = false;                ///< got a part of the points of dropped rows
  std::optional<ReducedMarks> reduced;  ///< in place of all that
};

/// Marks that are missing on the form.
struct MarksProblem {
  std::size_t row = 0;
  /// Absent: the row has no marks. Else it is 不适用 and no other row can take these points of its block.
  std::optional<base::Decimal> stranded;
};

struct CardMarks {
  std::vector<RowMarks> rows;  ///< sections one after another
  base::Decimal printed_sum;   ///< before points are re-spread
  bool complete = true;        ///< every row that is asked for has marks
  std::vector<MarksProblem> problems;
};

CardMarks full_marks(const model::Scheme& scheme, const model::Scorecard& card);

/// n shares of `pot`, each cut to `places` places, the remainder on the first or last: the sum is exact.
std::vector<base::Decimal> split(const base::Decimal& pot, std::size_t n, int places,
                                 model::Scheme::Remainder remainder);

}  // namespace jiheng::scoring
