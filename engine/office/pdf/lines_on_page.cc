// Takes characters with their boxes, gives lines. Leaves which characters belong together to tables_on_page.
#include "engine/office/pdf/lines_on_page.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/text.h"

namespace jiheng::office {
namespace {

constexpr double kWideGap = 0.9;    ///< of an em: more than a blank
constexpr double kWordGap = 0.2;    ///< of an em: a blank between words of letters
constexpr double kPadding = 12;     ///< between the edges of a cell and its text, both sides
constexpr double kSameLine = 0.45;  ///< of the lower of two heights, which must be shared

bool is_word_letter(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

double shared_height(const PdfBox& a, const PdfBox& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

/// False bold draws a character again a little beside itself.
bool is_drawn_again(const PdfGlyph& a, const PdfGlyph& b) {
  return a.character == b.character &&
         std::abs(a.box.left - b.box.left) < 0.3 * std::max(a.box.width(), 1.0) &&
         std::abs(a.box.top - b.box.top) < 0.3 * a.box.height();
}

/// The way of most, as if it ran to the right.
PdfWay main_way(const std::vector<const PdfGlyph*>& glyphs) {
  std::array<std::size_t, 5> counts{};
  for (const PdfGlyph* glyph : glyphs)
    if (glyph->character != U' ') ++counts[static_cast<std::size_t>(glyph->way)];
  const auto most = std::max_element(counts.begin(), counts.begin() + 4);
  return static_cast<PdfWay>(most - counts.begin());
}

PdfBox turned_box(const PdfBox& box, PdfWay way) {
  switch (way) {
    case PdfWay::down:
      return {box.top, -box.right, box.bottom, -box.left};
    case PdfWay::up:
      return {-box.bottom, box.left, -box.top, box.right};
    case PdfWay::left:
      return {-box.right, -box.bottom, -box.left, -box.top};
    case PdfWay::right:
    case PdfWay::slanted:
      break;
  }
  return box;
}

void write_line(std::vector<const PdfGlyph*>& glyphs, std::vector<PdfTextLine>& out) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const PdfGlyph* a, const PdfGlyph* b) { return a->box.left < b->box.left; });
  PdfTextLine line;
  const PdfGlyph* before = nullptr;
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
    base::append_utf8(segment.text, glyph->character);
    line.blank_behind = blank;
    if (!blank) {
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

/// What stands at the front of a line and may not be broken off: a word, or a character with the marks behind it.
double first_word_width(const PdfTextLine& line) {
  const std::string_view text = line.segments.front().text;
  const double width = line.segments.front().box.width();
  std::size_t at = 0;
  const base::CodePoint first = base::decode_at(text, 0);
  at += first.bytes;
  std::size_t count = 1;
  for (; at < text.size(); ++count) {
    const base::CodePoint c = base::decode_at(text, at);
    const bool in_word = first.value < 0x80 && c.value > 0x20 && c.value < 0x80;
    const bool closing =
        std::u32string_view(U"，。、；：？！）》”’％%").find(c.value) != std::u32string_view::npos;
    if (!in_word && !closing) break;
    at += c.bytes;
  }
  return width * static_cast<double>(count) / static_cast<double>(base::count_characters(text));
}

/// Of letters and digits only ASCII is asked for.
char32_t last_character(std::string_view text) {
  return text.empty() ? 0 : static_cast<unsigned char>(text.back());
}

}  // namespace

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
  if (!text.empty() && !next.empty() && is_word_letter(last_character(text)) &&
      is_word_letter(base::decode_at(next, 0).value)) {
    text += ' ';
  }
  text += next;
}

std::string text_of_cell(std::vector<const PdfGlyph*> glyphs, const PdfBox& cell) {
  const PdfWay way = main_way(glyphs);
  std::erase_if(glyphs, [way](const PdfGlyph* glyph) { return glyph->way != way; });
  std::vector<PdfGlyph> turned;
  PdfBox edges = cell;
  if (way != PdfWay::right) {
    turned.reserve(glyphs.size());
    for (const PdfGlyph* glyph : glyphs)
      turned.push_back({glyph->character, turned_box(glyph->box, way), PdfWay::right});
    for (std::size_t i = 0; i < turned.size(); ++i) glyphs[i] = &turned[i];
    edges = turned_box(cell, way);
  }
  const std::vector<PdfTextLine> lines = lines_of_glyphs(std::move(glyphs));
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string next = lines[i].text();
    if (i == 0) {
      text = next;
      continue;
    }
    // Had it room behind the line before, it would stand there: somebody broke the line.
    const double padding = std::min(kPadding, edges.width() / 4);
    const double room = edges.width() - padding - lines[i - 1].box.width();
    const bool made = first_word_width(lines[i]) < room;
    if (made) {
      text += '\n' + next;
    } else {
      if (lines[i - 1].blank_behind) text += ' ';
      join_line(text, next);
    }
  }
  return text;
}

}  // namespace jiheng::office
