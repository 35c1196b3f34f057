// Takes the bytes of a document, gives its tables and claims. Leaves bytes to office, tables and words to their folders.
#include "engine/intake/read_document.h"

#include <iterator>
#include <utility>

#include "engine/intake/document_kind.h"
#include "engine/intake/standards_in_targets.h"
#include "engine/intake/tables/tables_from_sheets.h"
#include "engine/intake/tables/tables_from_text.h"
#include "engine/office/html/sheets_from_html.h"
#include "engine/office/pdf/sheets_from_pdf.h"
#include "engine/office/sheets_from_csv.h"
#include "engine/office/text_encoding.h"
#include "engine/office/word/sheets_from_docx.h"
#include "engine/office/workbook/sheets_from_workbook.h"

namespace jiheng::intake {
namespace {

using model::FormWords;

/// The value of the second step with what both had to say.
template <class T>
diag::Result<T> with_problems(diag::Result<T> result, std::vector<diag::Diagnostic>&& before) {
  before.insert(before.end(), std::make_move_iterator(result.problems.begin()),
                std::make_move_iterator(result.problems.end()));
  result.problems = std::move(before);
  return result;
}

diag::Result<Document> tables_of(const FormWords& forms, const SourcePtr& file,
                                 diag::Result<std::vector<office::Sheet>> sheets) {
  if (!sheets) return std::move(sheets.problems);
  return with_problems(tables_from_sheets(forms, file, *sheets), std::move(sheets.problems));
}

diag::Result<Document> read_delimited(const FormWords& forms, const SourcePtr& file) {
  auto text = office::text_from_bytes(file->name, file->text);
  if (!text) return std::move(text.problems);
  auto sheet = office::sheet_from_csv(*text);
  diag::Result<std::vector<office::Sheet>> sheets;
  if (sheet) sheets.value.emplace().push_back(std::move(*sheet));
  sheets.problems = std::move(sheet.problems);
  return with_problems(tables_of(forms, file, std::move(sheets)), std::move(text.problems));
}

/// Tables and the text around them.
diag::Result<Document> read_written(const FormWords& forms, const SourcePtr& file,
                                    diag::Result<office::WrittenDocument> written) {
  if (!written) return std::move(written.problems);
  if (written->tables.empty())
    return with_problems(tables_from_text(forms, written->prose), std::move(written.problems));
  Document prose = claims_around_sheets(forms, written->prose, written->tables);
  auto document =
      with_problems(tables_of(forms, file, std::move(written->tables)), std::move(written.problems));
  if (!document) return document;
  document->claims = std::move(prose.claims);
  document->passed_over.insert(document->passed_over.end(),
                               std::make_move_iterator(prose.passed_over.begin()),
                               std::make_move_iterator(prose.passed_over.end()));
  return document;
}

diag::Result<Document> read_text(const FormWords& forms, const SourcePtr& file) {
  auto text = office::text_from_bytes(file->name, file->text);
  if (!text) return std::move(text.problems);
  return with_problems(tables_from_text(forms, *text), std::move(text.problems));
}

diag::Result<Document> read_workbook(const FormWords& forms, const SourcePtr& file, const OpenFile& opened) {
  return tables_of(
      forms, file,
      opened.package ? office::sheets_from_workbook(*opened.package) : office::sheets_from_workbook(file));
}

diag::Result<Document> read(const FormWords& forms, const SourcePtr& file, const OpenFile& opened,
                            const office::PageProgress& progress) {
  switch (opened.kind.kind) {
    case DocumentKind::delimited:
      return read_delimited(forms, file);
    case DocumentKind::word:
      return read_written(
          forms, file,
          opened.package ? office::sheets_from_docx(*opened.package) : office::sheets_from_docx(file));
    case DocumentKind::page:
      return read_written(forms, file, office::sheets_from_html(file));
    case DocumentKind::pdf:
      return read_written(forms, file, office::sheets_from_pdf(file, progress));
    case DocumentKind::workbook:
      return read_workbook(forms, file, opened);
    case DocumentKind::old_workbook:
    case DocumentKind::old_word:
      return old_office_file(file->name);
    case DocumentKind::archive:
      return nested_archive(file->name);
    case DocumentKind::scorecards:
    case DocumentKind::text:
      break;
  }
  return read_text(forms, file);
}

}  // namespace

diag::Result<Document> read_document(const model::FormWords& forms, const SourcePtr& file, Ending ending,
                                     const office::PageProgress& progress) {
  const auto opened = open_file(file);
  if (!opened) return opened.problems;
  std::vector<diag::Diagnostic> problems;
  if (opened->kind.ending_misleads && ending == Ending::of_the_bytes)
    problems.push_back(misleading_ending(file, opened->kind));
  auto document = with_problems(read(forms, file, *opened, progress), std::move(problems));
  if (document) split_standards_from_targets(*document);
  return document;
}

}  // namespace jiheng::intake
