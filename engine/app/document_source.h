// engine/app/document_source.h: a path -> the bytes of a document.
// Takes   a path, or "-" with the bytes of the standard input.
// Fails   C101 unreadable, I101 too large.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/base/file_store.h"
#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::app {

inline constexpr std::size_t kMaxDocumentBytes = 64U << 20U;

diag::Result<base::SourcePtr> document_source(const std::string& path,
                                              const std::optional<std::string>& standard_input,
                                              const base::FileStore& files = base::disk());

}  // namespace jiheng::app
