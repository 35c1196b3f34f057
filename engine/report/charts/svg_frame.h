// engine/report/charts/svg_frame.h: what charts share: title, legend, axes with ticks, numbered marks.
// Takes   titles, axes and marks of a chart.
// Gives   shapes on a canvas.
// Units   pixels from the upper left corner.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/report/charts/chart_scale.h"
#include "engine/report/charts/svg_canvas.h"
#include "engine/report/texts/chart.h"

namespace jiheng::report {

constexpr double kChartWidth = 700;  ///< fits A4 between its margins
constexpr double kLine = 16;         ///< from one line of text to the next

/// "总分（分）", with a factor "总分（×10⁸ 元）".
std::string axis_title(const ChartAxis& axis, const std::string& factor = {});
/// "98.37"; "92.00-97.00" (with "至" where a sign would be in the way).
std::string value_text(const ChartValue& value);

/// Title, at the top; returns where the next thing may begin.
double put_title(SvgCanvas& canvas, const std::string& title);

struct LegendEntry {
  enum class Kind { bar, range, curve, sign, ring };
  Kind kind = Kind::bar;
  std::size_t series = 0;
  std::string words;
  bool dots = false;  ///< of a curve: with its sign
};
/// In as many lines as it needs; returns where the next thing may begin.
double put_legend(SvgCanvas& canvas, double top, std::span<const LegendEntry> entries);

/// The box of the curve or the columns.
struct Plot {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double y_title = 0;  ///< the line the title of y stands on
  Scale x;
  Scale y;
};

/// Room left of a plot for the ticks of `y`.
double room_for_labels(const Scale& y);
/// Both axes with their titles, a line across at each tick of y. They need kAxisRoom below plot.bottom.
void put_axes(SvgCanvas& canvas, const Plot& plot, const ChartAxis& x, const ChartAxis& y);
constexpr double kAxisRoom = 38;

/// Lines of numbers above a plot that keep its marks apart, and the height they need.
double room_for_marks(std::span<const LineMark> marks, const Scale& x);
/// A line down at each mark, with its number above (the words stand below the picture: html_from_chart.h).
void put_marks(SvgCanvas& canvas, const Plot& plot, std::span<const LineMark> marks);

/// In place of axes.
void put_no_data(SvgCanvas& canvas, double top);

}  // namespace jiheng::report
