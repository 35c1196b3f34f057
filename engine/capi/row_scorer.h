// engine/capi/row_scorer.h: rows of indicators as eight texts each -> what they earn.
// Takes   the cells of a row, blank ones too; schemes on a shelf.
// Gives   the points of jiheng.h; rows of the same cells share one answer, and are remembered up to kMostBytes.
// Fails   per row: Answer::problem. B103 no such scheme, B106 a number that is none, L… of model/sound_card.h in words.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/bulk/scheme_shelf.h"
#include "engine/scoring/score.h"

namespace jiheng::capi {

/// In the order of jiheng_columns.
struct RowCells {
  std::string_view scheme, year, level1, level2, name, target, actual, marks;
};

struct Answer {
  std::string low, high, status, attainment, deviation, rule;
  std::string problem;  ///< then there is nothing else
};

/// For one thread at a time. Shelf and tables outlive it.
class RowScorer {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{32} << 20;

  RowScorer(bulk::SchemeShelf& shelf, const scoring::Context& context) : shelf_(shelf), context_(context) {}

  /// One a row, in order, none of them null. Linear.
  std::vector<std::shared_ptr<const Answer>> score(const std::vector<RowCells>& rows);

 private:
  struct Asked;
  using Memo = std::unordered_map<std::string, std::shared_ptr<const Answer>>;

  bulk::SchemeShelf& shelf_;
  scoring::Context context_;
  Memo known_;
  std::size_t bytes_ = 0;
};

}  // namespace jiheng::capi
