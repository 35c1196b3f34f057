// engine/office/pdf/font/pdf_font.h: a font of a PDF -> what the bytes of a shown string are: characters and their widths.
// Takes   the dictionary of the font: Type0 with Identity, named or embedded CMaps; Type1, TrueType and Type3 with encodings
//         and Differences. ToUnicode counts before all of these.
// Units   widths in the space of the text: 1 is the size of the font.
// Seen by the reader of PDF files alone: it shows qpdf.
// Source  ISO 32000-1, 9.6 to 9.10
#pragma once

// clang 14 does not compile the JSON class of qpdf as C++20; the objects only name it.
#define JSON_HH
class JSON;

#include <cstdint>
#include <functional>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/office/pdf/font/pdf_cmap.h"
#include "engine/office/pdf/font/pdf_encodings.h"

namespace jiheng::office {

struct PdfCharacter {
  std::u32string text;  ///< empty: shows nothing; U+FFFD where it is not known
  double width = 0;
  bool space = false;  ///< the single byte 32, which word spacing widens
};

class PdfFont {
 public:
  /// The bytes of a stream of the file, decoded.
  using Stream = std::function<std::string(QPDFObjectHandle)>;

  PdfFont(QPDFObjectHandle font, const Stream& stream);

  bool vertical() const { return vertical_; }
  /// In order; they live as long as the font.
  void characters_of(std::string_view bytes, std::vector<const PdfCharacter*>& out);

 private:
  struct Widths {
    std::uint32_t first;
    std::uint32_t last;
    double width;
  };
  void read_composite(QPDFObjectHandle font, const Stream& stream);
  void read_simple(QPDFObjectHandle font);
  void read_widths(QPDFObjectHandle list);
  std::size_t code_length(std::string_view bytes) const;
  PdfCharacter character_of(std::string_view code) const;
  void read_glyphs(QPDFObjectHandle descendant, const Stream& stream);
  char32_t shown_by(std::string_view bytes, std::uint32_t code) const;
  double width_of(std::string_view bytes, std::uint32_t code, char32_t shown) const;

  bool composite_ = false;
  bool vertical_ = false;
  std::string name_;  ///< of the typeface, without the mark of a subset
  PdfCMap to_unicode_;
  std::optional<NamedCMap> named_;
  std::optional<PdfCMap> encoding_;
  std::vector<char32_t> simple_;  ///< of 256 codes
  const std::vector<char32_t>* collection_ =
      nullptr;                    ///< characters by glyph, of the one the font belongs to
  std::vector<char32_t> glyphs_;  ///< the same of the embedded font
  std::string glyph_map_;         ///< numbers of these by glyph, two bytes each; empty: the same
  std::vector<double> simple_widths_;
  std::vector<Widths> widths_;  ///< by first
  double other_width_ = 1;
  std::unordered_map<std::uint64_t, PdfCharacter> known_;
};

}  // namespace jiheng::office
