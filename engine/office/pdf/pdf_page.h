// engine/office/pdf/pdf_page.h: what is drawn on one page of a PDF: characters with their boxes, ruling lines, pictures.
// Takes   nothing; pdf_content.h fills it, tables_on_page.h and lines_on_page.h read it.
// Units   points from the upper left corner of the page, down; turned so that most of its text reads from left to right.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace jiheng::office {

struct PdfBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
  double centre() const { return (left + right) / 2; }
};

/// Which way a text runs: to the right, down, to the left, up, or none of these (a watermark).
enum class PdfWay { right, down, left, up, slanted };

struct PdfGlyph {
  char32_t character = 0;
  PdfBox box;  ///< the advance wide, an em high
  PdfWay way = PdfWay::right;
};

/// A straight line along an edge of cells; thin rectangles are lines too.
struct PdfRule {
  bool upright = false;
  double at = 0;  ///< y of a level line, x of an upright one
  double from = 0;
  double to = 0;
};

struct PdfPage {
  int number = 0;  ///< from 1
  double width = 0;
  double height = 0;
  int turned = 0;  ///< quarters that the page was turned to the left from how it is shown
  std::vector<PdfGlyph> glyphs;
  std::vector<PdfRule> rules;
  double picture_area = 0;
  std::size_t invisible = 0;  ///< characters that are not drawn: a layer of recognised text
  std::size_t off_paper = 0;  ///< characters that the edge of the page cuts off
  std::size_t unknown = 0;    ///< characters without a known code, as U+FFFD
  std::size_t shapes = 0;     ///< read as the common ones they look like
  bool cut = false;           ///< more is drawn on it than is read of one page
  std::size_t work = 0;       ///< steps it took: the tokens of its content, and what was compared
  bool lost = false;          ///< a stream of it is damaged: nothing of it counts
  bool work_ended = false;    ///< the steps that a file may take ended on it, or before it
};

}  // namespace jiheng::office
