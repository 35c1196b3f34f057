// engine/report/faces/xlsx_from_tables.h: tables with their sums -> a workbook, a sheet a table.
// Gives   figures as numbers, everything else as text; sums as live formulas; frozen headings with filters; A4 lying, one
//         page wide.
// Source  docs/report.md
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/report/pages/overview.h"
#include "engine/report/texts/table_sheet.h"

namespace jiheng::report {

/// The bytes of an .xlsx file: the same for the same tables. nullopt as XlsxBook::bytes(). O(cells).
std::optional<std::string> xlsx_from_tables(std::span<const TableSheet> sheets);

}  // namespace jiheng::report
