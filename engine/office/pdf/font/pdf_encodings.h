// engine/office/pdf/font/pdf_encodings.h: the encodings that a PDF only names -> characters.
// Takes   names of glyphs (of Differences), of the encodings of simple fonts, and of the CMaps of Chinese fonts, whose codes
//         are characters of GB 18030 or of Unicode: GBK-EUC-H, UniGB-UTF16-H …
// Source  ISO 32000-1, annex D and 9.7.5.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng::office {

/// "ge", "greaterequal", "uni2265" -> ≥; 0 for one that is not known.
char32_t character_of_name(std::string_view name);

enum class SimpleEncoding { standard, windows, mac };
/// 0 where the code has no character.
char32_t character_of_code(SimpleEncoding encoding, unsigned char code);

/// A CMap named by a font, whose codes are characters.
class NamedCMap {
 public:
  /// nullopt for one that is not known here, Identity-H among them.
  static std::optional<NamedCMap> find(std::string_view name);

  bool vertical() const { return vertical_; }
  /// Bytes of the first code; at least 1, at most bytes.size().
  std::size_t code_length(std::string_view bytes) const;
  char32_t character_of(std::string_view code) const;
  /// The glyph of an ASCII character in the collection Adobe-GB1, for its width.
  unsigned glyph_of_ascii(char32_t c) const;

 private:
  enum class Codes { gb18030, gb2312, ucs2, utf16, utf8, utf32 } codes_ = Codes::gb18030;
  bool vertical_ = false;
  bool half_width_ = false;  ///< its ASCII glyphs are those of half an em
};

}  // namespace jiheng::office
