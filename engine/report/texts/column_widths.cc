// Takes a table, gives the width of each column in display columns.
#include "engine/report/texts/column_widths.h"

#include <algorithm>

#include "engine/base/text.h"

namespace jiheng::report {

std::vector<std::size_t> column_widths(const Table& table, std::size_t limit, std::size_t narrowest) {
  std::vector<std::size_t> widths;
  std::size_t total = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t width = base::display_width(table.columns[i].title);
    for (const Row& row : table.rows) {
      if (!row.cells.empty()) width = std::max(width, base::display_width(row.cells[i].text));
    }
    widths.push_back(width);
    total += width;
  }
  for (std::size_t i = 0; i < widths.size() && total > limit; ++i) {
    const std::size_t at_most = table.columns[i].at_most;
    if (at_most == 0 || widths[i] <= at_most) continue;
    const std::size_t cut = std::min(widths[i] - at_most, total - limit);
    widths[i] -= cut;
    total -= cut;
  }
  while (total > limit) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (table.columns[i].whole || widths[i] <= narrowest) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) break;
    // Far too wide: in halves, so that a cell of a million characters costs a few steps.
    const std::size_t cut = widths[widest] > 2 * limit ? widths[widest] - 2 * limit : 1;
    widths[widest] -= cut;
    total -= cut;
  }
  return widths;
}

}  // namespace jiheng::report
