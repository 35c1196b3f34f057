// Takes tokens, gives operands. Leaves what they are for to the operators of pdf_content and pdf_text.
#include "engine/office/pdf/content/pdf_operands.h"

#include <algorithm>
#include <string_view>

#include "engine/base/real.h"

namespace jiheng::office {
namespace {

double operand_number(std::string_view digits) {
  // A number that is written as 1.5-3 or --2 counts up to where it makes sense.
  if (digits.starts_with('+')) digits.remove_prefix(1);
  return std::clamp(base::read_real(digits, false).value, -kFarthest, kFarthest);
}

}  // namespace

void PdfOperands::put(PdfOperand::Kind kind, const std::string& value) {
  if (count_ >= kMaxOperands) return;
  if (count_ == operands_.size()) operands_.emplace_back();
  PdfOperand& operand = operands_[count_++];
  operand.kind = kind;
  if (kind == PdfOperand::Kind::number) {
    operand.number = operand_number(value);
  } else if (kind != PdfOperand::Kind::other) {
    operand.text = value;
  }
}

double PdfOperands::number(std::size_t back) const {
  const PdfOperand* operand = before(back);
  return operand == nullptr || operand->kind != PdfOperand::Kind::number ? 0 : operand->number;
}

const std::string& PdfOperands::text(std::size_t back) const {
  static const std::string none;
  const PdfOperand* operand = before(back);
  return operand == nullptr ? none : operand->text;
}

}  // namespace jiheng::office
