// engine/report/pages/reading_pages.h: cells and what they were read as, for people.
// Takes   results/readings.h. Fails  never. Source  docs/target-language.md
#pragma once

#include <span>

#include "engine/report/texts/report.h"
#include "engine/results/readings.h"

namespace jiheng::report {

/// One row a cell, its problems below it.
Report report_from_readings(std::span<const results::Reading> readings);

}  // namespace jiheng::report
