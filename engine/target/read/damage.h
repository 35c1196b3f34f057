// engine/target/read/damage.h: numbers that recognition of printed pages spoiled: 工95%, 1O场, M.8万元, 5=50%, 290$.
// Such a number is never scored with, whatever else the cell says; what it may have been is offered (T112, problems.cc).
// Takes   a cell, folded. Gives  whether it is spoiled, and by which piece; never fails.
#pragma once

#include <cstddef>

#include "engine/target/read/reading.h"

namespace jiheng::target {

/// Before anything is read: a sign in front of digits that is no sign (工95%, ^95%, 一95%), letters that were digits
/// (1O0%, l2次). `from`, `to`: the piece, by folded bytes.
bool is_damaged(const Cell& cell, std::size_t& from, std::size_t& to);

/// After amounts were read: a letter, a stray mark or another digit stands right at a number's edge (M.8万元, 5=50%,
/// 6S管理) and was read as nothing.
bool has_glued_number(const Cell& cell, std::size_t& from, std::size_t& to);

}  // namespace jiheng::target
