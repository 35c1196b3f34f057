// Takes keys, gives what is known of them. Leaves finding it out to block_scorer.cc.
#include "engine/bulk/row_memo.h"

#include <cstring>
#include <utility>

namespace jiheng::bulk {
namespace {

/// A row with its text on the heap, and the slots that are kept for it.
constexpr std::size_t kBytesOfARow = sizeof(KnownRow) + 4 * std::size_t{16} + 2 * std::size_t{16};
constexpr std::size_t kBytesOfAResult = 64;

/// Eight bytes at a time, the last of them twice where they do not come out even.
std::uint64_t hash_of_key(std::string_view key) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = key.size() * kOdd;
  const auto mix = [&](const char* from, std::size_t bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, bytes);
    hash = (hash ^ word) * kOdd;
    hash ^= hash >> 29U;
  };
  const std::size_t whole = key.size() / sizeof(std::uint64_t) * sizeof(std::uint64_t);
  for (std::size_t at = 0; at < whole; at += sizeof(std::uint64_t))
    mix(key.data() + at, sizeof(std::uint64_t));
  if (whole == 0) {
    mix(key.data(), key.size());
  } else if (whole < key.size()) {
    mix(key.data() + key.size() - sizeof(std::uint64_t), sizeof(std::uint64_t));
  }
  return hash ^ (hash >> 32U);
}

}  // namespace

RowMemo::Slot& RowMemo::slot_of(std::size_t hash, std::string_view key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].row && (slots_[at].hash != hash || slots_[at].row->key() != key)) at = (at + 1) & mask;
  return slots_[at];
}

KnownRow& RowMemo::at(std::string_view key) {
  const std::size_t hash = hash_of_key(key);
  Slot* slot = &slot_of(hash, key);
  if (!slot->row) {
    if (2 * (taken_ + 1) > slots_.size()) {
      lay_out(2 * slots_.size(), 0);
      slot = &slot_of(hash, key);
    }
    slot->hash = hash;
    slot->row = std::make_unique<KnownRow>();
    slot->row->met = now_;
    slot->row->key_size = key.size();
    slot->row->text.reserve(key.size() + kBytesOfAResult);
    slot->row->text = key;
    ++taken_;
    bytes_met_ += kBytesOfARow + key.size() + kBytesOfAResult;
  } else if (std::exchange(slot->row->met, now_) != now_) {
    bytes_met_ += kBytesOfARow + key.size() + kBytesOfAResult;
  }
  return *slot->row;
}

void RowMemo::lay_out(std::size_t size, std::uint32_t least) {
  std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(size));
  taken_ = 0;
  for (Slot& slot : before) {
    if (!slot.row || slot.row->met < least) continue;
    std::size_t at = slot.hash & (size - 1);
    while (slots_[at].row) at = (at + 1) & (size - 1);
    slots_[at] = std::move(slot);
    ++taken_;
  }
}

void RowMemo::forget_if_full() {
  if (bytes_met_ <= most_bytes_ / 2) return;
  lay_out(slots_.size(), now_);
  ++now_;
  bytes_met_ = 0;
}

}  // namespace jiheng::bulk
