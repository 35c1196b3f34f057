// engine/scoring/asked_data.h: what 计算数据 of a row is to say, one entry a cell: the one list for the page and the empty workbook.
// Takes   the scheme, the money of the card, the row, and its own 评分标准 as it was answered (nullptr: it is not scored by one).
// Gives   what the 评分标准 asks for, in its order, then the numbers of the scheme's 计算 for this row, in the order of its formula.
//         A name that both ask for is one entry.
// Source  docs/standard-language.md, "计分"; docs/scheme-language.md, "计算"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring/standard_row.h"

namespace jiheng::scoring {

/// Names point into the scheme and the standard.
struct AskedData {
  std::string_view name;
  std::string_view unit;  ///< printed beside the cell
  const standard::Need* need =
      nullptr;            ///< of the row's own 评分标准; nullptr: a number of the scheme's 计算
  std::size_t at = 0;     ///< where the standard has that need
  bool open = false;      ///< nobody answers it, and points wait for it
  bool by_money = false;  ///< an amount the card states, and the row does not: there is nothing to fill in

  /// Whether an entry of the row's data under this name is its answer.
  bool is(const model::Field& entry) const;
  /// The words to choose one from; none: a number, or what is typed.
  std::vector<std::string> choices() const;
};

/// One need that the actual value can answer is not asked for: the cell of that value is its cell.
std::vector<AskedData> asked_data(const model::Scheme& scheme, const model::Budget& budget,
                                  const model::Indicator& row, const StandardRow* own);

}  // namespace jiheng::scoring
