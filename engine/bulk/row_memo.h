// engine/bulk/row_memo.h: rows that were scored already: the same cells under the same scheme earn the same.
// Takes   a key that holds all that decides, compared in full; what was found for it.
// Limits  so many bytes, by what the memo really holds. Past half of them the rows that were not met since the last time are
//         forgotten at the next forget_if_full(); what comes up again and again stays. What is given does not depend on what
//         is remembered.
// Inside  open addressing: a row that is new is known to be so by one look into the table. A row, its key and its result lie
//         behind one another in a few large pieces of memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::bulk {

/// What a row of these cells earns.
struct KnownRow {
  enum class State : std::uint8_t {
    unknown,    ///< new
    asked,      ///< being scored
    scored,     ///< result, score and marks are there
    with_card,  ///< the rest of its card decides as well
    unsound     ///< it is no row
  } state = State::unknown;
  std::uint32_t met = 0;  ///< when it was met last
  std::uint32_t key_size = 0;
  std::uint32_t result_size = 0;
  const char* result_at = nullptr;
  scoring::Points score;
  base::Decimal marks;

  std::string_view key() const { return {reinterpret_cast<const char*>(this + 1), key_size}; }
  /// The cells behind the row, as the result prints them.
  std::string_view result() const { return {result_at, result_size}; }
};

class RowMemo {
 public:
  explicit RowMemo(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// The entry of the key, which is `begin` and `rest`, parted in the same way each time; new ones are unknown. Stays where it
  /// is until forget_if_full().
  KnownRow& at(std::string_view begin, std::string_view rest);
  void put_result(KnownRow& row, std::string_view cells);
  void forget_if_full();

 private:
  struct Slot {
    std::size_t hash = 0;
    KnownRow* row = nullptr;
  };
  /// Bytes for a row, one behind the other.
  class Store {
   public:
    char* take(std::size_t bytes);

   private:
    std::vector<std::unique_ptr<char[]>> pieces_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
  };
  static std::size_t bytes_of(const KnownRow& row);
  KnownRow& make(std::string_view begin, std::string_view rest);
  /// Where the key is, or the empty slot it belongs into.
  Slot& slot_of(std::size_t hash, std::string_view begin, std::string_view rest);
  /// Into so many slots, a power of two.
  void lay_out(std::size_t size);

  std::size_t most_bytes_;
  Store store_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  ///< at most half of them taken
  std::size_t taken_ = 0;
  std::uint32_t now_ = 0;      ///< how often something was forgotten
  std::size_t bytes_met_ = 0;  ///< of the rows that were met since
};

}  // namespace jiheng::bulk
