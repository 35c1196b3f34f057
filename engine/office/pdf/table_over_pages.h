// engine/office/pdf/table_over_pages.h: the pieces of one table on page after page -> one sheet.
// Takes   pieces in order, each with the lines of its rows on the page.
// Gives   heads that are printed again left out, rows and merged cells that a page end cuts joined.
// Fails   I122 past the limits of a sheet.
// O(cells log cells); a head is looked for among the first kHeadRows rows.
#pragma once

#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/pdf/pdf_page.h"
#include "engine/office/pdf/tables_on_page.h"
#include "engine/office/sheet.h"

namespace jiheng::office {

/// The box of a page turned for reading, on the page as it is shown.
base::PageSpot spot_on_page(const PdfPage& page, PdfBox box, int line);

inline constexpr double kSameColumn = 3;
inline bool is_same_column(double a, double b) { return std::abs(a - b) <= kSameColumn; }

class TableOverPages {
 public:
  /// `lines`: of each row, which line of the page it is.
  TableOverPages(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines);

  /// Whether a piece at the top of the next page has the columns of this table. Those at the left may be missing, where a cell
  /// goes on that has no line on that page.
  bool goes_on_with(const PdfTable& table) const;
  /// Whether a piece begins with rows of the head, printed again.
  bool has_head_of(const PdfTable& table) const;
  void add(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines);

  /// Whether this table is the right part of `left`, printed on pages of its own: surely where all rows begin and end at the same
  /// heights, page by page.
  enum class Beside { no, perhaps, surely };
  Beside stands_beside(const TableOverPages& left) const;
  /// Puts the right part, which surely stands beside, behind the columns of this one.
  void join_beside(TableOverPages right);
  double left() const { return left_; }
  double right() const { return right_; }
  int first_page() const { return pieces_.front().page; }

  bool aligned() const { return aligned_; }
  /// Fills cells, rows, columns and source of the sheet.
  std::optional<diag::Diagnostic> finish(const std::string& file, const std::string& name, Sheet& sheet);

 private:
  struct Cell {
    std::string text;
    double left;
    double right;
    int row;
    int rows;
    base::PageSpot spot;
    bool open_left;
    bool open_right;
    bool open_below;
    std::vector<std::pair<double, std::string>> drawn;
    PdfCellEnds ends;
  };
  /// What one page holds of the table, without repeated heads.
  struct Piece {
    int page;
    int row;  ///< of the table, in which it begins
    std::vector<double> down;
  };
  std::vector<Cell> cells_of(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines) const;
  std::size_t heads_again(const std::vector<std::vector<std::string>>& rows) const;
  bool shares_edges(const PdfTable& table) const;
  bool begins_again_behind(std::size_t row) const;
  static constexpr std::size_t kRecentCells = 2000;  ///< among which the end of a table is looked at
  std::size_t recent() const;
  /// Whether two texts of a column are two values, never one that was broken: both are figures, or the second begins with a
  /// sign of comparison behind a figure or a word.
  static bool are_two_values(std::string_view upper, std::string_view lower);
  static bool is_broken_off(const Cell& upper, const Cell& cell);
  const Cell* above(const Cell& cell) const;
  bool row_is_broken_off(const std::vector<Cell>& below) const;
  bool merged_is_broken_off(const std::vector<Cell>& below) const;
  bool cut_between(const std::vector<Cell>& below) const;
  bool is_one_name(const Cell& upper, const Cell& cell) const;
  static void join_texts(Cell& upper, Cell& cell, bool as_word);
  void join(std::vector<Cell>& below, int rows_below, bool cut);
  bool says_the_same(const TableOverPages& other) const;
  std::vector<int> rows_in(const std::vector<Piece>& pieces) const;

  std::vector<Cell> cells_;                     ///< by row, then from left to right
  std::vector<std::size_t> goes_down_;          ///< older cells that reach the end of the last piece
  std::vector<std::vector<std::string>> head_;  ///< the texts of the first rows
  std::vector<double> edges_;                   ///< between columns, of all pieces
  std::vector<Piece> pieces_;
  int parts_ = 1;  ///< that stood side by side
  double left_ = 0;
  double right_ = 0;
  int rows_ = 0;
  bool aligned_ = false;
  bool open_below_ = false;
};

}  // namespace jiheng::office
