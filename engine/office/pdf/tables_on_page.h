// engine/office/pdf/tables_on_page.h: a page of a PDF -> its tables with the text of their cells, and the lines of text around
// them.
// Takes   tables with ruling lines: outer lines may be missing, cells reach over rows and columns where no line stands; a
//         single box is a frame and no table. Text between no lines is a table where it stands in columns over some lines.
// Limits  kMaxPageLines level and upright lines each; a page with more is a drawing: its text is read, no table.
// O(characters log characters + level x upright lines).
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/office/pdf/lines_on_page.h"
#include "engine/office/pdf/pdf_page.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxPageLines = 3000;
inline constexpr std::size_t kMaxPageCells = 200000;

/// Of an em: by so much more room there must be behind a line for what follows it to have been set apart.
inline constexpr double kSurely = 0.08;

/// By which a text is told that goes on in the cell below, on the next page.
struct PdfCellEnds {
  double room = 0;          ///< behind its last line
  double first_word = 0;    ///< how wide that is what is not broken off at the front of its first line
  double first_letter = 0;  ///< the same of its first character
  double em = 0;
};

struct PdfCell {
  std::string text;
  int row = 0;  ///< from 0
  int column = 0;
  int rows = 1;
  int columns = 1;
  PdfBox box;
  bool open_left = false;  ///< at the edge of the table, and no line stands there
  bool open_right = false;
  bool open_below = false;  ///< at the lower edge, where a line stands below others, none below this one
  std::vector<std::pair<double, std::string>> drawn = {};  ///< of an open one: its lines, by their middles
  PdfCellEnds ends = {};
};

struct PdfTable {
  PdfBox box;
  std::vector<double> across;  ///< x of the edges between columns, one more than columns
  std::vector<double> down;    ///< y of the edges between rows
  std::vector<PdfCell> cells;  ///< by row, then column; those without text too
  bool open_below = false;     ///< the last row has no line below it
  bool aligned = false;        ///< without lines: columns by the places of the text
};

struct PdfPageParts {
  std::vector<PdfTable> tables;  ///< from above
  std::vector<PdfTextLine> lines;
  bool drawing = false;  ///< too many lines for tables
};

PdfPageParts parts_of_page(const PdfPage& page);

/// Takes the lines that stand in columns out of `parts` and makes tables of them.
void take_aligned_tables(PdfPageParts& parts);

}  // namespace jiheng::office
