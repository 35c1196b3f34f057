// engine/app/source_from_file.h: a path -> its text, named as the user gave it, or the reason why not (C101).
// Takes   a path.
// Gives   the whole file as a source.
// Fails   C101: no such file, no permission, a folder, a device, too large.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/base/files.h"
#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::app {

/// Most files one folder may hold.
inline constexpr std::size_t kMaxFiles = 200000;

diag::Result<std::shared_ptr<const base::Source>> source_from_file(const std::string& path);

/// C101 for a path and what went wrong there.
diag::Diagnostic cannot_read(std::string_view path, base::IoStatus status);

}  // namespace jiheng::app
