// Takes a grid of values, gives its picture: the darker the more, the number in each cell where it fits.
#include <fmt/format.h>

#include <algorithm>

#include "engine/report/charts/svg_charts.h"
#include "engine/report/charts/svg_frame.h"

namespace jiheng::report {
namespace {

constexpr std::size_t kShades = 7;
constexpr std::size_t kFirstDark = 4;  ///< shades from this one on carry light letters
constexpr double kRowHeight = 24;

struct Shades {
  base::Decimal low;
  base::Decimal high;

  std::size_t of(const base::Decimal& value) const {
    const double span = high.to_double() - low.to_double();
    const double share = span > 0 ? (value.to_double() - low.to_double()) / span : 1;
    return std::min(kShades - 1, static_cast<std::size_t>(std::max(share, 0.0) * kShades));
  }
};

class Grid {
 public:
  Grid(SvgCanvas& canvas, const HeatGrid& chart, double top) : canvas_(canvas), chart_(chart), top_(top) {
    Extent values;
    double widest = 0;
    for (const std::string& row : chart.rows) left_ = std::max(left_, text_width(row) + 8);
    for (const auto& row : chart.cells) {
      for (const auto& cell : row) {
        if (!cell) continue;
        values.take(*cell);
        widest = std::max(widest, text_width(value_text(*cell)));
      }
    }
    left_ = std::clamp(left_, text_width(axis_title(chart.y)), 180.0);
    shades_ = {values.low(), values.high()};
    const auto columns = static_cast<double>(std::max<std::size_t>(chart.columns.size(), 1));
    width_ = std::min((kChartWidth - left_) / columns, 90.0);
    written_ = widest + 4 <= width_;
    for (const std::string& column : chart.columns)
      widest_column_ = std::max(widest_column_, text_width(column));
  }

  double bottom() const { return top_ + kRowHeight * static_cast<double>(chart_.rows.size()); }
  double middle() const { return left_ + width_ * static_cast<double>(chart_.columns.size()) / 2; }
  const Shades& shades() const { return shades_; }

  void put() {
    canvas_.text(left_ - 6, top_ - 6, Anchor::end, text_within(axis_title(chart_.y), left_));
    for (std::size_t r = 0; r < chart_.rows.size(); ++r) put_row(r);
    // where the columns are narrower than their words, only every n-th has them
    const auto every = static_cast<std::size_t>(std::max(1.0, (widest_column_ + 4) / width_ + 0.99));
    for (std::size_t c = 0; c < chart_.columns.size(); c += every) {
      canvas_.text(left_ + width_ * (static_cast<double>(c) + 0.5), bottom() + 16, Anchor::middle,
                   chart_.columns[c], "tick");
    }
    canvas_.text(middle(), bottom() + 33, Anchor::middle, text_within(axis_title(chart_.x), kChartWidth));
  }

 private:
  void put_row(std::size_t r) {
    const double y = top_ + kRowHeight * static_cast<double>(r);
    canvas_.text(left_ - 6, y + kRowHeight / 2 + 4, Anchor::end, text_within(chart_.rows[r], left_), "tick");
    for (std::size_t c = 0; c < chart_.columns.size() && c < chart_.cells.at(r).size(); ++c)
      put_cell(r, c, y);
  }

  void put_cell(std::size_t r, std::size_t c, double y) {
    const std::optional<ChartValue>& cell = chart_.cells[r][c];
    const double x = left_ + width_ * static_cast<double>(c);
    canvas_.begin_group(fmt::format("{} {}，{} {}：{}", chart_.y.name, chart_.rows[r], chart_.x.name,
                                    chart_.columns[c], cell ? value_text(*cell) : "没有"));
    const std::size_t shade = cell ? shades_.of(cell->low) : 0;
    canvas_.rect(x, y, width_, kRowHeight,
                 cell && cell->exact() ? fmt::format("cell h{}", shade + 1) : "cell");
    if (!written_ && cell && !cell->exact()) canvas_.line(x, y + kRowHeight, x + width_, y, "axis");
    if (written_ && cell) {
      canvas_.text(x + width_ / 2, y + kRowHeight / 2 + 4, Anchor::middle, value_text(*cell),
                   !cell->exact() ? "tick" : (shade >= kFirstDark ? "tick light" : "tick deep"));
    }
    canvas_.end_group();
  }

  SvgCanvas& canvas_;
  const HeatGrid& chart_;
  double top_;
  double left_ = 0;
  double width_ = 0;
  double widest_column_ = 0;
  bool written_ = false;  ///< the cells hold their numbers
  Shades shades_;
};

/// From the least to the most.
void put_key(SvgCanvas& canvas, const HeatGrid& chart, const Shades& shades, double top) {
  const std::string name = axis_title(chart.value) + "：" + shades.low.to_string();
  canvas.text(0, top + 12, Anchor::start, name);
  double x = text_width(name) + 8;
  for (std::size_t i = 0; i < kShades; ++i, x += 22)
    canvas.rect(x, top + 1, 22, 14, fmt::format("cell h{}", i + 1));
  canvas.text(x + 8, top + 12, Anchor::start, shades.high.to_string());
}

}  // namespace

std::string svg_from_heat_grid(const HeatGrid& chart, const std::string& id) {
  SvgCanvas canvas(id, kChartWidth);
  const double top = put_title(canvas, chart.title) + 4;
  Grid grid(canvas, chart, top + 46);
  if (chart.rows.empty() || chart.columns.empty()) {
    put_no_data(canvas, top);
    return canvas.take(top + 60, chart.title, chart.note);
  }
  put_key(canvas, chart, grid.shades(), top);
  grid.put();
  return canvas.take(grid.bottom() + kAxisRoom, chart.title, chart.note);
}

}  // namespace jiheng::report
