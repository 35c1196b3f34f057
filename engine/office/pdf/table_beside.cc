// Takes two tables over pages, gives one where the second is the right part of the first: a sheet wider than the paper is printed
// on several pages across. Leaves which tables follow each other to sheets_from_pages.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/pdf/lines_on_page.h"
#include "engine/office/pdf/table_over_pages.h"

namespace jiheng::office {
namespace {

constexpr double kSameHeight = 2;
constexpr std::size_t kFewestEdges = 4;  ///< of rows, by which two parts are told to belong together

bool is_same_height(double a, double b) { return std::abs(a - b) <= kSameHeight; }

std::size_t shared_heights(const std::vector<double>& a, const std::vector<double>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&b](double y) {
    return std::any_of(b.begin(), b.end(), [y](double other) { return is_same_height(y, other); });
  }));
}

/// Heights of both, once each.
std::vector<double> heights_of_both(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> out = a;
  for (const double y : b) {
    if (std::none_of(a.begin(), a.end(), [y](double other) { return is_same_height(y, other); }))
      out.push_back(y);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool has_words(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    if (c.value >= 0x3400 && c.value <= 0x9FFF) return true;
    at += c.bytes;
  }
  return false;
}

using DrawnLines = std::vector<std::pair<double, std::string>>;

/// The lines of a text whose right halves are drawn beside it; nullopt where one has no left half.
std::optional<std::string> whole_lines(const DrawnLines& left, const DrawnLines& right) {
  DrawnLines whole = left;
  for (const auto& [middle, text] : right) {
    const auto half = std::find_if(whole.begin(), whole.end(), [middle = middle](const auto& line) {
      return is_same_height(line.first, middle);
    });
    if (half == whole.end()) {
      if (!left.empty()) return std::nullopt;
      whole.emplace_back(middle, text);
    } else {
      half->second += text;
    }
  }
  std::string out;
  for (const auto& line : whole) join_line(out, line.second);
  return out;
}

}  // namespace

/// Whether a row of both says the same words, all of them: the next form of the same kind, a page each, has all rows at the
/// same heights too. Columns that are printed again on every page across are not all of a row.
bool TableOverPages::says_the_same(const TableOverPages& other) const {
  constexpr std::size_t kFewestWords = 3;
  struct Row {
    std::vector<const Cell*> cells;
    std::size_t words = 0;
  };
  const auto rows_of = [](const TableOverPages& table) {
    std::vector<Row> rows(static_cast<std::size_t>(table.rows_));
    for (const Cell& cell : table.cells_) {
      if (cell.text.empty() || cell.row >= table.rows_) continue;
      Row& row = rows[static_cast<std::size_t>(cell.row)];
      row.cells.push_back(&cell);
      if (has_words(cell.text)) ++row.words;
    }
    return rows;
  };
  const std::vector<Row> mine = rows_of(*this);
  const std::vector<Row> others = rows_of(other);
  for (std::size_t i = 0; i < std::min(mine.size(), others.size()); ++i) {
    const bool same = mine[i].words >= kFewestWords && mine[i].cells.size() == others[i].cells.size() &&
                      std::equal(mine[i].cells.begin(), mine[i].cells.end(), others[i].cells.begin(),
                                 [](const Cell* a, const Cell* b) { return a->text == b->text; });
    if (same) return true;
  }
  return false;
}

