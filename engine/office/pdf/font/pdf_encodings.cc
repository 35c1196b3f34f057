// Takes names and codes, gives characters. Leaves CMaps and encodings that stand in the file to pdf_cmap and pdf_font.
#include "engine/office/pdf/font/pdf_encodings.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "engine/base/text.h"
#include "engine/office/pdf/font/pdf_cmap.h"
#include "engine/office/text_encoding.h"

namespace jiheng::office {
namespace {

struct GlyphName {
  std::string_view name;
  char32_t character;
};
/// By name. Letters are their own names.
constexpr GlyphName kGlyphNames[] = {
    {"Euro", 0x20AC},
    {"acute", 0xB4},
    {"ampersand", 0x26},
    {"approxequal", 0x2248},
    {"asciicircum", 0x5E},
    {"asciitilde", 0x7E},
    {"asterisk", 0x2A},
    {"at", 0x40},
    {"backslash", 0x5C},
    {"bar", 0x7C},
    {"braceleft", 0x7B},
    {"braceright", 0x7D},
    {"bracketleft", 0x5B},
    {"bracketright", 0x5D},
    {"brokenbar", 0xA6},
    {"bullet", 0x2022},
    {"cedilla", 0xB8},
    {"cent", 0xA2},
    {"checkmark", 0x2713},
    {"colon", 0x3A},
    {"comma", 0x2C},
    {"copyright", 0xA9},
    {"currency", 0xA4},
    {"degree", 0xB0},
    {"dieresis", 0xA8},
    {"divide", 0xF7},
    {"dollar", 0x24},
    {"eight", 0x38},
    {"ellipsis", 0x2026},
    {"emdash", 0x2014},
    {"endash", 0x2013},
    {"equal", 0x3D},
    {"exclam", 0x21},
    {"exclamdown", 0xA1},
    {"fi", 0xFB01},
    {"five", 0x35},
    {"fl", 0xFB02},
    {"four", 0x34},
    {"fraction", 0x2044},
    {"grave", 0x60},
    {"greater", 0x3E},
    {"greaterequal", 0x2265},
    {"guillemotleft", 0xAB},
    {"guillemotright", 0xBB},
    {"hyphen", 0x2D},
    {"infinity", 0x221E},
    {"less", 0x3C},
    {"lessequal", 0x2264},
    {"logicalnot", 0xAC},
    {"macron", 0xAF},
    {"middot", 0xB7},
    {"minus", 0x2212},
    {"mu", 0xB5},
    {"multiply", 0xD7},
    {"nbspace", 0x20},
    {"nine", 0x39},
    {"notequal", 0x2260},
    {"numbersign", 0x23},
    {"one", 0x31},
    {"onehalf", 0xBD},
    {"onequarter", 0xBC},
    {"onesuperior", 0xB9},
    {"ordfeminine", 0xAA},
    {"ordmasculine", 0xBA},
    {"paragraph", 0xB6},
    {"parenleft", 0x28},
    {"parenright", 0x29},
    {"percent", 0x25},
    {"period", 0x2E},
    {"periodcentered", 0xB7},
    {"perthousand", 0x2030},
    {"plus", 0x2B},
    {"plusminus", 0xB1},
    {"question", 0x3F},
    {"questiondown", 0xBF},
    {"quotedbl", 0x22},
    {"quotedblleft", 0x201C},
    {"quotedblright", 0x201D},
    {"quoteleft", 0x2018},
    {"quoteright", 0x2019},
    {"quotesingle", 0x27},
    {"radical", 0x221A},
    {"registered", 0xAE},
    {"section", 0xA7},
    {"semicolon", 0x3B},
    {"seven", 0x37},
    {"sfthyphen", 0x2D},
    {"six", 0x36},
    {"slash", 0x2F},
    {"space", 0x20},
    {"sterling", 0xA3},
    {"three", 0x33},
    {"threequarters", 0xBE},
    {"threesuperior", 0xB3},
    {"trademark", 0x2122},
    {"two", 0x32},
    {"twosuperior", 0xB2},
    {"underscore", 0x5F},
    {"uni00AD", 0xAD},
    {"yen", 0xA5},
    {"zero", 0x30},
};

constexpr std::u32string_view kWindowsFrom80 = U"€\1‚ƒ„…†‡ˆ‰Š‹Œ\1Ž\1\1‘’“”•–—˜™š›œ\1žŸ";
constexpr std::u32string_view kMacFrom80 =
    U"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… "
    U"ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
constexpr std::u32string_view kStandardFromA1 = U"¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\1–†‡·\1¶•‚„”»…‰\1¿\1`´ˆ˜¯˘˙¨\1˚¸\1˝˛ˇ—";

char32_t at_of(std::u32string_view table, unsigned code, unsigned first) {
  const char32_t found = code >= first && code - first < table.size() ? table[code - first] : 0;
  return found == 1 ? 0 : found;  // 1 in the tables: no character
}

/// "uni2265", "u2265": hexadecimal digits behind the prefix.
char32_t character_in_hex(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  const bool whole = fault == std::errc() && end == digits.data() + digits.size() && digits.size() >= 4;
  return whole && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

}  // namespace

char32_t character_of_name(std::string_view name) {
  if (name.size() == 1) return static_cast<unsigned char>(name[0]);
  const auto* found =
      std::lower_bound(std::begin(kGlyphNames), std::end(kGlyphNames), name,
                       [](const GlyphName& entry, std::string_view n) { return entry.name < n; });
  if (found != std::end(kGlyphNames) && found->name == name) return found->character;
  const std::size_t dot = name.find('.');  // "one.tnum" is shown as one
  if (dot != std::string_view::npos && dot > 0) return character_of_name(name.substr(0, dot));
  if (name.starts_with("uni") && name.size() >= 7) return character_in_hex(name.substr(3, 4));
  if (name.starts_with('u')) return character_in_hex(name.substr(1));
  return 0;
}

char32_t character_of_code(SimpleEncoding encoding, unsigned char code) {
  if (code < 0x20) return 0;
  if (code < 0x7F) {
    if (encoding != SimpleEncoding::standard) return code;
    return code == 0x27 ? U'’' : code == 0x60 ? U'‘' : code;
  }
  switch (encoding) {
    case SimpleEncoding::windows:
      return code < 0xA0 ? at_of(kWindowsFrom80, code, 0x80) : code;
    case SimpleEncoding::mac:
      return at_of(kMacFrom80, code, 0x80);
    case SimpleEncoding::standard:
      break;
  }
  return at_of(kStandardFromA1, code, 0xA1);
}

std::optional<NamedCMap> NamedCMap::find(std::string_view name) {
  if (!name.ends_with("-H") && !name.ends_with("-V")) return std::nullopt;
  NamedCMap map;
  map.vertical_ = name.ends_with("-V");
  name.remove_suffix(2);
  if (name == "GBK-EUC" || name == "GBKp-EUC" || name == "GBK2K" || name == "GB-EUC" || name == "GBpc-EUC") {
    map.codes_ = Codes::gb18030;
    map.half_width_ = name == "GBK-EUC" || name == "GB-EUC";
  } else if (name == "GB") {
    map.codes_ = Codes::gb2312;
  } else if (name.size() > 5 && name.starts_with("Uni")) {
    const std::string_view codes = name.substr(name.find('-') + 1);
    if (codes.starts_with("UCS2")) {
      map.codes_ = Codes::ucs2;
    } else if (codes == "UTF16") {
      map.codes_ = Codes::utf16;
    } else if (codes == "UTF8") {
      map.codes_ = Codes::utf8;
    } else if (codes == "UTF32") {
      map.codes_ = Codes::utf32;
    } else {
      return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  return map;
}

std::size_t NamedCMap::code_length(std::string_view bytes) const {
  const unsigned char first = byte_at(bytes, 0);
  const unsigned char second = byte_at(bytes, 1);
  std::size_t length = 2;
  switch (codes_) {
    case Codes::gb18030:
      length = first <= 0x80 || first == 0xFF ? 1 : second >= '0' && second <= '9' ? 4 : 2;
      break;
    case Codes::utf16:
      length = first >= 0xD8 && first < 0xDC ? 4 : 2;
      break;
    case Codes::utf8:
      length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
      break;
    case Codes::utf32:
      length = 4;
      break;
    case Codes::gb2312:
    case Codes::ucs2:
      break;
  }
  return std::min(length, bytes.size());
}

char32_t NamedCMap::character_of(std::string_view code) const {
  switch (codes_) {
    case Codes::gb18030:
      return character_of_gb18030(code);
    case Codes::gb2312: {
      std::string shifted(code);
      for (char& byte : shifted) byte = static_cast<char>(static_cast<unsigned char>(byte) | 0x80U);
      return character_of_gb18030(shifted);
    }
    case Codes::utf8:
      return base::first_invalid_utf8(code) ? 0 : base::decode_at(code, 0).value;
    case Codes::ucs2:
    case Codes::utf16:
    case Codes::utf32:
      break;
  }
  std::uint32_t value = code_of(code);
  if (codes_ == Codes::utf16 && code.size() == 4)
    value = 0x10000 + ((value >> 16U) - 0xD800) * 0x400 + ((value & 0xFFFFU) - 0xDC00);
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

unsigned NamedCMap::glyph_of_ascii(char32_t c) const {
  if (c < 0x20 || c > 0x7E) return 0;
  const auto step = static_cast<unsigned>(c - 0x20);
  if (!half_width_) return 1 + step;
  return step == 0 ? 7716 : 813 + step;
}

}  // namespace jiheng::office
