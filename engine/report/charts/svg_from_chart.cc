// Takes a chart of any kind, gives its pictures: the kinds are in svg_….cc.
#include "engine/report/charts/svg_from_chart.h"

#include <fmt/format.h>

#include "engine/report/charts/svg_charts.h"
#include "engine/report/charts/svg_frame.h"

namespace jiheng::report {
namespace {

constexpr LineFrame kWhole = {kChartWidth, 240};
constexpr LineFrame kPanel = {220, 110};  ///< three beside each other

std::vector<std::string> pictures(const LineChart& chart, const std::string& id) {
  return {svg_from_line_chart(chart, id, kWhole)};
}

std::vector<std::string> pictures(const BarChart& chart, const std::string& id) {
  return svg_from_bar_chart(chart, id);
}

std::vector<std::string> pictures(const Histogram& chart, const std::string& id) {
  return {svg_from_histogram(chart, id)};
}

std::vector<std::string> pictures(const HeatGrid& chart, const std::string& id) {
  return {svg_from_heat_grid(chart, id)};
}

std::vector<std::string> pictures(const Multiples& chart, const std::string& id) {
  std::vector<std::string> out;
  for (const LineChart& panel : chart.panels) {
    out.push_back(svg_from_line_chart(panel, fmt::format("{}n{}", id, out.size() + 1), kPanel));
  }
  return out;
}

}  // namespace

std::vector<std::string> svg_from_chart(const Chart& chart, const std::string& id) {
  return std::visit([&id](const auto& c) { return pictures(c, id); }, chart);
}

}  // namespace jiheng::report
