// engine/report/pages/rows_from_documents.h: what `jiheng import` read, for spreadsheets.
// Takes   documents (intake/document.h). Fails  never. Source  docs/import.md
#pragma once

#include <vector>

#include "engine/intake/document.h"
#include "engine/report/texts/report.h"

namespace jiheng::report {

/// One row an indicator, with the fields of its table.
Report rows_from_documents(const std::vector<intake::Document>& documents);

}  // namespace jiheng::report
