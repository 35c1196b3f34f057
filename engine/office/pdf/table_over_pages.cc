// Takes the pieces of a table, gives a sheet. Leaves which pieces belong together to sheets_from_pages.
#include "engine/office/pdf/table_over_pages.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/pdf/lines_on_page.h"
#include "engine/office/sheet_limits.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kHeadRows = 24;
constexpr std::size_t kRecentCells = 2000;  ///< among which the end of a table is looked at
constexpr std::size_t kLongestName = 16;    ///< of a level
constexpr double kSameColumn = 3;
constexpr double kSameWidth = 4;

bool near(double a, double b) { return std::abs(a - b) <= kSameColumn; }

/// "3.00", "≥95%", "2": a figure with nothing behind it, too short for a code that a narrow column breaks.
bool is_figure(std::string_view text) {
  constexpr std::size_t kLongest = 11;
  bool digit = false;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    if (c.value >= U'0' && c.value <= U'9') {
      digit = true;
    } else if (std::u32string_view(U",.%％‰-≥≤＞＜>< ").find(c.value) == std::u32string_view::npos) {
      return false;
    }
  }
  return digit && length <= kLongest;
}

/// Whether two texts of a column are two values, never one that was broken: both are figures, or the second begins with a
/// sign of comparison behind a figure or a word.
bool are_two_values(std::string_view upper, std::string_view lower) {
  if (upper.empty() || lower.empty()) return false;
  if (is_figure(upper) && is_figure(lower)) return true;
  constexpr std::size_t kLongestWord = 12;
  return std::u32string_view(U"≥≤＞＜").find(base::decode_at(lower, 0).value) != std::u32string_view::npos &&
         base::count_characters(upper) <= kLongestWord && !upper.ends_with("，") && !upper.ends_with("；");
}

}  // namespace

base::PageSpot spot_on_page(const PdfPage& page, PdfBox box, int line) {
  double width = page.width;
  double height = page.height;
  for (int quarter = 0; quarter < page.turned; ++quarter) {  // back to the right
    box = {height - box.bottom, box.left, height - box.top, box.right};
    std::swap(width, height);
  }
  const auto whole = [](double value) { return static_cast<int>(std::lround(std::clamp(value, -1e6, 1e6))); };
  return {page.number, line, whole(box.left), whole(box.top), whole(box.right), whole(box.bottom)};
}

TableOverPages::TableOverPages(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines)
    : cells_(cells_of(page, table, lines)),
      edges_(table.across),
      left_(table.across.front()),
      right_(table.across.back()),
      rows_(static_cast<int>(table.down.size()) - 1),
      aligned_(table.aligned),
      open_below_(table.open_below) {
  pieces_.push_back({page.number, 0, table.down});
  for (const Cell& cell : cells_) {
    const auto row = static_cast<std::size_t>(cell.row);
    if (row >= kHeadRows) break;
    if (head_.size() <= row) head_.resize(row + 1);
    if (!cell.text.empty()) head_[row].push_back(cell.text);
  }
}

std::vector<TableOverPages::Cell> TableOverPages::cells_of(const PdfPage& page, const PdfTable& table,
                                                           const std::vector<int>& lines) const {
  std::vector<Cell> out;
  out.reserve(table.cells.size());
  for (const PdfCell& cell : table.cells) {
    const double left = table.across[static_cast<std::size_t>(cell.column)];
    const double right =
        table.across[static_cast<std::size_t>(cell.column) + static_cast<std::size_t>(cell.columns)];
    out.push_back({cell.text, left, right, cell.row, cell.rows,
                   spot_on_page(page, cell.box, lines[static_cast<std::size_t>(cell.row)]), cell.open_left,
                   cell.open_right, cell.open_below, cell.drawn});
  }
  return out;
}

bool TableOverPages::goes_on_with(const PdfTable& table) const {
  if (table.aligned != aligned_) return false;
  const double left = table.across.front();
  const double right = table.across.back();
  if (std::abs((right - left) - (right_ - left_)) <= kSameWidth) return aligned_ || shares_edges(table);
  const bool is_edge =
      std::any_of(edges_.begin(), edges_.end(), [left](double edge) { return near(edge, left); });
  return !aligned_ && near(right, right_) && is_edge && cells_.size() > 1;
}

