// Takes the lines of the sheet 计算数据, gives its cells to the rows of the same table and name; of rows that share a name, in
// their order. Leaves what a cell says to scoring.
#include "engine/intake/tables/data_sheet.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/model/helper_sheets.h"
#include "engine/model/row_data.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kDataColumns = 5;  ///< 表, 指标, 要知道的, 单位, 填

}  // namespace

bool is_data_sheet(std::span<const Line> lines) {
  if (lines.empty() || lines.front().pieces.empty()) return false;
  const std::string& title = lines.front().pieces.front().text;
  return title.starts_with(model::kDataSheetBegins) && title.find(model::kDataSheetEnds) != std::string::npos;
}

void put_data_of_sheet(std::span<const Line> lines, Document& document) {
  const bool one = document.tables.size() == 1;  // whatever its title
  std::map<std::pair<std::string_view, std::string_view>, std::vector<TableRow*>> rows;
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> said;
  for (Table& table : document.tables) {
    const std::string_view title = one ? std::string_view() : table.title.text;
    for (TableRow& row : table.rows) rows[{title, row.name.text}].push_back(&row);
  }
  for (const Line& line : lines) {
    std::array<const Piece*, kDataColumns> cells{};
    for (const Piece& piece : line.pieces) {
      if (piece.column < kDataColumns) cells[piece.column] = &piece;
    }
    if (std::any_of(cells.begin(), cells.begin() + 3, [](const Piece* p) { return p == nullptr; })) continue;
    const std::string_view title = one ? std::string_view() : cells[0]->text;
    const std::size_t nth = said[{title, cells[1]->text, cells[2]->text}]++;  // of rows that share a name
    if (cells[4] == nullptr || cells[2]->text == "要知道的") continue;
    const std::string unit = cells[3] == nullptr ? std::string() : cells[3]->text;
    const auto found = rows.find({title, cells[1]->text});
    if (found == rows.end()) {
      document.passed_over.push_back({cells[4]->place, cells[4]->text, "计算数据里的指标不在这份文件的表里"});
      continue;
    }
    found->second[std::min(nth, found->second.size() - 1)]->data.emplace_back(
        model::Field{cells[2]->text, cells[2]->place},
        model::Field{model::with_unit_beside(cells[4]->text, unit), cells[4]->place});
  }
}

}  // namespace jiheng::intake
