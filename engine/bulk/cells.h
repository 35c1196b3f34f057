// engine/bulk/cells.h: lines of CSV and TSV, cell by cell, without copying.
// Takes   one line without its line break; a cell with the separator or a quote in it stands in quotes, a quote in it is
//         doubled (RFC 4180).
// Gives   pieces of the line, quotes and all; text_of() reads one (base/csv_cell.h writes them).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"

namespace jiheng::bulk {

/// Appends the cells of the line. False where a quote is not closed, or is followed by anything but a separator. Linear.
bool split(std::string_view line, char separator, std::vector<std::string_view>& cells);

/// The same for a line without a quote: the first cells into `cells`, as far as there are places. Gives how many the line has.
std::size_t split_unquoted(std::string_view line, char separator, std::span<std::string_view> cells);

/// What a cell says: without quotes around it, and without the ' that keeps a spreadsheet from computing it. `scratch` is
/// used where that is not a piece of the cell.
std::string_view text_of(std::string_view cell, std::string& scratch);

/// "12.5", within the bounds of the forms (quantity/bounds.h); nullopt for all else.
std::optional<base::Decimal> number_of(std::string_view text);

/// "2023" or "2023年", within the years a card may be of; nullopt for all else.
std::optional<int> year_of(std::string_view text);

}  // namespace jiheng::bulk
