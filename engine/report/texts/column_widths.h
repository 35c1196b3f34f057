// engine/report/texts/column_widths.h: how much room each column of a table gets, the same in the terminal and on paper.
// Takes   a table, and the columns there are for all of it.
// Units   display columns: a Chinese character is two.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/report/texts/report.h"

namespace jiheng::report {

/// Display columns, each at least 8 where its texts are that wide, together at most `limit`, except where numbers and
/// ids alone are wider: those are never cut. Each is as wide as its widest text; where that is too much, those with a
/// limit of their own go down to it, then the widest that may be broken give way. Notes have no part in it. O(text).
/// `narrowest`: in place of the 8.
std::vector<std::size_t> column_widths(const Table& table, std::size_t limit, std::size_t narrowest = 8);

}  // namespace jiheng::report
