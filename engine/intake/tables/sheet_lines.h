// engine/intake/tables/sheet_lines.h: a sheet -> the lines that the readers of tables take: a row a line, a cell a piece with its
// column, the paragraphs above it as lines before them.
// Takes   whatever a reader of files gives: cells out of order, twice in one place or outside of any sheet are put in order
//         or listed. Tables side by side come one after the other. O(cells log cells), linear for cells in order.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/intake/document.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/form_words.h"
#include "engine/office/sheet.h"

namespace jiheng::intake {

struct SheetLines {
  std::vector<Line> lines;              ///< none blank
  std::vector<PassedOver> passed_over;  ///< cells that stand nowhere
};

SheetLines lines_of_sheet(const FormWords& forms, const office::Sheet& sheet);

}  // namespace jiheng::intake
