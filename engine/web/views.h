// engine/web/views.h: what the page shows, as JSON: the desk, one table as its form, why a number is what it is, findings.
// Takes   a desk; numbers of tables and rows as the desk counts them.
// Gives   JSON as contract.json beside this file says it; texts are Chinese and complete, as printed.
#pragma once

#include <cstddef>

#include "engine/base/json.h"
#include "engine/web/desk.h"

namespace jiheng::web {

/// All tables with their totals, what was passed over, what was wrong.
base::Json desk_view(Desk& desk);
/// The line of one table on the desk.
base::Json line_view(Desk& desk, std::size_t number);
/// The summaries of the departments.
base::Json departments_view(const Desk& desk);

/// One table as its form is printed, with what each cell is.
base::Json table_view(const Desk& desk, std::size_t number);

/// Why a row has its points: sentences, and its two cells piece by piece.
base::Json why_view(const Desk& desk, std::size_t number, std::size_t row);

/// All findings of a check, most severe first, each with the table and row it is listed at.
base::Json findings_view(Desk& desk);

base::Json schemes_view(Desk& desk);

}  // namespace jiheng::web
