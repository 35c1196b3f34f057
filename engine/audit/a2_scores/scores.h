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

/// 年初目标值, 实际完成值, 分值, 自报得分, 按方案计算.
std::vector<std::pair<std::string, std::string>> row_figures(const Row& row);

}  // namespace jiheng::audit
