// engine/cli/report_folder.h: `jiheng report … -o 文件夹/`: the whole set of a department's files.
// Takes   scored cards of a department, and the folder of -o.
// Gives   the files, and the exit code.
// Fails   with exit code 2, the reason on standard error.
#pragma once

#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/cli/scored_operands.h"

namespace jiheng::cli {

/// Whether -o names a folder: it ends in "/", or it is one.
bool wants_folder(const Arguments& arguments);

/// Writes the set of `scored` into the folder of -o; the exit code.
int write_report_folder(const Arguments& arguments, const ScoredOperands& scored, Console& console);

}  // namespace jiheng::cli
