// engine/report/faces/html_from_report.h: a report -> one self-contained html page (html_page.h), with a list of contents
// where it is long. Every text is escaped: nothing in a document can become markup. A bar is never alone: its figure
// stands beside it.
// Takes   a report.
// Gives   the bytes of a page, the same for the same report.
#pragma once

#include <string>

#include "engine/report/texts/report.h"

namespace jiheng::report {

/// The title of the page is its first heading.
std::string html_from_report(const Report& report);

}  // namespace jiheng::report
