// Takes a bar chart, gives its pictures: lines of bars or of points, with their numbers beside them.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "engine/base/text.h"
#include "engine/report/charts/svg_charts.h"
#include "engine/report/charts/svg_frame.h"

namespace jiheng::report {
namespace {

constexpr double kPageHeight = 820;  ///< of the lines of one picture; with title and axis it fits on A4
constexpr double kWidestBarLabel = 264;
constexpr std::size_t kLabelLines = 2;
constexpr std::size_t kTwoAxes = 20;  ///< lines from which on the ticks stand above as well

std::vector<std::string> label_lines(const std::string& label, double width) {
  const std::size_t columns = columns_within(label, width);
  std::vector<std::string> lines = base::wrapped(base::printable(label), columns);
  if (lines.size() > kLabelLines) {
    std::string rest;
    for (std::size_t i = kLabelLines - 1; i < lines.size(); ++i) rest += lines[i];
    lines.resize(kLabelLines);
    lines.back() = base::clipped_inside(rest, columns);
  }
  return lines;
}

bool bars_have_range(const BarChart& chart) {
  return std::any_of(chart.items.begin(), chart.items.end(), [](const BarItem& item) {
    return std::any_of(item.values.begin(), item.values.end(),
                       [](const auto& value) { return value && !value->exact(); });
  });
}

std::vector<LegendEntry> legend_of_bars(const BarChart& chart) {
  std::vector<LegendEntry> out;
  const auto kind = chart.dots ? LegendEntry::Kind::sign : LegendEntry::Kind::bar;
  for (std::size_t i = 0; i < chart.series.size() && chart.series.size() > 1; ++i) {
    out.push_back({chart.dots && i == 0 ? LegendEntry::Kind::ring : kind, i, chart.series[i]});
  }
  if (bars_have_range(chart)) out.push_back({LegendEntry::Kind::range, 0, "待核：在这个范围里"});
  return out;
}

/// What is the same in all pictures of one chart.
struct Layout {
  double label_width = 0;
  double left = 0;
  double right = 0;
  std::vector<base::Decimal> ticks;
};

/// The numbers beside the bars need room on their side of 0.
Layout layout_of(const BarChart& chart) {
  Layout layout;
  Extent values;
  double widest = text_width(chart.item_name);
  double above = 0;
  double below = 0;
  for (const BarItem& item : chart.items) {
    widest = std::max(widest, text_width(item.label));
    if (!item.note.empty()) above = std::max(above, text_width(item.note));
    for (const auto& value : item.values) {
      if (!value) continue;
      values.take(*value);
      double& side = value->low.sign() < 0 ? below : above;
      side = std::max(side, text_width(value_text(*value)));
    }
  }
  if (!chart.dots) values.take(base::Decimal());
  values.take(chart.value);
  for (const BarLimit& limit : chart.limits) values.take(limit.at);
  layout.label_width = std::min(widest, kWidestBarLabel);
  layout.left = layout.label_width + (chart.dots ? 24 : 12 + below);
  layout.right = kChartWidth - above - 14;
  if (chart.dots) layout.right = kChartWidth - 24;
  layout.ticks = round_ticks(values.low(), values.high(),
                             static_cast<std::size_t>((layout.right - layout.left) / 64), chart.value.whole);
  return layout;
}

double line_height(const BarChart& chart, const BarItem& item, const Layout& layout) {
  const auto lines = static_cast<double>(label_lines(item.label, layout.label_width).size());
  const double bars =
      chart.dots ? 16 : 14 * static_cast<double>(std::max<std::size_t>(item.values.size(), 1));
  return std::max(13 * lines, bars) + 6;
}

class Lines {
 public:
  Lines(SvgCanvas& canvas, const BarChart& chart, const Layout& layout)
      : canvas_(canvas), chart_(chart), layout_(layout), x_(layout.ticks, layout.left, layout.right) {}

  const Scale& x() const { return x_; }

  void put(const BarItem& item, double top, double height) {
    canvas_.begin_group(words_of(item));
    const std::vector<std::string> label = label_lines(item.label, layout_.label_width);
    double y = top + height / 2 + 4 - 6.5 * static_cast<double>(label.size() - 1);
    for (const std::string& line : label) {
      canvas_.text(layout_.label_width, y, Anchor::end, line);
      y += 13;
    }
    if (chart_.dots) {
      put_dots(item, top + height / 2);
    } else {
      put_bars(item, top + height / 2);
    }
    canvas_.end_group();
  }

 private:
  std::string words_of(const BarItem& item) const {
    std::string words = item.label;
    for (std::size_t i = 0; i < item.values.size() && i < chart_.series.size(); ++i) {
      if (item.values[i])
        words += fmt::format("，{} {}{}", chart_.series[i], value_text(*item.values[i]), chart_.value.unit);
    }
    return item.note.empty() ? words : words + "，" + item.note;
  }

  void put_bars(const BarItem& item, double middle) {
    const double zero = x_.at(base::Decimal());
    double y = middle - 7 * static_cast<double>(std::max<std::size_t>(item.values.size(), 1)) + 1;
    bool any = false;
    for (std::size_t i = 0; i < item.values.size(); ++i, y += 14) {
      if (!item.values[i]) continue;
      any = true;
      put_bar(*item.values[i], i, zero, y);
    }
    if (!any) canvas_.text(zero + 4, middle + 4, Anchor::start, item.note, "tick");
  }

