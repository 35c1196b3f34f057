// Takes UTF-8 bytes, gives code points, widths and pieces. Leaves numbers and meaning to the rooms below.
#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace jiheng::base {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Length of the valid sequence at `at`, 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (at + length > text.size()) return 0;
  if (byte_at(text, at + 1) < low || byte_at(text, at + 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// Three bytes that can be neither overlong (E0) nor a surrogate (ED): nearly all Chinese text.
bool is_plain_three(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  return lead > 0xE0 && lead < 0xF0 && lead != 0xED && at + 2 < text.size() &&
         (byte_at(text, at + 1) & 0xC0U) == 0x80U && (byte_at(text, at + 2) & 0xC0U) == 0x80U;
}

/// How many ASCII characters stand at `at`, where one does: not more than eight are counted.
std::size_t ascii_from(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::uint64_t eight = 0;
  if (std::endian::native != std::endian::little || at + sizeof eight > text.size()) return 1;
  std::memcpy(&eight, text.data() + at, sizeof eight);
  const std::uint64_t others = eight & kHighBits;
  return others == 0 ? sizeof eight : static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

constexpr std::size_t kPiece = 1024;

/// Whether a text of whole characters, at most kPiece bytes, is ASCII and plain threes (as above) alone: asked of every byte
/// without a jump, many at once.
bool is_plain(std::string_view text) {
  using Byte = unsigned char;
  std::array<Byte, kPiece + 2> leads;  // 1 for a byte two others follow; two bytes before the first
  leads[0] = leads[1] = 0;
  Byte wrong = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Byte byte = byte_at(text, at);
    const auto lead = static_cast<Byte>(static_cast<Byte>(byte - 0xE1) < 15 && byte != 0xED);
    leads[at + 2] = lead;
    wrong |= static_cast<Byte>(static_cast<Byte>(byte >= 0xC0) ^ lead);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto follows = static_cast<Byte>(static_cast<signed char>(text[at]) < -64);
    wrong |= static_cast<Byte>(follows ^ (leads[at] | leads[at + 1]));
  }
  wrong |= static_cast<Byte>(leads[text.size()] | leads[text.size() + 1]);  // a character that has no end
  return wrong == 0;
}

/// Where a piece of whole characters ends that is_plain() is worth asking of; `at` itself where less is left.
std::size_t end_of_piece(std::string_view text, std::size_t at) {
  if (text.size() - at <= kPiece) return at;
  std::size_t end = at + kPiece;
  while (end > at && (byte_at(text, end) & 0xC0U) == 0x80U) --end;
  return end;
}

struct Range {
  char32_t first;
  char32_t last;
};

bool in_ranges(char32_t c, const Range* begin, const Range* end) {
  const Range* after =
      std::upper_bound(begin, end, c, [](char32_t v, const Range& r) { return v < r.first; });
  return after != begin && c <= (after - 1)->last;
}

// Unicode 15 East Asian Width W and F, joined to what forms use.
constexpr std::array<Range, 17> kWide = {{{0x1100, 0x115F},
                                          {0x231A, 0x231B},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF},
                                          {0xA000, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE10, 0xFE19},
                                          {0xFE30, 0xFE6F},
                                          {0xFF01, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F},
                                          {0x1F900, 0x1F9FF},
                                          {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 11> kZero = {{{0x0000, 0x001F},
                                          {0x007F, 0x009F},
                                          {0x0300, 0x036F},
                                          {0x200B, 0x200F},
                                          {0x2028, 0x202E},
                                          {0x2060, 0x2069},
                                          {0x20D0, 0x20F0},
                                          {0xFE00, 0xFE0F},
                                          {0xFE20, 0xFE2F},
                                          {0xFEFF, 0xFEFF},
                                          {0xE0100, 0xE01EF}}};

std::size_t width_of(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (in_ranges(c, kZero.data(), kZero.data() + kZero.size())) return 0;
  return in_ranges(c, kWide.data(), kWide.data() + kWide.size()) ? 2 : 1;
}

constexpr std::u32string_view kOpening = U"（〔【《“‘([≥≤＞＜";
constexpr std::u32string_view kClosing = U"）〕】》”’，。、；：！？…%‰";

/// End of the piece at `at` that a line should keep together: a run of ASCII without spaces or one character,
/// with the opening marks before and the closing marks after it. Looks at most `width` characters ahead.
std::size_t unit_end(std::string_view text, std::size_t at, std::size_t width) {
  const auto is = [](std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
  };
  const auto in_word = [](char32_t c) { return c > U' ' && c < 0x7F; };
  bool open = true;
  bool word = false;
  for (std::size_t seen = 0; at < text.size(); ++seen) {
    const CodePoint c = decode_at(text, at);
    const bool joins = seen == 0 || open || (word && in_word(c.value)) || is(kClosing, c.value);
    if (!joins || c.value == U'\n' || seen > width) break;
    open = is(kOpening, c.value);
    word = in_word(c.value);
    at += c.bytes;
  }
  return at;
}

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = is_plain_three(text, at) ? 3 : sequence_length(text, at);
  if (length == 0) return {0xFFFD, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (byte_at(text, at + i) & 0x3FU);
  return {value, length};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_piece(text, at);
    if (end > at && is_plain(text.substr(at, end - at))) {
      at = end;
      continue;
    }
    for (const std::size_t most = end > at ? end : text.size(); at < most;) {
      const unsigned char lead = byte_at(text, at);
      if (lead < 0x80) {
        at += ascii_from(text, at);
        continue;
      }
      const std::size_t length = is_plain_three(text, at) ? 3 : sequence_length(text, at);
      if (length == 0) return at;
      at += length;
    }
  }
  return std::nullopt;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).bytes) ++count;
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    width += width_of(c.value);
    at += c.bytes;
  }
  return width;
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    append_utf8(out, is_control(c.value) ? U' ' : c.value);
    at += c.bytes;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (!is_white_space(c.value)) {
      first = std::min(first, at);
      last = at + c.bytes;
    }
    at += c.bytes;
  }
  return first == text.size() ? std::string_view() : text.substr(first, last - first);
}

