// Takes a sheet and a cell, gives the larger sheet. Leaves reading cells to the readers of csv and Word files.
#include "engine/office/sheet_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::office {
namespace {

diag::Diagnostic too_large(const Sheet& sheet, const SheetCell& cell, std::string why) {
  return {"I122",
          "表太大，没有读",
          std::move(why),
          "把表分成几份，每份单独导入；删去表下面和右边的空行、空列。",
          {sheet.source, cell.row, cell.column, 0}};
}

}  // namespace

std::optional<diag::Diagnostic> add_cell(Sheet& sheet, SheetCell cell) {
  if (base::trimmed(cell.text).empty()) return std::nullopt;
  const int rows = cell.row + cell.rows - 1;
  const int columns = cell.column + cell.columns - 1;
  if (rows > kMaxSheetRows) return too_large(sheet, cell, fmt::format("一张表最多 {} 行。", kMaxSheetRows));
  if (columns > kMaxSheetColumns)
    return too_large(sheet, cell, fmt::format("一张表最多 {} 列。", kMaxSheetColumns));
  if (sheet.cells.size() >= kMaxSheetCells)
    return too_large(sheet, cell, fmt::format("一张表最多 {} 个填了的格。", kMaxSheetCells));
  if (cell.text.size() > kMaxCellCharacters && base::count_characters(cell.text) > kMaxCellCharacters)
    return too_large(sheet, cell, fmt::format("一格最多 {} 个字。", kMaxCellCharacters));
  sheet.rows = std::max(sheet.rows, rows);
  sheet.columns = std::max(sheet.columns, columns);
  sheet.cells.push_back(std::move(cell));
  return std::nullopt;
}

}  // namespace jiheng::office
