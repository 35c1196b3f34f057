// engine/office/pdf/pdf_paths.h: paths of a page -> the ruling lines among them, and clipping.
// Takes   points of the page as it is shown, in the order they are drawn.
// Gives   level and upright lines; curves and slanted ones are none. O(points).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "engine/office/pdf/pdf_page.h"

namespace jiheng::office {

struct PdfPoint {
  double x = 0;
  double y = 0;
};

/// From the space of a form or text to that around it: x' = a x + c y + e, y' = b x + d y + f.
struct PdfMatrix {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 1;
  double e = 0;
  double f = 0;
  PdfPoint operator()(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  /// First this one, then `outer`.
  PdfMatrix then(const PdfMatrix& outer) const;
  /// How much longer a length gets, about.
  double scale() const;
};

/// The box around points.
PdfBox box_around(const std::vector<PdfPoint>& points);
/// What two boxes share; nullopt where that is nothing.
std::optional<PdfBox> shared_box(const PdfBox& a, const PdfBox& b);

class PdfPath {
 public:
  void move_to(PdfPoint point);
  void line_to(PdfPoint point);
  void curve_to(PdfPoint end);
  void close();
  void clear();
  bool empty() const { return parts_.empty(); }

  PdfBox box() const;
  /// The one rectangle that it is.
  std::optional<PdfBox> rectangle() const;
  /// The lines of a stroke `width` wide.
  void stroke(double width, const PdfBox& clip, std::vector<PdfRule>& out) const;
  /// The thin rectangles among the parts, and those so small that a row of them is a dotted line.
  void fill(const PdfBox& clip, std::vector<PdfRule>& out, std::vector<PdfBox>& dots) const;

 private:
  struct Part {
    std::vector<PdfPoint> points;
    bool curved = false;
  };
  std::vector<Part> parts_;
};

/// The lines that rows of dots make. O(dots log dots).
void add_dotted_rules(std::vector<PdfBox> dots, std::vector<PdfRule>& out);

}  // namespace jiheng::office
