// engine/office/workbook/sheets_from_workbook.h: the bytes of an xlsx, xlsm or ods file -> its sheets, as a person sees them.
// Takes   a whole file; its kind is told by its content, not by its name. Macros and links are never followed.
// Gives   every sheet that holds anything, hidden ones too (I117), in the order of the tabs; blank cells are not stored.
// Fails   I108 damaged, I109 password, I110 past the limits of a package, I111 odd names, I112 hostile XML, I115 too many
//         cells, I118 no workbook this program reads (xlsb). Says I113 outside links, I114 formulas nobody has computed,
//         I116 error values, I119 cells that were not taken.
// Source  docs/import.md
#pragma once

#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/sheet.h"

namespace jiheng::office {

/// Pure; linear in the size of the inflated file.
diag::Result<std::vector<Sheet>> sheets_from_workbook(const base::SourcePtr& file);

}  // namespace jiheng::office
