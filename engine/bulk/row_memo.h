// engine/bulk/row_memo.h: rows that were scored already: the same cells under the same scheme earn the same.
// Takes   a key that holds all that decides, compared in full; what was found for it.
// Limits  kMostBytes, by what the map really holds. Past half of it the rows that were not met since the last time are
//         forgotten at the next forget_if_full(); what comes up again and again stays. What is given does not depend on what
//         is remembered.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/diag/diagnostic.h"
#include "engine/scoring/score.h"

namespace jiheng::bulk {

/// What a row of these cells earns.
struct KnownRow {
  enum class State {
    unknown,    ///< new
    asked,      ///< being scored
    scored,     ///< `result` and `score` are there
    with_card,  ///< the rest of its card decides as well
    unsound     ///< `fault` says why; its column is that of the cell
  } state = State::unknown;
  std::string result;  ///< the cells behind the row, as the result prints them
  scoring::Points score;
  std::unique_ptr<diag::Diagnostic> fault = nullptr;
};

class RowMemo {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{40} << 20;

  /// The entry of the key; new ones are unknown. Stays where it is until forget_if_full().
  KnownRow& at(std::string_view key);
  void forget_if_full();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
  };
  using Rows = std::unordered_map<std::string, KnownRow, Hash, std::equal_to<>>;
  Rows met_;               ///< since the last time something was forgotten
  Rows earlier_;           ///< before
  std::size_t bytes_ = 0;  ///< of met_
};

}  // namespace jiheng::bulk
