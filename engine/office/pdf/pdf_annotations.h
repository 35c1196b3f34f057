// engine/office/pdf/pdf_annotations.h: what a page shows besides its content -> filled-in fields, tick boxes, typed notes.
// Gives   of each field its picture (appearance) and where it is drawn; of one without a picture its text; of a tick box whether
//         it is ticked. Nothing of hidden ones, of comments and links.
// Source  ISO 32000-1, 12.5.5 (appearance streams), 12.7 (fields).
#pragma once

// clang 14 does not compile the JSON class of qpdf as C++20; the objects only name it.
#define JSON_HH
class JSON;

#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "engine/office/pdf/pdf_layers.h"
#include "engine/office/pdf/pdf_paths.h"

namespace jiheng::office {

struct PdfAnnotation {
  enum class Kind { picture, tick_box, text } kind = Kind::picture;
  QPDFObjectHandle picture = QPDFObjectHandle::newNull();  ///< a form
  PdfMatrix matrix;                                        ///< that puts it on the page
  PdfBox box;                                              ///< in the space of the page, which runs up
  bool ticked = false;
  std::string text = {};  ///< UTF-8
};

std::vector<PdfAnnotation> annotations_of(QPDFObjectHandle page, const PdfLayers& layers);

/// Six numbers; the matrix that changes nothing where they are not.
PdfMatrix matrix_or_none(QPDFObjectHandle array);

}  // namespace jiheng::office
