// engine/office/workbook/sheets_from_ods.h: the content of an ods package -> its sheets, as sheets_from_workbook.h gives them.
// Repeated rows and columns that are blank cost nothing, filled ones count each.
// Takes   an opened package.
// Gives   its sheets with the text a person sees.
// Fails   as package_xml.h and sheet_builder.h; I117 is said of hidden sheets.
#pragma once

#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/office/workbook/sheet_builder.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {

diag::Result<std::vector<Sheet>> sheets_from_ods(const ZipPackage& package);

/// I117 for a sheet that its workbook hides.
diag::Diagnostic hidden_sheet(const std::shared_ptr<const base::Source>& sheet);

}  // namespace jiheng::office
