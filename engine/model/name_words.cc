// Takes names as printed, says which words they end in or hold. Knows no word itself.
#include "engine/model/name_words.h"

#include <algorithm>

#include "engine/base/squeezed.h"

namespace jiheng::model {
namespace {

/// name.ends_with(word), for lists of words: nearly all are told apart by their last byte.
bool ends_in(std::string_view name, const std::string& word) {
  return name.size() >= word.size() && !word.empty() && name.back() == word.back() && name.ends_with(word);
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string plain = base::squeezed(name);
  while (plain.ends_with("。") || plain.ends_with(")")) {
    if (plain.ends_with("。")) {
      plain.resize(plain.size() - std::string_view("。").size());
      continue;
    }
    const std::size_t open = plain.rfind('(');
    if (open == std::string::npos || open == 0) break;
    plain.resize(open);
  }
  return plain;
}

bool NameList::ends(std::string_view name) const {
  const auto is_end = [name](const std::string& word) { return ends_in(name, word); };
  return std::any_of(endings.begin(), endings.end(), is_end) &&
         std::none_of(except.begin(), except.end(), is_end);
}

bool NameList::fits(std::string_view name) const {
  if (ends(name)) return true;
  const auto is_in = [name](const std::string& word) { return name.find(word) != std::string_view::npos; };
  const auto is_end = [name](const std::string& word) { return ends_in(name, word); };
  return std::any_of(contains.begin(), contains.end(), is_in) &&
         std::none_of(except.begin(), except.end(), is_end);
}

Endings::Endings(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (!word.empty()) by_last_byte_[static_cast<unsigned char>(word.back())].push_back(word);
  }
}

const std::string* Endings::first_of(std::string_view name) const {
  if (name.empty()) return nullptr;
  const std::vector<std::string>& words = by_last_byte_[static_cast<unsigned char>(name.back())];
  const auto at = std::find_if(words.begin(), words.end(),
                               [name](const std::string& word) { return name.ends_with(word); });
  return at == words.end() ? nullptr : &*at;
}

bool WayWords::says_more(std::string_view name) const { return drops.first_of(name) != nullptr; }

bool WayWords::says_less(std::string_view name) const {
  if (says_more(name)) return false;
  for (std::string_view rest = name;;) {
    if (costs.first_of(rest) != nullptr) return true;
    if (ills.first_of(rest) != nullptr) {
      return std::none_of(undone_by.begin(), undone_by.end(), [rest](const std::string& word) {
        return rest.find(word) != std::string_view::npos;
      });
    }
    const std::string* amount = amounts.first_of(rest);
    if (amount == nullptr) return false;
    rest.remove_suffix(amount->size());
  }
}

}  // namespace jiheng::model
