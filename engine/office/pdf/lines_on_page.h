// engine/office/pdf/lines_on_page.h: characters of a page or a cell -> lines of text, from above.
// Gives   blanks where the page shows a gap, characters drawn twice (false bold) once, raised digits as such (10⁴).
// O(characters log characters).
#pragma once

#include <string>
#include <vector>

#include "engine/office/pdf/pdf_page.h"

namespace jiheng::office {

/// Characters without a wide gap between them.
struct PdfSegment {
  std::string text;
  PdfBox box;
};

struct PdfTextLine {
  std::vector<PdfSegment> segments;  ///< from left to right
  PdfBox box;
  double size = 0;                  ///< of its highest character
  std::vector<double> rights = {};  ///< right edges of the first characters of the first segment
  bool blank_behind = false;        ///< a blank is drawn behind its last word
  std::string text() const;
};

/// `glyphs` in any order.
std::vector<PdfTextLine> lines_of_glyphs(std::vector<const PdfGlyph*> glyphs);

/// A letter or digit of ASCII.
bool is_word_letter(char32_t c);

/// Two lines of one paragraph as one: a blank between words of letters only.
void join_line(std::string& text, const std::string& next);

}  // namespace jiheng::office
