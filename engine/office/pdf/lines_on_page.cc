// Takes characters with their boxes, gives lines. Leaves which characters belong together to tables_on_page.
#include "engine/office/pdf/lines_on_page.h"

#include <algorithm>
#include <cmath>

#include "engine/base/text.h"
#include "engine/office/word/docx_symbols.h"

namespace jiheng::office {
namespace {

constexpr double kWideGap = 0.9;  ///< of an em: more than a blank
constexpr double kWordGap = 0.2;  ///< of an em: a blank between words of letters
constexpr std::size_t kRightsKept = 24;
constexpr double kSameLine = 0.45;  ///< of the lower of two heights, which must be shared

double shared_height(const PdfBox& a, const PdfBox& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

/// False bold draws a character again a little beside itself.
bool is_drawn_again(const PdfGlyph& a, const PdfGlyph& b) {
  return a.character == b.character &&
         std::abs(a.box.left - b.box.left) < 0.3 * std::max(a.box.width(), 1.0) &&
         std::abs(a.box.top - b.box.top) < 0.3 * a.box.height();
}

/// Smaller than the one on the base line before it, and higher: the 4 of 10⁴.
bool is_raised(const PdfGlyph& level, const PdfGlyph& glyph) {
  const double height = level.box.height();
  return glyph.box.height() < 0.85 * height && level.box.bottom - glyph.box.bottom > 0.18 * height &&
         glyph.box.top < level.box.top + 0.3 * height;
}

char32_t raised_character(char32_t c) {
  if (c >= 0x80) return c;
  const std::u32string raised = superscript(std::string(1, static_cast<char>(c)));
  return raised.empty() ? c : raised.front();
}

void write_line(std::vector<const PdfGlyph*>& glyphs, std::vector<PdfTextLine>& out) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const PdfGlyph* a, const PdfGlyph* b) { return a->box.left < b->box.left; });
  PdfTextLine line;
  const PdfGlyph* before = nullptr;
  const PdfGlyph* level = nullptr;  // the last one on the base line
  for (const PdfGlyph* glyph : glyphs) {
    if (before != nullptr && is_drawn_again(*before, *glyph)) continue;
    const bool blank = glyph->character == U' ';
    if (blank && line.segments.empty()) continue;
    const double em = glyph->box.height();
    const double gap = before == nullptr ? 0 : glyph->box.left - before->box.right;
    if (line.segments.empty() || gap > kWideGap * em) {
      if (blank) continue;
      line.segments.push_back({{}, glyph->box});
    } else if (gap > kWordGap * em && is_word_letter(glyph->character) && is_word_letter(before->character)) {
      line.segments.back().text += ' ';
    }
    PdfSegment& segment = line.segments.back();
    const bool above = level != nullptr && is_raised(*level, *glyph);
    if (!above && !blank) level = glyph;
    base::append_utf8(segment.text, above ? raised_character(glyph->character) : glyph->character);
    line.blank_behind = blank;
    if (!blank) {
      if (line.segments.size() == 1 && line.rights.size() < kRightsKept) {
        line.rights.resize(base::count_characters(segment.text), segment.box.right);
        line.rights.back() = std::max(segment.box.right, glyph->box.right);
      }
      segment.box.right = std::max(segment.box.right, glyph->box.right);
      segment.box.top = std::min(segment.box.top, glyph->box.top);
      segment.box.bottom = std::max(segment.box.bottom, glyph->box.bottom);
    }
    line.size = std::max(line.size, em);
    before = glyph;
  }
  std::erase_if(line.segments, [](const PdfSegment& segment) { return base::trimmed(segment.text).empty(); });
  if (line.segments.empty()) return;
  for (PdfSegment& segment : line.segments) segment.text = std::string(base::trimmed(segment.text));
  line.box = line.segments.front().box;
  for (const PdfSegment& segment : line.segments) {
    line.box.right = std::max(line.box.right, segment.box.right);
    line.box.top = std::min(line.box.top, segment.box.top);
    line.box.bottom = std::max(line.box.bottom, segment.box.bottom);
  }
  out.push_back(std::move(line));
}

}  // namespace

bool is_word_letter(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::string PdfTextLine::text() const {
  std::string out;
  for (const PdfSegment& segment : segments) {
    if (!out.empty()) out += "  ";
    out += segment.text;
  }
  return out;
}

std::vector<PdfTextLine> lines_of_glyphs(std::vector<const PdfGlyph*> glyphs) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const PdfGlyph* a, const PdfGlyph* b) { return a->box.middle() < b->box.middle(); });
  std::vector<PdfTextLine> out;
  std::vector<const PdfGlyph*> line;
  PdfBox reach;
  for (const PdfGlyph* glyph : glyphs) {
    const double least = std::min(reach.height(), glyph->box.height());
    if (!line.empty() && shared_height(reach, glyph->box) < kSameLine * least) {
      write_line(line, out);
      line.clear();
    }
    if (line.empty() || glyph->box.height() > reach.height()) reach = glyph->box;
    line.push_back(glyph);
  }
  if (!line.empty()) write_line(line, out);
  return out;
}

void join_line(std::string& text, const std::string& next) {
  const char32_t last = text.empty() ? 0 : static_cast<unsigned char>(text.back());  // of ASCII only is asked
  if (!next.empty() && is_word_letter(last) && is_word_letter(base::decode_at(next, 0).value)) text += ' ';
  text += next;
}

}  // namespace jiheng::office
