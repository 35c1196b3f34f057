// engine/intake/tables/column_choice.h: of the columns of a heading, which holds what: by their headings, by the cells below
// where a heading says nothing or two say the same, and by the years they are about.
// Takes   the columns of a sheet's heading, each with what its words alone say, and the lines below.
// Gives   at most one column for each value; the others without a role, with why.
// Fails   I134 two columns for one actual value or score, I144 two targets: the table is not read.
// Source  docs/import.md, 电子表格
#pragma once

#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/sheet_columns.h"

namespace jiheng::intake {

void choose_columns(const Reading& reading, SheetHeading& heading);

}  // namespace jiheng::intake
