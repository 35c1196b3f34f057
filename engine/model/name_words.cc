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

bool WayWords::says_more(std::string_view name) const {
  return std::any_of(drops.begin(), drops.end(),
                     [name](const std::string& word) { return ends_in(name, word); });
}

bool WayWords::says_less(std::string_view name) const {
  if (says_more(name)) return false;
  std::string_view rest = name;
  for (bool shorter = true; shorter;) {
    const auto is_end = [&rest](const std::string& word) { return ends_in(rest, word); };
    if (std::any_of(costs.begin(), costs.end(), is_end)) return true;
    if (std::any_of(ills.begin(), ills.end(), is_end)) {
      return std::none_of(undone_by.begin(), undone_by.end(), [rest](const std::string& word) {
        return rest.find(word) != std::string_view::npos;
      });
    }
    shorter = false;
    for (const std::string& amount : amounts) {
      if (!ends_in(rest, amount)) continue;
      rest.remove_suffix(amount.size());
      shorter = true;
      break;
    }
  }
  return false;
}

}  // namespace jiheng::model
