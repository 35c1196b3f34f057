// engine/target/read/at_sight.h: a cell of one of the few shapes most cells have, read byte by byte as it is typed: ≥95%, 200人次,
// 7.34万元, 不高于5天, 2023年6月底前, 12月15日前. Inside the room only.
// Takes   a cell, before anything of it is folded.
// Gives   what the whole reading in parse.cc gives for it (tests/property/quiet_parse_test.cc), but for what is remarked on any
//         amount.
// Fails   false: the cell may be something else, and nothing was read.
#pragma once

#include <string_view>

#include "engine/target/parse.h"
#include "engine/target/predicate.h"

namespace jiheng::target {

bool read_at_sight(std::string_view cell, const ParseContext& context, Predicate& out);

/// The name of a unit the table lists that is all of the text, as an amount has it; empty where there is none.
std::string_view listed_unit(std::string_view text, const quantity::UnitTable& units);

}  // namespace jiheng::target
