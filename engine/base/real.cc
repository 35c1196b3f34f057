// Takes digits, gives a double, and back. std::from_chars does it where the standard library has it for doubles; that of
// the page has not, and its strtod knows one locale only.
#include "engine/base/real.h"

#include <fmt/format.h>

#include <array>
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

/// Values whose digits are worked out in 128 bits: 53 bits x 10^18 at most, shifted by 69 bits at most.
constexpr double kLeastExact = 1e-5;
constexpr double kMostExact = 1e14;

constexpr std::array<std::int64_t, 19> kTens = [] {
  std::array<std::int64_t, 19> tens{1};
  for (std::size_t i = 1; i < tens.size(); ++i) tens[i] = tens[i - 1] * 10;
  return tens;
}();

/// A double is a whole number of 53 bits, halved again and again: times a power of ten that leaves the digits wanted before
/// the point, and the rest says how to round.
RealDigits exact_digits(double size) {
  __extension__ using Wide = unsigned __int128;
  int exponent = 0;
  const double fraction = std::frexp(size, &exponent);
  const auto whole = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
  const int halvings = 53 - exponent;
  const auto at = [&](int places) {
    return Wide{whole} * static_cast<std::uint64_t>(kTens[static_cast<std::size_t>(places)]);
  };
  int places = kRealDigits - 1;  // of a number of one digit before the point
  while (places > 0 && at(places) >> halvings >= static_cast<std::uint64_t>(kTens[kRealDigits])) --places;
  while (at(places) >> halvings < static_cast<std::uint64_t>(kTens[kRealDigits - 1])) ++places;
  const Wide scaled = at(places);
  auto digits = static_cast<std::int64_t>(scaled >> halvings);
  const Wide half = Wide{1} << (halvings - 1);
  const Wide rest = scaled & (2 * half - 1);
  if (rest > half || (rest == half && digits % 2 != 0)) ++digits;
  return {digits, places};
}

/// As they are printed: d.ddddddddddddde±xx.
RealDigits printed_digits(double size) {
  const std::string text = scientific(size, kRealDigits - 1);
  RealDigits out;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (; at < end && *at != 'e'; ++at) {
    if (*at != '.') out.digits = out.digits * 10 + (*at - '0');
  }
  ++at;
  if (at < end && *at == '+') ++at;
  int exponent = 0;
  std::from_chars(at, end, exponent);
  out.places = kRealDigits - 1 - exponent;
  return out;
}

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

RealDigits first_digits(double value) {
  const double size = std::fabs(value);
  RealDigits out = size >= kLeastExact && size < kMostExact ? exact_digits(size) : printed_digits(size);
  for (; out.places > 0 && out.digits % 10 == 0; --out.places) out.digits /= 10;
  if (value < 0) out.digits = -out.digits;
  return out;
}

}  // namespace jiheng::base
