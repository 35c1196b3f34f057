// engine/office/pdf/content/pdf_canvas.h: what is painted on a page, one thing after the other -> its characters, lines and pictures.
// Takes   paths, pictures and characters in the state in which they are painted. White lines are not seen.
// Fails   never: what is past a limit is left out, and the page says so (PdfPage::cut).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/office/pdf/content/pdf_state.h"
#include "engine/office/pdf/pdf_cover.h"
#include "engine/office/pdf/pdf_page.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxPageGlyphs = 200000;
inline constexpr std::size_t kMaxPageRules = 100000;

struct PdfCharacter;

class PdfCanvas {
 public:
  explicit PdfCanvas(PdfPage& page) : page_(page) {}

  void stroke(const PdfPath& path, const PdfDrawState& state);
  void fill(const PdfPath& path, const PdfDrawState& state);
  /// The unit square, where a picture stands; `full`: it lets nothing through.
  void picture(const PdfDrawState& state, bool full);
  /// A character in a box of the space of the text: its lower left corner, width and height.
  void character(const PdfCharacter& character, PdfBox box, const PdfMatrix& text, const PdfDrawState& state,
                 bool vertical, bool hidden);
  /// A box to be ticked, over the one that is drawn there.
  void tick_box(const PdfBox& box, bool ticked);
  /// A text that comes without its picture, on one line.
  void write_in(const PdfBox& box, const std::string& text);
  /// Behind all that is drawn.
  void finish();

 private:
  bool is_cut_by_edge(const PdfBox& place, const PdfBox& clip) const;
  void put_glyph(char32_t character, const PdfBox& box, PdfWay way);
  void cover(const PdfBox& area, bool white, const PdfDrawState& state);

  PdfPage& page_;
  std::vector<PdfBox> dots_;
  PdfCover cover_;
};

}  // namespace jiheng::office
