// engine/audit/a2_scores/scores.h: the two halves of A2xx: forms that print 分值 (scores.cc), forms that do not
// (scores_without_marks.cc).
// Takes   one scored table.
// Gives   A109 and A2xx, and the figures they show.
// Units   points as printed: what rounding explains is no finding.
// Source  docs/findings/A2*.md
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/audit/audit.h"

namespace jiheng::audit {

/// True where the scheme takes the claimed points of rows without 分值 for their full marks: what was taken off a row
/// can then only be told from the points missing in the sum.
bool marks_are_claims(const Table& table);

/// A109, A203, A204, A206 of such a table. Linear in its rows.
void check_scores_without_marks(const Table& table, Findings& findings);

/// A204 where a ceiling is exceeded, else A203.
void add_missed_but_full(const Table& table, const Row& row, Findings& findings);

/// What the points of a row can stand on.
enum class Basis {
  given,             ///< its two cells, compared; also where no points are claimed or asked for
  open,              ///< they leave it open, and no more is claimed than is sure
  words_for_figure,  ///< A208: a number was asked for, 完成 is the answer
  units,             ///< A501: the units cannot be compared
  no_cells,          ///< A207: one of the two is blank
  no_comparison      ///< A208
};
Basis basis_of(const Table& table, const Row& row);
/// Target and actual of a row that is asked for have units that cannot be compared: A501.
bool units_differ(const Row& row);

/// 年初目标值, 实际完成值, 分值, 自报得分, 按方案计算.
std::vector<std::pair<std::string, std::string>> row_figures(const Row& row);

}  // namespace jiheng::audit
