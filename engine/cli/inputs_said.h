// engine/cli/inputs_said.h: what reading borrows from the program, and what it says of the files when it is done.
// Takes   the console; the tallies of the documents read.
// Gives   lines on standard error.
#pragma once

#include <vector>

#include "engine/app/inputs/open_inputs.h"
#include "engine/cli/console.h"

namespace jiheng::cli {

/// LibreOffice where it is installed, and the console to show how far it is. The console must live as long.
app::Means means_of(Console& console);

/// Which file gave how many tables, where several documents came in; scorecard files are as many tables as they are.
void say_inputs(const std::vector<app::InputTally>& inputs, Console& console);

}  // namespace jiheng::cli
