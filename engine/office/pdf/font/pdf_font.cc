// Takes the dictionary of a font, gives the characters of strings. Leaves where they stand to pdf_content.
#include "engine/office/pdf/font/pdf_font.h"

#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/office/pdf/font/truetype_characters.h"
#include "engine/office/word/docx_symbols.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kCodes = 256;
constexpr double kThousand = 1000;

double number_or(QPDFObjectHandle object, double otherwise) {
  return object.isNumber() ? object.getNumericValue() : otherwise;
}

std::string name_or_empty(QPDFObjectHandle object) {
  return object.isName() ? object.getName().substr(1) : std::string();
}

std::optional<SimpleEncoding> encoding_named(std::string_view name) {
  if (name == "WinAnsiEncoding") return SimpleEncoding::windows;
  if (name == "MacRomanEncoding") return SimpleEncoding::mac;
  if (name == "StandardEncoding") return SimpleEncoding::standard;
  return std::nullopt;
}

}  // namespace

PdfFont::PdfFont(QPDFObjectHandle font, const Stream& stream) {
  name_ = name_or_empty(font.getKey("/BaseFont"));
  if (name_.size() > 7 && name_[6] == '+') name_.erase(0, 7);
  QPDFObjectHandle to_unicode = font.getKey("/ToUnicode");
  if (to_unicode.isStream()) to_unicode_ = PdfCMap(stream(to_unicode));
  composite_ = name_or_empty(font.getKey("/Subtype")) == "Type0";
  if (composite_) {
    read_composite(font, stream);
  } else {
    read_simple(font);
  }
}

void PdfFont::read_composite(QPDFObjectHandle font, const Stream& stream) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isStream()) {
    encoding_ = PdfCMap(stream(encoding));
    vertical_ = encoding_->vertical() || number_or(encoding.getDict().getKey("/WMode"), 0) == 1;
  } else {
    const std::string name = name_or_empty(encoding);
    named_ = NamedCMap::find(name);
    vertical_ = name.ends_with("-V");
  }
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() < 1) return;
  QPDFObjectHandle descendant = descendants.getArrayItem(0);
  if (!descendant.isDictionary()) return;
  other_width_ = number_or(descendant.getKey("/DW"), kThousand) / kThousand;
  read_widths(descendant.getKey("/W"));
  if (!named_ && !font.getKey("/ToUnicode").isStream()) read_glyphs(descendant, stream);
}

/// What the numbers of glyphs show where the file does not say it.
void PdfFont::read_glyphs(QPDFObjectHandle descendant, const Stream& stream) {
  QPDFObjectHandle system = descendant.getKey("/CIDSystemInfo");
  if (system.isDictionary() && system.getKey("/Ordering").isString() &&
      system.getKey("/Registry").isString()) {
    const std::string collection =
        system.getKey("/Registry").getStringValue() + "-" + system.getKey("/Ordering").getStringValue();
    collection_ = &characters_of_collection(collection);
    if (collection != "Adobe-Identity") return;
  }
  QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
  QPDFObjectHandle file = descriptor.isDictionary() ? descriptor.getKey("/FontFile2") : descriptor;
  if (!file.isStream()) return;
  glyphs_ = characters_of_glyphs(stream(file));
  QPDFObjectHandle map = descendant.getKey("/CIDToGIDMap");
  if (map.isStream()) glyph_map_ = stream(map);
}

void PdfFont::read_widths(QPDFObjectHandle list) {
  if (!list.isArray()) return;
  std::vector<QPDFObjectHandle> items = list.getArrayAsVector();
  for (std::size_t at = 0; at + 1 < items.size();) {
    if (!items[at].isNumber()) return;
    const auto first = static_cast<std::uint32_t>(std::clamp(items[at].getNumericValue(), 0.0, 65535.0));
    if (items[at + 1].isArray()) {
      std::uint32_t glyph = first;
      for (QPDFObjectHandle& width : items[at + 1].getArrayAsVector()) {
        widths_.push_back({glyph, glyph, number_or(width, kThousand) / kThousand});
        ++glyph;
      }
      at += 2;
    } else {
      if (at + 2 >= items.size()) return;
      const double last = std::clamp(number_or(items[at + 1], 0), 0.0, 65535.0);
      widths_.push_back(
          {first, static_cast<std::uint32_t>(last), number_or(items[at + 2], kThousand) / kThousand});
      at += 3;
    }
  }
  std::stable_sort(widths_.begin(), widths_.end(),
                   [](const Widths& a, const Widths& b) { return a.first < b.first; });
}

