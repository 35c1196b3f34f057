// engine/cli/report_face.h: a report in the face asked for, and how wide and colourful lines of text may be.
// Takes   a tree of headings, paragraphs and tables.
// Gives   its text in the format asked for.
#pragma once

#include <string>
#include <string_view>

#include "engine/cli/console.h"
#include "engine/cli/result_output.h"
#include "engine/report/faces/text_from_report.h"

namespace jiheng::cli {

/// The terminal's width and colour; in a file 100 columns and none.
report::TextOptions text_options(const ResultOutput& output, const Console& console);

/// `format` html or md; text for any other.
std::string report_face(const report::Report& report, std::string_view format,
                        const report::TextOptions& options);

}  // namespace jiheng::cli
