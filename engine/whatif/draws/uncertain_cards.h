// engine/whatif/draws/uncertain_cards.h: what is stated of which figure -> the uncertain values of every card.
// Takes   scored cards and statements "受理案件数.完成=150±10", "预算.执行数=18±1", "全部=±5%" (address.h, uncertainty.h). 全部 is
//         the 完成 of every row of every card that has a number; what is said of one figure goes before it.
// Fails   W102, W103 as address.h, W140-W143 as uncertainty.h, W148 the same figure stated twice; W147 (a warning): nothing is
//         uncertain
// Source  docs/whatif-simulate.md
#pragma once

#include <span>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/scoring/score.h"
#include "engine/whatif/draws/simulate.h"
#include "engine/whatif/overlay/address.h"

namespace jiheng::whatif {

struct UncertainCards {
  std::vector<UncertainCard> cards;  ///< one for each result, in order
  std::size_t uncertain = 0;         ///< values that can differ
  /// Of 全部: rows with a number that has no other value in reach, and rows without one (words, dates, ranges, blanks).
  bool all = false;
  std::size_t too_small = 0;
  std::size_t no_number = 0;
};

diag::Result<UncertainCards> uncertain_cards(std::span<const scoring::CardResult> results,
                                             std::span<const Setting> statements,
                                             const scoring::Context& context);

}  // namespace jiheng::whatif
