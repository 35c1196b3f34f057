// Takes UTF-8, gives what is left of it to compare.
#include "engine/base/squeezed.h"

#include <algorithm>
#include <array>

#include "engine/base/text.h"

namespace jiheng::base {
namespace {

/// Bytes that can begin a white space character.
constexpr std::array<bool, 256> kMayBeginWhiteSpace = [] {
  std::array<bool, 256> may{};
  for (unsigned c = 0x09; c <= 0x0D; ++c) may[c] = true;
  for (const unsigned c : {0x20U, 0xC2U, 0xE2U, 0xE3U, 0xEFU}) may[c] = true;
  return may;
}();

/// Most texts are kept as they are.
bool surely_without_white_space(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return kMayBeginWhiteSpace[static_cast<unsigned char>(c)]; });
}

}  // namespace

std::string squeezed(std::string_view text) {
  // What is folded begins with a byte that may begin white space as well.
  if (surely_without_white_space(text) && !first_invalid_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (!is_white_space(c.value)) append_utf8(out, fold_full_width(c.value));
    at += c.bytes;
  }
  return out;
}

std::string without_white_space(std::string_view text) {
  if (surely_without_white_space(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (!is_white_space(c.value)) out.append(text.substr(at, c.bytes));
    at += c.bytes;
  }
  return out;
}

}  // namespace jiheng::base
