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
  /// Whether white text shows here: on the last area painted, if that one is not white. O(areas), with a limit for all the page
  /// past which it counts as cut and no white text shows.
  bool shows_white(const PdfBox& glyph);
  /// Takes characters that were painted over off the page and counts them as invisible. O(areas painted over text × characters),
  /// with a limit past which the page counts as cut.
  void take_covered(PdfPage& page);
  /// How many times an area was compared with a character.
  std::size_t compared() const { return compared_; }

 private:
  struct Area {
    PdfBox box;
    bool white;
    std::size_t glyphs;
  };
  std::vector<Area> areas_;
  std::size_t compared_ = 0;
};

}  // namespace jiheng::office
