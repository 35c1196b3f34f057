// Takes digits, gives a double, and back. std::from_chars does it where the standard library has it for doubles; that of
// the page has not, and its strtod knows one locale only.
#include "engine/base/real.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace jiheng::base {
namespace {

#ifndef __cpp_lib_to_chars
/// Bytes from `at` on that are digits.
std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - at;
}

/// How much of the text is a number; 0: none.
std::size_t length_of_number(std::string_view text, bool exponent) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = digits_from(text, at);
  at += whole;
  std::size_t behind = 0;
  if (at < text.size() && text[at] == '.') {
    behind = digits_from(text, at + 1);
    if (whole + behind > 0) at += 1 + behind;
  }
  if (whole + behind == 0) return 0;
  if (exponent && at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::size_t sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 1 : 0;
    const std::size_t digits = digits_from(text, at + 1 + sign);
    if (digits > 0) at += 1 + sign + digits;
  }
  return at;
}
#endif

}  // namespace

RealRead read_real(std::string_view text, bool exponent) {
  RealRead read;
#ifdef __cpp_lib_to_chars
  const auto format = exponent ? std::chars_format::general : std::chars_format::fixed;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read.value, format);
  if (error != std::errc() || !std::isfinite(read.value)) return {};
  read.length = static_cast<std::size_t>(end - text.data());
#else
  read.length = length_of_number(text, exponent);
  if (read.length == 0) return {};
  read.value = std::strtod(std::string(text.substr(0, read.length)).c_str(), nullptr);
  const bool too_small =
      read.value == 0 && text.substr(0, read.length).find_first_of("123456789") < read.length;
  if (!std::isfinite(read.value) || too_small) return {};
#endif
  return read;
}

std::string scientific(double value, int behind) {
#ifdef __cpp_lib_to_chars
  char digits[64];
  const auto [end, error] =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific, behind);
  if (error == std::errc()) return {digits, end};
#endif
  return fmt::format("{:.{}e}", value, behind);
}

}  // namespace jiheng::base
