// engine/office/text_encoding.h: the bytes of a file -> UTF-8 text, and in which encoding they stood.
// Takes   any bytes. A byte order mark decides (UTF-8, UTF-16); without one UTF-8, else GB18030 where the text then reads
//         as Chinese: three quarters of its characters of two bytes are those of GB 2312. No locale.
// Fails   I102 neither of them, or NUL inside; notes I120 where it was not UTF-8.
// Source  docs/import.md
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::office {

/// The text as a source: valid UTF-8 without byte order mark and NUL. O(length).
diag::Result<base::SourcePtr> text_from_bytes(std::string name, std::string bytes);

/// Whether a byte order mark of UTF-16 stands at the front.
bool has_utf16_mark(std::string_view bytes);

/// What stands behind that mark as UTF-8; none where it is no UTF-16 (half a character, half a pair).
std::optional<std::string> utf8_from_utf16(std::string_view bytes);

/// One character of GB 18030 (GBK and GB 2312 are parts of it); 0 where the bytes are none.
char32_t character_of_gb18030(std::string_view code);

/// I139: characters of other codes that look like common ones were read as these (base/same_shapes.h).
diag::Diagnostic same_shapes_read(base::Place place, std::size_t count);

}  // namespace jiheng::office
