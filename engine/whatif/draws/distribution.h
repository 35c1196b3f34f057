// engine/whatif/draws/distribution.h: how often each total was drawn, and what that says: mean, spread, quantiles, bins.
// Takes   counts of exact totals. Everything is computed from the counts in whole numbers: the order of the draws is
//         nothing to it.
// Units   points.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/base/decimal.h"

namespace jiheng::whatif {

struct Bin {
  base::Decimal from;
  base::Decimal to;  ///< not included, but for the last bin
  std::uint64_t count = 0;
};

struct Quantile {
  int percent = 50;
  base::Decimal value;  ///< the least total that at least so many percent of the draws do not exceed
};

struct Distribution {
  std::vector<std::pair<base::Decimal, std::uint64_t>> counts;  ///< lowest first, none of 0
  std::uint64_t draws = 0;
  base::Decimal mean;                ///< 4 places
  base::Decimal standard_deviation;  ///< of the draws (divided by their number), 4 places
  std::vector<Quantile> quantiles;   ///< 0 (least), 5, 25, 50, 75, 95, 100 (most)
  std::vector<Bin> bins;             ///< touch each other, at most kMaxBins, ends are multiples of the width
};

inline constexpr int kMaxBins = 20;

/// v / d, towards lower numbers. Requires d > 0.
constexpr base::Int128 floored(base::Int128 v, base::Int128 d) { return v / d - (v % d < 0 ? 1 : 0); }

/// A figure of a distribution as it is given: 0 where no decimal holds it.
base::Decimal rounded_figure(double value, int places);

/// `counts` in units of 10^-places, lowest first; at least one. Magnitudes below 10^15.
Distribution distribution_of(const std::vector<std::pair<std::int64_t, std::uint64_t>>& counts, int places);

/// Draws at or above a total.
std::uint64_t at_least(const Distribution& distribution, const base::Decimal& total);

/// So many of so many, in percent with 2 places; and how far a chance estimated from the draws may be off (95%).
base::Decimal percent_of(std::uint64_t part, std::uint64_t whole);
base::Decimal sampling_error(std::uint64_t part, std::uint64_t whole);

}  // namespace jiheng::whatif
