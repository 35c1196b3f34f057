// engine/diag/source_from_file.h: a path -> its text, named as the user gave it, or the reason why not (C101).
// Takes   a path and a limit in bytes. Gives  the text, or the message; never throws.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/file_store.h"
#include "engine/base/files.h"
#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::diag {

/// The longest text file that is read whole.
inline constexpr std::size_t kMaxFileBytes = 8U << 20U;
/// Most files one folder may hold.
inline constexpr std::size_t kMaxFiles = 200000;

Result<std::shared_ptr<const base::Source>> source_from_file(const std::string& path,
                                                             const base::FileStore& files = base::disk());

/// C101 for a path and what went wrong there.
Diagnostic cannot_read(std::string_view path, base::IoStatus status);

}  // namespace jiheng::diag
