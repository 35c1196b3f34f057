// engine/diag/print.h: diagnostics as text for a terminal.
// Takes   diagnostics with places in texts and sheets.
// Gives   Chinese text, each line ended; where it goes is the caller's.
#pragma once

#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"

namespace jiheng::diag {

struct PrintOptions {
  bool colour = false;
  std::size_t width =
      0;  ///< columns of the terminal; longer lines go on below, set in. 0: as long as they are
};

/// file:line:column: 错误[T104]: message, the source line with the piece marked below it by display width,
/// 说明, 怎么改, 详见. Control characters of the line, the name and the message are shown as spaces; of a
/// long line only the part around the piece is shown.
std::string to_text(const Diagnostic& d, const PrintOptions& options);

/// All of them, one blank line between. Linear in the texts when the places of a text are in order.
std::string to_text(const std::vector<Diagnostic>& list, const PrintOptions& options);

/// "文件:行:列", as far as they are known.
std::string to_text(const base::Place& place);

/// A column as a spreadsheet names it: 1 -> A, 27 -> AA.
std::string column_letters(int column);

/// "第12页 第3行" of a PDF.
std::string page_name(const base::PageSpot& spot);

/// "E12", for a place in a sheet.
std::string cell_name(const base::Place& place);

}  // namespace jiheng::diag
