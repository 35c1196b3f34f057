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
constexpr double kSameWidth = 4;

/// ≥98%, 3.00: no text of a head.
bool is_value(const std::string& text) {
  return !text.empty() &&
         (std::u32string_view(U"≥≤＞＜").find(base::decode_at(text, 0).value) != std::u32string_view::npos ||
          text.find_first_not_of("0123456789.,%") == std::string::npos);
}

/// Whether a row of a piece is one of the head, printed again: the texts of some cells may be cut there, and that of a merged cell
/// at the left may stand elsewhere.
bool repeats(const std::vector<std::string>& head, const std::vector<std::string>& row) {
  constexpr std::size_t kFewest = 3;
  const bool without_first = head.size() == row.size() + 1 && row.size() >= kFewest;
  std::size_t same = 0;
  const bool repeated = std::equal(head.begin() + (without_first ? 1 : 0), head.end(), row.begin(), row.end(),
                                   [&same](const std::string& whole, const std::string& text) {
                                     same += whole == text ? 1 : 0;
                                     return whole.starts_with(text);
                                   });
  return repeated && 2 * same >= row.size();
}

/// The texts of the first rows.
template <typename Cells>
std::vector<std::vector<std::string>> first_rows(const Cells& cells, std::size_t rows) {
  std::vector<std::vector<std::string>> texts;
  for (const auto& cell : cells) {
    const auto row = static_cast<std::size_t>(cell.row);
    if (row >= kHeadRows) break;
    if (texts.size() <= row) texts.resize(row + 1);
    if (!cell.text.empty()) texts[row].push_back(cell.text);
  }
  texts.resize(std::min(texts.size(), rows));
  return texts;
}

/// How many rows in front have the texts of the first rows of the head, in whatever rows: lines of cells side by side that are not
/// quite at one height make rows of their own on one page, and none on another.
std::size_t same_texts_in_front(const std::vector<std::vector<std::string>>& head,
                                const std::vector<std::vector<std::string>>& rows) {
  if (head.empty() || rows.empty() || head[0].empty() || rows[0].empty() || head[0][0] != rows[0][0])
    return 0;
  std::size_t most = 0;
  std::vector<std::string> texts;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    texts.insert(texts.end(), rows[k].begin(), rows[k].end());
    std::sort(texts.begin(), texts.end());
    std::vector<std::string> others;
    for (const std::vector<std::string>& row : head) {
      others.insert(others.end(), row.begin(), row.end());
      if (others.size() < texts.size()) continue;
      std::sort(others.begin(), others.end());
      if (others == texts && k > 0) most = k + 1;
      break;
    }
  }
  return most;
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
  head_ = first_rows(cells_, table.down.size() - 1);
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
                   cell.open_right, cell.open_below, cell.drawn, cell.ends});
  }
  return out;
}

bool TableOverPages::goes_on_with(const PdfTable& table) const {
  if (table.aligned != aligned_) return false;
  const double left = table.across.front();
  const double right = table.across.back();
  if (std::abs((right - left) - (right_ - left_)) <= kSameWidth) return aligned_ || shares_edges(table);
  const bool is_edge =
      std::any_of(edges_.begin(), edges_.end(), [left](double edge) { return is_same_column(edge, left); });
  return !aligned_ && is_same_column(right, right_) && is_edge && cells_.size() > 1;
}

/// Whether most edges between the columns of a piece are edges here: a part beside this one may be as wide.
bool TableOverPages::shares_edges(const PdfTable& table) const {
  const double shift = left_ - table.across.front();
  const auto shared = std::count_if(table.across.begin() + 1, table.across.end() - 1, [&](double x) {
    return std::any_of(edges_.begin(), edges_.end(),
                       [&](double edge) { return is_same_column(edge, x + shift); });
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
           return is_same_column(a.first, b.first) && is_same_column(a.second, b.second);
         });
}

/// How many rows at the front of a piece repeat rows of the head; one at least has words alone, or it is the same values again.
std::size_t TableOverPages::heads_again(const std::vector<std::vector<std::string>>& rows) const {
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < head_.size(); ++begin) {
    std::size_t same = 0;
    std::size_t filled = 0;
    while (same < rows.size() && begin + same < head_.size() && repeats(head_[begin + same], rows[same])) {
      if (std::none_of(rows[same].begin(), rows[same].end(), is_value))
        filled = std::max(filled, rows[same].size());
      ++same;
    }
    // A label and its text behind the head: it began no section.
    const bool field = same < rows.size() && rows[same].size() <= 2;
    if (filled >= 2 && same > most && (field || !begins_again_behind(begin))) most = same;
  }
  return std::max(most, same_texts_in_front(head_, rows));
}

bool TableOverPages::has_head_of(const PdfTable& table) const {
  return heads_again(first_rows(table.cells, table.down.size() - 1)) > 0;
}

/// Puts the text of the cell below behind that of the one above; with `as_word` without a blank.
void TableOverPages::join_texts(Cell& upper, Cell& cell, bool as_word) {
  if (upper.text.empty()) {
    upper.text = std::move(cell.text);
    upper.spot = cell.spot;
    upper.ends = cell.ends;
    return;
  }
  if (cell.text.empty() || upper.text == cell.text) return;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  // A line that had no room for one more character was full in the middle of a word; of a number, for two.
  const double letters = is_digit(upper.text.back()) && is_digit(cell.text.front()) ? 2 : 1;
  const bool full = letters * cell.ends.first_letter + kSurely * cell.ends.em > upper.ends.room;
  as_word || full ? void(upper.text += cell.text) : join_line(upper.text, cell.text);
  upper.ends.room = cell.ends.room;
}

/// Merged cells that go on, and with `cut` the whole last row; what went into a cell above leaves `below`.
void TableOverPages::join(std::vector<Cell>& below, int rows_below, bool cut) {
  const bool merged_goes_on = merged_is_broken_off(below);
  std::vector<std::size_t> last = std::exchange(goes_down_, {});  // the cells that reach the end
  for (std::size_t i = recent(); i < cells_.size(); ++i)
    if (cells_[i].row + cells_[i].rows == rows_) last.push_back(i);
  bool another =
      false;  // a merged cell at the left has another text: what is at its right belongs to that one
  for (Cell& cell : below) {
    if (cell.row != 0) continue;
    const auto above = std::find_if(last.begin(), last.end(), [&](std::size_t i) {
      return is_same_column(cells_[i].left, cell.left) && is_same_column(cells_[i].right, cell.right);
    });
    if (above == last.end()) continue;
    Cell& upper = cells_[*above];
    const bool merged = upper.rows > 1 || cell.rows > 1;
    const bool whole = upper.text.empty() || cell.text.empty() || upper.text == cell.text;
    const bool name = !whole && is_one_name(upper, cell);
    // A merged cell that the page end cut has no line there, the cells beside it have.
    const bool open = upper.open_below && !are_two_values(upper.text, cell.text) &&
                      (merged || whole || is_broken_off(upper, cell));
    const bool goes_on = merged && ((whole && !another) || merged_goes_on);
    if (!cut && !goes_on && !name && !open) {
      another = another || (merged && !whole);
      continue;
    }
    const bool code = !whole && upper.text.back() >= '0' && upper.text.back() <= '9' &&
                      cell.text.front() >= '0' && cell.text.front() <= '9';
    join_texts(upper, cell, name || (open && code));
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
  const int heads = static_cast<int>(heads_again(first_rows(below, table.down.size() - 1)));
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
