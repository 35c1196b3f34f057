// engine/target/read/phrase.h: what a run of words without numbers says: a quality, yes or no, a reference, or nothing. Inside
// the room only.
// Takes   a cell and the run of words in it.
// Gives   kind qualitative, boolean, reference or unreadable (T104).
// Source  rules/words.yaml, docs/target-language.md, 定性
#pragma once

#include "engine/target/read/reading.h"

namespace jiheng::target {

/// Reads all of [begin, end). Gives kind qualitative, boolean, reference or unreadable, with wording,
/// standing or answer; writes its pieces. O(length).
void read_phrase(Cell& cell, std::size_t begin, std::size_t end, Predicate& out);

}  // namespace jiheng::target
