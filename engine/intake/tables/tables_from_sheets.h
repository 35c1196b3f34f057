// engine/intake/tables/tables_from_sheets.h: sheets of one file -> its tables, and what was passed over.
// Takes   sheets as the readers of xlsx, ods, csv and docx give them, in the layouts of docs/import.md. Every field has the
//         place of its cell.
// Fails   I122 too many cells, I132 indicators without a heading, I103 no table at all (a value all the same: its
//         passed-over cells), and the ids of sheet_table.h.
// Pure, linear in the cells.
#pragma once

#include <span>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"
#include "engine/model/form_words.h"
#include "engine/office/sheet.h"

namespace jiheng::intake {

diag::Result<Document> tables_from_sheets(const model::FormWords& forms, const SourcePtr& file,
                                          std::span<const office::Sheet> sheets);

}  // namespace jiheng::intake
