// engine/office/pdf/content/pdf_operands.h: what stands before an operator of a content stream.
// Takes   tokens, one after the other; what is past kMaxOperands is left out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace jiheng::office {

inline constexpr std::size_t kMaxOperands = 20000;
inline constexpr double kFarthest = 1e6;  ///< numbers beyond it are it

struct PdfOperand {
  enum class Kind { number, string, name, other } kind = Kind::other;
  double number = 0;
  std::string text;
};

class PdfOperands {
 public:
  /// `value` as it is written; of a string what it holds.
  void put(PdfOperand::Kind kind, const std::string& value);
  void clear() { count_ = 0; }

  std::size_t count() const { return count_; }
  const PdfOperand& operator[](std::size_t i) const { return operands_[i]; }
  /// The one `back` places before the operator; nullptr where there is none.
  const PdfOperand* before(std::size_t back) const {
    return back > count_ ? nullptr : &operands_[count_ - back];
  }
  /// Its number, 0 where it is none; its text, empty where there is none.
  double number(std::size_t back) const;
  const std::string& text(std::size_t back) const;

 private:
  std::vector<PdfOperand> operands_;  ///< kept, so that their texts keep their room
  std::size_t count_ = 0;             ///< how many of them there are
};

}  // namespace jiheng::office
