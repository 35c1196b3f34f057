// engine/diag/append.h: messages of one step behind those of the steps before it.
// Takes   two lists of messages.
// Gives   the second behind the first; it is empty afterwards.
#pragma once

#include <iterator>
#include <vector>

#include "engine/diag/diagnostic.h"

namespace jiheng::diag {

inline void append(std::vector<Diagnostic>& to, std::vector<Diagnostic>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace jiheng::diag
