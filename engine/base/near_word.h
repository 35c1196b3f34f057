// engine/base/near_word.h: "是不是想写…", only for a near word.
// Takes   a word nobody knows, and those that are known.
// Gives   the nearest of them, in place; empty where none is near.
// Units   distances in characters.
#pragma once

#include <span>
#include <string_view>

namespace jiheng::base {

/// The candidate with the smallest edit distance in characters, if it is at most a third of the longer word
/// (at least 1); empty otherwise. The first of equals. O(sum of lengths × length); words over 40 characters
/// get none.
std::string_view near_word(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace jiheng::base
