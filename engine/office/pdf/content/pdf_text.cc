// Takes text operators, gives characters with their boxes. Leaves codes to pdf_font, what is seen to pdf_canvas.
#include "engine/office/pdf/content/pdf_text.h"

#include "engine/office/pdf/font/pdf_font.h"

namespace jiheng::office {
namespace {

constexpr double kAscent = 0.88;  ///< of an em above the base line

}  // namespace

void PdfText::run(char letter, const PdfOperands& operands, bool hidden) {
  PdfTextState& text = state_.text;
  switch (letter) {
    case 'c':
      text.letter_space = operands.number(1);
      break;
    case 'w':
      text.word_space = operands.number(1);
      break;
    case 'z':
      text.stretch = operands.number(1) / 100;
      break;
    case 'L':
      text.leading = operands.number(1);
      break;
    case 's':
      text.rise = operands.number(1);
      break;
    case 'r':
      text.mode = static_cast<int>(operands.number(1));
      break;
    case 'f':
      if (operands.count() >= 2) text.font = font_(operands.text(2));
      text.size = operands.number(1);
      break;
    case 'd':
      move_line(operands.number(2), operands.number(1));
      break;
    case 'D':
      text.leading = -operands.number(1);
      move_line(operands.number(2), operands.number(1));
      break;
    case '*':
      next_line();
      break;
    case 'm':
      line_ = {operands.number(6), operands.number(5), operands.number(4),
               operands.number(3), operands.number(2), operands.number(1)};
      text_ = line_;
      break;
    case 'j':
      show(operands.before(1), hidden);
      break;
    case 'J':
      show_list(operands, hidden);
      break;
    default:
      break;
  }
}

void PdfText::show_on_next_line(const PdfOperands& operands, bool hidden) {
  next_line();
  show(operands.before(1), hidden);
}

void PdfText::move_line(double x, double y) {
  line_ = PdfMatrix{1, 0, 0, 1, x, y}.then(line_);
  text_ = line_;
}

void PdfText::show_list(const PdfOperands& operands, bool hidden) {
  for (std::size_t i = 0; i < operands.count(); ++i) {
    const PdfOperand& operand = operands[i];
    if (operand.kind == PdfOperand::Kind::string) {
      show(&operand, hidden);
    } else if (operand.kind == PdfOperand::Kind::number) {
      const double back = operand.number / 1000 * state_.text.size;
      const bool vertical = state_.text.font && state_.text.font->vertical();
      advance(vertical ? 0 : -back * state_.text.stretch, vertical ? -back : 0);
    }
  }
}

void PdfText::show(const PdfOperand* string, bool hidden) {
  const PdfTextState& text = state_.text;
  if (string == nullptr || string->kind != PdfOperand::Kind::string || !text.font) return;
  shown_.clear();
  text.font->characters_of(string->text, shown_);
  const bool vertical = text.font->vertical();
  for (const PdfCharacter* character : shown_) {
    const double space = text.letter_space + (character->space ? text.word_space : 0);
    if (vertical) {
      const double half = 0.5 * text.size * text.stretch;
      canvas_.character(*character, {-half, -text.size, half, 0}, text_, state_, true, hidden);
      advance(0, -text.size - space);
    } else {
      const double width = character->width * text.size * text.stretch;
      const double low = text.rise - (1 - kAscent) * text.size;
      canvas_.character(*character, {0, low, width, low + text.size}, text_, state_, false, hidden);
      advance(width + space * text.stretch, 0);
    }
  }
}

}  // namespace jiheng::office
