// engine/report/faces/docx_from_report.h: a report -> a Word document on A4, in the type of official documents (黑体, 楷体, 仿宋
// 三号, 28 points a line), with page numbers, real headings and tables. Blanks 〔请填写…〕 are highlighted.
// Source  GB/T 9704 (margins, type); docs/report.md
#pragma once

#include <string>

#include "engine/report/texts/report.h"

namespace jiheng::report {

/// The bytes of a .docx file: the same for the same report. O(length).
std::string docx_from_report(const Report& report);

}  // namespace jiheng::report
