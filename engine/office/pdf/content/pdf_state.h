// engine/office/pdf/content/pdf_state.h: the graphics state of a content stream, as far as reading needs it.
// Takes   nothing; pdf_content.h and pdf_text.h change it, pdf_canvas.h draws by it.
// Source  ISO 32000-1, 8.4
#pragma once

#include <memory>

#include "engine/office/pdf/pdf_page.h"
#include "engine/office/pdf/pdf_paths.h"

namespace jiheng::office {

class PdfFont;

/// What the numbers of a colour are.
enum class PdfColourSpace { light, inks, other };

struct PdfTextState {
  std::shared_ptr<PdfFont> font;
  double size = 0;
  double letter_space = 0;
  double word_space = 0;
  double stretch = 1;
  double leading = 0;
  double rise = 0;
  int mode = 0;
};

struct PdfDrawState {
  PdfMatrix matrix;
  PdfBox clip;
  bool clipped_away = false;
  double line_width = 1;
  bool white_stroke = false;
  bool white_fill = false;
  PdfColourSpace fill_space = PdfColourSpace::light;
  PdfColourSpace stroke_space = PdfColourSpace::light;
  double alpha = 1;
  bool blended = false;  ///< mixed with what is below, or through a mask
  PdfTextState text;
};

}  // namespace jiheng::office
