// Any bytes as a Word file: a whole package where they begin like one, else its word/document.xml. No crash; the cells of a
// table do not overlap its edges, all texts are UTF-8, above points into the prose.
#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/base/text.h"
#include "engine/intake/tables/tables_from_text.h"
#include "engine/office/word/sheets_from_docx.h"
#include "tests/unit/intake/forms.h"
#include "tests/unit/office/packages.h"

namespace {

void check(const jiheng::office::WrittenDocument& document) {
  if (jiheng::base::first_invalid_utf8(document.prose->text)) std::abort();
  for (const auto& sheet : document.tables) {
    if (sheet.cells.empty()) std::abort();
    for (const auto& cell : sheet.cells) {
      const bool inside = cell.row >= 1 && cell.column >= 1 && cell.rows >= 1 && cell.columns >= 1 &&
                          cell.row + cell.rows - 1 <= sheet.rows &&
                          cell.column + cell.columns - 1 <= sheet.columns;
      if (!inside || cell.text.empty() || jiheng::base::first_invalid_utf8(cell.text)) std::abort();
    }
    for (const auto& field : sheet.above)
      if (field.place.source != document.prose) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(data, data + size);
  if (!jiheng::office::is_zip(bytes)) bytes = jiheng::office::package_of({{"word/document.xml", bytes}});
  auto document = jiheng::office::sheets_from_docx(jiheng::office::file_of(std::move(bytes), "t.docx"));
  if (!document) return 0;
  check(*document);
  static_cast<void>(
      jiheng::intake::claims_around_sheets(jiheng::intake::forms(), document->prose, document->tables));
  return 0;
}
