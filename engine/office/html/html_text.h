// engine/office/html/html_text.h: the bytes of a web page -> its HTML as UTF-8.
// Takes   .html and .mht: of the parts of the latter the first that is HTML, its transfer encoding undone.
// Fails   I102 no text.
// Source  RFC 2045 (base64, quoted-printable), RFC 2557 (.mht)
#pragma once

#include <string>
#include <string_view>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::office {

/// Whether the bytes begin with the head of a message that holds parts.
bool is_mhtml(std::string_view bytes);

/// More tags, or more open one in another, than gumbo is given: it looks through all open ones again and again. Tags that
/// pages leave open (p, li, td …) do not count.
bool too_many_tags(std::string_view html);

diag::Result<base::SourcePtr> html_text(const base::SourcePtr& file);

}  // namespace jiheng::office
