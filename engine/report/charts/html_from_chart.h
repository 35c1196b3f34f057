// engine/report/charts/html_from_chart.h: chart data -> a figure for a page of html_page.h: its pictures, and below them the
// words of its numbered marks.
// Takes   chart data.
// Gives   markup with every text escaped.
#pragma once

#include <string>

#include "engine/report/texts/chart.h"

namespace jiheng::report {

/// `id` as in svg_from_chart.h.
std::string html_from_chart(const Chart& chart, const std::string& id);

}  // namespace jiheng::report
