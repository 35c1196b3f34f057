// engine/office/workbook/xlsx_parts.h: the parts of an xlsx package beside the sheets: which sheets there are, formats, shared texts.
// Fails   as read_xml (package_xml.h); I118 no workbook, or a binary one (.xlsb).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/office/workbook/number_format.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {

struct XlsxSheet {
  std::string name;
  std::string part;  ///< xl/worksheets/sheet1.xml
  bool hidden = false;
  std::string scheme;  ///< the text of its defined name kSchemeName
};

struct XlsxParts {
  std::vector<XlsxSheet> sheets;      ///< in the order of their tabs; charts left out
  std::vector<NumberFormat> formats;  ///< each once
  std::vector<std::size_t> styles;    ///< by the style number of a cell: which format
  bool has_styles = false;            ///< there is a part that says the formats
  std::vector<std::string> texts;     ///< by the number that cells use
  bool since_1904 = false;

  /// Null for a style that the book does not have.
  const NumberFormat* format_of(int style) const;
};

diag::Result<XlsxParts> xlsx_book(const ZipPackage& package);

/// Texts as Excel stores them: _x000D_ is a character, \r\n a line end.
std::string decoded_text(std::string_view stored);

}  // namespace jiheng::office