std::string clipped(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t used = 1;  // the ellipsis
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = decode_at(text, at);
    if (used + width_of(c.value) > width) break;
    used += width_of(c.value);
    at += c.bytes;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string clipped_inside(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t tail = text.size();
  std::size_t used = 0;
  for (std::size_t at = tail; at > 0;) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    used += width_of(decode_at(text, at).value);
    if (used > width / 4) break;
    tail = at;
  }
  const std::string_view kept = text.substr(tail);
  return clipped(text.substr(0, tail), width - display_width(kept)) + std::string(kept);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  const auto break_line = [&lines, &used] {
    while (lines.back().ends_with(' ')) lines.back().pop_back();
    lines.emplace_back();
    used = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      break_line();
      ++at;
      continue;
    }
    const std::size_t end = unit_end(text, at, width);
    std::size_t unit_width = 0;
    for (std::size_t i = at; i < end; i += decode_at(text, i).bytes)
      unit_width += width_of(decode_at(text, i).value);
    if (used > 0 && used + unit_width > width) {
      break_line();
      if (text[at] == ' ') {  // the break stands for the space
        at = end;
        continue;
      }
    }
    for (; at < end; at += decode_at(text, at).bytes) {
      const CodePoint c = decode_at(text, at);
      const std::size_t w = width_of(c.value);
      if (used > 0 && used + w > width) break_line();
      lines.back().append(text.substr(at, c.bytes));
      used += w;
    }
  }
  return lines;
}

std::string set_in(std::string_view text, std::size_t width) {
  constexpr std::size_t kSetIn = 4;
  if (width <= kSetIn) return std::string(text);
  const std::vector<std::string> lines = wrapped(text, width - kSetIn);
  std::string out = lines.front();
  for (std::size_t i = 1; i < lines.size(); ++i) out.append("\n").append(kSetIn, ' ').append(lines[i]);
  return out;
}

}  // namespace jiheng::base
