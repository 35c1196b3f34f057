// Word files made in a test: the body of word/document.xml in short words, and the tables read from it as text.
#pragma once

#include <string>

#include "engine/office/word/sheets_from_docx.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/office/packages.h"

namespace jiheng::office {

using namespace intake;  // NOLINT: a sheet and the tables in it

inline std::string document_xml(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>" + body +
         "<w:sectPr/></w:body></w:document>";
}

inline std::string docx_of(const std::string& body) {
  return package_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document_xml(body)}});
}

inline diag::Result<WrittenDocument> read(const std::string& body) {
  return sheets_from_docx(file_of(docx_of(body), "t.docx"));
}

inline std::string r(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
inline std::string p(const std::string& runs) { return "<w:p><w:pPr><w:jc/></w:pPr>" + runs + "</w:p>"; }
inline std::string tc(const std::string& blocks, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + blocks + "</w:tc>";
}
/// A cell with one paragraph of one run.
inline std::string c(const std::string& text, const std::string& properties = "") {
  return tc(p(r(text)), properties);
}
inline std::string tr(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
inline std::string tbl(const std::string& rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
}

/// 表格1 A1=甲|B1(2x1)=乙 and so on, a table a line; (rows x columns) where it is merged; \n as /, \t as >.
inline std::string tables_of(const diag::Result<WrittenDocument>& document) {
  if (!document) return "refused";
  std::string out;
  for (const Sheet& sheet : document->tables) {
    if (!out.empty()) out += '\n';
    out += sheet.source->sheet;
    for (const SheetCell& cell : sheet.cells) {
      out += out.ends_with(sheet.source->sheet) ? ' ' : '|';
      out += static_cast<char>('A' + cell.column - 1) + std::to_string(cell.row);
      if (cell.rows > 1 || cell.columns > 1)
        out += '(' + std::to_string(cell.rows) + 'x' + std::to_string(cell.columns) + ')';
      out += '=';
      for (const char ch : cell.text) out += ch == '\n' ? '/' : ch == '\t' ? '>' : ch;
    }
  }
  return out;
}

/// The text of a cell with these runs.
inline std::string text_of(const std::string& runs) {
  const std::string tables = tables_of(read(tbl(tr(tc(p(runs)) + c("x")))));
  const std::string front = "表格1 A1=";
  const std::string back = "|B1=x";
  return tables.starts_with(front) ? tables.substr(front.size(), tables.size() - front.size() - back.size())
                                   : tables;
}

inline constexpr const char* kRestart = "<w:vMerge w:val=\"restart\"/>";
inline constexpr const char* kContinue = "<w:vMerge/>";

}  // namespace jiheng::office
