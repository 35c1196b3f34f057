// engine/office/pdf/pdf_content.h: the content stream of a page -> its characters, ruling lines and pictures.
// Takes   text of all kinds of fonts; paths that are stroked or filled; clipping by the box around the clipping path; forms in
//         forms. Colours, patterns and pictures are not looked at, but for their size; white lines are not seen.
// Fails   never: what is past a limit is left out, and the page says so (PdfPage::cut).
// Seen by the reader of PDF files alone: it shows qpdf.
// Source  ISO 32000-1, 8 and 9
#pragma once

// clang 14 does not compile the JSON class of qpdf as C++20; the objects only name it.
#define JSON_HH
class JSON;

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <utility>

#include "engine/office/pdf/pdf_layers.h"
#include "engine/office/pdf/pdf_page.h"

namespace jiheng::office {

class PdfFont;

inline constexpr std::size_t kMaxPageBytes =
    64U << 20U;  ///< of content streams, every form as often as it is drawn
inline constexpr int kMaxFormDepth = 12;

/// What the pages of one file share.
struct PdfShared {
  std::function<std::string(QPDFObjectHandle)> stream;  ///< decoded, within the limits of the file
  PdfLayers layers = {};
  std::size_t work_left = static_cast<std::size_t>(-1);  ///< steps the file may still take
  std::map<std::pair<int, int>, std::shared_ptr<PdfFont>> fonts = {};
};

/// The page as it is shown; not yet turned.
PdfPage page_from_content(QPDFObjectHandle page, PdfShared& shared);

}  // namespace jiheng::office
