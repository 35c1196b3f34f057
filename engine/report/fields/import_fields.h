// engine/report/fields/import_fields.h: a table read from a document and its rows, and what JSON and CSV show of them.
// Takes   intake/document.h. Source  docs/json.md and docs/import.md
#pragma once

#include <span>

#include "engine/intake/document.h"
#include "engine/report/fields/field.h"

namespace jiheng::report {

/// Texts as printed; kinds in English in JSON, in Chinese in cells.
std::span<const Field<intake::Table>> import_table_fields();

/// Without their place, which JSON and CSV say differently.
std::span<const Field<intake::TableRow>> import_row_fields();

}  // namespace jiheng::report
