// Takes keys, gives what is known of them. Leaves finding it out to block_scorer.cc.
#include "engine/bulk/row_memo.h"

namespace jiheng::bulk {

KnownRow& RowMemo::at(std::string_view key) {
  if (const auto known = rows_.find(key); known != rows_.end()) return known->second;
  constexpr std::size_t kOfAnEntry = sizeof(KnownRow) + sizeof(std::string) + 100;
  bytes_ += kOfAnEntry + key.size();
  return rows_[std::string(key)];
}

void RowMemo::forget_if_full() {
  if (bytes_ <= kMostBytes) return;
  rows_.clear();
  bytes_ = 0;
}

}  // namespace jiheng::bulk
