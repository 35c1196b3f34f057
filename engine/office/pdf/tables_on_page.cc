// Takes lines and characters of a page, gives tables and lines of text. Leaves tables without lines to aligned_tables, and what
// goes on over the end of a page to sheets_from_pages.
#include "engine/office/pdf/tables_on_page.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/office/pdf/cell_texts.h"
#include "engine/office/pdf/run_over_text.h"

namespace jiheng::office {
namespace {

constexpr double kSameEdge = 2.5;  ///< lines nearer than this are one
constexpr double kTouch = 3;       ///< lines that end so near to another one meet it
constexpr double kLostLine =
    6;  ///< lines that reach so far beyond the last one cross a line that is not drawn

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

/// Rules of one direction: those along one line that touch as one. By `at`.
std::vector<PdfRule> joined_rules(const std::vector<PdfRule>& rules, bool upright) {
  std::vector<PdfRule> sorted;
  for (const PdfRule& rule : rules)
    if (rule.upright == upright) sorted.push_back(rule);
  std::sort(sorted.begin(), sorted.end(), [](const PdfRule& a, const PdfRule& b) { return a.at < b.at; });
  std::vector<PdfRule> out;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin;
    while (end < sorted.size() && sorted[end].at - sorted[begin].at <= kSameEdge) ++end;
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begin),
              sorted.begin() + static_cast<std::ptrdiff_t>(end),
              [](const PdfRule& a, const PdfRule& b) { return a.from < b.from; });
    PdfRule open = sorted[begin];
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (sorted[i].from <= open.to + kTouch) {
        if (sorted[i].to > open.to) open.to = sorted[i].to;
      } else {
        out.push_back(open);
        open = sorted[i];
      }
    }
    out.push_back(open);
    begin = end;
  }
  std::sort(out.begin(), out.end(), [](const PdfRule& a, const PdfRule& b) { return a.at < b.at; });
  return out;
}

/// Places nearer than kSameEdge as one, the first of them.
std::vector<double> edges_of(std::vector<double> places) {
  std::sort(places.begin(), places.end());
  std::vector<double> out;
  for (const double place : places)
    if (out.empty() || place - out.back() > kSameEdge) out.push_back(place);
  return out;
}

/// Index of the edge at a place.
std::size_t edge_at(const std::vector<double>& edges, double place) {
  const auto above = std::upper_bound(edges.begin(), edges.end(), place + 1e-6);
  return above == edges.begin() ? 0 : static_cast<std::size_t>(above - edges.begin()) - 1;
}

/// Index of the interval that holds a place.
std::size_t interval_of(const std::vector<double>& edges, double place) {
  return std::min(edge_at(edges, place), edges.size() - 2);
}

/// The lines of one table, which all touch.
struct Frame {
  std::vector<PdfRule> level;
  std::vector<PdfRule> upright;
};

/// How much of each interval the lines on each edge cover, edges by intervals.
std::vector<double> covered(const std::vector<PdfRule>& rules, const std::vector<double>& edges,
                            const std::vector<double>& intervals) {
  const std::size_t width = intervals.size() - 1;
  std::vector<double> out(edges.size() * width);
  for (const PdfRule& rule : rules) {
    const std::size_t edge = edge_at(edges, rule.at);
    for (std::size_t i = interval_of(intervals, rule.from); i < width && intervals[i] < rule.to; ++i)
      out[edge * width + i] += std::min(rule.to, intervals[i + 1]) - std::max(rule.from, intervals[i]);
  }
  return out;
}

class GridReader {
 public:
  explicit GridReader(const Frame& frame) : frame_(frame) {
    for (const PdfRule& rule : frame.upright) {
      across_.push_back(rule.at);
      top_ = std::min(top_, rule.from);
      bottom_ = std::max(bottom_, rule.to);
    }
    for (const PdfRule& rule : frame.level) {
      down_.push_back(rule.at);
      left_ = std::min(left_, rule.from);
      right_ = std::max(right_, rule.to);
    }
  }

  std::optional<PdfTable> read() {
    if (across_.empty() || down_.empty()) return std::nullopt;
    const auto [first, last] = std::minmax_element(down_.begin(), down_.end());
    const bool open_above = *first - top_ > kLostLine;
    table_.open_below = bottom_ - *last > kLostLine;
    if (open_above) down_.push_back(top_);
    if (table_.open_below) down_.push_back(bottom_);
    const auto [leftmost, rightmost] = std::minmax_element(across_.begin(), across_.end());
    const bool open_left = *leftmost - left_ > kLostLine;
    const bool open_right = right_ - *rightmost > kLostLine;
    if (open_left) across_.push_back(left_);
    if (open_right) across_.push_back(right_);
    table_.across = edges_of(std::move(across_));
    table_.down = edges_of(std::move(down_));
    columns_ = table_.across.size() - 1;
    rows_ = table_.down.size() - 1;
    if (columns_ < 1 || rows_ < 1 || columns_ * rows_ < 2 || columns_ * rows_ > kMaxPageCells)
      return std::nullopt;
    table_.box = {table_.across.front(), table_.down.front(), table_.across.back(), table_.down.back()};
    unite_cells();
    return table_.cells.size() < 2 ? std::nullopt : std::optional(std::move(table_));
  }

