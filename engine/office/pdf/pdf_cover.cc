// Takes areas in the order in which they are painted, gives what of the text is seen. Leaves colours to pdf_content.
#include "engine/office/pdf/pdf_cover.h"

#include <algorithm>

namespace jiheng::office {
namespace {

constexpr std::size_t kMaxAreas = 4000;
constexpr std::size_t kMaxCovering = 40'000'000;  ///< comparisons of an area with a character

bool holds_middle(const PdfBox& area, const PdfBox& box) {
  return box.centre() >= area.left && box.centre() <= area.right && box.middle() >= area.top &&
         box.middle() <= area.bottom;
}

}  // namespace

void PdfCover::paint(const PdfBox& box, bool white, std::size_t glyphs) {
  if (areas_.size() < kMaxAreas) areas_.push_back({box, white, glyphs});
}

bool PdfCover::shows_white(const PdfBox& glyph) {
  compared_ += areas_.size();
  if (compared_ > kMaxCovering) return false;
  const auto last = std::find_if(areas_.rbegin(), areas_.rend(),
                                 [&glyph](const Area& area) { return holds_middle(area.box, glyph); });
  return last != areas_.rend() && !last->white;
}

void PdfCover::take_covered(PdfPage& page) {
  std::vector<bool> covered(page.glyphs.size());
  page.cut = page.cut || compared_ > kMaxCovering;
  bool any = false;
  for (const Area& area : areas_) {
    compared_ += area.glyphs;
    if (compared_ > kMaxCovering) {
      page.cut = true;
      break;
    }
    for (std::size_t i = 0; i < area.glyphs; ++i) {
      if (!holds_middle(area.box, page.glyphs[i].box)) continue;
      covered[i] = true;
      any = true;
    }
  }
  if (!any) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    if (covered[i]) {
      if (page.glyphs[i].character != U' ') ++page.invisible;
    } else {
      page.glyphs[kept++] = page.glyphs[i];
    }
  }
  page.glyphs.resize(kept);
}

}  // namespace jiheng::office
