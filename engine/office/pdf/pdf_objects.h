// engine/office/pdf/pdf_objects.h: what the objects of a PDF file are asked for in more than one place.
// Takes   objects as qpdf gives them. Seen by the reader of PDF files alone: it shows qpdf.
#pragma once

// clang 14 does not compile the JSON class of qpdf as C++20; the objects only name it.
#define JSON_HH
class JSON;

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace jiheng::office {

/// "/Widget"; empty where the object is no name.
inline std::string name_or_none(QPDFObjectHandle object) {
  return object.isName() ? object.getName() : std::string();
}

inline constexpr int kDeepestPage = 64;   ///< nodes of the page tree
inline constexpr int kDeepestField = 32;  ///< nodes of the tree of fields

/// An entry of a page or field, or of the nodes above it (ISO 32000-1, 7.7.3.4 and 12.7.3.1), `deepest` nodes in all; null
/// where none has it.
inline QPDFObjectHandle inherited(QPDFObjectHandle node, const std::string& key, int deepest) {
  for (int depth = 0; depth < deepest && node.isDictionary(); ++depth) {
    QPDFObjectHandle value = node.getKey(key);
    if (!value.isNull()) return value;
    node = node.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

}  // namespace jiheng::office
