// engine/report/faces/text_from_report.h: a report -> lines for a terminal, aligned by display width.
// Limits  lines are at most `width` columns, except where a number or an id alone is wider: those are never
// cut.
// Takes   a report, a width, and whether colour is wanted.
// Gives   UTF-8 lines, each ended.
#pragma once

#include <cstddef>
#include <string>

#include "engine/report/texts/report.h"

namespace jiheng::report {

struct TextOptions {
  std::size_t width = 100;
  bool colour = false;
};

std::string text_from_report(const Report& report, const TextOptions& options);

}  // namespace jiheng::report
