// Takes titles, axes and marks, gives their shapes on a canvas.
#include "engine/report/charts/svg_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "engine/base/text.h"

namespace jiheng::report {
namespace {

constexpr double kBadge = 8;  ///< radius of the number of a mark
constexpr std::size_t kMarkLines = 4;

/// In which line above the plot the number of each mark stands: the first where it touches no other. A number that
/// would touch others in every line stands in none: kMarkLines.
std::vector<std::size_t> mark_lines(std::span<const LineMark> marks, const Scale& x) {
  std::vector<std::size_t> lines;
  std::array<std::set<double>, kMarkLines> taken;
  for (const LineMark& mark : marks) {
    const double at = x.at(mark.x);
    const auto touches = [at](const std::set<double>& others) {
      const auto next = others.lower_bound(at - 2 * kBadge - 2);
      return next != others.end() && *next < at + 2 * kBadge + 2;
    };
    std::size_t line = 0;
    while (line < kMarkLines && touches(taken.at(line))) ++line;
    if (line < kMarkLines) taken.at(line).insert(at);
    lines.push_back(line);
  }
  return lines;
}

bool is_inside(const Plot& plot, double x) { return x >= plot.left - 0.5 && x <= plot.right + 0.5; }

void put_sample(SvgCanvas& canvas, const LegendEntry& entry, double x, double y) {
  switch (entry.kind) {
    case LegendEntry::Kind::bar:
      return canvas.bar(entry.series, x, y - 10, 22, 10);
    case LegendEntry::Kind::range:
      return canvas.range_bar(entry.series, x, y - 10, 22, 10);
    case LegendEntry::Kind::curve:
      canvas.curve(entry.series, {{x, y - 5}, {x + 22, y - 5}});
      if (entry.dots) canvas.sign(entry.series, x + 11, y - 5);
      return;
    case LegendEntry::Kind::sign:
      return canvas.sign(entry.series, x + 11, y - 5);
    case LegendEntry::Kind::ring:
      return canvas.ring(x + 11, y - 5);
  }
}

}  // namespace

std::string axis_title(const ChartAxis& axis, const std::string& factor) {
  std::string unit = factor;
  if (!axis.unit.empty()) unit += (unit.empty() ? "" : " ") + axis.unit;
  return unit.empty() ? axis.name : fmt::format("{}（{}）", axis.name, unit);
}

std::string value_text(const ChartValue& value) {
  if (value.exact()) return value.low.to_string();
  return value.low.to_string() + (value.low.sign() < 0 || value.high.sign() < 0 ? "至" : "-") +
         value.high.to_string();
}

double put_title(SvgCanvas& canvas, const std::string& title) {
  double y = 18;
  const auto columns = static_cast<std::size_t>(canvas.width() / 8.4);
  for (const std::string& line : base::wrapped(base::printable(title), columns)) {
    canvas.text(0, y, Anchor::start, line, "name");
    y += 20;
  }
  return y - 8;
}

double put_legend(SvgCanvas& canvas, double top, std::span<const LegendEntry> entries) {
  if (entries.empty()) return top;
  double x = 0;
  double y = top + kLine;
  for (const LegendEntry& entry : entries) {
    const std::string words = text_within(entry.words, canvas.width() - 40);
    const double width = 28 + text_width(words) + 16;
    if (x > 0 && x + width > canvas.width()) {
      x = 0;
      y += kLine + 2;
    }
    put_sample(canvas, entry, x, y);
    canvas.text(x + 28, y, Anchor::start, words);
    x += width;
  }
  return y + 6;
}

double room_for_labels(const Scale& y) {
  double widest = 0;
  for (const std::string& label : y.labels()) widest = std::max(widest, text_width(label));
  return widest + 8;
}

void put_axes(SvgCanvas& canvas, const Plot& plot, const ChartAxis& x, const ChartAxis& y) {
  canvas.text(0, plot.y_title, Anchor::start, text_within(axis_title(y, plot.y.factor()), canvas.width()));
  for (std::size_t i = 0; i < plot.y.ticks().size(); ++i) {
    const double at = plot.y.at(plot.y.ticks()[i]);
    canvas.line(plot.left, at, plot.right, at, "grid");
    canvas.text(plot.left - 6, at + 4, Anchor::end, plot.y.labels()[i], "tick");
  }
  for (std::size_t i = 0; i < plot.x.ticks().size(); ++i) {
    const double at = plot.x.at(plot.x.ticks()[i]);
    canvas.line(at, plot.bottom, at, plot.bottom + 4, "axis");
    canvas.text(at, plot.bottom + 16, Anchor::middle, plot.x.labels()[i], "tick");
  }
  canvas.line(plot.left, plot.bottom, plot.right, plot.bottom, "axis");
  canvas.line(plot.left, plot.top, plot.left, plot.bottom, "axis");
  canvas.text((plot.left + plot.right) / 2, plot.bottom + 33, Anchor::middle,
              text_within(axis_title(x, plot.x.factor()), canvas.width()));
}

double room_for_marks(std::span<const LineMark> marks, const Scale& x) {
  std::size_t most = 0;
  for (const std::size_t line : mark_lines(marks, x)) most = std::max(most, std::min(line + 1, kMarkLines));
  return most == 0 ? 0 : 4 + static_cast<double>(most) * (2 * kBadge + 2);
}

void put_marks(SvgCanvas& canvas, const Plot& plot, std::span<const LineMark> marks) {
  const std::vector<std::size_t> lines = mark_lines(marks, plot.x);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const double x = plot.x.at(marks[i].x);
    if (!is_inside(plot, x)) continue;
    const bool numbered = lines[i] < kMarkLines;
    const double y = plot.top - 4 - kBadge - static_cast<double>(numbered ? lines[i] : 0) * (2 * kBadge + 2);
    canvas.begin_group(fmt::format("{} {}", i + 1, marks[i].label));
    canvas.line(x, plot.top, x, plot.bottom, "casing");
    canvas.line(x, numbered ? y + kBadge : plot.top, x, plot.bottom, "mark");
    if (marks[i].y) canvas.circle(x, plot.y.at(*marks[i].y), 6, "here");
    if (numbered) {
      canvas.circle(x, y, kBadge, "badge");
      canvas.text(x, y + 4, Anchor::middle, fmt::format("{}", i + 1), "tick");
    }
    canvas.end_group();
  }
}

void put_no_data(SvgCanvas& canvas, double top) {
  canvas.rect(0.5, top + 8, canvas.width() - 1, 48, "frame");
  canvas.text(canvas.width() / 2, top + 36, Anchor::middle, "没有数据");
}

}  // namespace jiheng::report
