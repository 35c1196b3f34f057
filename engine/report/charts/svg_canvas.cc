// Takes shapes and texts, gives svg. Numbers have one place, texts are escaped (html_page.h).
#include "engine/report/charts/svg_canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/text.h"
#include "engine/report/texts/html_page.h"

namespace jiheng::report {
namespace {

/// Of text of 12 pixels in the widest usual font.
constexpr double kWide = 12.4;   ///< a Chinese character
constexpr double kNarrow = 7.6;  ///< a digit

constexpr std::size_t kColours = 6;
/// Of a square of 6 pixels, over the light colour of the series. The first series is solid.
constexpr std::array<std::string_view, kColours> kPatterns = {
    "",
    "<path class=\"pen\" d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\"/>",
    "<circle class=\"dot\" cx=\"1.5\" cy=\"1.5\" r=\"1.2\"/><circle class=\"dot\" cx=\"4.5\" cy=\"4.5\" "
    "r=\"1.2\"/>",
    "<path class=\"pen\" d=\"M0 1.5H6M0 4.5H6\"/>",
    "<path class=\"pen\" d=\"M-1 5L1 7M0 0L6 6M5 -1L7 1\"/>",
    "<path class=\"pen\" d=\"M1.5 0V6M4.5 0V6\"/>"};

std::size_t colour_of(std::size_t series) { return series % kColours; }

/// One place, without ".0" and "-0".
std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  const double kept = std::clamp(value, -1e6, 1e6);
  std::string out = fmt::format("{:.1f}", kept);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out == "-0" ? "0" : out;
}

std::string class_text(std::string_view classes) {
  return classes.empty() ? std::string() : fmt::format(" class=\"{}\"", classes);
}

}  // namespace

double text_width(std::string_view text) {
  const auto characters = static_cast<double>(base::count_characters(text));
  const double wide = static_cast<double>(base::display_width(text)) - characters;
  return kNarrow * (characters - wide) + kWide * wide;
}

std::size_t columns_within(std::string_view text, double width) {
  const double all = text_width(text);
  if (all <= width) return std::max<std::size_t>(base::display_width(text), 2);
  return static_cast<std::size_t>(
      std::max(2.0, static_cast<double>(base::display_width(text)) * width / all));
}

std::string text_within(std::string_view text, double width) {
  return base::clipped(base::printable(text), columns_within(text, width));
}

void SvgCanvas::text(double x, double y, Anchor anchor, std::string_view text, std::string_view classes) {
  if (text.empty()) return;
  const std::string_view at = anchor == Anchor::start    ? ""
                              : anchor == Anchor::middle ? " text-anchor=\"middle\""
                                                         : " text-anchor=\"end\"";
  body_ += fmt::format("<text x=\"{}\" y=\"{}\"{}{}>{}</text>\n", number(x), number(y), at,
                       class_text(classes), html_attribute(text));
}

void SvgCanvas::line(double x1, double y1, double x2, double y2, std::string_view classes) {
  body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n", number(x1), number(y1),
                       number(x2), number(y2), class_text(classes));
}

void SvgCanvas::rect(double x, double y, double width, double height, std::string_view classes) {
  body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n", number(x), number(y),
                       number(std::max(width, 0.0)), number(std::max(height, 0.0)), class_text(classes));
}

void SvgCanvas::point_list(std::string_view tag, const Points& points, std::string_view classes) {
  std::string list;
  for (const auto& [x, y] : points)
    list += fmt::format("{}{},{}", list.empty() ? "" : " ", number(x), number(y));
  body_ += fmt::format("<{} points=\"{}\"{}/>\n", tag, list, class_text(classes));
}

void SvgCanvas::polyline(const Points& points, std::string_view classes) {
  point_list("polyline", points, classes);
}

void SvgCanvas::polygon(const Points& points, std::string_view classes) {
  point_list("polygon", points, classes);
}

void SvgCanvas::circle(double x, double y, double radius, std::string_view classes) {
  body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", number(x), number(y), number(radius),
                       class_text(classes));
}

std::string SvgCanvas::pattern_of(std::size_t series) {
  const std::size_t colour = colour_of(series);
  if (colour == 0) return {};
  if (std::find(patterns_.begin(), patterns_.end(), colour) == patterns_.end()) patterns_.push_back(colour);
  return fmt::format(" fill=\"url(#{}p{})\"", id_, colour + 1);
}

void SvgCanvas::bar(std::size_t series, double x, double y, double width, double height) {
  const std::string pattern = pattern_of(series);
  body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"c{} {}\"{}/>\n", number(x),
                       number(y), number(std::max(width, 0.0)), number(height), colour_of(series) + 1,
                       pattern.empty() ? "solid" : "edge", pattern);
}

void SvgCanvas::range_bar(std::size_t series, double x, double y, double width, double height) {
  rect(x, y, width, height, fmt::format("c{} open", colour_of(series) + 1));
}

void SvgCanvas::curve(std::size_t series, const Points& points) {
  constexpr std::size_t kDashes = 4;
  const std::size_t dash = (series + series / kColours) % kDashes;
  polyline(points, fmt::format("c{} curve d{}", colour_of(series) + 1, dash + 1));
}

void SvgCanvas::sign(std::size_t series, double x, double y, bool hollow) {
  constexpr std::size_t kSigns = 4;
  const std::string classes = fmt::format("c{} {}", colour_of(series) + 1, hollow ? "hollow" : "solid");
  switch ((series + series / kColours) % kSigns) {
    case 0:
      return circle(x, y, 4, classes);
    case 1:
      return polygon({{x, y - 5}, {x + 5, y}, {x, y + 5}, {x - 5, y}}, classes);
    case 2:
      return rect(x - 3.5, y - 3.5, 7, 7, classes);
    default:
      return polygon({{x, y - 5}, {x + 5, y + 4}, {x - 5, y + 4}}, classes);
  }
}

void SvgCanvas::begin_group(std::string_view words) {
  body_ += fmt::format("<g><title>{}</title>\n", html_attribute(words));
}

void SvgCanvas::end_group() { body_ += "</g>\n"; }

std::string SvgCanvas::take(double height, std::string_view title, std::string_view description) {
  std::string out = fmt::format(
      "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" aria-labelledby=\"{2}t "
      "{2}d\">\n"
      "<title id=\"{2}t\">{3}</title>\n<desc id=\"{2}d\">{4}</desc>\n",
      number(width_), number(height), id_, html_attribute(title), html_attribute(description));
  std::sort(patterns_.begin(), patterns_.end());
  for (const std::size_t colour : patterns_) {
    out += fmt::format(
        "<pattern id=\"{}p{}\" class=\"c{}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        "<rect class=\"under\" width=\"6\" height=\"6\"/>{}</pattern>\n",
        id_, colour + 1, colour + 1, kPatterns[colour]);
  }
  return out + std::exchange(body_, {}) + "</svg>\n";
}

}  // namespace jiheng::report