TableOverPages::Beside TableOverPages::stands_beside(const TableOverPages& left) const {
  if (aligned_ || left.aligned_ || pieces_.size() > left.pieces_.size()) return Beside::no;
  const int apart = first_page() - left.first_page();
  // The last pages of the right part may be empty.
  if (apart != static_cast<int>(left.pieces_.size()) * left.parts_) return Beside::no;
  std::size_t edges = 0;
  bool surely = true;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& mine = pieces_[i];
    const Piece& other = left.pieces_[i];
    if (mine.page - other.page != apart || !is_same_height(mine.down.front(), other.down.front()) ||
        !is_same_height(mine.down.back(), other.down.back()))
      return Beside::no;
    const std::size_t shared = shared_heights(mine.down, other.down);
    if (shared * 2 < mine.down.size()) return Beside::no;
    surely = surely &&
             (shared == mine.down.size() || shared_heights(other.down, mine.down) == other.down.size()) &&
             mine.row == other.row;
    edges += shared;
  }
  if (edges < kFewestEdges || says_the_same(left)) return Beside::no;
  // A text over the cut is drawn half on each side, line by line.
  for (const Cell& cell : cells_) {
    if (!cell.open_left) continue;
    for (const Cell& before : left.cells_)
      if (before.row == cell.row && before.open_right && !whole_lines(before.drawn, cell.drawn))
        surely = false;
  }
  return surely ? Beside::surely : Beside::perhaps;
}

/// Of each edge between rows of this table, which it is among those of the pieces.
std::vector<int> TableOverPages::rows_in(const std::vector<Piece>& pieces) const {
  std::vector<int> out(static_cast<std::size_t>(rows_) + 1);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    for (std::size_t k = 0; k < pieces_[i].down.size(); ++k) {
      const std::size_t at = static_cast<std::size_t>(pieces_[i].row) + k;
      if (at >= out.size()) break;
      const auto found = std::find_if(pieces[i].down.begin(), pieces[i].down.end(),
                                      [&](double y) { return is_same_height(y, pieces_[i].down[k]); });
      out[at] = pieces[i].row + static_cast<int>(found - pieces[i].down.begin());
    }
  }
  return out;
}

void TableOverPages::join_beside(TableOverPages right) {
  std::vector<Piece> pieces = pieces_;
  int row = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // A row that a page end cut goes on in the next piece.
    if (i > 0)
      row -= pieces_[i].row < pieces_[i - 1].row + static_cast<int>(pieces_[i - 1].down.size()) - 1 ? 1 : 0;
    if (i < right.pieces_.size()) pieces[i].down = heights_of_both(pieces_[i].down, right.pieces_[i].down);
    pieces[i].row = row;
    row += static_cast<int>(pieces[i].down.size()) - 1;
  }
  const auto move_rows = [](std::vector<Cell>& cells, const std::vector<int>& rows) {
    for (Cell& cell : cells) {
      const int end = rows[std::min(rows.size() - 1, static_cast<std::size_t>(cell.row + cell.rows))];
      cell.row = rows[static_cast<std::size_t>(cell.row)];
      cell.rows = std::max(1, end - cell.row);
    }
  };
  move_rows(cells_, rows_in(pieces));
  move_rows(right.cells_, right.rows_in(pieces));
  const double shift = right_ - right.left_;
  std::vector<Cell> over;
  const auto reaches_over = [edge = right_](const Cell& cell) {
    return cell.open_right && !cell.text.empty() && std::abs(cell.right - edge) <= kSameHeight;
  };
  std::copy_if(cells_.begin(), cells_.end(), std::back_inserter(over), reaches_over);
  for (Cell& cell : right.cells_) {
    cell.left += shift;
    cell.right += shift;
    const bool is_over =
        cell.open_left && !cell.text.empty() &&
        std::any_of(over.begin(), over.end(), [&cell](const Cell& c) { return c.row == cell.row; });
    if (!is_over) {
      cells_.push_back(std::move(cell));
      continue;
    }
    const auto before = std::find_if(cells_.begin(), cells_.end(),
                                     [&](const Cell& c) { return c.row == cell.row && reaches_over(c); });
    if (before == cells_.end()) continue;
    before->text = whole_lines(before->drawn, cell.drawn).value_or(before->text + cell.text);
    before->right = cell.right;
    before->open_right = cell.open_right;
  }
  for (const double edge : right.edges_) edges_.push_back(edge + shift);
  right_ += right.right_ - right.left_;
  rows_ = row;
  pieces_ = std::move(pieces);
  parts_ += right.parts_;
  goes_down_.clear();
}

}  // namespace jiheng::office
