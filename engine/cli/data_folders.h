// engine/cli/data_folders.h: where the rules and the pages of the findings are on this machine.
#pragma once

#include <string>

#include "engine/cli/arguments.h"

namespace jiheng::cli {

/// --rules, else the environment's JIHENG_RULES, else beside the program.
std::string rules_folder(const Arguments& arguments);
/// Beside the program.
std::string findings_folder();

}  // namespace jiheng::cli
