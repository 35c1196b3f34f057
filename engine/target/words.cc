// Takes entries one by one (load/ reads the file), gives the longest word at a place with all it may do.
#include "engine/target/words.h"

#include <deque>

#include "engine/target/read/prefix_index.h"

namespace jiheng::target {

struct WordTable::Impl {
  std::deque<WordEntry> entries;  // deques: pointers stay
  std::deque<Word> words;
  PrefixIndex index;
};

WordTable::WordTable() : impl_(std::make_unique<Impl>()) {}
WordTable::~WordTable() = default;
WordTable::WordTable(WordTable&&) noexcept = default;
WordTable& WordTable::operator=(WordTable&&) noexcept = default;

bool WordTable::add(WordEntry entry) {
  if (entry.text.empty()) return false;
  const PrefixIndex::Found found = impl_->index.longest_at(entry.text, 0);
  std::size_t id = found.id;
  if (found.length != entry.text.size()) {
    id = impl_->words.size();
    impl_->index.add(entry.text, id);
    impl_->words.emplace_back();
  }
  const WordEntry*& place = impl_->words[id].entries[static_cast<std::size_t>(entry.part)];
  if (place != nullptr) return false;
  place = &impl_->entries.emplace_back(std::move(entry));
  return true;
}

std::vector<const WordEntry*> WordTable::entries() const {
  std::vector<const WordEntry*> all;
  all.reserve(impl_->entries.size());
  for (const WordEntry& entry : impl_->entries) all.push_back(&entry);
  return all;
}

WordTable::Found WordTable::longest_at(std::string_view text, std::size_t at) const {
  const PrefixIndex::Found found = impl_->index.longest_at(text, at);
  if (found.length == 0) return {};
  return {found.length, &impl_->words[found.id]};
}

}  // namespace jiheng::target
