// engine/quantity/units.cc: the table of unit names, found whole or as the longest name at a place in a text.
// Takes   entries one by one, in the order of rules/units.yaml.
// Gives   find and longest_at over a flat index: first character -> the names that begin with it, longest
// first. Leaves  how two units stand to each other to relate.cc.
#include "engine/quantity/units.h"

#include <algorithm>
#include <deque>

namespace jiheng::quantity {
namespace {

// The bytes of the first character as one number, without decoding; 0 for an empty text. A text cut inside a
// character gives the key of no name.
std::uint32_t first_key(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&text](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[i])}; };
  const std::uint32_t lead = byte(0);
  if (lead < 0xC0) return lead;
  if (lead < 0xE0) return text.size() < 2 ? 0xFF : lead << 8U | byte(1);
  return text.size() < 3 ? 0xFF : lead << 16U | byte(1) << 8U | byte(2);
}

}  // namespace

// Open addressing with linear probing; at most half full. Names with one key are one chain, longest first.
struct UnitTable::Impl {
  struct Slot {
    std::uint32_t key = 0;
    std::vector<const UnitEntry*> names;
  };
  std::deque<UnitEntry> store;  // never moves an entry
  std::vector<const UnitEntry*> in_order;
  std::vector<Slot> slots = std::vector<Slot>(256);
  std::size_t used = 0;

  static std::size_t hash(std::uint32_t key) { return (key * 0x9E3779B1U) >> 12U; }

  const Slot* slot_of(std::uint32_t key) const {
    const std::size_t mask = slots.size() - 1;
    for (std::size_t i = hash(key) & mask;; i = (i + 1) & mask) {
      if (slots[i].key == key) return &slots[i];
      if (slots[i].key == 0) return nullptr;
    }
  }

  Slot& slot_for(std::uint32_t key) {
    if ((used + 1) * 2 > slots.size()) {
      std::vector<Slot> old(slots.size() * 2);
      old.swap(slots);
      used = 0;
      for (Slot& slot : old) {
        if (slot.key != 0) slot_for(slot.key).names = std::move(slot.names);
      }
    }
    const std::size_t mask = slots.size() - 1;
    std::size_t i = hash(key) & mask;
    while (slots[i].key != 0 && slots[i].key != key) i = (i + 1) & mask;
    if (slots[i].key == 0) {
      slots[i].key = key;
      ++used;
    }
    return slots[i];
  }
};

UnitTable::UnitTable() : impl_(std::make_shared<Impl>()) {}

bool UnitTable::add(UnitEntry entry) {
  const std::uint32_t key = first_key(entry.name);
  if (key == 0 || find(entry.name) != nullptr) return false;
  impl_->store.push_back(std::move(entry));
  const UnitEntry* added = &impl_->store.back();
  impl_->in_order.push_back(added);
  std::vector<const UnitEntry*>& names = impl_->slot_for(key).names;
  const auto longer = [added](const UnitEntry* other) { return other->name.size() >= added->name.size(); };
  names.insert(std::find_if_not(names.begin(), names.end(), longer), added);
  return true;
}

const UnitEntry* UnitTable::find(std::string_view name) const {
  const Impl::Slot* slot = impl_->slot_of(first_key(name));
  if (slot == nullptr) return nullptr;
  for (const UnitEntry* entry : slot->names) {
    if (entry->name == name) return entry;
  }
  return nullptr;
}

const UnitEntry* UnitTable::longest_at(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return nullptr;
  const std::string_view rest = text.substr(at);
  const Impl::Slot* slot = impl_->slot_of(first_key(rest));
  if (slot == nullptr) return nullptr;
  for (const UnitEntry* entry : slot->names) {
    const std::string& name = entry->name;  // the last byte tells most apart
    if (name.size() <= rest.size() && rest[name.size() - 1] == name.back() && rest.starts_with(name))
      return entry;
  }
  return nullptr;
}

const std::vector<const UnitEntry*>& UnitTable::entries() const { return impl_->in_order; }

}  // namespace jiheng::quantity
