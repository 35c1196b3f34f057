// engine/app/wall.h: the wall between the files of one run: a fault of the program met in one file stays with that file.
// Fails   I138, where anything was thrown.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/diag/diagnostic.h"

namespace jiheng::app {

/// Does what there is to do for one file. Whatever the job throws becomes the problem of that file; the caller takes back
/// what the job had added and goes on with the next.
std::optional<diag::Diagnostic> behind_wall(const std::string& path, const std::function<void()>& job);

}  // namespace jiheng::app
