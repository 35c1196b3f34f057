// engine/report/faces/markdown_from_report.h: a report -> GitHub markdown. Texts are escaped: a cell cannot become
// markup.
// Takes   a report.
// Gives   UTF-8 markdown; marks that say something is wrong become bold.
#pragma once

#include <string>

#include "engine/report/texts/report.h"

namespace jiheng::report {

std::string markdown_from_report(const Report& report);

}  // namespace jiheng::report
