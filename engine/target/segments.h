// engine/target/segments.h: a cell that is not one amount, one date or one phrase: labels around a number,
// several parts, two bounds. Inside the room only.
#pragma once

#include "engine/target/reading.h"

namespace jiheng::target {

/// Words accepted in silence behind an amount or a date up to `limit`: 完成, 发放到位. Writes their pieces.
/// Behind an amount only what says that it is done (100%完成); behind a date (`qualities`) any deed, with its
/// adverbs.
bool read_silent_tail(Cell& cell, std::size_t at, std::size_t limit, bool qualities);

/// An amount or a date that fills [begin, limit), but for a silent tail. False: neither, and the notes are as
/// before.
bool read_single(Cell& cell, std::size_t begin, std::size_t limit, Predicate& out);

/// Everything else. Always gives a reading; unreadable at worst.
void read_segments(Cell& cell, std::size_t limit, Predicate& out);

}  // namespace jiheng::target
