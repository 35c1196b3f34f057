// engine/office/pdf/table_over_pages.h: the pieces of one table on page after page -> one sheet.
// Takes   pieces in order, each with the lines of its rows on the page.
// Gives   heads that are printed again left out, rows and merged cells that a page end cuts joined.
// Fails   I122 past the limits of a sheet.
// O(cells log cells); a head is looked for among the first kHeadRows rows.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
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

class TableOverPages {
 public:
  /// `lines`: of each row, which line of the page it is.
  TableOverPages(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines);

  /// Whether a piece at the top of the next page has the columns of this table. Those at the left may be missing, where a cell
  /// goes on that has no line on that page.
  bool goes_on_with(const PdfTable& table) const;
  void add(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines);

  /// Whether this table is the right part of `left`, printed on pages of its own: surely where all rows begin and end at the same
  /// heights, page by page.
  enum class Beside { no, perhaps, surely };
  Beside stands_beside(const TableOverPages& left) const;
  /// Puts the right part, which surely stands beside, behind the columns of this one.
  void join_beside(TableOverPages right);
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
  };
  /// What one page holds of the table, without repeated heads.
  struct Piece {
    int page;
    int row;  ///< of the table, in which it begins
    std::vector<double> down;
  };
  std::vector<Cell> cells_of(const PdfPage& page, const PdfTable& table, const std::vector<int>& lines) const;
  std::size_t heads_again(const std::vector<Cell>& cells, int rows) const;
  bool shares_edges(const PdfTable& table) const;
  bool begins_again_behind(std::size_t row) const;
  std::size_t recent() const;
  bool cut_between(const std::vector<Cell>& below) const;
  bool is_one_name(const Cell& upper, const Cell& cell) const;
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
