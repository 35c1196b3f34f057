// engine/formula/spellings.h: what the signs and words of a formula mean, and where they stand in a text.
// Takes   UTF-8; full-width ASCII forms are folded before every comparison.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace jiheng::formula {

/// A way to write an operator: "×" means "*".
struct Spelling {
  std::string_view written;
  std::string_view meaning;
};

/// A function: how it is written, its ASCII name, how many arguments it takes (most = 0: any number from
/// least on).
struct FunctionName {
  std::string_view written;
  std::string_view meaning;
  int least;
  int most;
};

/// What may stand right behind a number: it is multiplied by 10^shift.
struct Suffix {
  std::string_view written;
  int shift;
};

std::span<const FunctionName> functions();
std::span<const Suffix> suffixes();

/// A code point folded to its half-width form.
char32_t folded_at(std::string_view text, std::size_t at);

/// Bytes of the text at `at` that spell `written` after folding; 0 if they do not.
std::size_t spelled_at(std::string_view text, std::size_t at, std::string_view written);

/// ≥ × ! … at this place; nullptr if there is none.
const Spelling* operator_at(std::string_view text, std::size_t at);

/// 且 或 非 at this place, also inside a run of letters; nullptr if there is none.
const Spelling* word_operator_at(std::string_view text, std::size_t at);

/// The function with this whole name; nullptr if there is none.
const FunctionName* function_named(std::string_view word);

bool is_comma(char32_t c);

/// Where the characters of names that begin at `at` end: what is no space, bracket, comma or operator.
std::size_t end_of_run(std::string_view text, std::size_t at);

}  // namespace jiheng::formula
