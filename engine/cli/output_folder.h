// engine/cli/output_folder.h: several files of one result into a folder: each whole, and none over another without leave.
// Takes   names and bytes of files.
// Gives   a folder that holds them all, or those before the one that failed.
// Fails   C102, said on standard error.
#pragma once

#include <span>
#include <string>

#include "engine/cli/console.h"
#include "engine/results/named_text.h"

namespace jiheng::cli {

/// Makes the folder where there is none. Whether an old file stands in the way is known before the first one is written;
/// another failure ends it at that file. False: said on standard error (C102).
bool write_folder(const std::string& folder, std::span<const results::NamedText> files, bool force,
                  Console& console);

}  // namespace jiheng::cli
