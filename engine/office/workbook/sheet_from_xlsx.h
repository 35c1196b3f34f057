// engine/office/workbook/sheet_from_xlsx.h: the XML of one sheet of an xlsx package -> its cells.
// Gives   stopped: past the limits of sheet_builder.h; malformed: no XML, or a cell outside the sheet. What single cells
//         lack goes to the builder. Linear in the XML.
#pragma once

#include <string_view>

#include "engine/office/workbook/sheet_builder.h"
#include "engine/office/workbook/xlsx_parts.h"
#include "engine/office/xml_stream.h"

namespace jiheng::office {

XmlWalk sheet_from_xlsx(std::string_view xml, const XlsxParts& book, SheetBuilder& sheet);

}  // namespace jiheng::office
