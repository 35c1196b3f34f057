// engine/office/workbook/sheet_builder.h: cells of a workbook in any order -> a Sheet, and what has to be said of its cells.
// Limits  kMaxWorkbookCells filled cells and kMaxWorkbookTextBytes of text in all sheets of a workbook together (I115); blank cells cost
//         nothing.
// Takes   cells with row and column from 1, merges, troubles.
// Gives   a sheet in order, and one message a kind of trouble.
// Fails   I115 past the limits; I114, I116, I119 are said and the sheet is given.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/sheet_limits.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxWorkbookCells = kMaxSheetCells;
inline constexpr std::size_t kMaxWorkbookTextBytes = 256U << 20U;

/// What the sheets of one workbook have used of the limits.
struct WorkbookUse {
  std::size_t cells = 0;
  std::size_t bytes = 0;
  std::size_t shapes = 0;  ///< characters read as the common ones they look like
};

/// Rows and columns of a merged cell, 1-based, both ends in.
struct Merge {
  int row = 0;
  int column = 0;
  int last_row = 0;
  int last_column = 0;
};

/// Why a cell has no text, or one that needs a look.
enum class CellTrouble {
  no_value,   ///< I114 a formula nobody has computed
  error,      ///< I116 #DIV/0!
  unread,     ///< I119 a number, date or text that cannot be shown
  hidden,     ///< I127 a value that the format of its cell does not show
  otherwise,  ///< I128 a value that is seen in another writing than it is read
  covered,    ///< I119 a value hidden below a merged cell
  repeated,   ///< I119 the cell stands in the file twice
};

class SheetBuilder {
 public:
  SheetBuilder(const base::SourcePtr& file, std::string name, WorkbookUse& use);

  /// Blank texts are left out. False, here and below, where the workbook is past its limits.
  bool add(SheetCell cell);
  bool merge(const Merge& merge);
  bool trouble(CellTrouble kind, int row, int column);
  /// Rows and columns that are not seen, both ends in; cells that lie in them alone are left out (I129).
  void hide_rows(int first, int last) { hide(hidden_rows_, first, last); }
  void hide_columns(int first, int last) { hide(hidden_columns_, first, last); }

  /// The sheet in order, and a diagnostic a kind of trouble. A sheet that this program wrote beside the forms
  /// (model/helper_sheets.h) is empty and has none.
  Sheet finish(std::vector<diag::Diagnostic>& problems);

  const std::shared_ptr<const base::Source>& source() const { return sheet_.source; }

 private:
  struct Listed {
    std::vector<std::pair<int, int>> first;
    std::size_t count = 0;
  };
  using Spans = std::map<int, int>;  ///< first to last, apart from one another
  static void hide(Spans& spans, int first, int last);
  void drop_repeated();
  void apply_merges();
  void drop_hidden(std::vector<diag::Diagnostic>& problems);
  diag::Diagnostic said(CellTrouble kind, const Listed& listed) const;

  Sheet sheet_;
  WorkbookUse& use_;
  std::vector<Merge> merges_;
  Spans hidden_rows_;
  Spans hidden_columns_;
  std::map<CellTrouble, Listed> troubles_;
};

/// I115 for a workbook.
diag::Diagnostic too_many_cells(const base::SourcePtr& file);

}  // namespace jiheng::office
