// engine/office/pdf/page_pieces.h: tables and lines of text of a page in the order they stand, and which lines belong to a table
// below them.
// Takes   what tables_on_page found.
// Gives   pieces from above, with the lines of the page counted.
// O(rows log rows).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/office/pdf/tables_on_page.h"

namespace jiheng::office {

/// One line of text or one table of a page.
struct PagePiece {
  double top = 0;
  std::size_t index = 0;
  bool table = false;
  int line = 0;                ///< of a line: which one of the page it is
  std::vector<int> row_lines;  ///< of a table: the same of each row
};

/// A line of text between two tables.
struct LineBetween {
  const PagePiece* piece;
  bool running;  ///< it stands on every page
};

/// In order, with the lines of the page counted: lines of text and rows of tables, from above.
std::vector<PagePiece> pieces_of(const PdfPageParts& parts);

/// "12", "- 12 -", "第 12 页 共 30 页", "12/30".
bool is_number_of_page(std::string_view text);

/// The first of the lines that come down to a table without a gap. Forms of one kind, a page each, have the same title, unit and
/// year over them; what a browser prints over each page, the day at the left and a name in the middle, is none of those.
std::size_t first_title(const PdfPageParts& parts, const std::vector<LineBetween>& lines, double table_top);

}  // namespace jiheng::office
