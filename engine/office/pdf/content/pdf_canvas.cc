// Takes what is painted, gives what of it is seen. Leaves operators to pdf_content, fonts to pdf_font, paths to pdf_paths.
#include "engine/office/pdf/content/pdf_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/same_shapes.h"
#include "engine/base/text.h"
#include "engine/office/pdf/font/pdf_font.h"

namespace jiheng::office {
namespace {

constexpr double kAreaFrom = 4;  ///< wide and high: a thinner one is a line
constexpr double kSeen = 0.05;   ///< more transparent is not seen
constexpr double kFull = 0.95;   ///< less lets through what is below
constexpr std::size_t kComparedAStep = 16;

bool is_full(const PdfDrawState& state) { return state.alpha > kFull && !state.blended; }

PdfWay way_of(double x, double y) {
  constexpr double kStraight = 4;  // one to four: about 14 degrees
  if (std::abs(x) >= kStraight * std::abs(y)) return x >= 0 ? PdfWay::right : PdfWay::left;
  if (std::abs(y) >= kStraight * std::abs(x)) return y >= 0 ? PdfWay::down : PdfWay::up;
  return PdfWay::slanted;
}

}  // namespace

void PdfCanvas::stroke(const PdfPath& path, const PdfDrawState& state) {
  if (state.white_stroke || state.clipped_away || path.empty()) return;
  path.stroke(state.line_width * state.matrix.scale(), state.clip, page_.rules);
  if (page_.rules.size() > kMaxPageRules) page_.cut = true;
}

void PdfCanvas::fill(const PdfPath& path, const PdfDrawState& state) {
  if (state.clipped_away || path.empty()) return;
  if (const auto area = path.rectangle(); area && is_full(state)) cover(*area, state.white_fill, state);
  if (state.white_fill) return;
  path.fill(state.clip, page_.rules, dots_);
  if (page_.rules.size() > kMaxPageRules || dots_.size() > kMaxPageRules) page_.cut = true;
}

void PdfCanvas::cover(const PdfBox& area, bool white, const PdfDrawState& state) {
  const auto seen = shared_box(area, state.clip);
  if (seen && std::min(seen->width(), seen->height()) > kAreaFrom)
    cover_.paint(*seen, white, page_.glyphs.size());
}

void PdfCanvas::picture(const PdfDrawState& state, bool full) {
  const PdfMatrix& m = state.matrix;
  const PdfBox box = box_around({m(0, 0), m(1, 0), m(0, 1), m(1, 1)});
  const auto seen = shared_box(box, state.clip);
  if (!seen || state.clipped_away) return;
  page_.picture_area += seen->width() * seen->height();
  if (full && is_full(state)) cover(box, false, state);
}

void PdfCanvas::character(const PdfCharacter& character, PdfBox box, const PdfMatrix& text,
                          const PdfDrawState& state, bool vertical, bool hidden) {
  if (character.text.empty()) return;
  const bool unseen = state.text.mode == 3 || state.text.mode == 7 || state.alpha < kSeen || hidden;
  const bool white = state.text.mode == 1 ? state.white_stroke : state.white_fill;
  const PdfMatrix m = text.then(state.matrix);
  const PdfPoint origin = m(0, 0);
  const PdfPoint along = vertical ? m(0, -1) : m(1, 0);
  // Characters of vertical text stand upright one below the other: each is a line of its own.
  PdfWay way = way_of(along.x - origin.x, along.y - origin.y);
  if (vertical) way = way == PdfWay::down ? PdfWay::right : PdfWay::slanted;
  const double step = box.width() / static_cast<double>(character.text.size());
  for (std::size_t i = 0; i < character.text.size(); ++i) {
    const double left = box.left + step * static_cast<double>(i);
    const PdfBox place = box_around(
        {m(left, box.top), m(left + step, box.top), m(left, box.bottom), m(left + step, box.bottom)});
    if (state.clipped_away ||
        !shared_box({place.centre(), place.middle(), place.centre(), place.middle()}, state.clip)) {
      if (!unseen && character.text[i] != U' ' && is_cut_by_edge(place, state.clip)) ++page_.off_paper;
      continue;
    }
    if (unseen || (white && !cover_.shows_white(place))) {
      if (character.text[i] != U' ') ++page_.invisible;
      continue;
    }
    put_glyph(character.text[i], place, way);
  }
}

/// Whether a character lies off the paper, or off what a browser prints of it, no farther than its own size: the line began on it.
bool PdfCanvas::is_cut_by_edge(const PdfBox& place, const PdfBox& clip) const {
  const bool page_wide = clip.width() > page_.width / 2;
  const PdfBox seen = page_wide ? clip : PdfBox{0, 0, page_.width, page_.height};
  const double x = place.centre();
  const double y = place.middle();
  return (x < seen.left || x > seen.right) && y >= seen.top && y <= seen.bottom &&
         place.right > seen.left - place.height() && place.left < seen.right + place.height();
}

void PdfCanvas::put_glyph(char32_t character, const PdfBox& box, PdfWay way) {
  if (page_.glyphs.size() >= kMaxPageGlyphs) {
    page_.cut = true;
    return;
  }
  const char32_t c = base::fold_same_shape(character);
  if (c != character) ++page_.shapes;
  if (c == U'\uFFFD') ++page_.unknown;
  page_.glyphs.push_back({c, box, way});
}

void PdfCanvas::tick_box(const PdfBox& box, bool ticked) {
  std::erase_if(page_.glyphs, [&box](const PdfGlyph& glyph) {
    return (glyph.character == U'□' || glyph.character == U'☐') && shared_box(glyph.box, box);
  });
  put_glyph(ticked ? U'☑' : U'□', box, PdfWay::right);
}

void PdfCanvas::write_in(const PdfBox& box, const std::string& text) {
  constexpr double kLargest = 12;
  const double size = std::min(kLargest, 0.8 * box.height());
  double x = box.left + size / 4;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    const double width = c.value < 0x80 ? size / 2 : size;
    const PdfBox place{x, box.middle() - size / 2, x + width, box.middle() + size / 2};
    if (!base::is_control(c.value))
      put_glyph(base::is_white_space(c.value) ? U' ' : c.value, place, PdfWay::right);
    x += width;
  }
}

void PdfCanvas::finish() {
  add_dotted_rules(std::move(dots_), page_.rules);
  cover_.take_covered(page_);
  page_.work += cover_.compared() / kComparedAStep;
}

}  // namespace jiheng::office
