// engine/cli/help.h: the table of commands -> help texts.
// Takes   one command, or all of them.
// Gives   Chinese text, aligned by display width.
#pragma once

#include <string>

#include "engine/cli/commands.h"

namespace jiheng::cli {

std::string help_text();
std::string help_text(const Command& command);

}  // namespace jiheng::cli
