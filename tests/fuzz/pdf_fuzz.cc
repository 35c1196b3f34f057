// Any bytes as a PDF: a whole file where they begin like one, else the content stream of its page, twice. No crash; the cells
// of a table lie inside its edges, all texts are UTF-8, every cell and paragraph knows its page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/base/text.h"
#include "engine/intake/tables/tables_from_text.h"
#include "engine/office/pdf/sheets_from_pdf.h"
#include "tests/unit/intake/forms.h"
#include "tests/unit/office/pdfs.h"

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
      const auto* spot = jiheng::base::spot_of({sheet.source, cell.row, cell.column, 0});
      if (spot == nullptr || spot->page < 1 || spot->line < 1) std::abort();
    }
    for (const auto& field : sheet.above)
      if (jiheng::base::spot_of(field.place) == nullptr) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(data, data + size);
  if (!jiheng::office::is_pdf(bytes)) {
    jiheng::office::PdfMade made{.pages = {bytes, bytes}};
    made.fonts = "/F2 << /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>";
    made.resources = "/XObject << /X1 100 0 R >>";
    made.objects = {jiheng::office::pdf_stream(bytes, "/Type /XObject /Subtype /Form /BBox [0 0 600 800]")};
    bytes = jiheng::office::pdf_of(made);
  }
  auto document = jiheng::office::sheets_from_pdf(jiheng::office::file_of(std::move(bytes), "t.pdf"));
  if (!document) return 0;
  check(*document);
  static_cast<void>(
      jiheng::intake::claims_around_sheets(jiheng::intake::forms(), document->prose, document->tables));
  return 0;
}