/// Whether most edges between the columns of a piece are edges here: a part beside this one may be as wide.
bool TableOverPages::shares_edges(const PdfTable& table) const {
  const double shift = left_ - table.across.front();
  const auto shared = std::count_if(table.across.begin() + 1, table.across.end() - 1, [&](double x) {
    return std::any_of(edges_.begin(), edges_.end(), [&](double edge) { return near(edge, x + shift); });
  });
  return shared * 2 >= static_cast<std::ptrdiff_t>(table.across.size()) - 2;
}

/// The first of the cells among which the end of the table is looked at.
std::size_t TableOverPages::recent() const {
  return cells_.size() > kRecentCells ? cells_.size() - kRecentCells : 0;
}

/// Whether the last row has the cells of the row before that one: the head that follows it is no repetition, but that of the
/// next section of the form.
bool TableOverPages::begins_again_behind(std::size_t row) const {
  if (row == 0) return false;
  const auto edges_of_row = [this](std::size_t from, std::size_t to, int wanted) {
    std::vector<std::pair<double, double>> edges;
    for (std::size_t i = from; i < to; ++i)
      if (cells_[i].row == wanted) edges.emplace_back(cells_[i].left, cells_[i].right);
    return edges;
  };
  const auto before = edges_of_row(0, std::min(cells_.size(), kRecentCells), static_cast<int>(row) - 1);
  const auto last = edges_of_row(recent(), cells_.size(), rows_ - 1);
  return before.size() == last.size() &&
         std::equal(before.begin(), before.end(), last.begin(), [](const auto& a, const auto& b) {
           return near(a.first, b.first) && near(a.second, b.second);
         });
}

/// How many rows at the front of a piece repeat rows of the head.
std::size_t TableOverPages::heads_again(const std::vector<Cell>& cells, int rows) const {
  std::vector<std::vector<std::string>> texts;
  for (const Cell& cell : cells) {
    const auto row = static_cast<std::size_t>(cell.row);
    if (row >= kHeadRows) break;
    if (texts.size() <= row) texts.resize(row + 1);
    if (!cell.text.empty()) texts[row].push_back(cell.text);
  }
  texts.resize(std::min(texts.size(), static_cast<std::size_t>(rows)));
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < head_.size(); ++begin) {
    std::size_t same = 0;
    std::size_t filled = 0;
    while (same < texts.size() && begin + same < head_.size() && texts[same] == head_[begin + same]) {
      filled = std::max(filled, texts[same].size());
      ++same;
    }
    if (filled >= 2 && same > most && !begins_again_behind(begin)) most = same;
  }
  return most;
}

/// Whether the last row and the first of the next piece are two halves of one: the columns that nearly all rows fill are
/// filled once between the two, and one of them lacks some.
bool TableOverPages::cut_between(const std::vector<Cell>& below) const {
  struct Column {
    double left;
    double right;
    int cells = 0;
    int filled = 0;
    bool last = false;
    bool first = false;
    std::string_view text = {};  ///< of the last row
  };
  std::vector<Column> columns;
  constexpr int kRowsLookedAt = 60;
  const int from = std::max(0, rows_ - 1 - kRowsLookedAt);
  for (std::size_t i = recent(); i < cells_.size(); ++i) {
    const Cell& cell = cells_[i];
    // Lines below some cells, none below others: the row is at its end, and those are merged cells that go on.
    if (cell.open_below && cell.row + cell.rows == rows_) return false;
    if (cell.row == rows_ - 1 && cell.rows == 1)
      columns.push_back({cell.left, cell.right, 0, 0, !cell.text.empty(), false, cell.text});
  }
  if (columns.size() < 3) return open_below_;
  const auto column_of = [&columns](const Cell& cell) {
    return std::find_if(columns.begin(), columns.end(), [&cell](const Column& column) {
      return near(column.left, cell.left) && near(column.right, cell.right);
    });
  };
  for (std::size_t i = recent(); i < cells_.size(); ++i) {
    const Cell& cell = cells_[i];
    if (cell.row < from || cell.row >= rows_ - 1 || cell.rows != 1) continue;
    const auto column = column_of(cell);
    if (column == columns.end()) continue;
    ++column->cells;
    if (!cell.text.empty()) ++column->filled;
  }
  std::size_t matched = 0;
  std::size_t cells_below = 0;
  for (const Cell& cell : below) {
    if (cell.row != 0) continue;
    ++cells_below;
    const auto column = column_of(cell);
    if (column == columns.end()) continue;
    ++matched;
    if (are_two_values(column->text, cell.text)) return false;
    column->first = !cell.text.empty();
  }
  if (open_below_) return true;
  if (matched + 1 < columns.size() || matched + 2 < cells_below) return false;
  std::size_t full = 0;
  std::size_t both = 0;
  std::size_t neither = 0;
  for (const Column& column : columns) {
    if (column.cells < 3 || column.filled * 10 < column.cells * 8) continue;
    ++full;
    both += column.last && column.first ? 1 : 0;
    neither += !column.last && !column.first ? 1 : 0;
  }
  return full >= 2 && neither == 0 && both * 2 <= full;
}

