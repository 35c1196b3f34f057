// Takes keys, gives what is known of them. Leaves finding it out to block_scorer.cc.
#include "engine/bulk/row_memo.h"

#include <utility>

namespace jiheng::bulk {
namespace {

/// A node of the map, its place in the table of the map, and the heap's own bookkeeping of node, key and result.
constexpr std::size_t kBytesOfAnEntry = sizeof(KnownRow) + sizeof(std::string) + 16 + 8 + 3 * std::size_t{16};
constexpr std::size_t kBytesOfAResult = 64;

}  // namespace

KnownRow& RowMemo::at(std::string_view key) {
  if (const auto known = met_.find(key); known != met_.end()) return known->second;
  bytes_ += kBytesOfAnEntry + key.size() + kBytesOfAResult;
  if (const auto known = earlier_.find(key); known != earlier_.end())
    return met_.insert(earlier_.extract(known)).position->second;
  return met_[std::string(key)];
}

void RowMemo::forget_if_full() {
  if (bytes_ <= kMostBytes / 2) return;
  earlier_ = std::exchange(met_, {});
  bytes_ = 0;
}

}  // namespace jiheng::bulk
