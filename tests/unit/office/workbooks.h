// Workbooks made in a test from the XML of a sheet, and sheets as text, a line a cell.
#pragma once

#include <string>

#include "engine/office/workbook/sheets_from_workbook.h"
#include "tests/unit/office/packages.h"

namespace jiheng::office {

/// The namespaces of an OpenDocument content.xml, to stand in its first tag.
inline constexpr const char* kOdsNamespaces =
    R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
    R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
    R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
    R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
    R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")"
    R"( xmlns:dc="http://purl.org/dc/elements/1.1/")"
    R"( xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0")";

struct XlsxTexts {
  std::string sheet;               ///< what stands in <worksheet>
  std::string styles = {};         ///< … in <styleSheet>
  std::string texts = {};          ///< … in <sst>
  std::string workbook_head = {};  ///< before <sheets>
};

inline Parts xlsx_parts(const XlsxTexts& texts) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const auto relation = [&type](const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + kind + "\" Target=\"" + target + "\"/>";
  };
  return {
      {"_rels/.rels",
       "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + texts.workbook_head +
                              "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
           relation("r2", "styles", "styles.xml") + relation("r3", "sharedStrings", "/xl/sharedStrings.xml") +
           "</Relationships>"},
      {"xl/styles.xml", "<styleSheet>" + texts.styles + "</styleSheet>"},
      {"xl/sharedStrings.xml", "<sst>" + texts.texts + "</sst>"},
      {"xl/worksheets/sheet1.xml", "<worksheet>" + texts.sheet + "</worksheet>"}};
}

inline std::string xlsx_of(const XlsxTexts& texts) { return package_of(xlsx_parts(texts)); }

/// A workbook whose sheet holds these rows of cells.
inline std::string xlsx_of_rows(const std::string& rows) {
  return xlsx_of({"<sheetData>" + rows + "</sheetData>"});
}

/// "A1:C2 # f 文字": place, how far it reaches, whether it is a number or from a formula, text.
inline std::string text_of(const Sheet& sheet) {
  const auto name = [](int row, int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
      letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters + std::to_string(row);
  };
  std::string out;
  for (const SheetCell& cell : sheet.cells) {
    out += name(cell.row, cell.column);
    if (cell.rows > 1 || cell.columns > 1) {
      out += ":" + name(cell.row + cell.rows - 1, cell.column + cell.columns - 1);
    }
    out += std::string(cell.number ? " #" : "") + (cell.formula ? " =" : "") + " " +
           replaced(cell.text, "\n", "|") + "\n";
  }
  return out;
}

inline diag::Result<std::vector<Sheet>> read_workbook(std::string bytes) {
  return sheets_from_workbook(file_of(std::move(bytes)));
}

/// The only sheet of a workbook that has no problems but those named.
inline std::string sheet_text(const std::string& bytes, const std::string& ids = "") {
  const auto sheets = read_workbook(bytes);
  if (ids_of(sheets.problems) != ids) return "problems: " + ids_of(sheets.problems);
  if (!sheets || sheets->size() != 1) return "not one sheet";
  return text_of(sheets->front());
}

}  // namespace jiheng::office
