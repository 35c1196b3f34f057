// Takes a histogram, gives its picture: columns as wide as their bins, marks above.
#include <fmt/format.h>

#include "engine/report/charts/svg_charts.h"
#include "engine/report/charts/svg_frame.h"

namespace jiheng::report {

std::string svg_from_histogram(const Histogram& chart, const std::string& id) {
  constexpr double kHeight = 220;
  SvgCanvas canvas(id, kChartWidth);
  const double top = put_title(canvas, chart.title);
  Extent xs;
  Extent ys;
  for (const HistogramBin& bin : chart.bins) {
    xs.take(ChartValue{bin.low, bin.high});
    ys.take(bin.count);
  }
  if (xs.empty()) {
    put_no_data(canvas, top);
    return canvas.take(top + 60, chart.title, chart.note);
  }
  xs.take(chart.x);
  ys.take(chart.y);
  ys.take(base::Decimal());
  const std::vector<base::Decimal> y_ticks = round_ticks(ys.low(), ys.high(), 6, chart.y.whole);
  const double left = room_for_labels(Scale(y_ticks, 0, 1));
  const double right = kChartWidth - 24;
  const Scale x(round_ticks(xs.low(), xs.high(), 8, chart.x.whole), left, right);
  const double y_title = top + kLine;
  const double plot_top = y_title + 10 + room_for_marks(chart.marks, x);
  const double bottom = plot_top + kHeight;
  const Plot plot = {left, plot_top, right, bottom, y_title, x, Scale(y_ticks, bottom, plot_top)};
  put_axes(canvas, plot, chart.x, chart.y);
  for (const HistogramBin& bin : chart.bins) {
    const double begin = plot.x.at(bin.low);
    const double end = plot.x.at(bin.high);
    const double gap = end - begin > 4 ? 1 : 0;
    const double height = plot.y.at(bin.count);
    canvas.begin_group(
        fmt::format("{}-{}：{}", bin.low.to_string(), bin.high.to_string(), bin.count.to_string()));
    canvas.bar(0, begin + gap / 2, height, end - begin - gap, bottom - height);
    canvas.end_group();
  }
  put_marks(canvas, plot, chart.marks);
  return canvas.take(bottom + kAxisRoom, chart.title, chart.note);
}

}  // namespace jiheng::report
