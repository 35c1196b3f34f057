// engine/intake/sheet_from_xlsx.h: the XML of one sheet of an xlsx package -> its cells.
// Gives   stopped: past the limits of sheet_builder.h; malformed: no XML, or a cell outside the sheet. What single cells
//         lack goes to the builder. Linear in the XML.
#pragma once

#include <string_view>

#include "engine/intake/sheet_builder.h"
#include "engine/intake/xlsx_book.h"
#include "engine/intake/xml_stream.h"

namespace jiheng::intake {

XmlWalk sheet_from_xlsx(std::string_view xml, const XlsxBook& book, SheetBuilder& sheet);

}  // namespace jiheng::intake
