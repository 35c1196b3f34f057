// Takes paths, gives lines. Leaves which of them make a table to tables_on_page.
#include "engine/office/pdf/pdf_paths.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace jiheng::office {
namespace {

constexpr double kThickest = 4;     ///< of a line; a thicker one is a bar or an area
constexpr double kSlant = 0.6;      ///< by which the ends of a level line may differ
constexpr double kShortest = 0.05;  ///< shorter ones are nothing
constexpr double kLargestDot = 3;
constexpr double kDotGap = 3;  ///< between the dots of a line, at most
constexpr int kFewestDots = 6;

bool is_thin(const PdfBox& box) {
  const double least = std::min(box.width(), box.height());
  return least <= kThickest && std::max(box.width(), box.height()) >= 1.5 * least;
}

void add_rule(const PdfBox& box, const PdfBox& clip, std::vector<PdfRule>& out) {
  // The clip lets lines pass that lie on its edge.
  const auto seen =
      shared_box(box, {clip.left - kSlant, clip.top - kSlant, clip.right + kSlant, clip.bottom + kSlant});
  if (!seen) return;
  PdfRule rule;
  rule.upright = box.height() > box.width();
  rule.at = rule.upright ? seen->centre() : seen->middle();
  rule.from = rule.upright ? seen->top : seen->left;
  rule.to = rule.upright ? seen->bottom : seen->right;
  if (rule.to - rule.from >= kShortest) out.push_back(rule);
}

/// A square or round one, of which a row makes a dotted line.
bool is_dot(const PdfBox& box) {
  const double most = std::max(box.width(), box.height());
  return most <= kLargestDot && most > kShortest && std::min(box.width(), box.height()) > most / 1.5;
}

/// Dots in a row, from left to right or (upright) from above, as lines.
void add_rows_of_dots(std::vector<PdfBox>& dots, bool upright, std::vector<PdfRule>& out) {
  const auto across = [upright](const PdfBox& box) { return upright ? box.centre() : box.middle(); };
  const auto from = [upright](const PdfBox& box) { return upright ? box.top : box.left; };
  const auto to = [upright](const PdfBox& box) { return upright ? box.bottom : box.right; };
  std::sort(dots.begin(), dots.end(),
            [&](const PdfBox& a, const PdfBox& b) { return across(a) < across(b); });
  for (auto begin = dots.begin(); begin != dots.end();) {
    const auto end = std::find_if(
        begin, dots.end(), [&](const PdfBox& box) { return across(box) - across(*begin) > kSlant / 2; });
    std::sort(begin, end, [&](const PdfBox& a, const PdfBox& b) { return from(a) < from(b); });
    for (auto first = begin; first != end;) {
      auto last = first;
      while (std::next(last) != end && from(*std::next(last)) - to(*last) <= kDotGap) ++last;
      if (last - first >= kFewestDots) out.push_back({upright, across(*first), from(*first), to(*last)});
      first = std::next(last);
    }
    begin = end;
  }
}

/// Four corners of a box, the first one perhaps again.
bool is_rectangle(const std::vector<PdfPoint>& points) {
  std::size_t count = points.size();
  if (count > 4 && std::abs(points.front().x - points.back().x) < kShortest &&
      std::abs(points.front().y - points.back().y) < kShortest) {
    --count;
  }
  if (count != 4) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const PdfPoint& a = points[i];
    const PdfPoint& b = points[(i + 1) % 4];
    if (std::abs(a.x - b.x) > kSlant && std::abs(a.y - b.y) > kSlant) return false;
  }
  return true;
}

}  // namespace

PdfMatrix PdfMatrix::then(const PdfMatrix& o) const {
  return {a * o.a + b * o.c, a * o.b + b * o.d,       c * o.a + d * o.c,
          c * o.b + d * o.d, e * o.a + f * o.c + o.e, e * o.b + f * o.d + o.f};
}

double PdfMatrix::scale() const { return std::sqrt(std::abs(a * d - b * c)); }

PdfBox box_around(const std::vector<PdfPoint>& points) {
  if (points.empty()) return {};
  PdfBox box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const PdfPoint& point : points) {
    box.left = std::min(box.left, point.x);
    box.right = std::max(box.right, point.x);
    box.top = std::min(box.top, point.y);
    box.bottom = std::max(box.bottom, point.y);
  }
  return box;
}

std::optional<PdfBox> shared_box(const PdfBox& a, const PdfBox& b) {
  const PdfBox box{std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
                   std::min(a.bottom, b.bottom)};
  // Said so that what is no number shares nothing.
  if (!(box.left <= box.right && box.top <= box.bottom)) return std::nullopt;
  return box;
}

void PdfPath::move_to(PdfPoint point) { parts_.push_back({{point}, false}); }

void PdfPath::line_to(PdfPoint point) {
  if (parts_.empty()) return move_to(point);
  parts_.back().points.push_back(point);
}

void PdfPath::curve_to(PdfPoint end) {
  line_to(end);
  parts_.back().curved = true;
}

void PdfPath::close() {
  if (parts_.empty() || parts_.back().points.size() < 2) return;
  const PdfPoint first = parts_.back().points.front();
  parts_.back().points.push_back(first);
}

void PdfPath::clear() { parts_.clear(); }

PdfBox PdfPath::box() const {
  std::vector<PdfPoint> corners;
  for (const Part& part : parts_) {
    const PdfBox box = box_around(part.points);
    corners.push_back({box.left, box.top});
    corners.push_back({box.right, box.bottom});
  }
  return box_around(corners);
}

std::optional<PdfBox> PdfPath::rectangle() const {
  if (parts_.size() != 1 || parts_.front().curved || !is_rectangle(parts_.front().points))
    return std::nullopt;
  return box_around(parts_.front().points);
}

void PdfPath::stroke(double width, const PdfBox& clip, std::vector<PdfRule>& out) const {
  for (const Part& part : parts_) {
    if (part.curved) continue;
    for (std::size_t i = 1; i < part.points.size(); ++i) {
      PdfBox box = box_around({part.points[i - 1], part.points[i]});
      if (box.width() > kSlant && box.height() > kSlant) continue;
      if (width > kThickest) {  // a bar: as wide as it is drawn, it is a line along its longer side
        const bool upright = box.height() > box.width();
        box.left -= upright ? width / 2 : 0;
        box.right += upright ? width / 2 : 0;
        box.top -= upright ? 0 : width / 2;
        box.bottom += upright ? 0 : width / 2;
        if (!is_thin(box)) continue;
      }
      add_rule(box, clip, out);
    }
  }
}

void PdfPath::fill(const PdfBox& clip, std::vector<PdfRule>& out, std::vector<PdfBox>& dots) const {
  for (const Part& part : parts_) {
    const PdfBox box = box_around(part.points);
    if (is_dot(box)) {
      if (shared_box(box, clip)) dots.push_back(box);
    } else if (!part.curved && is_rectangle(part.points) && is_thin(box)) {
      add_rule(box, clip, out);
    }
  }
}

void add_dotted_rules(std::vector<PdfBox> dots, std::vector<PdfRule>& out) {
  add_rows_of_dots(dots, false, out);
  add_rows_of_dots(dots, true, out);
}

}  // namespace jiheng::office
