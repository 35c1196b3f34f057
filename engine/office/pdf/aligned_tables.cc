// Takes lines of text, gives tables where the text stands in columns though no line is drawn. Leaves tables with lines to
// tables_on_page.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/office/pdf/tables_on_page.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kFewestRows = 3;
constexpr double kRiver = 0.4;     ///< of an em: the blank between two columns
constexpr double kFarBelow = 3.2;  ///< of an em: more is no next line of the same table
constexpr double kSameRow = 1.6;   ///< of an em: nearer lines may be one row, broken

bool is_row(const PdfTextLine& line) { return line.segments.size() >= kFewestColumns; }

/// One behind the last line of the table that may begin at `begin`.
std::size_t end_of_table(const std::vector<PdfTextLine>& lines, std::size_t begin) {
  std::size_t end = begin + 1;
  std::size_t behind_row = end;
  for (; end < lines.size(); ++end) {
    const PdfTextLine& line = lines[end];
    if (line.box.top - lines[end - 1].box.bottom > kFarBelow * line.size) break;
    if (is_row(line)) behind_row = end + 1;
    if (end > behind_row + 2) break;  // some lines without columns: text
  }
  return behind_row;
}

/// The edges of the columns: the middles of the blanks that go down through all rows.
std::vector<double> columns_of(const std::vector<PdfTextLine>& lines, std::size_t begin, std::size_t end) {
  std::vector<std::pair<double, double>> spans;
  double em = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_row(lines[i])) continue;
    em = std::max(em, lines[i].size);
    for (const PdfSegment& segment : lines[i].segments)
      spans.emplace_back(segment.box.left, segment.box.right);
  }
  std::sort(spans.begin(), spans.end());
  std::vector<double> edges = {spans.front().first};
  double reach = spans.front().second;
  for (const auto& [left, right] : spans) {
    if (left - reach > kRiver * em) edges.push_back((left + reach) / 2);
    reach = std::max(reach, right);
  }
  edges.push_back(reach);
  return edges;
}

std::size_t column_at(const std::vector<double>& edges, double x) {
  const auto above = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
  return static_cast<std::size_t>(above - edges.begin()) - 1;
}

PdfTable table_of(const std::vector<PdfTextLine>& lines, std::size_t begin, std::size_t end,
                  std::vector<double> edges) {
  PdfTable table;
  table.aligned = true;
  table.across = std::move(edges);
  table.box = {table.across.front(), lines[begin].box.top, table.across.back(), lines[end - 1].box.bottom};
  std::vector<std::size_t> row_of(end - begin);
  int rows = 0;
  for (std::size_t i = begin; i < end; ++i) {
    // A line with few pieces right below a row, or right above the next one, is a piece of the nearer one.
    const double above = i > begin ? lines[i].box.middle() - lines[i - 1].box.middle() : 1e9;
    const double below = i + 1 < end ? lines[i + 1].box.middle() - lines[i].box.middle() : 1e9;
    const bool piece = !is_row(lines[i]) && i > begin && above <= kSameRow * lines[i].size && above <= below;
    const bool behind_piece =
        i > begin && is_row(lines[i]) && !is_row(lines[i - 1]) && above <= kSameRow * lines[i].size &&
        (i < begin + 2 || lines[i - 1].box.middle() - lines[i - 2].box.middle() > above);
    if (!piece && !(behind_piece && rows > 0)) {
      ++rows;
      table.down.push_back(lines[i].box.top);
    }
    row_of[i - begin] = static_cast<std::size_t>(rows - 1);
  }
  table.down.push_back(lines[end - 1].box.bottom);
  std::size_t first_of_row = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const int row = static_cast<int>(row_of[i - begin]);
    if (!table.cells.empty() && table.cells.back().row != row) first_of_row = table.cells.size();
    for (const PdfSegment& segment : lines[i].segments) {
      const auto first = column_at(table.across, segment.box.left);
      const auto last = std::max(first, column_at(table.across, segment.box.right - 0.1));
      const auto same =
          std::find_if(table.cells.begin() + static_cast<std::ptrdiff_t>(first_of_row), table.cells.end(),
                       [first](const PdfCell& cell) { return cell.column == static_cast<int>(first); });
      if (same != table.cells.end()) {
        join_line(same->text, segment.text);
        same->box.bottom = segment.box.bottom;
        continue;
      }
      table.cells.push_back(
          {segment.text, row, static_cast<int>(first), 1, static_cast<int>(last - first) + 1, segment.box});
    }
  }
  std::stable_sort(table.cells.begin(), table.cells.end(), [](const PdfCell& a, const PdfCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  return table;
}

}  // namespace

void take_aligned_tables(PdfPageParts& parts) {
  std::vector<PdfTextLine> left;
  for (std::size_t begin = 0; begin < parts.lines.size();) {
    if (is_row(parts.lines[begin])) {
      const std::size_t end = end_of_table(parts.lines, begin);
      const auto rows = std::count_if(parts.lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                      parts.lines.begin() + static_cast<std::ptrdiff_t>(end), is_row);
      if (static_cast<std::size_t>(rows) >= kFewestRows) {
        std::vector<double> edges = columns_of(parts.lines, begin, end);
        if (edges.size() > kFewestColumns) {
          parts.tables.push_back(table_of(parts.lines, begin, end, std::move(edges)));
          begin = end;
          continue;
        }
      }
    }
    left.push_back(std::move(parts.lines[begin++]));
  }
  parts.lines = std::move(left);
  std::sort(parts.tables.begin(), parts.tables.end(),
            [](const PdfTable& a, const PdfTable& b) { return a.box.top < b.box.top; });
}

}  // namespace jiheng::office
