// engine/report/charts/chart_scale.h: round numbers on an axis, and where a value stands between them.
// Takes   the values of a chart.
// Gives   ticks, and pixels for values.
// Units   ticks in the unit of the axis, exact; positions in pixels.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/report/texts/chart.h"

namespace jiheng::report {

/// Smallest and largest of the values seen.
class Extent {
 public:
  void take(const base::Decimal& value);
  void take(const ChartValue& value);
  void take(const ChartAxis& axis);  ///< its from and to
  bool empty() const { return !low_; }
  base::Decimal low() const { return low_.value_or(base::Decimal()); }
  base::Decimal high() const { return high_.value_or(base::Decimal()); }

 private:
  std::optional<base::Decimal> low_;
  std::optional<base::Decimal> high_;
};

/// Of all points of all lines; the axes' own ends are left out.
struct LineExtents {
  Extent x;
  Extent y;
};
LineExtents extents_of(const LineChart& chart);

/// Numbers 1, 2 or 5 times a power of ten apart, the first at or below `low`, the last at or above `high`, at most
/// `most` (at least 2) steps between them. A single value stands between two ticks at least. Two ticks or more.
std::vector<base::Decimal> round_ticks(const base::Decimal& low, const base::Decimal& high, std::size_t most,
                                       bool whole = false);

/// A straight axis from the first tick at pixel `from` to the last at pixel `to`.
class Scale {
 public:
  Scale(std::vector<base::Decimal> ticks, double from, double to);
  /// From `low` to `high` and no further: of the ticks those between them, all with the ticks' own ends where fewer than
  /// two are.
  static Scale within(const base::Decimal& low, const base::Decimal& high, std::vector<base::Decimal> ticks,
                      double from, double to);
  double at(const base::Decimal& value) const;  ///< pixels
  const std::vector<base::Decimal>& ticks() const { return ticks_; }
  const std::vector<std::string>& labels() const {
    return labels_;
  }  ///< one a tick, all with the same places
  /// "", or "×10⁸": what the labels leave out of very large and very small numbers.
  const std::string& factor() const { return factor_; }

 private:
  std::vector<base::Decimal> ticks_;
  std::vector<std::string> labels_;
  std::string factor_;
  double low_;
  double high_;
  double from_;
  double to_;
};

}  // namespace jiheng::report
