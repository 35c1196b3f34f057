// engine/office/written_document.h: a document with tables in running text on its way in: of a Word file, a PDF, a web page.
// Takes   nothing; the readers (sheets_from_….h) fill it, read_document.cc of intake reads it.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "engine/base/place.h"
#include "engine/office/sheet.h"

namespace jiheng::office {

/// Called while a document is read: so many of its pages are done.
using PageProgress = std::function<void(std::size_t done, std::size_t pages)>;

struct WrittenDocument {
  std::vector<Sheet> tables;  ///< in the order in which they begin
  base::SourcePtr
      prose;  ///< the text around them, a paragraph a line; for claims_around_sheets (tables_from_text.h)
};

}  // namespace jiheng::office
