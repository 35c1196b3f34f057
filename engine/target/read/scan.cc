// Takes a cell, gives its folded text with places in one pass. Knows characters only; words are the readers'.
#include "engine/target/read/scan.h"

#include <vector>

#include "engine/base/text.h"
#include "engine/target/parse.h"

namespace jiheng::target {
namespace {

/// One form for characters people use for the same thing. White space is left to the caller.
constexpr char32_t folded(char32_t c) {
  if (c < 0xA0) return c;
  switch (c) {
    case U'≧':
    case U'⩾':
    case U'≮':
    case U'⪰':
      return U'≥';
    case U'≦':
    case U'⩽':
    case U'≯':
    case U'⪯':
      return U'≤';
    case U'﹥':
    case U'〉':
    case U'›':
      return U'>';
    case U'﹤':
    case U'〈':
    case U'‹':
      return U'<';
    case U'═':
    case U'﹦':
    case U'゠':
      return U'=';
    case U'≒':
    case U'≅':
    case U'≃':
    case U'∽':
      return U'≈';
    case U'∶':
    case U'︰':
      return U':';
    case U'〜':
    case U'∼':
    case U'﹏':
    case U'˜':
      return U'~';
    case U'−':
    case U'﹣':
    case U'‐':
    case U'‑':
    case U'‒':
      return U'-';
    case U'–':
    case U'―':
    case U'─':
    case U'━':
      return U'—';
    case U'﹪':
    case U'٪':
      return U'%';
    case U'∕':
    case U'⁄':
      return U'/';
    case U'・':
    case U'•':
    case U'‧':
    case U'∙':
    case U'⋅':
      return U'·';
    case U'﹐':
      return U',';
    case U'﹑':
      return U'、';
    case U'﹔':
      return U';';
    case U'萬':
      return U'万';
    case U'億':
      return U'亿';
    case U'個':
      return U'个';
    default:
      return base::fold_full_width(c);
  }
}

/// The kinds of a character that is folded already.
unsigned kinds_of(char32_t c) {
  switch (c) {
    case U'<':
    case U'>':
    case U'=':
    case U'≥':
    case U'≤':
    case U'≈':
    case U'≠':
    case U'》':
    case U'《':
      return Scan::kSign;
    case U',':
    case U';':
    case U'、':
    case U'。':
      return Scan::kSeparator;
    case U'年':
    case U'月':
    case U'日':
    case U'季':
    case U'旬':
    case U'前':
    case U'节':
    case U'底':
      return Scan::kDateMark;
    case U'零':
    case U'〇':
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿':
    case U'两':
    case U'壹':
    case U'贰':
    case U'叁':
    case U'肆':
    case U'伍':
    case U'陆':
    case U'柒':
    case U'捌':
    case U'玖':
    case U'拾':
    case U'佰':
    case U'仟':
    case U'几':
    case U'数':
    case U'半':
      return Scan::kNumeral;
    default:
      break;
  }
  if (base::is_digit(c)) return Scan::kDigit;
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Scan::kLetter;
  return 0;
}

bool is_blank(char32_t c) { return base::is_white_space(c) || c == 0xAD || c == 0x200C || c == 0x200D; }

/// What each character is, for those of at most three bytes; the others are nothing.
constexpr std::size_t kInTable = 0x10000;
const std::vector<std::uint8_t>& kinds_by_character() {
  static const std::vector<std::uint8_t> table = [] {
    std::vector<std::uint8_t> kinds(kInTable);
    for (char32_t c = 0; c < kInTable; ++c) {
      unsigned kind = kinds_of(folded(c));
      if (folded(c) != c) kind |= Scan::kFolded;
      if (is_blank(c)) kind = Scan::kBlank;
      kinds[c] = static_cast<std::uint8_t>(kind);
    }
    return kinds;
  }();
  return table;
}

/// Three good bytes with a lead of E3..E9: most of Chinese, and nothing that could be malformed otherwise.
bool is_common_three(std::string_view text, std::size_t at) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  return at + 2 < text.size() && byte(at) >= 0xE3 && byte(at) <= 0xE9 && (byte(at + 1) & 0xC0U) == 0x80 &&
         (byte(at + 2) & 0xC0U) == 0x80;
}

/// Up to 4 bytes of UTF-8. Returns how many.
std::size_t put(char* out, char32_t c) {
  const auto byte = [](char32_t v) { return static_cast<char>(static_cast<unsigned char>(v)); };
  if (c < 0x80) {
    out[0] = byte(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = byte(0xC0U | (c >> 6U));
    out[1] = byte(0x80U | (c & 0x3FU));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = byte(0xE0U | (c >> 12U));
    out[1] = byte(0x80U | ((c >> 6U) & 0x3FU));
    out[2] = byte(0x80U | (c & 0x3FU));
    return 3;
  }
  out[0] = byte(0xF0U | (c >> 18U));
  out[1] = byte(0x80U | ((c >> 12U) & 0x3FU));
  out[2] = byte(0x80U | ((c >> 6U) & 0x3FU));
  out[3] = byte(0x80U | (c & 0x3FU));
  return 4;
}

}  // namespace

ScanStatus Scan::read(std::string_view cell) {
  const std::uint8_t* const table = kinds_by_character().data();
  std::size_t characters = 0;
  std::size_t at = 0;
  bool blank_before = false;
  bool digit_before = false;
  while (at < cell.size()) {
    if (++characters > kMaxCellCharacters) return ScanStatus::too_long;
    char32_t c = 0;
    std::size_t bytes = 1;
    const auto lead = static_cast<unsigned char>(cell[at]);
    if (lead < 0x80) {
      c = lead;
    } else if (is_common_three(cell, at)) {
      c = ((lead & 0x0FU) << 12U) | ((static_cast<unsigned char>(cell[at + 1]) & 0x3FU) << 6U) |
          (static_cast<unsigned char>(cell[at + 2]) & 0x3FU);
      bytes = 3;
    } else {
      const base::CodePoint point = base::decode_at(cell, at);
      c = point.value;
      bytes = point.bytes;
      if (c == 0xFFFD && bytes == 1) {
        error_at_ = at;
        return ScanStatus::invalid_utf8;
      }
    }
    const std::size_t place = at;
    at += bytes;
    const unsigned kinds = c < kInTable ? table[c] : 0U;
    if ((kinds & kBlank) != 0) {
      blank_before = true;
      continue;
    }
    kinds_ |= kinds;
    const bool digit_here = (kinds & kDigit) != 0;
    if (digit_here && digit_before && blank_before && !gap_) {
      gap_ = true;
      gap_at_ = size_;
    }
    std::size_t written = bytes;
    if ((kinds & kFolded) != 0) {
      written = put(bytes_.data() + size_, folded(c));
    } else {
      for (std::size_t i = 0; i < bytes; ++i) bytes_[size_ + i] = cell[place + i];
    }
    for (std::size_t i = 0; i < written; ++i) {
      origin_[size_ + i] = static_cast<std::uint16_t>(place);
      after_[size_ + i] = static_cast<std::uint16_t>(at);
    }
    size_ += written;
    blank_before = false;
    digit_before = digit_here;
  }
  return ScanStatus::ok;
}

base::Span Scan::span(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  const unsigned from = origin_[begin];
  return {from, after_[end - 1] - from};
}

}  // namespace jiheng::target
