// engine/cli/standard_input.h: all of standard input, up to a limit.
// Takes   the bytes of standard input.
// Gives   them as one text.
// Fails   C101.
#pragma once

#include <cstddef>
#include <string>

#include "engine/diag/diagnostic.h"

namespace jiheng::cli {

/// C101 where it cannot be read or is longer than `limit` bytes.
diag::Result<std::string> read_standard_input(std::size_t limit);

}  // namespace jiheng::cli
