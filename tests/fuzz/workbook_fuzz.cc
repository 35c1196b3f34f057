// Any bytes as a workbook, in two ways. A zip is taken as it is. Everything else is XML, put into a sound package where it
// matters: "part name\n" at the front says which part of an xlsx or ods it becomes. Never a crash; what is given keeps
// the order and the limits that sheet.h promises.
#include <cstdio>
#include <cstdlib>

#include "engine/base/text.h"
#include "engine/office/workbook/sheets_from_workbook.h"
#include "tests/unit/office/workbooks.h"

namespace {

using namespace jiheng;  // NOLINT: a program of one function

void require(bool holds, const char* what) {
  if (holds) return;
  std::fputs(what, stderr);
  std::abort();
}

/// A sound workbook with one part changed.
std::string package_with(const std::string& part, const std::string& text) {
  if (part == "content.xml") {
    return office::package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {part, text}});
  }
  office::XlsxTexts texts;
  texts.sheet =
      "<sheetData><row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>0.96</v></c><c "
      "s=\"2\"><v>45657</v></c></row></sheetData>";
  texts.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/></cellXfs>";
  texts.texts = "<si><t>a</t></si>";
  office::Parts parts = office::xlsx_parts(texts);
  for (auto& [name, xml] : parts) {
    if (name == part) xml = text;
  }
  return office::package_of(parts);
}

void check(const std::string& bytes) {
  const auto sheets = office::sheets_from_workbook(office::file_of(bytes));
  require(sheets || diag::has_errors(sheets.problems), "nothing read and nothing said\n");
  for (const diag::Diagnostic& problem : sheets.problems) {
    require(!base::first_invalid_utf8(problem.message), "a message is no UTF-8\n");
  }
  if (!sheets) return;
  for (const office::Sheet& sheet : *sheets) {
    std::pair<int, int> last{0, 0};
    for (const office::SheetCell& cell : sheet.cells) {
      const std::pair<int, int> at{cell.row, cell.column};
      require(last < at, "cells out of order\n");
      last = at;
      require(cell.row >= 1 && cell.column >= 1 && cell.rows >= 1 && cell.columns >= 1, "a cell outside\n");
      require(cell.row + cell.rows - 1 <= sheet.rows && cell.column + cell.columns - 1 <= sheet.columns,
              "a cell behind the end\n");
      require(!base::trimmed(cell.text).empty(), "a blank cell\n");
      require(!base::first_invalid_utf8(cell.text), "a text is no UTF-8\n");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (office::is_zip(bytes)) {
    check(bytes);
    return 0;
  }
  const std::size_t end = bytes.find('\n');
  if (end != std::string::npos) check(package_with(bytes.substr(0, end), bytes.substr(end + 1)));
  return 0;
}
