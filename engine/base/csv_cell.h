// engine/base/csv_cell.h: a text as one cell of a table in a text file, for spreadsheets to open.
// Takes   any text, and what stands between cells (a comma, a tab).
// Gives   the cell as RFC 4180 has it; a text that a spreadsheet would compute gets a ' before it.
#pragma once

#include <string>
#include <string_view>

namespace jiheng::base {

/// What a text begins with that a spreadsheet computes.
inline constexpr std::string_view kRunsInSpreadsheets = "=+-@\t\r";

/// Whether a spreadsheet would compute this text: it begins so, and is no number.
bool runs_in_spreadsheets(std::string_view text);

/// Quoted where it has to be. Linear.
void append_csv_cell(std::string_view text, char separator, std::string& out);

}  // namespace jiheng::base