 private:
  void unite_cells() {
    const std::vector<double> level = covered(frame_.level, table_.down, table_.across);
    const std::vector<double> upright = covered(frame_.upright, table_.across, table_.down);
    Groups groups(columns_ * rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        const double width = table_.across[column + 1] - table_.across[column];
        const double height = table_.down[row + 1] - table_.down[row];
        const std::size_t cell = row * columns_ + column;
        if (row + 1 < rows_ && level[(row + 1) * columns_ + column] < width / 2)
          groups.unite(cell, cell + columns_);
        if (column + 1 < columns_ && upright[(column + 1) * rows_ + row] < height / 2)
          groups.unite(cell, cell + 1);
      }
    }
    std::vector<std::size_t> number(columns_ * rows_, static_cast<std::size_t>(-1));
    for (std::size_t i = 0; i < columns_ * rows_; ++i) {
      const int row = static_cast<int>(i / columns_);
      const int column = static_cast<int>(i % columns_);
      std::size_t& at = number[groups.of(i)];
      if (at == static_cast<std::size_t>(-1)) {
        at = table_.cells.size();
        table_.cells.push_back({{}, row, column, 1, 1, {}});
      }
      PdfCell& cell = table_.cells[at];
      const int left = std::min(cell.column, column);
      cell.columns = std::max(cell.column + cell.columns, column + 1) - left;
      cell.column = left;
      cell.rows = std::max(cell.rows, row - cell.row + 1);
      cell_of_.push_back(at);
    }
    const auto is_open = [&](std::size_t edge, const PdfCell& cell) {
      const auto row = static_cast<std::size_t>(cell.row);
      return upright[edge * rows_ + row] < (table_.down[row + 1] - table_.down[row]) / 2;
    };
    const auto is_open_below = [&](const PdfCell& cell) {
      if (table_.open_below || cell.row + cell.rows != static_cast<int>(rows_)) return false;
      double line = 0;
      for (int k = cell.column; k < cell.column + cell.columns; ++k)
        line += level[rows_ * columns_ + static_cast<std::size_t>(k)];
      const auto first = static_cast<std::size_t>(cell.column);
      return line <
             (table_.across[first + static_cast<std::size_t>(cell.columns)] - table_.across[first]) / 2;
    };
    for (PdfCell& cell : table_.cells) {
      cell.open_below = is_open_below(cell);
      cell.open_left = cell.column == 0 && is_open(0, cell);
      cell.open_right = cell.column + cell.columns == static_cast<int>(columns_) && is_open(columns_, cell);
      cell.box = {
          table_.across[static_cast<std::size_t>(cell.column)],
          table_.down[static_cast<std::size_t>(cell.row)],
          table_.across[static_cast<std::size_t>(cell.column) + static_cast<std::size_t>(cell.columns)],
          table_.down[static_cast<std::size_t>(cell.row) + static_cast<std::size_t>(cell.rows)]};
    }
  }

 public:
  /// The cell of each place of the grid, by row; valid after read().
  std::vector<std::size_t> take_cells_of_grid() { return std::move(cell_of_); }

 private:
  const Frame& frame_;
  PdfTable table_;
  std::vector<double> across_;
  std::vector<double> down_;
  double left_ = 1e9;
  double right_ = -1e9;
  double top_ = 1e9;
  double bottom_ = -1e9;
  std::size_t columns_ = 0;
  std::size_t rows_ = 0;
  std::vector<std::size_t> cell_of_;
};

/// An upright line as long as a table beside it is its edge, though no level line meets it: that of a merged cell which both
/// page ends cut.
void unite_lone_uprights(const std::vector<PdfRule>& level, const std::vector<PdfRule>& upright,
                         Groups& groups) {
  struct Reach {
    double top = 1e9;
    double bottom = -1e9;
    std::size_t lines = 0;
  };
  std::vector<Reach> reaches(level.size() + upright.size());
  const auto add = [&](std::size_t i, double top, double bottom) {
    Reach& reach = reaches[groups.of(i)];
    reach.top = std::min(reach.top, top);
    reach.bottom = std::max(reach.bottom, bottom);
    ++reach.lines;
  };
  for (std::size_t i = 0; i < level.size(); ++i) add(i, level[i].at, level[i].at);
  for (std::size_t i = 0; i < upright.size(); ++i) add(level.size() + i, upright[i].from, upright[i].to);
  for (std::size_t u = 0; u < upright.size(); ++u) {
    if (reaches[groups.of(level.size() + u)].lines > 1) continue;
    std::size_t nearest = upright.size();
    for (std::size_t other = 0; other < upright.size(); ++other) {
      const Reach& reach = reaches[groups.of(level.size() + other)];
      const bool as_long = reach.lines > 1 && std::abs(reach.top - upright[u].from) <= kTouch &&
                           std::abs(reach.bottom - upright[u].to) <= kTouch;
      const auto apart = [&](std::size_t i) { return std::abs(upright[i].at - upright[u].at); };
      if (as_long && (nearest == upright.size() || apart(other) < apart(nearest))) nearest = other;
    }
    if (nearest < upright.size()) groups.unite(level.size() + u, level.size() + nearest);
  }
}

