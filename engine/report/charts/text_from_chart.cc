// Takes chart data, gives lines of block characters. An eighth of a character is the smallest step.
#include "engine/report/charts/text_from_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/base/text.h"
#include "engine/report/charts/chart_scale.h"
#include "engine/report/charts/svg_frame.h"

namespace jiheng::report {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr int kRows = 10;
constexpr int kEighths = 8;
constexpr std::size_t kWidestTextLabel = 28;
constexpr std::array<std::string_view, 9> kUp = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 9> kRight = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

std::string padded(const std::string& text, std::size_t width, bool right = false) {
  const std::size_t used = base::display_width(text);
  const std::string space(width > used ? width - used : 0, ' ');
  return right ? space + text : text + space;
}

void put_lines(std::string& out, std::string_view text, std::size_t width, std::size_t indent = 0) {
  for (const std::string& line : base::wrapped(base::printable(text), width - indent)) {
    out += std::string(indent, ' ') + line + "\n";
  }
}

// --- curves ---

struct Heights {
  double low = 0;
  double high = 0;
};

/// The curve at x, between the points of the piece that holds it; the later piece where two meet.
std::optional<Heights> heights_at(const LineSeries& series, double x) {
  std::optional<Heights> found;
  for (const LinePiece& piece : series.pieces) {
    for (std::size_t i = 0; i < piece.points.size(); ++i) {
      const LinePoint& to = piece.points[i];
      const LinePoint& from = piece.points[i == 0 ? 0 : i - 1];
      const double begin = from.x.to_double();
      const double end = to.x.to_double();
      if (x < begin || x > end) continue;
      const double share = end > begin ? (x - begin) / (end - begin) : 1;
      const auto between = [share](const base::Decimal& a, const base::Decimal& b) {
        return a.to_double() + share * (b.to_double() - a.to_double());
      };
      found = Heights{between(from.y.low, to.y.low), between(from.y.high, to.y.high)};
    }
  }
  return found;
}

struct Area {
  double x_low = 0;
  double x_high = 0;
  std::size_t columns = 0;
  Scale y;  ///< to eighths of a line, 0 at the bottom

  double x_of(std::size_t column) const {
    return columns < 2
               ? x_low
               : x_low + (x_high - x_low) * static_cast<double>(column) / static_cast<double>(columns - 1);
  }
  std::size_t column_of(double x) const {
    if (x_high <= x_low) return 0;
    const double at = std::round((x - x_low) / (x_high - x_low) * static_cast<double>(columns - 1));
    return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(columns - 1)));
  }
  /// Eighths; never nothing where there is a value.
  int eighths(double value) const {
    const double low = y.ticks().front().to_double();
    const double high = y.ticks().back().to_double();
    return std::clamp(static_cast<int>(std::lround((value - low) / (high - low) * kRows * kEighths)), 1,
                      kRows * kEighths);
  }
};

std::string_view block(int row, int low, int high) {
  const int base = row * kEighths;
  if (low >= base + kEighths) return kUp[kEighths];
  if (high > low && high > base) return "░";
  return kUp[static_cast<std::size_t>(std::clamp(low - base, 0, kEighths))];
}

void put_area(std::string& out, const LineSeries& series, const Area& area, std::size_t label_width) {
  std::vector<std::optional<std::pair<int, int>>> columns;
  for (std::size_t c = 0; c < area.columns; ++c) {
    const std::optional<Heights> heights = heights_at(series, area.x_of(c));
    columns.push_back(heights
                          ? std::optional(std::pair(area.eighths(heights->low), area.eighths(heights->high)))
                          : std::nullopt);
  }
  for (int row = kRows - 1; row >= 0; --row) {
    const std::string label = row == kRows - 1 ? area.y.labels().back()
                              : row == 0       ? area.y.labels().front()
                                               : std::string();
    std::string line = padded(label, label_width, true) + " ┤";
    for (const auto& column : columns) line += column ? block(row, column->first, column->second) : kUp[0];
    while (line.ends_with(' ')) line.pop_back();
    out += line + "\n";
  }
}

/// The numbers of the marks below the axis, each at its place or as near to it as the others leave room.
void put_mark_numbers(std::string& out, const std::vector<LineMark>& marks, const Area& area,
                      std::size_t indent) {
  std::string line;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t at = indent + area.column_of(marks[i].x.to_double());
    if (line.size() < at) line.resize(at, ' ');
    line += (line.empty() || line.back() == ' ' ? "" : " ") + fmt::format("{}", i + 1);
  }
  if (!line.empty()) out += line + "\n";
}

void put_mark_words(std::string& out, const std::vector<LineMark>& marks, std::size_t width) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    put_lines(out, fmt::format("{} {}", i + 1, marks[i].label), width, 2);
  }
}

