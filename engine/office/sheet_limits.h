// engine/office/sheet_limits.h: how large a sheet may be, held while a csv or Word file fills it.
// Fails   I122.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/diag/diagnostic.h"
#include "engine/office/sheet.h"

namespace jiheng::office {

inline constexpr int kMaxSheetRows = 1048576;  ///< rows, columns and characters of a cell as in Excel
inline constexpr int kMaxSheetColumns = 16384;
inline constexpr std::size_t kMaxCellCharacters = 32767;
inline constexpr std::size_t kMaxSheetCells = 2000000;

/// Adds the cell where it is not blank, and lets the sheet grow to hold it; I122 where that is past a limit.
std::optional<diag::Diagnostic> add_cell(Sheet& sheet, SheetCell cell);

}  // namespace jiheng::office
