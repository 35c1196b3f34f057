// engine/office/pdf/content/pdf_text.h: the text operators of a content stream: where the next character stands.
// Takes   Tc … TJ, ' and " with their operands; the font that a name stands for.
// Gives   characters to the canvas, in the state of the page.
// Source  ISO 32000-1, 9.3 and 9.4
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/office/pdf/content/pdf_canvas.h"
#include "engine/office/pdf/content/pdf_operands.h"
#include "engine/office/pdf/content/pdf_state.h"

namespace jiheng::office {

class PdfText {
 public:
  using FontOfName = std::function<std::shared_ptr<PdfFont>(const std::string&)>;

  PdfText(PdfCanvas& canvas, PdfDrawState& state, FontOfName font)
      : canvas_(canvas), state_(state), font_(std::move(font)) {}

  /// BT.
  void begin() { line_ = text_ = {}; }
  /// T and a letter. `hidden`: on a layer that is not shown.
  void run(char letter, const PdfOperands& operands, bool hidden);
  /// ' and ".
  void show_on_next_line(const PdfOperands& operands, bool hidden);

  /// Where it is, for a form in between.
  struct Spot {
    PdfMatrix line;
    PdfMatrix text;
  };
  Spot spot() const { return {line_, text_}; }
  void go_back(const Spot& spot) {
    line_ = spot.line;
    text_ = spot.text;
  }

 private:
  void move_line(double x, double y);
  void next_line() { move_line(0, -state_.text.leading); }
  void advance(double x, double y) { text_ = PdfMatrix{1, 0, 0, 1, x, y}.then(text_); }
  void show_list(const PdfOperands& operands, bool hidden);
  void show(const PdfOperand* string, bool hidden);

  PdfCanvas& canvas_;
  PdfDrawState& state_;
  FontOfName font_;
  PdfMatrix line_;
  PdfMatrix text_;
  std::vector<const PdfCharacter*> shown_;
};

}  // namespace jiheng::office
