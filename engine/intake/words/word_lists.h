// engine/intake/words/word_lists.h: does a text begin with, end in or hold one of these words?
// Takes   a text and a list of words, both in one form (squeezed or as printed).
// Gives   yes or no.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace jiheng::intake {

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.starts_with(w); });
}
template <std::size_t N>
bool ends_with_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.ends_with(w); });
}
template <std::size_t N>
bool contains_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

}  // namespace jiheng::intake