/// Whether two cells of a column are one name that the page end cut: its end is that of other names in the column, the first
/// half has not got it, and the second is too short to be one (满意度 | 指标 below 产出指标, 效益指标).
bool TableOverPages::is_one_name(const Cell& upper, const Cell& cell) const {
  constexpr std::size_t kEndLength = 2;
  const auto length = [](const std::string& text) { return base::count_characters(text); };
  const std::string whole = upper.text + cell.text;
  if (length(whole) <= kEndLength || length(whole) > kLongestName) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i + kEndLength < length(whole); ++i) at += base::decode_at(whole, at).bytes;
  const std::string end = whole.substr(at);
  if (upper.text.ends_with(end)) return false;
  std::vector<std::string_view> others;
  std::size_t shortest = kLongestName;
  const auto look_at = [&](const Cell& other) {
    if (&other == &upper || !near(other.left, upper.left) || !other.text.ends_with(end) ||
        std::find(others.begin(), others.end(), other.text) != others.end())
      return;
    others.push_back(other.text);
    shortest = std::min(shortest, length(other.text));
  };
  for (std::size_t i = 0; i < std::min(cells_.size(), kRecentCells); ++i) look_at(cells_[i]);
  for (std::size_t i = std::max(recent(), kRecentCells); i < cells_.size(); ++i) look_at(cells_[i]);
  // A cell of one row on either side may be a row of its own: then no more than the end itself is told from a name.
  const bool rows = upper.rows > 1 || cell.rows > 1;
  return others.size() >= 2 && length(cell.text) < (rows ? shortest : kEndLength + 2) &&
         length(whole) >= shortest;
}

/// Merged cells that go on, and with `cut` the whole last row; what went into a cell above leaves `below`.
void TableOverPages::join(std::vector<Cell>& below, int rows_below, bool cut) {
  std::vector<std::size_t> last = std::exchange(goes_down_, {});  // the cells that reach the end
  for (std::size_t i = recent(); i < cells_.size(); ++i)
    if (cells_[i].row + cells_[i].rows == rows_) last.push_back(i);
  for (Cell& cell : below) {
    if (cell.row != 0) continue;
    const auto above = std::find_if(last.begin(), last.end(), [&](std::size_t i) {
      return near(cells_[i].left, cell.left) && near(cells_[i].right, cell.right);
    });
    if (above == last.end()) continue;
    Cell& upper = cells_[*above];
    const bool merged = upper.rows > 1 || cell.rows > 1;
    const bool whole = upper.text.empty() || cell.text.empty() || upper.text == cell.text;
    const bool name = !whole && is_one_name(upper, cell);
    // A merged cell that the page end cut has no line there, the cells beside it have.
    const bool open = upper.open_below && !are_two_values(upper.text, cell.text);
    if (!cut && !(merged && whole) && !name && !open) continue;
    if (upper.text.empty()) {
      upper.text = std::move(cell.text);
      upper.spot = cell.spot;
    } else if (!cell.text.empty() && upper.text != cell.text) {
      const bool code = upper.text.back() >= '0' && upper.text.back() <= '9' && cell.text.front() >= '0' &&
                        cell.text.front() <= '9';
      name || (open && code) ? void(upper.text += cell.text) : join_line(upper.text, cell.text);
    }
    upper.open_below = cell.open_below;
    upper.rows += cell.rows - (cut ? 1 : 0);
    if (cell.rows == rows_below) goes_down_.push_back(*above);
    cell.rows = 0;
  }
  std::erase_if(below, [](const Cell& cell) { return cell.rows == 0; });
  // Cells left of all lines on the page go on beside them.
  const double leftmost =
      below.empty() ? left_ : std::min_element(below.begin(), below.end(), [](const Cell& a, const Cell& b) {
                                return a.left < b.left;
                              })->left;
  for (const std::size_t i : last) {
    if (cells_[i].right > leftmost + kSameColumn || cells_[i].row + cells_[i].rows != rows_) continue;
    cells_[i].rows += rows_below - (cut ? 1 : 0);
    goes_down_.push_back(i);
  }
}

