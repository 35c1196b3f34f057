// Takes keys, gives what is known of them. Leaves finding it out to block_scorer.cc.
#include "engine/bulk/row_memo.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace jiheng::bulk {
namespace {

/// Kept behind the key: most results fit.
constexpr std::size_t kBytesOfAResult = 48;
constexpr std::size_t kPieceOfStore = std::size_t{1} << 18;

/// Eight bytes at a time, the last of them twice where they do not come out even.
std::uint64_t hash_of_key(std::string_view key, std::uint64_t before) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = (before + key.size()) * kOdd;
  const auto mix = [&](const char* from, std::size_t bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, bytes);
    hash = (hash ^ word) * kOdd;
    hash ^= hash >> 29U;
  };
  const std::size_t whole = key.size() / sizeof(std::uint64_t) * sizeof(std::uint64_t);
  for (std::size_t at = 0; at < whole; at += sizeof(std::uint64_t))
    mix(key.data() + at, sizeof(std::uint64_t));
  if (whole == 0 && !key.empty()) {
    mix(key.data(), key.size());
  } else if (whole < key.size()) {
    mix(key.data() + key.size() - sizeof(std::uint64_t), sizeof(std::uint64_t));
  }
  return hash ^ (hash >> 32U);
}

static_assert(std::is_trivially_destructible_v<KnownRow>);

}  // namespace

char* RowMemo::Store::take(std::size_t bytes) {
  bytes = (bytes + alignof(KnownRow) - 1) / alignof(KnownRow) * alignof(KnownRow);
  if (bytes > left_) {
    left_ = std::max(bytes, kPieceOfStore);
    pieces_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    next_ = pieces_.back().get();
  }
  left_ -= bytes;
  return std::exchange(next_, next_ + bytes);
}

/// With the slots that are kept for it.
std::size_t RowMemo::bytes_of(const KnownRow& row) {
  return sizeof(KnownRow) + row.key_size + std::max(kBytesOfAResult, std::size_t{row.result_size}) +
         4 * sizeof(Slot);
}

KnownRow& RowMemo::make(std::string_view begin, std::string_view rest) {
  char* const at = store_.take(sizeof(KnownRow) + begin.size() + rest.size() + kBytesOfAResult);
  auto* row = new (at) KnownRow;
  row->key_size = static_cast<std::uint32_t>(begin.size() + rest.size());
  char* const key = at + sizeof(KnownRow);
  std::copy(rest.begin(), rest.end(), std::copy(begin.begin(), begin.end(), key));
  return *row;
}

void RowMemo::put_result(KnownRow& row, std::string_view cells) {
  char* const behind_key = reinterpret_cast<char*>(&row + 1) + row.key_size;
  char* const at = cells.size() <= kBytesOfAResult ? behind_key : store_.take(cells.size());
  std::copy(cells.begin(), cells.end(), at);
  row.result_at = at;
  row.result_size = static_cast<std::uint32_t>(cells.size());
}

RowMemo::Slot& RowMemo::slot_of(std::size_t hash, std::string_view begin, std::string_view rest) {
  const std::size_t mask = slots_.size() - 1;
  const auto is = [&](const Slot& slot) {
    if (slot.hash != hash) return false;
    const std::string_view key = slot.row->key();
    return key.size() == begin.size() + rest.size() && key.starts_with(begin) && key.ends_with(rest);
  };
  std::size_t at = hash & mask;
  while (slots_[at].row != nullptr && !is(slots_[at])) at = (at + 1) & mask;
  return slots_[at];
}

KnownRow& RowMemo::at(std::string_view begin, std::string_view rest) {
  const std::size_t hash = hash_of_key(rest, hash_of_key(begin, 0));
  Slot* slot = &slot_of(hash, begin, rest);
  if (slot->row == nullptr) {
    if (2 * (taken_ + 1) > slots_.size()) {
      lay_out(2 * slots_.size());
      slot = &slot_of(hash, begin, rest);
    }
    *slot = {hash, &make(begin, rest)};
    slot->row->met = now_;
    ++taken_;
    bytes_met_ += bytes_of(*slot->row);
  } else if (std::exchange(slot->row->met, now_) != now_) {
    bytes_met_ += bytes_of(*slot->row);
  }
  return *slot->row;
}

void RowMemo::lay_out(std::size_t size) {
  for (const Slot& slot : std::exchange(slots_, std::vector<Slot>(size))) {
    if (slot.row == nullptr) continue;
    std::size_t at = slot.hash & (size - 1);
    while (slots_[at].row != nullptr) at = (at + 1) & (size - 1);
    slots_[at] = slot;
  }
}

void RowMemo::forget_if_full() {
  if (bytes_met_ <= most_bytes_ / 2) return;
  const Store before = std::exchange(store_, {});
  taken_ = 0;
  for (Slot& slot : slots_) {
    const KnownRow* row = std::exchange(slot.row, nullptr);
    if (row == nullptr || row->met < now_) continue;
    KnownRow& kept = make(row->key(), {});
    kept.state = row->state;
    kept.met = row->met;
    kept.score = row->score;
    kept.marks = row->marks;
    put_result(kept, row->result());
    slot.row = &kept;
    ++taken_;
  }
  lay_out(slots_.size());
  ++now_;
  bytes_met_ = 0;
}

}  // namespace jiheng::bulk
