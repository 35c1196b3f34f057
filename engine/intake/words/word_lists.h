// engine/intake/words/word_lists.h: does a text begin with, end in, hold or equal one of these words?
// Takes   a text and a list of words, both in one form (squeezed or as printed).
// Gives   yes or no.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::intake {

template <class Words>
bool starts_with_any(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.starts_with(w); });
}
template <class Words>
bool ends_with_any(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.ends_with(w); });
}
template <class Words>
bool contains_any(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.find(w) != std::string_view::npos; });
}
inline bool is_any(std::string_view text, const std::vector<std::string>& words) {
  return std::find(std::begin(words), std::end(words), text) != words.end();
}

/// Words that are no form's, written where they are looked for.
inline bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return starts_with_any<std::initializer_list<std::string_view>>(text, words);
}
inline bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return ends_with_any<std::initializer_list<std::string_view>>(text, words);
}
inline bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return contains_any<std::initializer_list<std::string_view>>(text, words);
}

}  // namespace jiheng::intake
