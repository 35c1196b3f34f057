// engine/report/texts/html_page.h: what all html faces share: escaping, and the page around a body.
// Gives   one file that needs nothing else: the style is inside, no script, and a policy that forbids the browser to
//         load anything. Reads on a screen (light or dark), on a phone of 390 pixels, and on A4.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/report/texts/report.h"

namespace jiheng::report {

/// Text between tags: & < > " ' escaped, a line end as <br>, control characters as spaces, bytes that are no UTF-8 as
/// U+FFFD.
std::string html_text(std::string_view text);

/// Text inside a quoted attribute: as html_text, a line end as a space.
std::string html_attribute(std::string_view text);

/// The class of a mark; empty for plain.
std::string_view html_class_of(Mark mark);

/// ` class="…"`; nothing where there is none.
std::string html_classes(std::initializer_list<std::string_view> names);

/// The whole document. `body` is markup, `title` is text.
std::string html_page(std::string_view title, std::string_view body);

}  // namespace jiheng::report
