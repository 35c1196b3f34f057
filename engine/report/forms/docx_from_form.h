// engine/report/forms/docx_from_form.h: 自评表 as printed -> Word tables, each on pages of its own, A4 upright or lying by its
// width. Merged cells, borders and column widths are those of the grid; headings repeat on the next page.
// Source  docs/report.md
#pragma once

#include <span>
#include <string>

#include "engine/report/forms/form.h"

namespace jiheng::report {

/// The bytes of a .docx file: the same for the same forms. O(cells).
std::string docx_from_forms(std::span<const Form> forms);

}  // namespace jiheng::report