  /// From 0 to the end nearer to it, and as a range on to the other.
  void put_bar(const ChartValue& value, std::size_t series, double zero, double y) {
    const double low = x_.at(value.low);
    const double high = x_.at(value.high);
    const double solid = value.low.sign() > 0 ? low : (value.high.sign() < 0 ? high : zero);
    canvas_.bar(series, std::min(zero, solid), y, std::abs(solid - zero), 12);
    if (!value.exact()) {
      if (value.low.sign() < 0) canvas_.range_bar(series, low, y, std::min(solid, high) - low, 12);
      if (value.high.sign() > 0)
        canvas_.range_bar(series, std::max(solid, low), y, high - std::max(solid, low), 12);
    }
    const bool left = value.low.sign() < 0;
    canvas_.text(left ? low - 4 : high + 4, y + 10, left ? Anchor::end : Anchor::start, value_text(value),
                 "value");
  }

  void put_dots(const BarItem& item, double y) {
    Extent all;
    for (const auto& value : item.values) {
      if (value) all.take(*value);
    }
    if (all.empty()) {
      canvas_.text(layout_.left + 4, y + 4, Anchor::start, item.note, "tick");
      return;
    }
    canvas_.line(x_.at(all.low()), y, x_.at(all.high()), y, "tie");
    for (std::size_t i = 0; i < item.values.size(); ++i) {
      if (!item.values[i]) continue;
      const double low = x_.at(item.values[i]->low);
      const double high = x_.at(item.values[i]->high);
      if (high > low) canvas_.range_bar(i, low, y - 3, high - low, 6);
      for (const double at : {low, high}) {
        if (i == 0)
          canvas_.ring(at, y);
        else
          canvas_.sign(i, at, y);
        if (high <= low) break;
      }
    }
  }

  SvgCanvas& canvas_;
  const BarChart& chart_;
  const Layout& layout_;
  Scale x_;
};

/// The words of the limits, in as many lines as keep them apart; returns the height.
double put_limits(SvgCanvas& canvas, const Scale& x, std::span<const BarLimit> limits, double top) {
  std::vector<double> ends;
  for (const BarLimit& limit : limits) {
    const double width = text_width(limit.label);
    const double begin = std::clamp(x.at(limit.at) - width / 2, 0.0, std::max(0.0, kChartWidth - width));
    std::size_t line = 0;
    while (line < ends.size() && ends[line] > begin) ++line;
    if (line == ends.size()) ends.push_back(0);
    ends[line] = begin + width + 6;
    canvas.text(begin, top + 12 + static_cast<double>(line) * kLine, Anchor::start, limit.label, "tick");
  }
  return static_cast<double>(ends.size()) * kLine;
}

std::string picture(const BarChart& chart, const Layout& layout, std::span<const BarItem> items,
                    const std::string& title, const std::string& id) {
  SvgCanvas canvas(id, kChartWidth);
  double top = put_title(canvas, title);
  if (items.empty()) {
    put_no_data(canvas, top);
    return canvas.take(top + 60, title, chart.note);
  }
  Lines lines(canvas, chart, layout);
  const Scale& x = lines.x();
  top = put_legend(canvas, top, legend_of_bars(chart)) + 4;
  top += put_limits(canvas, x, chart.limits, top);
  canvas.text(0, top + 12, Anchor::start, text_within(chart.item_name, kWidestBarLabel), "tick");
  const bool ticks_above = items.size() >= kTwoAxes;
  if (ticks_above || !chart.item_name.empty()) top += kLine;
  double bottom = top;
  for (const BarItem& item : items) bottom += line_height(chart, item, layout);
  for (std::size_t i = 0; i < x.ticks().size(); ++i) {
    const double at = x.at(x.ticks()[i]);
    canvas.line(at, top, at, bottom, x.ticks()[i].is_zero() ? "axis" : "grid");
    canvas.text(at, bottom + 16, Anchor::middle, x.labels()[i], "tick");
    if (ticks_above) canvas.text(at, top - 4, Anchor::middle, x.labels()[i], "tick");
  }
  for (const BarLimit& limit : chart.limits) canvas.line(x.at(limit.at), top, x.at(limit.at), bottom, "mark");
  double y = top;
  for (const BarItem& item : items) {
    const double height = line_height(chart, item, layout);
    lines.put(item, y, height);
    y += height;
  }
  canvas.line(layout.left, bottom, layout.right, bottom, "axis");
  canvas.text((layout.left + layout.right) / 2, bottom + 33, Anchor::middle,
              axis_title(chart.value, x.factor()));
  return canvas.take(bottom + kAxisRoom, title, chart.note);
}

/// How many items each picture holds: as even as can be.
std::vector<std::size_t> shares(const BarChart& chart, const Layout& layout) {
  double height = 0;
  for (const BarItem& item : chart.items) height += line_height(chart, item, layout);
  const auto pictures = std::max<std::size_t>(1, static_cast<std::size_t>(height / kPageHeight) + 1);
  const std::size_t each = (chart.items.size() + pictures - 1) / pictures;
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < chart.items.size(); at += each)
    out.push_back(std::min(each, chart.items.size() - at));
  return out;
}

}  // namespace

std::vector<std::string> svg_from_bar_chart(const BarChart& chart, const std::string& id) {
  const Layout layout = layout_of(chart);
  const std::vector<std::size_t> counts = shares(chart, layout);
  if (counts.size() <= 1) return {picture(chart, layout, chart.items, chart.title, id)};
  std::vector<std::string> out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::string title = fmt::format("{}（{}/{}）", chart.title, i + 1, counts.size());
    out.push_back(picture(chart, layout, std::span(chart.items).subspan(at, counts[i]), title,
                          fmt::format("{}n{}", id, i + 1)));
    at += counts[i];
  }
  return out;
}

}  // namespace jiheng::report
