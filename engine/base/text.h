// engine/base/text.h: UTF-8, one code point at a time; widths; folding of full-width forms.
// Takes   bytes. Nothing here knows a locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::base {

/// One decoded code point and the bytes it took. `bytes` is 0 at the end of the text; invalid bytes decode as
/// U+FFFD of length 1.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
};

/// The code point at byte `at`. O(1).
CodePoint decode_at(std::string_view text, std::size_t at);

/// Byte offset of the first byte that is no valid UTF-8 (overlong forms, surrogates and > U+10FFFF included);
/// nullopt when all is valid. O(length).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Number of code points. O(length).
std::size_t count_characters(std::string_view text);

/// Columns a terminal gives the text: 2 for East Asian wide and full-width, 0 for combining marks and
/// controls.
std::size_t display_width(std::string_view text);

/// Appends the UTF-8 form of a code point.
void append_utf8(std::string& out, char32_t value);

/// 0 to 9 of ASCII: a byte, or a code point.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// U+FF01..U+FF5E -> ASCII, U+3000 -> space; everything else unchanged.
constexpr char32_t fold_full_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c == 0x3000 ? U' ' : c;
}

/// ASCII space, tab, line ends, NBSP, U+2000..U+200B, U+2028, U+2029, U+202F, U+205F, U+2060, U+3000, U+FEFF.
constexpr bool is_white_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/// What must not reach a terminal from a user's text: control characters (C0, DEL, C1) and the marks that
/// turn the direction of writing.
constexpr bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// A to Z of ASCII as a to z, all else as it is: names that differ in no more than that are the same.
std::string ascii_lower(std::string_view text);

/// The text with every control character as one space and every invalid byte as U+FFFD: safe to show, on one
/// line.
std::string printable(std::string_view text);

/// Without white space at both ends (as is_white_space).
std::string_view trimmed(std::string_view text);

/// At most `width` display columns (at least 1); a cut text ends in "…".
std::string clipped(std::string_view text, std::size_t width);

/// At most `width` display columns; a cut text keeps its last quarter: names that differ at their end stay apart.
std::string clipped_inside(std::string_view text, std::size_t width);

/// Lines of at most `width` display columns; at least one line. Broken between characters, but not inside a run of
/// ASCII (numbers stay whole) nor before closing punctuation, unless the piece alone is wider than a line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns, those below the first set in by four; as it is where the width leaves no room.
std::string set_in(std::string_view text, std::size_t width);

}  // namespace jiheng::base
