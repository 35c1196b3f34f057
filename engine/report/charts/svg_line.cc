// Takes a line chart, gives its picture: curves with their steps, ranges as bands, marks.
#include <fmt/format.h>

#include "engine/report/charts/svg_charts.h"
#include "engine/report/charts/svg_frame.h"

namespace jiheng::report {
namespace {

bool piece_has_range(const LinePiece& piece) {
  for (const LinePoint& point : piece.points) {
    if (!point.y.exact()) return true;
  }
  return false;
}

std::vector<LegendEntry> legend_of_lines(const LineChart& chart) {
  std::vector<LegendEntry> out;
  bool ranges = false;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const LineSeries& series = chart.series[i];
    if (chart.series.size() > 1) out.push_back({LegendEntry::Kind::curve, i, series.name, series.dots});
    for (const LinePiece& piece : series.pieces) ranges = ranges || piece_has_range(piece);
  }
  if (ranges) out.push_back({LegendEntry::Kind::range, 0, "待核：在这个范围里"});
  return out;
}

class Curves {
 public:
  Curves(SvgCanvas& canvas, const Plot& plot) : canvas_(canvas), plot_(plot) {}

  void put(const LineSeries& series, std::size_t index) {
    for (std::size_t i = 0; i < series.pieces.size(); ++i) {
      const LinePiece& piece = series.pieces[i];
      if (piece.points.empty()) continue;
      if (i > 0 && falls(series.pieces[i - 1], piece)) {
        put_fall(series.pieces[i - 1].points.back(), piece.points.front());
      }
      put_piece(piece, index);
    }
    for (std::size_t i = 0; i < series.pieces.size(); ++i) put_ends(series, i, index);
  }

 private:
  std::pair<double, double> at(const LinePoint& point, bool high) const {
    return {plot_.x.at(point.x), plot_.y.at(high ? point.y.high : point.y.low)};
  }

  void put_fall(const LinePoint& from, const LinePoint& to) {
    const auto [x, y] = at(from, false);
    canvas_.line(x, y, x, at(to, false).second, "fall");
  }

  void put_piece(const LinePiece& piece, std::size_t index) {
    SvgCanvas::Points low;
    SvgCanvas::Points high;
    for (const LinePoint& point : piece.points) {
      low.push_back(at(point, false));
      high.push_back(at(point, true));
    }
    if (!piece_has_range(piece)) return canvas_.curve(index, low);
    SvgCanvas::Points band = low;
    band.insert(band.end(), high.rbegin(), high.rend());
    canvas_.polygon(band, fmt::format("c{} band", index % 6 + 1));
  }

  /// Every point of measurements; else the ends of steps and points alone.
  void put_ends(const LineSeries& series, std::size_t which, std::size_t index) {
    const LinePiece& piece = series.pieces[which];
    const std::size_t last = piece.points.empty() ? 0 : piece.points.size() - 1;
    for (std::size_t i = 0; i < piece.points.size(); ++i) {
      const bool open = (i == 0 && piece.open_begin) || (i == last && piece.open_end);
      const bool ends_step =
          (i == 0 && which > 0 && falls(series.pieces[which - 1], piece)) ||
          (i == last && which + 1 < series.pieces.size() && falls(piece, series.pieces[which + 1]));
      if (!series.dots && !open && !ends_step && last != 0) continue;
      const auto [x, y] = at(piece.points[i], false);
      if (series.dots) {
        canvas_.sign(index, x, y, open);
      } else {
        canvas_.circle(x, y, 3.5, fmt::format("c{} {}", index % 6 + 1, open ? "hollow" : "solid"));
      }
    }
  }

  /// Whether one ends where the next begins, on another height.
  static bool falls(const LinePiece& from, const LinePiece& to) {
    if (from.points.empty() || to.points.empty()) return false;
    const LinePoint& end = from.points.back();
    const LinePoint& begin = to.points.front();
    return end.x == begin.x && (end.y.low != begin.y.low || end.y.high != begin.y.high);
  }

  SvgCanvas& canvas_;
  const Plot& plot_;
};

}  // namespace

std::string svg_from_line_chart(const LineChart& chart, const std::string& id, const LineFrame& frame) {
  SvgCanvas canvas(id, frame.width);
  double top = put_title(canvas, chart.title);
  auto [xs, ys] = extents_of(chart);
  if (xs.empty()) {
    put_no_data(canvas, top);
    return canvas.take(top + 60, chart.title, chart.note);
  }
  xs.take(chart.x);
  ys.take(chart.y);
  top = put_legend(canvas, top, legend_of_lines(chart));
  const auto across = static_cast<std::size_t>(frame.width / 90);
  const auto up = static_cast<std::size_t>(frame.plot_height / 36);
  const std::vector<base::Decimal> y_ticks = round_ticks(ys.low(), ys.high(), up, chart.y.whole);
  const std::vector<base::Decimal> x_ticks = round_ticks(xs.low(), xs.high(), across, chart.x.whole);
  const double left = room_for_labels(Scale(y_ticks, 0, 1));
  const Scale x = Scale::within(xs.low(), xs.high(), x_ticks, left, frame.width - 24);
  const double y_title = top + kLine;
  const double plot_top = y_title + 10 + room_for_marks(chart.marks, x);
  const double bottom = plot_top + frame.plot_height;
  const Plot plot = {left, plot_top, frame.width - 24, bottom, y_title, x, Scale(y_ticks, bottom, plot_top)};
  put_axes(canvas, plot, chart.x, chart.y);
  put_marks(canvas, plot, chart.marks);
  Curves curves(canvas, plot);
  for (std::size_t i = 0; i < chart.series.size(); ++i) curves.put(chart.series[i], i);
  return canvas.take(bottom + kAxisRoom, chart.title, chart.note);
}

}  // namespace jiheng::report
