// engine/office/pdf/pdf_cover.h: the areas painted on a page -> which characters are not seen.
// Gives   white text on white or on nothing; text over which an area or a picture was painted later.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/office/pdf/pdf_page.h"

namespace jiheng::office {

class PdfCover {
 public:
  /// An area that lets nothing through, painted when `glyphs` characters stood on the page.
  void paint(const PdfBox& box, bool white, std::size_t glyphs);
  /// Whether white text shows here: on the last area painted, if that one is not white. O(areas).
  bool shows_white(const PdfBox& glyph) const;
  /// Takes characters that were painted over off the page and counts them as invisible. O(areas painted over text × characters),
  /// with a limit past which the page counts as cut.
  void take_covered(PdfPage& page) const;

 private:
  struct Area {
    PdfBox box;
    bool white;
    std::size_t glyphs;
  };
  std::vector<Area> areas_;
};

}  // namespace jiheng::office
