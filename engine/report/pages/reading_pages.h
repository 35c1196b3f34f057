// engine/report/pages/reading_pages.h: cells and what they were read as, for people.
// Takes   results/readings.h, results/standard_readings.h. Fails  never. Source  docs/target-language.md
#pragma once

#include <span>

#include "engine/report/texts/report.h"
#include "engine/results/readings.h"
#include "engine/results/standard_readings.h"

namespace jiheng::report {

/// One row a cell, its problems below it.
Report report_from_readings(std::span<const results::Reading> readings);

/// A text with its shape, clauses, what it needs and leaves open, and the points asked for. Source  docs/standard-language.md
Report report_from_standards(std::span<const results::StandardReading> readings);

}  // namespace jiheng::report