std::vector<Frame> frames_of(const std::vector<PdfRule>& level, const std::vector<PdfRule>& upright) {
  Groups groups(level.size() + upright.size());
  for (std::size_t u = 0; u < upright.size(); ++u) {
    const PdfRule& rule = upright[u];
    auto first = std::lower_bound(level.begin(), level.end(), rule.from - kTouch,
                                  [](const PdfRule& l, double y) { return l.at < y; });
    for (; first != level.end() && first->at <= rule.to + kTouch; ++first) {
      if (first->from - kTouch <= rule.at && rule.at <= first->to + kTouch)
        groups.unite(static_cast<std::size_t>(first - level.begin()), level.size() + u);
    }
  }
  unite_lone_uprights(level, upright, groups);
  std::vector<Frame> frames;
  std::vector<std::size_t> number(level.size() + upright.size(), static_cast<std::size_t>(-1));
  for (std::size_t i = 0; i < number.size(); ++i) {
    std::size_t& at = number[groups.of(i)];
    if (at == static_cast<std::size_t>(-1)) {
      at = frames.size();
      frames.emplace_back();
    }
    if (i < level.size()) {
      frames[at].level.push_back(level[i]);
    } else {
      frames[at].upright.push_back(upright[i - level.size()]);
    }
  }
  return frames;
}

struct Grid {
  PdfTable table;
  std::vector<std::size_t> cell_of;
  std::vector<std::vector<const PdfGlyph*>> glyphs;  ///< of each cell
};

bool lies_in(const PdfBox& box, const PdfGlyph& glyph) {
  const double x = glyph.box.centre();
  const double y = glyph.box.middle();
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

}  // namespace

PdfPageParts parts_of_page(const PdfPage& page) {
  PdfPageParts parts;
  const std::vector<PdfRule> level = joined_rules(page.rules, false);
  const std::vector<PdfRule> upright = joined_rules(page.rules, true);
  parts.drawing = level.size() > kMaxPageLines || upright.size() > kMaxPageLines;
  std::vector<Grid> grids;
  if (!parts.drawing) {
    for (const Frame& frame : frames_of(level, upright)) {
      GridReader reader(frame);
      auto table = reader.read();
      if (!table) continue;
      Grid& grid = grids.emplace_back();
      grid.cell_of = reader.take_cells_of_grid();
      grid.glyphs.resize(table->cells.size());
      grid.table = std::move(*table);
    }
  }
  // The innermost table that holds a character has it; tables in tables are few.
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
    return a.table.box.width() * a.table.box.height() < b.table.box.width() * b.table.box.height();
  });
  std::vector<const PdfGlyph*> around;
  for (const PdfGlyph& glyph : page.glyphs) {
    if (glyph.way == PdfWay::slanted) continue;
    const auto grid = std::find_if(grids.begin(), grids.end(),
                                   [&glyph](const Grid& g) { return lies_in(g.table.box, glyph); });
    if (grid == grids.end()) {
      if (glyph.way == PdfWay::right) around.push_back(&glyph);
      continue;
    }
    const std::size_t row = interval_of(grid->table.down, glyph.box.middle());
    const std::size_t column = interval_of(grid->table.across, glyph.box.centre());
    grid->glyphs[grid->cell_of[row * (grid->table.across.size() - 1) + column]].push_back(&glyph);
  }
  const auto last = std::max_element(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
    return a.table.box.bottom < b.table.box.bottom;
  });
  if (last != grids.end()) take_run_over_text(page, last->table, last->glyphs, around);
  for (Grid& grid : grids) {
    write_texts(std::move(grid.glyphs), grid.table.cells);
    parts.tables.push_back(std::move(grid.table));
  }
  std::sort(parts.tables.begin(), parts.tables.end(),
            [](const PdfTable& a, const PdfTable& b) { return a.box.top < b.box.top; });
  parts.lines = lines_of_glyphs(std::move(around));
  return parts;
}

}  // namespace jiheng::office
