// engine/audit/a6_between/twice.h: tables that were handed in twice: in two files, twice in one, as .docx beside .xlsx, or a
// first and a last version.
// Takes   cards in the order read; their texts as printed, white space, width and a word for the version in the title
//         (最终版) aside.
// Gives   pairs: the first of its kind, and each other one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/model/scorecard.h"

namespace jiheng::audit {

struct Twice {
  std::size_t first;
  std::size_t again;
  bool same;               ///< every row, amount and total
  std::string difference;  ///< else where they differ: “培训人数”的完成值
};

/// Two tables of one kind, unit, year and title whose indicators are the same, at least half of them; tables whose files
/// give them different 编号 are two. Of n tables O(n log n); of k tables of one title and unit O(k²), of versions at most 20.
std::vector<Twice> tables_twice(std::span<const model::Scorecard* const> cards);

}  // namespace jiheng::audit
