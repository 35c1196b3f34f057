// Takes counts of totals, gives their figures. Which total a draw has is simulate.cc's.
#include "engine/whatif/draws/distribution.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace jiheng::whatif {
namespace {

using base::Decimal;
using base::Int128;
using Counts = std::vector<std::pair<std::int64_t, std::uint64_t>>;

constexpr int kShownPlaces = 4;
constexpr std::array<int, 7> kQuantiles = {0, 5, 25, 50, 75, 95, 100};

std::int64_t value_at(const Counts& counts, std::uint64_t draws, int percent) {
  std::uint64_t below = 0;
  for (const auto& [value, count] : counts) {
    below += count;
    if (below * 100 >= draws * static_cast<std::uint64_t>(percent)) return value;
  }
  return counts.back().first;
}

/// 1, 2, 5, 10 … units: the least width with which kMaxBins reach over all counts.
std::int64_t width_of(const Counts& counts) {
  for (std::int64_t power = 1;; power *= 10) {
    for (const std::int64_t digit : {1, 2, 5}) {
      const Int128 width = Int128{power} * digit;
      const Int128 bins = floored(counts.back().first, width) - floored(counts.front().first, width) + 1;
      if (bins <= kMaxBins) return static_cast<std::int64_t>(width);
    }
  }
}

std::vector<Bin> bins_of(const Counts& counts, int places) {
  const std::int64_t width = width_of(counts);
  const auto first = static_cast<std::int64_t>(floored(counts.front().first, width));
  auto last = static_cast<std::int64_t>(floored(counts.back().first, width));
  // A total at the very end of the last bin but one belongs to it: 100 of 100 needs no bin of its own.
  if (last > first && counts.back().first == last * width) --last;
  std::vector<Bin> bins;
  for (std::int64_t b = first; b <= last; ++b)
    bins.push_back({Decimal::of(Int128{b} * width, places), Decimal::of((Int128{b} + 1) * width, places), 0});
  for (const auto& [value, count] : counts) {
    const auto at = std::min(static_cast<std::int64_t>(floored(value, width)), last) - first;
    bins[static_cast<std::size_t>(at)].count += count;
  }
  return bins;
}

}  // namespace

Decimal rounded_figure(double value, int places) {
  return Decimal::from_double(value).value_or(Decimal(0)).with_places(places);
}

Distribution distribution_of(const Counts& counts, int places) {
  assert(!counts.empty());
  Distribution out;
  // Around the least total: the squares stay small.
  const std::int64_t origin = counts.front().first;
  Int128 sum = 0;
  double squares = 0;
  for (const auto& [value, count] : counts) {
    out.counts.emplace_back(Decimal::of(value, places), count);
    out.draws += count;
    sum += Int128{value - origin} * static_cast<std::int64_t>(count);
  }
  const double mean = static_cast<double>(sum) / static_cast<double>(out.draws);
  for (const auto& [value, count] : counts) {
    const double off = static_cast<double>(value - origin) - mean;
    squares += off * off * static_cast<double>(count);
  }
  const auto above = base::divide(Decimal::of(sum, places), static_cast<std::int64_t>(out.draws), 12);
  assert(above);  // there was a draw
  out.mean = (Decimal::of(origin, places) + *above).with_places(kShownPlaces);
  double units = 1;  // in one point
  for (int p = 0; p < places; ++p) units *= 10;
  out.standard_deviation =
      rounded_figure(std::sqrt(squares / static_cast<double>(out.draws)) / units, kShownPlaces);
  for (const int percent : kQuantiles)
    out.quantiles.push_back({percent, Decimal::of(value_at(counts, out.draws, percent), places)});
  out.bins = bins_of(counts, places);
  return out;
}

std::uint64_t at_least(const Distribution& distribution, const Decimal& total) {
  std::uint64_t count = 0;
  for (const auto& [value, times] : distribution.counts) count += value >= total ? times : 0;
  return count;
}

Decimal percent_of(std::uint64_t part, std::uint64_t whole) {
  return *base::divide(static_cast<std::int64_t>(part) * 100, static_cast<std::int64_t>(whole), 2);
}

Decimal sampling_error(std::uint64_t part, std::uint64_t whole) {
  constexpr double kOf95Percent = 1.96;
  const double p = static_cast<double>(part) / static_cast<double>(whole);
  return rounded_figure(100 * kOf95Percent * std::sqrt(p * (1 - p) / static_cast<double>(whole)), 2);
}

}  // namespace jiheng::whatif
