// Takes the cells of a sheet, gives lines in the order they are read. Leaves what they mean to the readers of tables.
#include "engine/intake/tables/sheet_lines.h"

#include <algorithm>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/people.h"
#include "engine/office/sheet_limits.h"

namespace jiheng::intake {
namespace {

bool before(const office::SheetCell& a, const office::SheetCell& b) {
  return a.row != b.row ? a.row < b.row : a.column < b.column;
}

bool stands_somewhere(const office::SheetCell& cell) {
  return cell.row >= 1 && cell.row <= office::kMaxSheetRows && cell.column >= 1 &&
         cell.column <= office::kMaxSheetColumns;
}

/// The text of a line, for comparison; a line with several cells is compared cell by cell.
void finish_line(Line& line) {
  line.grid = line.pieces.size() > 1;
  if (!line.grid) line.text = line.pieces.front().text;
}

void add_above(const office::Sheet& sheet, std::vector<Line>& lines) {
  for (const model::Field& paragraph : sheet.above) {
    std::string text = paragraph.text;
    if (base::trimmed(text).empty()) continue;
    Line line;
    line.number = paragraph.place.line;
    line.pieces.push_back({std::move(text), 0, paragraph.place});
    finish_line(line);
    lines.push_back(std::move(line));
  }
}

void take_cell(const office::Sheet& sheet, const office::SheetCell& cell, SheetLines& out,
               std::size_t first_row) {
  std::string text = cell.text;
  if (base::trimmed(text).empty()) return;
  const base::Place place{sheet.source, cell.row, cell.column, 0};
  if (!stands_somewhere(cell)) {
    out.passed_over.push_back({place, base::clipped(base::printable(text), 120), "不在表里的一格"});
    return;
  }
  const bool same_row = out.lines.size() > first_row && out.lines.back().number == cell.row;
  const auto column = static_cast<std::size_t>(cell.column - 1);
  if (same_row && out.lines.back().pieces.back().column == column) {
    out.passed_over.push_back({place, base::clipped(base::printable(text), 120), "同一格又来了一次"});
    return;
  }
  if (!same_row) {
    out.lines.emplace_back();
    out.lines.back().number = cell.row;
  }
  out.lines.back().pieces.push_back(
      {std::move(text), column, place, std::clamp(cell.rows, 1, office::kMaxSheetRows - cell.row + 1),
       std::clamp(cell.columns, 1, office::kMaxSheetColumns - cell.column + 1)});
}

/// Where a second table begins beside the first: behind the last column of the first one's heading; 0 for none.
std::size_t second_table_at(const FormWords& forms, const Line& line) {
  std::size_t levels = 0;
  std::size_t end = 0;
  for (const Piece& piece : line.pieces) {
    const auto role = column_role(forms, squeezed(piece.text));
    if (!role) continue;
    if (*role == Role::level1 && ++levels == 2) return end;
    end = piece.column + static_cast<std::size_t>(piece.columns);
  }
  return 0;
}

/// Rows without a blank one between them, around a heading of two tables: first all of the left one, then the right.
void part_block(std::vector<Line>& lines, std::size_t begin, std::size_t end, std::size_t column,
                std::vector<Line>& out) {
  std::vector<Line> right;
  for (std::size_t i = begin; i < end; ++i) {
    Line left = lines[i];
    Line other = lines[i];
    std::erase_if(left.pieces, [column](const Piece& p) { return p.column >= column; });
    std::erase_if(other.pieces, [column](const Piece& p) { return p.column < column; });
    for (auto [line, to] : {std::pair(&left, &out), std::pair(&other, &right)}) {
      if (line->blank()) continue;
      finish_line(*line);
      to->push_back(std::move(*line));
    }
  }
  out.insert(out.end(), std::make_move_iterator(right.begin()), std::make_move_iterator(right.end()));
}

std::vector<Line> parted(const FormWords& forms, std::vector<Line> lines) {
  std::vector<Line> out;
  out.reserve(lines.size());
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    std::size_t column = 0;
    do {
      if (column == 0) column = second_table_at(forms, lines[end]);
      ++end;
    } while (end < lines.size() && lines[end].number == lines[end - 1].number + 1);
    if (column == 0) {
      out.insert(out.end(), std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(begin)),
                 std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(end)));
    } else {
      part_block(lines, begin, end, column, out);
    }
    begin = end;
  }
  return out;
}

/// Cells as printed come in, cleaned ones go out. Names and telephones are gone before anybody reads the lines; what is
/// left of a cell keeps its place.
void hide_people(const FormWords& forms, const office::Sheet& sheet, SheetLines& out) {
  std::vector<PeopleRow> rows;
  rows.reserve(out.lines.size());
  for (const Line& line : out.lines) {
    PeopleRow& row = rows.emplace_back();
    for (const Piece& piece : line.pieces) row.push_back({piece.text, piece.column});
  }
  const std::vector<PeopleSpan> spans = people_in(forms, rows);
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    Piece& piece = out.lines[span->row].pieces[span->cell];
    piece.text.replace(span->begin, span->end - span->begin, " ");
    // A paragraph above a table of a Word file is listed with the other paragraphs.
    if (piece.place.source == sheet.source)
      out.passed_over.push_back({piece.place, span->label, "姓名和电话，评分用不着，不取"});
  }
  for (Line& line : out.lines) {
    for (Piece& piece : line.pieces) piece.text = on_one_line(piece.text);
    std::erase_if(line.pieces, [](const Piece& piece) { return piece.text.empty(); });
  }
  std::erase_if(out.lines, [](const Line& line) { return line.blank(); });
}

}  // namespace

SheetLines lines_of_sheet(const FormWords& forms, const office::Sheet& sheet) {
  SheetLines out;
  add_above(sheet, out.lines);
  const std::size_t first_row = out.lines.size();
  if (std::is_sorted(sheet.cells.begin(), sheet.cells.end(), before)) {
    for (const office::SheetCell& cell : sheet.cells) take_cell(sheet, cell, out, first_row);
  } else {
    std::vector<const office::SheetCell*> cells;
    cells.reserve(sheet.cells.size());
    for (const office::SheetCell& cell : sheet.cells) cells.push_back(&cell);
    std::stable_sort(cells.begin(), cells.end(),
                     [](const office::SheetCell* a, const office::SheetCell* b) { return before(*a, *b); });
    for (const office::SheetCell* cell : cells) take_cell(sheet, *cell, out, first_row);
  }
  hide_people(forms, sheet, out);
  for (Line& line : out.lines) finish_line(line);
  out.lines = parted(forms, std::move(out.lines));
  return out;
}

}  // namespace jiheng::intake
