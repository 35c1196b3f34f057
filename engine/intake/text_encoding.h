// engine/intake/text_encoding.h: the bytes of a file -> UTF-8 text, and in which encoding they stood.
// Takes   any bytes. A byte order mark decides (UTF-8, UTF-16); without one UTF-8, else GB18030 where the text then reads
//         as Chinese: three quarters of its characters of two bytes are those of GB 2312. No locale.
// Fails   I102 neither of them, or NUL inside; notes I120 where it was not UTF-8.
// Source  docs/import.md
#pragma once

#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/intake/document.h"

namespace jiheng::intake {

/// The text as a source: valid UTF-8 without byte order mark and NUL. O(length).
diag::Result<SourcePtr> text_from_bytes(std::string name, std::string bytes);

/// I139: characters of other codes that look like common ones were read as these (base/same_shapes.h).
diag::Diagnostic same_shapes_read(base::Place place, std::size_t count);

}  // namespace jiheng::intake
