// A sheet from a drawing, for the tests: a line a row, | between cells, blank for no cell; < continues the cell to the
// left, ^ the cell above, ⏎ is a line break inside a cell.
#pragma once

#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/tables_from_sheets.h"
#include "tests/unit/intake/forms.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it

inline SourcePtr file_source() { return std::make_shared<const base::Source>(base::Source{"自评.xlsx", ""}); }

inline Sheet drawn_sheet(const std::string& drawing, const std::string& name = "Sheet1") {
  Sheet sheet;
  sheet.source = std::make_shared<const base::Source>(base::Source{"自评.xlsx", "", name});
  std::map<std::pair<int, int>, std::size_t> owner;  // cell of each position
  std::istringstream lines(drawing);
  int row = 0;
  for (std::string line; std::getline(lines, line);) {
    ++row;
    int column = 0;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('|', at), line.size());
      std::string text(base::trimmed(std::string_view(line).substr(at, end - at)));
      at = end + 1;
      ++column;
      if (text.empty()) continue;
      sheet.rows = row;
      sheet.columns = std::max(sheet.columns, column);
      if (text == "<" || text == "^") {
        const auto from = text == "<" ? std::pair(row, column - 1) : std::pair(row - 1, column);
        const std::size_t index = owner.at(from);
        SheetCell& cell = sheet.cells[index];
        cell.rows = std::max(cell.rows, row - cell.row + 1);
        cell.columns = std::max(cell.columns, column - cell.column + 1);
        owner[{row, column}] = index;
        continue;
      }
      for (std::size_t brk = text.find("⏎"); brk != std::string::npos; brk = text.find("⏎"))
        text.replace(brk, std::string("⏎").size(), "\n");
      owner[{row, column}] = sheet.cells.size();
      SheetCell cell;
      cell.text = text;
      cell.row = row;
      cell.column = column;
      sheet.cells.push_back(std::move(cell));
    }
  }
  return sheet;
}

inline diag::Result<Document> read_sheets(const std::vector<Sheet>& sheets) {
  return tables_from_sheets(forms(), file_source(), sheets);
}

inline diag::Result<Document> read_drawing(const std::string& drawing) {
  return read_sheets({drawn_sheet(drawing)});
}

}  // namespace jiheng::intake
