// engine/target/read/segments.h: a cell that is not one amount, one date or one phrase: labels around a number, several parts.
// Inside the room only.
// Takes   a cell no other reader took whole.
// Gives   a range, the one quantity among words (T205), a composite, or unreadable at worst.
// Source  docs/target-language.md
#pragma once

#include "engine/target/read/reading.h"

namespace jiheng::target {

/// Always gives a reading; unreadable at worst.
void read_segments(Cell& cell, std::size_t limit, Predicate& out);

}  // namespace jiheng::target
