// engine/office/sheet.h: a grid of cells on its way in: a sheet of a workbook, a csv file, a table of a Word file.
// Takes   nothing; the readers (sheets_from_….h) fill it, tables_from_sheets.h reads it.
// Source  docs/import.md
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/model/scorecard.h"

namespace jiheng::office {

/// A defined name of a sheet whose value is a text: the scheme its form was made for. Tables that people send on keep it.
inline constexpr std::string_view kSchemeName = "jiheng_scheme";

/// One cell that is not blank. The text is what a person sees: 96% for 0.96 in a percent format, 2024-12-31 for a date,
/// 1437 for the number 1437 (no thousands commas that only the format shows), line breaks inside kept as \n.
struct SheetCell {
  std::string text;
  int row = 1;     ///< 1-based
  int column = 1;  ///< 1-based
  int rows = 1;    ///< of a merged cell: over how many rows and columns it reaches
  int columns = 1;
  bool number = false;  ///< stored as a number or date, not as text
  bool formula = false;
};

/// A merged cell stands once, at its upper left corner. Places: line = row, column = column.
struct Sheet {
  std::shared_ptr<const base::Source> source;  ///< sheet and file name, no text
  std::vector<model::Field> above;  ///< paragraphs between the table before and this one (Word files)
  std::vector<SheetCell> cells;     ///< by row, then column
  int rows = 0;                     ///< the last row and column that hold anything
  int columns = 0;
  bool follows = false;  ///< right below the table before it, with no text between (Word files)
  std::string scheme;    ///< the text of the sheet's own name kSchemeName, where it has one (workbooks)
};

}  // namespace jiheng::office
