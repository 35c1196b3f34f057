// engine/office/pdf/run_over_text.h: text that a page end drives out of its table -> back into its cells.
// Takes   the last table of a page, the characters of its cells, and those around the tables.
// Gives   lines right below the table, each piece within one column and at the pitch of the lines in the cell above it, moved into
//         that cell: a browser breaks a merged cell at the page end, and lets the text run over the edge.
// O(characters log characters), of the last table and of what stands below it.
#pragma once

#include <vector>

#include "engine/office/pdf/pdf_page.h"
#include "engine/office/pdf/tables_on_page.h"

namespace jiheng::office {

/// `cells`: the characters of each cell of the table, in its order.
void take_run_over_text(const PdfPage& page, const PdfTable& table,
                        std::vector<std::vector<const PdfGlyph*>>& cells,
                        std::vector<const PdfGlyph*>& around);

}  // namespace jiheng::office
