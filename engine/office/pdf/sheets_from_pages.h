// engine/office/pdf/sheets_from_pages.h: pages of a PDF, one after the other -> sheets and prose.
// Gives   every table as the sheet 表格1, 表格2 …; one that goes on over pages is one sheet: heads that are printed again are left
//         out, a row that a page end cuts is one row. Lines of text put together to paragraphs; page numbers, and lines that
//         stand in the margins of page after page, left out. Every cell and paragraph knows its page, line and box
//         (Source::spots).
// Fails   I122 a table past a limit.
// O(characters log characters) a page; only the table that may go on is kept in pieces.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/pdf/pdf_page.h"
#include "engine/office/pdf/tables_on_page.h"
#include "engine/office/written_document.h"

namespace jiheng::office {

class PagesReader {
 public:
  explicit PagesReader(const base::SourcePtr& file);
  ~PagesReader();
  PagesReader(const PagesReader&) = delete;
  PagesReader& operator=(const PagesReader&) = delete;

  /// The next page, with what was found on it.
  void take(const PdfPage& page, PdfPageParts parts);
  diag::Result<WrittenDocument> finish();
  /// Of the tables so far without lines: their places.
  const std::vector<base::Place>& aligned() const;
  /// Of those that look like the right part of the one before, but not surely.
  const std::vector<base::Place>& torn() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace jiheng::office