void put(std::string& out, const LineChart& chart, std::size_t width) {
  auto [xs, ys] = extents_of(chart);
  put_lines(out, chart.title, width);
  if (xs.empty()) {
    out += "没有数据\n";
    return;
  }
  ys.take(chart.y);
  Scale y(round_ticks(ys.low(), ys.high(), 5, chart.y.whole), 0, kRows * kEighths);
  std::size_t label_width = 0;
  for (const std::string& label : {y.labels().front(), y.labels().back()})
    label_width = std::max(label_width, base::display_width(label));
  const std::string name = axis_title(chart.y, y.factor());
  const Area area = {xs.low().to_double(), xs.high().to_double(),
                     width > label_width + 10 ? std::min<std::size_t>(width - label_width - 2, 72) : 8,
                     std::move(y)};
  for (const LineSeries& series : chart.series) {
    put_lines(out, chart.series.size() > 1 ? series.name + "：" + name : name, width);
    put_area(out, series, area, label_width);
    out += std::string(label_width + 1, ' ') + "└";
    for (std::size_t c = 0; c < area.columns; ++c) out += "─";
    out += "\n";
    put_mark_numbers(out, chart.marks, area, label_width + 2);
  }
  const std::string left = xs.low().to_string();
  const std::string right = xs.high().to_string();
  const std::string middle = axis_title(chart.x);
  const std::size_t room =
      area.columns > left.size() + right.size() ? area.columns - left.size() - right.size() : 2;
  const std::size_t used = base::display_width(middle);
  const std::size_t before = room > used ? (room - used) / 2 : 1;
  out += std::string(label_width + 2, ' ') + left + std::string(before, ' ') + middle +
         std::string(room > used + before ? room - used - before : 1, ' ') + right + "\n";
  put_mark_words(out, chart.marks, width);
}

// --- bars ---

struct Line {
  std::string label;
  std::optional<ChartValue> value;
  std::string note;
};

/// Bars of all lines on one axis; `bars` columns of room.
class Bars {
 public:
  Bars(const std::vector<Line>& lines, std::size_t columns) {
    Extent extent;
    extent.take(base::Decimal());
    for (const Line& line : lines) {
      if (line.value) extent.take(*line.value);
    }
    low_ = extent.low().to_double();
    const double span = extent.high().to_double() - low_;
    unit_ = span > 0 ? static_cast<double>(columns) / span : 0;
  }

  std::string draw(const ChartValue& value) const {
    const double low = value.low.to_double();
    const double high = value.high.to_double();
    const auto left = static_cast<std::size_t>(std::lround(-low_ * unit_));  // columns left of 0
    std::string out;
    const auto negative = static_cast<std::size_t>(std::lround(std::max(-low, 0.0) * unit_));
    out += std::string(left - std::min(left, negative), ' ');
    const auto certain = static_cast<std::size_t>(std::lround(std::max(-high, 0.0) * unit_));
    for (std::size_t i = 0; i < negative; ++i) out += i + certain < negative ? "░" : "█";
    const auto eighths = static_cast<std::size_t>(std::lround(std::max(low, 0.0) * unit_ * kEighths));
    for (std::size_t i = 0; i < eighths / kEighths; ++i) out += "█";
    out += kRight[eighths % kEighths];
    const auto end = static_cast<std::size_t>(std::lround(std::max(high, 0.0) * unit_));
    for (std::size_t i = (eighths + kEighths - 1) / kEighths; i < end; ++i) out += "░";
    return out;
  }

 private:
  double low_ = 0;
  double unit_ = 0;  ///< columns a unit
};

void put_bars(std::string& out, const std::vector<Line>& lines, std::size_t width) {
  std::size_t label_width = 0;
  std::size_t value_width = 0;
  for (const Line& line : lines) {
    label_width = std::max(label_width, base::display_width(line.label));
    if (line.value) value_width = std::max(value_width, base::display_width(value_text(*line.value)));
  }
  label_width = std::min(label_width, kWidestTextLabel);
  const std::size_t taken = label_width + value_width + 4;
  const Bars bars(lines, width > taken + 8 ? std::min<std::size_t>(width - taken, 60) : 8);
  for (const Line& line : lines) {
    std::string text =
        padded(base::clipped_inside(base::printable(line.label), label_width), label_width) + "  ";
    if (line.value) {
      text += bars.draw(*line.value) + " " + value_text(*line.value);
    } else {
      text += base::printable(line.note);
    }
    while (text.ends_with(' ')) text.pop_back();
    out += text + "\n";
  }
}

void put(std::string& out, const BarChart& chart, std::size_t width) {
  put_lines(out, chart.title, width);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    std::vector<Line> lines;
    for (const BarItem& item : chart.items) {
      lines.push_back({item.label, s < item.values.size() ? item.values[s] : std::nullopt, item.note});
    }
    const ChartAxis axis = {chart.series[s], chart.value.unit};
    put_lines(out, axis_title(axis), width);
    put_bars(out, lines, width);
  }
  if (chart.items.empty()) out += "没有数据\n";
}

void put(std::string& out, const Histogram& chart, std::size_t width) {
  put_lines(out, chart.title, width);
  put_lines(out, axis_title(chart.x) + " → " + axis_title(chart.y), width);
  std::vector<Line> lines;
  for (const HistogramBin& bin : chart.bins) {
    lines.push_back({bin.low.to_string() + "-" + bin.high.to_string(), exactly(bin.count), ""});
  }
  put_bars(out, lines, width);
  if (lines.empty()) out += "没有数据\n";
  put_mark_words(out, chart.marks, width);
}

void put(std::string&, const HeatGrid&, std::size_t) {}

void put(std::string&, const Multiples&, std::size_t) {}

}  // namespace

std::string text_from_chart(const Chart& chart, std::size_t width) {
  std::string out;
  std::visit([&](const auto& c) { put(out, c, std::max(width, kNarrowest)); }, chart);
  return out;
}

}  // namespace jiheng::report
