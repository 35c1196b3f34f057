// engine/office/pdf/content/pdf_resources.h: names in a content stream -> the objects they stand for.
// Takes   the resource dictionary of a page or form; the fonts that the pages of the file share.
// Seen by the reader of PDF files alone: it shows qpdf.
// Source  ISO 32000-1, 7.8.3 and 8.6
#pragma once

// clang 14 does not compile the JSON class of qpdf as C++20; the objects only name it.
#define JSON_HH
class JSON;

#include <map>
#include <memory>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "engine/office/pdf/content/pdf_state.h"

namespace jiheng::office {

struct PdfShared;

class PdfResources {
 public:
  PdfResources(PdfShared& shared, const QPDFObjectHandle& dictionary)
      : shared_(&shared), dictionary_(dictionary) {}

  const QPDFObjectHandle& dictionary() const { return dictionary_; }
  /// Null where there is none.
  QPDFObjectHandle named(const std::string& kind, const std::string& name);
  std::shared_ptr<PdfFont> font(QPDFObjectHandle font);
  std::shared_ptr<PdfFont> font_named(const std::string& name);
  /// Of spot colours and palettes nothing is known: other.
  PdfColourSpace colour_space(const std::string& name);

 private:
  PdfShared* shared_;
  QPDFObjectHandle dictionary_;
  std::map<std::string, std::shared_ptr<PdfFont>> named_fonts_;
};

}  // namespace jiheng::office
