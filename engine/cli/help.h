// engine/cli/help.h: the table of commands -> help texts.
// Takes   one command, or all of them.
// Gives   Chinese text, aligned by display width.
#pragma once

#include <cstddef>
#include <string>

#include "engine/cli/commands.h"

namespace jiheng::cli {

/// Lines have at most `width` display columns, and never more than 100; an example is never broken.
std::string help_text(std::size_t width);
std::string help_text(const Command& command, std::size_t width);

}  // namespace jiheng::cli
