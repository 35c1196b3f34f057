// engine/report/charts/text_from_chart.h: chart data -> a picture of block characters for a terminal, in columns of display width.
// Takes   chart data and a width.
// Units   display columns; the smallest step is an eighth of a character.
#pragma once

#include <cstddef>
#include <string>

#include "engine/report/texts/chart.h"

namespace jiheng::report {

/// Lines of at most `width` columns (at least 40), each ended. A line chart: every series as an area, its marks as numbers
/// below the axis and words below that. Bars and histograms: a line an item; what is only possible (待核) is light (░).
/// Grids and multiples give nothing: their table says it.
std::string text_from_chart(const Chart& chart, std::size_t width);

}  // namespace jiheng::report
