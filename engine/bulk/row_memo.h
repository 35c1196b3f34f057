// engine/bulk/row_memo.h: rows that were scored already: the same cells under the same scheme earn the same.
// Takes   a key that holds all that decides, compared in full; what was found for it.
// Limits  so many bytes, by what the memo really holds. Past half of them the rows that were not met since the last time are
//         forgotten at the next forget_if_full(); what comes up again and again stays. What is given does not depend on what
//         is remembered.
// Inside  open addressing: a row that is new is known to be so by one look into the table, and that is most of its cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/scoring/score.h"

namespace jiheng::bulk {

/// What a row of these cells earns.
struct KnownRow {
  enum class State : std::uint8_t {
    unknown,    ///< new
    asked,      ///< being scored
    scored,     ///< `result` and `score` are there
    with_card,  ///< the rest of its card decides as well
    unsound     ///< `fault` says why; its column is that of the cell
  } state = State::unknown;
  std::uint32_t met = 0;  ///< when it was met last
  std::size_t key_size = 0;
  std::string text;  ///< the key, then the cells behind the row, as the result prints them
  scoring::Points score;
  std::shared_ptr<const diag::Diagnostic> fault = nullptr;

  std::string_view key() const { return std::string_view(text).substr(0, key_size); }
  std::string_view result() const { return std::string_view(text).substr(key_size); }
  /// What is known of another row, under its own key.
  void take(const KnownRow& other) {
    state = other.state;
    text.resize(key_size);
    text += other.result();
    score = other.score;
    fault = other.fault;
  }
};

class RowMemo {
 public:
  explicit RowMemo(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// The entry of the key; new ones are unknown. Stays where it is until forget_if_full().
  KnownRow& at(std::string_view key);
  void forget_if_full();

 private:
  struct Slot {
    std::size_t hash = 0;
    std::unique_ptr<KnownRow> row;
  };
  /// Where the key is, or the empty slot it belongs into.
  Slot& slot_of(std::size_t hash, std::string_view key);
  /// Into `size` slots, a power of two, those that were met at `least` or later.
  void lay_out(std::size_t size, std::uint32_t least);

  std::size_t most_bytes_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  ///< at most half of them taken
  std::size_t taken_ = 0;
  std::uint32_t now_ = 0;      ///< how often something was forgotten
  std::size_t bytes_met_ = 0;  ///< of the rows that were met since
};

}  // namespace jiheng::bulk
