// engine/office/pdf/font/pdf_cmap.h: a CMap inside a PDF -> which bytes are a code, its glyph, the text it shows.
// Takes   the streams of ToUnicode and of an embedded Encoding; what is not understood in them is passed over.
// Source  Adobe Technical Note 5014; ISO 32000-1, 9.7.5 and 9.10.3
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::office {

class PdfCMap {
 public:
  /// O(length log length).
  explicit PdfCMap(std::string bytes);
  PdfCMap() = default;

  bool vertical() const { return vertical_; }
  /// How many bytes the first code has; 0 where it stands in no code space.
  std::size_t code_length(std::string_view bytes) const;
  std::optional<std::u32string> text_of(std::uint32_t code) const;
  std::optional<std::uint32_t> glyph_of(std::uint32_t code) const;

 private:
  struct Space {
    std::size_t bytes;
    std::uint32_t low;
    std::uint32_t high;
  };
  struct Texts {
    std::uint32_t low;
    std::uint32_t high;
    std::u32string first;  ///< the last character counts up with the code
  };
  struct Glyphs {
    std::uint32_t low;
    std::uint32_t high;
    std::uint32_t first;
  };
  std::vector<Space> spaces_;
  std::vector<Texts> texts_;
  std::vector<Glyphs> glyphs_;
  bool vertical_ = false;
};

/// The first bytes as one number, the first one highest.
std::uint32_t code_of(std::string_view bytes);

}  // namespace jiheng::office
