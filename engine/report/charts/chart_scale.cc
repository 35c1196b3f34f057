// Takes the values of an axis, gives ticks and pixels. Ticks are exact; pixels are doubles, printed with one place.
#include "engine/report/charts/chart_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace jiheng::report {
namespace {

using base::Decimal;

constexpr int kLargeExponent = 7;   ///< labels of numbers from 10^7 on are shortened
constexpr int kSmallExponent = -5;  ///< and those of steps below 10^-5

/// value × 10^exponent; nullopt past the limits.
std::optional<Decimal> shifted(const Decimal& value, int exponent) {
  const int places = value.places() - exponent;
  if (places > Decimal::kMaxPlaces) return std::nullopt;
  if (places >= 0) return Decimal::of(value.coefficient(), places);
  std::optional<Decimal> out = Decimal::of(value.coefficient(), 0);
  for (int i = places; i < 0 && out; ++i) out = base::multiply(*out, Decimal(10));
  return out;
}

int exponent_of(const Decimal& value) {
  const double size = std::fabs(value.to_double());
  return size > 0 ? static_cast<int>(std::floor(std::log10(size))) : 0;
}

/// The whole number of steps at or below (above) the value.
std::optional<Decimal> steps_to(const Decimal& value, const Decimal& step, bool above) {
  std::optional<Decimal> count = base::divide(value, step, 0);
  const std::optional<Decimal> there = count ? base::multiply(*count, step) : std::nullopt;
  if (!there) return std::nullopt;
  if (above && *there < value) count = base::add(*count, Decimal(1));
  if (!above && *there > value) count = base::subtract(*count, Decimal(1));
  return count;
}

/// Every tick for this step; empty where they are more than `most` steps or past the limits of a Decimal.
std::vector<Decimal> ticks_of(const Decimal& low, const Decimal& high, const Decimal& step,
                              std::size_t most) {
  std::vector<Decimal> out;
  std::optional<Decimal> first = steps_to(low, step, false);
  std::optional<Decimal> last = steps_to(high, step, true);
  if (!first || !last) return out;
  if (*first == *last) last = base::add(*last, Decimal(1));
  for (std::optional<Decimal> at = first; at && last && *at <= *last; at = base::add(*at, Decimal(1))) {
    const std::optional<Decimal> tick = base::multiply(*at, step);
    if (!tick || out.size() > most) return {};
    out.push_back(*tick);
  }
  return out;
}

/// One value stands in the middle: a fiftieth of it on both sides, 0 on its axis, whole numbers between their neighbours.
std::pair<Decimal, Decimal> around(const Decimal& value, bool whole) {
  if (value.is_zero()) return {value, Decimal(1)};
  const int places = std::min(value.trimmed().places() + 2, Decimal::kMaxPlaces);
  const std::optional<Decimal> side =
      whole ? std::optional(Decimal(1)) : base::divide(value.magnitude(), Decimal(50), places);
  const std::optional<Decimal> low = side ? base::subtract(value, *side) : std::nullopt;
  const std::optional<Decimal> high = side ? base::add(value, *side) : std::nullopt;
  return {low.value_or(value), high.value_or(value)};
}

std::string exponent_text(int exponent) {
  constexpr std::array<const char*, 10> kDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out = exponent < 0 ? "×10⁻" : "×10";
  for (const char digit : std::to_string(std::abs(exponent)))
    out += kDigits[static_cast<std::size_t>(digit - '0')];
  return out;
}

}  // namespace

void Extent::take(const Decimal& value) {
  if (!low_ || value < *low_) low_ = value;
  if (!high_ || value > *high_) high_ = value;
}

void Extent::take(const ChartValue& value) {
  take(value.low);
  take(value.high);
}

void Extent::take(const ChartAxis& axis) {
  if (axis.from) take(*axis.from);
  if (axis.to) take(*axis.to);
}

LineExtents extents_of(const LineChart& chart) {
  LineExtents out;
  for (const LineSeries& series : chart.series) {
    for (const LinePiece& piece : series.pieces) {
      for (const LinePoint& point : piece.points) {
        out.x.take(point.x);
        out.y.take(point.y);
      }
    }
  }
  return out;
}

std::vector<Decimal> round_ticks(const Decimal& from, const Decimal& to, std::size_t most, bool whole) {
  const auto [low, high] = from == to ? around(from, whole) : std::pair(from, to);
  most = std::max<std::size_t>(most, 2);
  const double span = high.to_double() - low.to_double();
  int exponent = span > 0 ? static_cast<int>(std::floor(std::log10(span / static_cast<double>(most)))) : 0;
  if (whole) exponent = std::max(exponent, 0);
  exponent = std::clamp(exponent, -Decimal::kMaxPlaces, Decimal::kMaxDigits - 2);
  for (; exponent < Decimal::kMaxDigits; ++exponent) {
    for (const int digit : {1, 2, 5}) {
      const std::optional<Decimal> step = shifted(Decimal(digit), exponent);
      if (!step) continue;
      std::vector<Decimal> ticks = ticks_of(low, high, *step, most);
      if (!ticks.empty()) return ticks;
    }
  }
  return {low, high == low ? Decimal::of(low.coefficient() + 1, low.places()) : high};
}

Scale::Scale(std::vector<Decimal> ticks, double from, double to)
    : ticks_(std::move(ticks)),
      low_(ticks_.front().to_double()),
      high_(ticks_.back().to_double()),
      from_(from),
      to_(to) {
  const int largest = exponent_of(std::max(ticks_.front().magnitude(), ticks_.back().magnitude()));
  int shift = largest >= kLargeExponent ? largest : 0;
  if (largest < kSmallExponent) shift = largest;
  int places = 0;
  std::vector<Decimal> shown;
  for (const Decimal& tick : ticks_) {
    const std::optional<Decimal> value = shifted(tick, -shift);
    shown.push_back(value.value_or(tick).trimmed());
    places = std::max(places, shown.back().places());
  }
  for (const Decimal& value : shown) labels_.push_back(value.with_places(places).to_string());
  if (shift != 0) factor_ = exponent_text(shift);
}

Scale Scale::within(const Decimal& low, const Decimal& high, std::vector<Decimal> ticks, double from,
                    double to) {
  std::vector<Decimal> inside;
  for (const Decimal& tick : ticks)
    if (low <= tick && tick <= high) inside.push_back(tick);
  if (inside.size() < 2) return {std::move(ticks), from, to};
  Scale scale(std::move(inside), from, to);
  scale.low_ = low.to_double();
  scale.high_ = high.to_double();
  return scale;
}

double Scale::at(const Decimal& value) const {
  return from_ + (value.to_double() - low_) / (high_ - low_) * (to_ - from_);
}

}  // namespace jiheng::report
