// Takes the bytes of a font or the name of a collection, gives characters by glyph. Leaves codes to pdf_font.
#include "engine/office/pdf/font/truetype_characters.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "engine/base/files.h"
#include "engine/base/same_shapes.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kMaxGlyphs = 65536;
constexpr std::size_t kMaxMapped = 300000;
constexpr char32_t kSeveral = 0xFFFFFFFF;

std::uint32_t big_endian_at(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < length; ++i)
    value = (value << 8U) | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
  return value;
}

std::string_view table_named(std::string_view font, std::string_view name) {
  const std::uint32_t count = big_endian_at(font, 4, 2);
  for (std::uint32_t i = 0; i < count && 12 + 16 * i < font.size(); ++i) {
    const std::size_t entry = 12 + 16 * std::size_t{i};
    if (font.substr(entry, 4) != name) continue;
    const std::size_t offset = big_endian_at(font, entry + 8, 4);
    if (offset >= font.size()) return {};
    return font.substr(offset, big_endian_at(font, entry + 12, 4));
  }
  return {};
}

class GlyphCharacters {
 public:
  void put(std::uint32_t glyph, char32_t character) {
    if (glyph == 0 || glyph >= kMaxGlyphs || ++mapped_ > kMaxMapped) return;
    if (glyph >= out_.size()) out_.resize(glyph + 1);
    character = base::fold_same_shape(character == 0xA0 ? U' ' : character);
    char32_t& known = out_[glyph];
    known = known == 0 || known == character ? character : kSeveral;
  }
  bool full() const { return mapped_ > kMaxMapped; }
  std::vector<char32_t> take() {
    std::replace(out_.begin(), out_.end(), kSeveral, char32_t{0});
    return std::move(out_);
  }

 private:
  std::vector<char32_t> out_;
  std::size_t mapped_ = 0;
};

void read_segments(std::string_view map, GlyphCharacters& out) {
  const std::size_t segments = big_endian_at(map, 6, 2) / 2;
  const std::size_t ends = 14;
  const std::size_t starts = ends + 2 * segments + 2;
  const std::size_t deltas = starts + 2 * segments;
  const std::size_t offsets = deltas + 2 * segments;
  for (std::size_t i = 0; i < segments && !out.full(); ++i) {
    const std::uint32_t first = big_endian_at(map, starts + 2 * i, 2);
    const std::uint32_t last = big_endian_at(map, ends + 2 * i, 2);
    const std::uint32_t delta = big_endian_at(map, deltas + 2 * i, 2);
    const std::uint32_t offset = big_endian_at(map, offsets + 2 * i, 2);
    for (std::uint32_t c = first; c <= last && c < 0xFFFF; ++c) {
      std::uint32_t glyph = c;
      if (offset != 0) {
        const std::size_t at = offsets + 2 * i + offset + 2 * std::size_t{c - first};
        glyph = at < map.size() ? big_endian_at(map, at, 2) : 0;
        if (glyph == 0) continue;
      }
      out.put((glyph + delta) & 0xFFFFU, c);
    }
  }
}

void read_groups(std::string_view map, GlyphCharacters& out) {
  const std::uint32_t groups = big_endian_at(map, 12, 4);
  for (std::uint32_t i = 0; i < groups && 16 + 12 * std::size_t{i} < map.size() && !out.full(); ++i) {
    const std::size_t at = 16 + 12 * std::size_t{i};
    const std::uint32_t first = big_endian_at(map, at, 4);
    const std::uint32_t last = std::min(big_endian_at(map, at + 4, 4), 0x10FFFFU);
    const std::uint32_t glyph = big_endian_at(map, at + 8, 4);
    for (std::uint32_t c = first; c <= last && !out.full(); ++c) out.put(glyph + (c - first), c);
  }
}

std::vector<char32_t> read_collection(const std::string& collection) {
  constexpr std::size_t kMostBytes = 4U << 20U;
  const base::ReadOutcome file = base::read_file("/usr/share/poppler/cidToUnicode/" + collection, kMostBytes);
  std::vector<char32_t> out;
  const std::string_view text = file.text;  // empty where there is none
  for (std::size_t at = 0; at < text.size() && out.size() < kMaxGlyphs;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::uint32_t value = 0;  // a line a glyph: its character in hexadecimal, or several divided by commas
    std::from_chars(text.data() + at, text.data() + end, value, 16);
    out.push_back(value <= 0x10FFFF ? value : 0);
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<char32_t> characters_of_glyphs(std::string_view font) {
  GlyphCharacters out;
  const std::string_view maps = table_named(font, "cmap");
  const std::uint32_t count = big_endian_at(maps, 2, 2);
  for (std::uint32_t i = 0; i < count && 4 + 8 * std::size_t{i} < maps.size(); ++i) {
    const std::size_t entry = 4 + 8 * std::size_t{i};
    const std::uint32_t platform = big_endian_at(maps, entry, 2);
    const std::uint32_t encoding = big_endian_at(maps, entry + 2, 2);
    const std::size_t offset = big_endian_at(maps, entry + 4, 4);
    const bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
    if (!unicode || offset >= maps.size()) continue;
    const std::string_view map = maps.substr(offset);
    const std::uint32_t format = big_endian_at(map, 0, 2);
    if (format == 4) read_segments(map, out);
    if (format == 12) read_groups(map, out);
  }
  return out.take();
}

const std::vector<char32_t>& characters_of_collection(std::string_view collection) {
  static const std::vector<char32_t> kNone;
  if (collection == "Adobe-GB1") {
    static const std::vector<char32_t> kChinese = read_collection("Adobe-GB1");
    return kChinese;
  }
  if (collection == "Adobe-CNS1") {
    static const std::vector<char32_t> kTraditional = read_collection("Adobe-CNS1");
    return kTraditional;
  }
  return kNone;
}

}  // namespace jiheng::office
