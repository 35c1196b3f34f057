// engine/target/read/plain.h: a cell that is a number with its sign and unit and nothing else: ≥95%, 200人次, 7.34万元.
// Most cells are. Inside the room only.
// Takes   a folded cell.
// Gives   the predicate that read_cell() in parse.cc gives for it, without notes: nothing is said of such a cell
//         (tests/unit/target/quiet_parse_test.cc).
#pragma once

#include "engine/target/read/reading.h"

namespace jiheng::target {

/// False: the cell may be something else, and nothing was read.
bool read_plain_amount(const Cell& cell, Predicate& out);

}  // namespace jiheng::target
