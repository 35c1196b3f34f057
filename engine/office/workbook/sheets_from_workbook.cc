// Takes the file, gives its sheets. Leaves the two formats to sheet_from_xlsx and sheets_from_ods, cells to the builder.
#include "engine/office/workbook/sheets_from_workbook.h"

#include <iterator>
#include <utility>

#include "engine/office/package_xml.h"
#include "engine/office/text_encoding.h"
#include "engine/office/workbook/sheet_from_xlsx.h"
#include "engine/office/workbook/sheets_from_ods.h"

namespace jiheng::office {
namespace {

using Problems = std::vector<diag::Diagnostic>;

bool is_ods(const ZipPackage& package) {
  constexpr std::size_t kLongest = 200;
  if (!package.has("mimetype")) return false;
  const auto kind = package.read("mimetype", kLongest);
  return kind && kind->starts_with("application/vnd.oasis.opendocument.spreadsheet");
}

diag::Result<std::vector<Sheet>> sheets_from_xlsx(const ZipPackage& package) {
  const auto book = xlsx_book(package);
  if (!book) return book.problems;
  std::vector<Sheet> sheets;
  Problems problems;
  WorkbookUse use;
  for (const XlsxSheet& entry : book->sheets) {
    const auto xml = read_xml(package, entry.part);
    if (!xml) return xml.problems;
    SheetBuilder builder(package.file(), entry.name, use);
    const XmlWalk walk = sheet_from_xlsx(*xml, *book, builder);
    if (walk == XmlWalk::stopped) return too_many_cells(package.file());
    if (walk == XmlWalk::malformed) return damaged(package.file(), entry.part, "内容不是合格的工作表。");
    Problems of_sheet;
    Sheet sheet = builder.finish(of_sheet);
    sheet.scheme = entry.scheme;
    if (entry.hidden && !sheet.cells.empty()) problems.push_back(hidden_sheet(sheet.source));
    problems.insert(problems.end(), std::make_move_iterator(of_sheet.begin()),
                    std::make_move_iterator(of_sheet.end()));
    if (!sheet.cells.empty()) sheets.push_back(std::move(sheet));
  }
  diag::Result<std::vector<Sheet>> out(std::move(sheets));
  out.problems = std::move(problems);
  if (use.shapes > 0) out.problems.push_back(same_shapes_read({package.file(), 0, 0, 0}, use.shapes));
  return out;
}

}  // namespace

diag::Result<std::vector<Sheet>> sheets_from_workbook(const base::SourcePtr& file) {
  const auto package = ZipPackage::open(file);
  if (!package) return package.problems;
  return sheets_from_workbook(*package);
}

diag::Result<std::vector<Sheet>> sheets_from_workbook(const ZipPackage& package) {
  Problems links = outside_links(package);
  if (diag::has_errors(links)) return links;
  auto sheets = is_ods(package) ? sheets_from_ods(package) : sheets_from_xlsx(package);
  sheets.problems.insert(sheets.problems.begin(), std::make_move_iterator(links.begin()),
                         std::make_move_iterator(links.end()));
  return sheets;
}

}  // namespace jiheng::office
