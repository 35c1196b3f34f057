// Takes names as printed, says which words they end in or hold. Knows no word itself.
#include "engine/model/name_words.h"

#include <algorithm>

#include "engine/base/squeezed.h"

namespace jiheng::model {

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
  const auto is_end = [name](const std::string& word) { return name.ends_with(word); };
  return std::any_of(endings.begin(), endings.end(), is_end) &&
         std::none_of(except.begin(), except.end(), is_end);
}

bool NameList::fits(std::string_view name) const {
  if (ends(name)) return true;
  const auto is_in = [name](const std::string& word) { return name.find(word) != std::string_view::npos; };
  const auto is_end = [name](const std::string& word) { return name.ends_with(word); };
  return std::any_of(contains.begin(), contains.end(), is_in) &&
         std::none_of(except.begin(), except.end(), is_end);
}

}  // namespace jiheng::model