void TableOverPages::add(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines) {
  std::vector<Cell> below = cells_of(page, table, lines);
  int rows = static_cast<int>(table.down.size()) - 1;
  const double lacking = (right_ - left_) - (table.across.back() - table.across.front());
  // Odd and even pages may have other margins.
  const double shift = lacking > kSameWidth ? 0 : left_ - table.across.front();
  for (Cell& cell : below) {
    cell.left += shift;
    cell.right += shift;
  }
  for (const double edge : table.across) edges_.push_back(edge + shift);
  const int heads = static_cast<int>(heads_again(below, rows));
  if (heads > 0) {
    std::erase_if(below, [heads](const Cell& cell) { return cell.row < heads; });
    for (Cell& cell : below) cell.row -= heads;
    rows -= heads;
  }
  if (rows > 0) {
    Piece& piece = pieces_.emplace_back(Piece{page.number, rows_, {}});
    piece.down.assign(table.down.begin() + heads, table.down.end());
    const bool cut = !aligned_ && cut_between(below);
    if (!aligned_) join(below, rows, cut);
    const int offset = rows_ - (cut ? 1 : 0);
    piece.row = offset;
    for (Cell& cell : below) {
      cell.row += offset;
      cells_.push_back(std::move(cell));
    }
    rows_ = offset + rows;
  }
  open_below_ = table.open_below;
}

std::optional<diag::Diagnostic> TableOverPages::finish(const std::string& file, const std::string& name,
                                                       Sheet& sheet) {
  std::sort(edges_.begin(), edges_.end());
  std::vector<double> edges;
  for (const double edge : edges_)
    if (edges.empty() || edge - edges.back() > kSameColumn) edges.push_back(edge);
  const auto column_at = [&edges](double x) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), x + 1e-6);
    return static_cast<int>(above - edges.begin());  // 1-based
  };
  std::stable_sort(cells_.begin(), cells_.end(), [](const Cell& a, const Cell& b) {
    return a.row != b.row ? a.row < b.row : a.left < b.left;
  });
  auto source = std::make_shared<base::Source>(base::Source{file, {}, name});
  sheet.source = source;
  for (Cell& cell : cells_) {
    if (cell.text.empty()) continue;
    SheetCell out;
    out.text = std::move(cell.text);
    out.row = cell.row + 1;
    out.rows = cell.rows;
    out.column = column_at(cell.left);
    out.columns = std::max(1, column_at(cell.right) - out.column);
    base::PageSpot whole = cell.spot;
    const auto [row, fresh] = source->spots.try_emplace({out.row, 0}, whole);
    if (!fresh && row->second.page == whole.page) {
      row->second.left = std::min(row->second.left, whole.left);
      row->second.right = std::max(row->second.right, whole.right);
    }
    source->spots.try_emplace({out.row, out.column}, whole);
    if (auto refusal = add_cell(sheet, std::move(out))) return refusal;
  }
  return std::nullopt;
}

}  // namespace jiheng::office
