// engine/office/pdf/pdf_layers.h: the layers of a file (optional content) -> which of them are not shown.
// Source  ISO 32000-1, 8.11: groups that are off when the file is opened; conditions on groups without expressions.
#pragma once

#include <set>
#include <utility>

class QPDFObjectHandle;

namespace jiheng::office {

class PdfLayers {
 public:
  PdfLayers() = default;
  explicit PdfLayers(QPDFObjectHandle catalogue);

  /// Whether what belongs to `content` (a group or a condition, /OC) is not shown.
  bool hides(QPDFObjectHandle content) const;

 private:
  bool is_off(const QPDFObjectHandle& group) const;

  std::set<std::pair<int, int>> listed_;
  bool others_are_off_ = false;  ///< the listed ones are on, all others off
};

}  // namespace jiheng::office