void PdfFont::read_simple(QPDFObjectHandle font) {
  simple_.assign(kCodes, 0);
  simple_widths_.assign(kCodes, -1);
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  const bool type3 = name_or_empty(font.getKey("/Subtype")) == "Type3";
  auto base = encoding_named(name_or_empty(encoding));
  if (!base && encoding.isDictionary())
    base = encoding_named(name_or_empty(encoding.getKey("/BaseEncoding")));
  // An embedded font whose codes begin below the blank numbers its glyphs as it likes.
  const bool numbered = !base && !encoding.isDictionary() && number_or(font.getKey("/FirstChar"), 32) < 32 &&
                        name_or_empty(font.getKey("/Subtype")) == "TrueType";
  const bool symbols = !base && character_of_symbol(name_, 0xB3) != 0;
  for (std::size_t code = 0; code < kCodes && !type3 && !numbered; ++code) {
    simple_[code] =
        symbols ? character_of_symbol(name_, static_cast<char32_t>(code))
                : character_of_code(base.value_or(SimpleEncoding::windows), static_cast<unsigned char>(code));
  }
  if (encoding.isDictionary() && encoding.getKey("/Differences").isArray()) {
    std::size_t code = 0;
    for (QPDFObjectHandle& item : encoding.getKey("/Differences").getArrayAsVector()) {
      if (item.isNumber()) {
        code = static_cast<std::size_t>(std::clamp(item.getNumericValue(), 0.0, 255.0));
      } else if (item.isName() && code < kCodes) {
        simple_[code++] = character_of_name(item.getName().substr(1));
      }
    }
  }
  double unit = 1 / kThousand;
  if (type3) {
    QPDFObjectHandle matrix = font.getKey("/FontMatrix");
    if (matrix.isArray() && matrix.getArrayNItems() == 6)
      unit = std::abs(number_or(matrix.getArrayItem(0), unit));
  }
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  other_width_ = descriptor.isDictionary() ? number_or(descriptor.getKey("/MissingWidth"), 500) * unit : 0.5;
  const auto first =
      static_cast<std::size_t>(std::clamp(number_or(font.getKey("/FirstChar"), 0), 0.0, 255.0));
  QPDFObjectHandle widths = font.getKey("/Widths");
  if (!widths.isArray()) return;
  std::size_t code = first;
  for (QPDFObjectHandle& width : widths.getArrayAsVector()) {
    if (code >= kCodes) break;
    simple_widths_[code++] = number_or(width, 0) * unit;
  }
}

std::size_t PdfFont::code_length(std::string_view bytes) const {
  if (!composite_) return 1;
  if (named_) return named_->code_length(bytes);
  if (encoding_) {
    const std::size_t length = encoding_->code_length(bytes);
    if (length > 0) return length;
  }
  return std::min<std::size_t>(2, bytes.size());
}

void PdfFont::characters_of(std::string_view bytes, std::vector<const PdfCharacter*>& out) {
  while (!bytes.empty()) {
    const std::size_t length = code_length(bytes);
    const std::string_view code = bytes.substr(0, length);
    const std::uint64_t key = (std::uint64_t{length} << 32U) | code_of(code);
    auto known = known_.find(key);
    if (known == known_.end()) known = known_.emplace(key, character_of(code)).first;
    out.push_back(&known->second);
    bytes.remove_prefix(length);
  }
}

char32_t PdfFont::shown_by(std::string_view bytes, std::uint32_t code) const {
  if (named_) return named_->character_of(bytes);
  if (!composite_) return simple_[code & 0xFFU];
  std::size_t glyph = encoding_ ? encoding_->glyph_of(code).value_or(0) : code;
  if (collection_ != nullptr && glyph < collection_->size()) return (*collection_)[glyph];
  if (!glyph_map_.empty())
    glyph =
        2 * glyph + 1 < glyph_map_.size() ? code_of(std::string_view(glyph_map_).substr(2 * glyph, 2)) : 0;
  return glyph < glyphs_.size() ? glyphs_[glyph] : 0;
}

PdfCharacter PdfFont::character_of(std::string_view bytes) const {
  PdfCharacter out;
  const std::uint32_t code = code_of(bytes);
  out.space = bytes.size() == 1 && code == 0x20;
  const char32_t shown = shown_by(bytes, code);
  if (auto text = to_unicode_.text_of(code); text && !text->empty() && text->front() != 0) {
    out.text = std::move(*text);
  } else {
    out.text = {shown == 0 ? U'\uFFFD' : shown};
  }
  if (out.text == U"\uFB01") out.text = U"fi";
  if (out.text == U"\uFB02") out.text = U"fl";
  for (char32_t& c : out.text) {
    if (c >= 0xE000 && c <= 0xF8FF) {
      const char32_t symbol = character_of_symbol(name_, c);
      c = symbol == 0 ? U'\uFFFD' : symbol;
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = U'\uFFFD';
    if (c == 0xAD) c = U'-';
    if (base::is_white_space(c)) c = U' ';
  }
  std::erase_if(out.text, [](char32_t c) { return base::is_control(c) || c == 0xFEFF; });
  out.width = width_of(bytes, code, shown);
  return out;
}

double PdfFont::width_of(std::string_view bytes, std::uint32_t code, char32_t shown) const {
  if (!composite_) {
    const double width = simple_widths_[code & 0xFFU];
    return width >= 0 ? width : other_width_;
  }
  std::uint32_t glyph = code;
  if (named_) {
    glyph = named_->glyph_of_ascii(shown);
    if (glyph == 0 && bytes.size() == 1) return 0.5;
  } else if (encoding_) {
    glyph = encoding_->glyph_of(code).value_or(0);
  }
  const auto above = std::upper_bound(widths_.begin(), widths_.end(), glyph,
                                      [](std::uint32_t g, const Widths& widths) { return g < widths.first; });
  if (above != widths_.begin() && glyph <= std::prev(above)->last) return std::prev(above)->width;
  return named_ && shown < 0x80 ? 0.5 : other_width_;
}

}  // namespace jiheng::office
