// engine/report/charts/svg_charts.h: one function a kind of chart; svg_from_chart.cc calls them.
// Takes   chart data, and an id that is unique on the page.
// Gives   one svg element each, its texts escaped.
// Units   pixels.
#pragma once

#include <string>
#include <vector>

#include "engine/report/texts/chart.h"

namespace jiheng::report {

struct LineFrame {
  double width = 0;
  double plot_height = 0;
};
std::string svg_from_line_chart(const LineChart& chart, const std::string& id, const LineFrame& frame);

std::string svg_from_histogram(const Histogram& chart, const std::string& id);
std::string svg_from_heat_grid(const HeatGrid& chart, const std::string& id);

/// Several where the items are more than a page holds.
std::vector<std::string> svg_from_bar_chart(const BarChart& chart, const std::string& id);

}  // namespace jiheng::report
