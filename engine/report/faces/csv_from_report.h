// engine/report/faces/csv_from_report.h: the tables of a report -> CSV (RFC 4180, UTF-8, LF, one heading line a
// table). Numbers (an optional sign, digits, at most one point) are written as they are. Any other text that
// begins with = + - @ tab or carriage return gets an apostrophe before it: spreadsheets would run it as a
// formula.
// Takes   a report.
// Gives   the rows of its tables; headings, paragraphs and notes have no place in a CSV.
// Source  docs/report.md
#pragma once

#include <string>

#include "engine/report/texts/report.h"

namespace jiheng::report {

std::string csv_from_report(const Report& report);

}  // namespace jiheng::report
