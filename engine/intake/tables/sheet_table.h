// engine/intake/tables/sheet_table.h: one table of a sheet, from the first line of its form to the last.
// Takes   lines of a sheet (sheet_lines.h) and the line of its first heading. Cells belong to the column they stand in,
//         merged cells to all rows they reach over; levels are filled down. Nothing is moved to where it would fit better.
// Fails   the ids of sheet_columns.h, I133 too many rows, I135 a row with values and no name, I137 one score over
//         several rows; the table is read all the same, except where headings disagree (I131).
#pragma once

#include <cstddef>

#include "engine/intake/tables/reading.h"

namespace jiheng::intake {

/// The line that the form of the heading at `heading` begins with, not before `from`: its title, or its first field.
std::size_t sheet_form_begin(const Reading& reading, std::size_t heading, std::size_t from);

/// Reads the form [begin, …) whose first heading stands at `heading`; gives the line behind it.
std::size_t read_sheet_table(Reading& reading, std::size_t begin, std::size_t heading);

}  // namespace jiheng::intake
