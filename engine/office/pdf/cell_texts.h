// engine/office/pdf/cell_texts.h: the characters of each cell of a table -> its text.
// Gives   what was broken at the edge of a cell as one line again; a break that somebody made stays "\n". A blank that the break
//         swallowed comes back where the widths prove it, or where the same words stand elsewhere in the table with one and
//         nowhere without.
// O(characters log characters).
#pragma once

#include <vector>

#include "engine/office/pdf/tables_on_page.h"

namespace jiheng::office {

/// Fills in the texts. `glyphs`: of each cell, in any order.
void write_texts(std::vector<std::vector<const PdfGlyph*>> glyphs, std::vector<PdfCell>& cells);

}  // namespace jiheng::office
