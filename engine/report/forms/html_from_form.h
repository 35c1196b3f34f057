// engine/report/forms/html_from_form.h: 自评表 as printed -> one html page (html_page.h), a table a form: merged cells stay
// merged, each form begins a sheet of paper; on a phone a form is moved sideways inside its frame.
// Takes   forms as grids of cells.
// Gives   one page that needs nothing beside itself; every text is escaped.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/report/forms/form.h"

namespace jiheng::report {

/// `title` is the page's; two forms and more get a list of contents. O(cells).
std::string html_from_forms(std::string_view title, std::span<const Form> forms);

}  // namespace jiheng::report
