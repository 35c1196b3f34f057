// Takes the bytes of a CMap, gives its ranges. Leaves the CMaps that stand in no file to pdf_encodings.
#include "engine/office/pdf/font/pdf_cmap.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/office/pdf/pdf_tokens.h"

namespace jiheng::office {
namespace {

std::u32string text_of_utf16(std::string_view bytes) {
  std::u32string out;
  if (bytes.size() == 1) return {static_cast<unsigned char>(bytes[0])};
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = code_of(bytes.substr(at, 2));
    const bool pair = c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size();
    if (pair) {
      const char32_t low = code_of(bytes.substr(at + 2, 2));
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) c = 0xFFFD;
    out += c;
  }
  return out;
}

template <class Range>
const Range* range_of(const std::vector<Range>& ranges, std::uint32_t code) {
  const auto above = std::upper_bound(ranges.begin(), ranges.end(), code,
                                      [](std::uint32_t c, const Range& range) { return c < range.low; });
  if (above == ranges.begin()) return nullptr;
  const Range& range = *std::prev(above);
  return code <= range.high ? &range : nullptr;
}

std::uint32_t number_of_digits(const std::string& digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::uint32_t code_of(std::string_view bytes) {
  std::uint32_t code = 0;
  for (const char byte : bytes.substr(0, 4)) code = (code << 8U) | static_cast<unsigned char>(byte);
  return code;
}

PdfCMap::PdfCMap(std::string bytes) {
  using Type = PdfTokens::Type;
  PdfTokens tokens(bytes);
  enum class Part { none, spaces, text_chars, text_ranges, glyph_chars, glyph_ranges } part = Part::none;
  std::vector<std::string> strings;  // of the entry that is being read
  bool in_array = false;
  std::uint32_t next_in_array = 0;
  bool wmode = false;
  while (true) {
    const PdfTokens::Token& token = tokens.next();
    const Type type = token.getType();
    const std::string& value = token.getValue();
    if (type == Type::tt_eof) break;
    if (type == Type::tt_word) {
      part = value == "begincodespacerange" ? Part::spaces
             : value == "beginbfchar"       ? Part::text_chars
             : value == "beginbfrange"      ? Part::text_ranges
             : value == "begincidchar"      ? Part::glyph_chars
             : value == "begincidrange"     ? Part::glyph_ranges
                                            : Part::none;
      strings.clear();
      in_array = false;
      continue;
    }
    if (part == Part::none) {
      if (wmode && type == Type::tt_integer) vertical_ = value == "1";
      wmode = type == Type::tt_name && value == "/WMode";
      continue;
    }
    if (type == Type::tt_array_open) {
      in_array = strings.size() == 2;
      next_in_array = in_array ? code_of(strings[0]) : 0;
    } else if (type == Type::tt_array_close) {
      in_array = false;
      strings.clear();
    } else if (type == Type::tt_string) {
      if (in_array) {
        texts_.push_back({next_in_array, next_in_array, text_of_utf16(value)});
        ++next_in_array;
        continue;
      }
      strings.push_back(value);
      if (part == Part::spaces && strings.size() == 2) {
        spaces_.push_back({strings[0].size(), code_of(strings[0]), code_of(strings[1])});
        strings.clear();
      } else if (part == Part::text_chars && strings.size() == 2) {
        texts_.push_back({code_of(strings[0]), code_of(strings[0]), text_of_utf16(strings[1])});
        strings.clear();
      } else if (part == Part::text_ranges && strings.size() == 3) {
        texts_.push_back({code_of(strings[0]), code_of(strings[1]), text_of_utf16(strings[2])});
        strings.clear();
      }
    } else if (type == Type::tt_integer) {
      if (part == Part::glyph_chars && strings.size() == 1)
        glyphs_.push_back({code_of(strings[0]), code_of(strings[0]), number_of_digits(value)});
      if (part == Part::glyph_ranges && strings.size() == 2)
        glyphs_.push_back({code_of(strings[0]), code_of(strings[1]), number_of_digits(value)});
      strings.clear();
    }
  }
  const auto by_low = [](const auto& a, const auto& b) { return a.low < b.low; };
  std::stable_sort(texts_.begin(), texts_.end(), by_low);
  std::stable_sort(glyphs_.begin(), glyphs_.end(), by_low);
}

std::size_t PdfCMap::code_length(std::string_view bytes) const {
  for (std::size_t length = 1; length <= 4 && length <= bytes.size(); ++length) {
    const std::uint32_t code = code_of(bytes.substr(0, length));
    for (const Space& space : spaces_)
      if (space.bytes == length && code >= space.low && code <= space.high) return length;
  }
  return 0;
}

std::optional<std::u32string> PdfCMap::text_of(std::uint32_t code) const {
  const Texts* range = range_of(texts_, code);
  if (range == nullptr) return std::nullopt;
  std::u32string text = range->first;
  if (!text.empty()) text.back() += code - range->low;
  return text;
}

std::optional<std::uint32_t> PdfCMap::glyph_of(std::uint32_t code) const {
  const Glyphs* range = range_of(glyphs_, code);
  if (range == nullptr) return std::nullopt;
  return range->first + (code - range->low);
}

}  // namespace jiheng::office
