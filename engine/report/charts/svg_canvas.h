// engine/report/charts/svg_canvas.h: the elements of a picture, and nothing else of svg: no script, no style, no address.
// Colours are classes of the page's style (html_page.cc).
// Takes   shapes and texts.
// Gives   svg with one decimal place, its texts escaped.
// Units   pixels of a drawing shown at its own size.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng::report {

enum class Anchor { start, middle, end };

/// How wide a text is at most at the size of the labels; no font is looked at.
double text_width(std::string_view text);
/// Columns of display width that this text may take within so many pixels.
std::size_t columns_within(std::string_view text, double width);
/// The text within this width: whole, or cut with "…".
std::string text_within(std::string_view text, double width);

class SvgCanvas {
 public:
  using Points = std::vector<std::pair<double, double>>;

  /// `id` (ASCII letters, digits) makes the names inside this picture unique on the page.
  SvgCanvas(std::string id, double width) : id_(std::move(id)), width_(width) {}

  double width() const { return width_; }

  void text(double x, double y, Anchor anchor, std::string_view text, std::string_view classes = {});
  void line(double x1, double y1, double x2, double y2, std::string_view classes);
  void rect(double x, double y, double width, double height, std::string_view classes);
  void polyline(const Points& points, std::string_view classes);
  void polygon(const Points& points, std::string_view classes);
  void circle(double x, double y, double radius, std::string_view classes);

  /// Each series has a colour, a pattern, a dash and a sign of its own; from the 7th on they begin anew with other pairs.
  void bar(std::size_t series, double x, double y, double width, double height);
  /// From low to high of a range: its edge in dashes, empty.
  void range_bar(std::size_t series, double x, double y, double width, double height);
  void curve(std::size_t series, const Points& points);
  void sign(std::size_t series, double x, double y, bool hollow = false);
  /// Around a sign at the same place: the sign of the first of several series in one line.
  void ring(double x, double y) { circle(x, y, 6.5, "c1 curve"); }

  /// What is drawn between these two belongs together; the words are shown where the mouse rests.
  void begin_group(std::string_view words);
  void end_group();

  /// The picture: its title and description are its accessible name.
  std::string take(double height, std::string_view title, std::string_view description);

 private:
  void point_list(std::string_view tag, const Points& points, std::string_view classes);
  std::string pattern_of(std::size_t series);

  std::string id_;
  double width_;
  std::string body_;
  std::vector<std::size_t> patterns_;  ///< used, each once
};

}  // namespace jiheng::report
