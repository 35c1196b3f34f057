// engine/target/interval.h: intervals with open or closed ends, and how one lies to another.
// Takes   ends of any ordered type: decimals for amounts, day numbers for dates.
#pragma once

#include <cstdint>
#include <optional>

namespace jiheng::target {

/// A missing end is unbounded.
template <class T>
struct Interval {
  std::optional<T> low;
  std::optional<T> high;
  bool low_closed = true;
  bool high_closed = true;

  bool is_point() const { return low && high && *low == *high; }
};

enum class Fit : std::uint8_t { inside, outside, partly };

/// How `inner` lies to `outer`. Both are not empty.
template <class T>
Fit fit(const Interval<T>& inner, const Interval<T>& outer) {
  const bool below =
      inner.high && outer.low &&
      (*inner.high < *outer.low || (*inner.high == *outer.low && !(inner.high_closed && outer.low_closed)));
  const bool above =
      inner.low && outer.high &&
      (*inner.low > *outer.high || (*inner.low == *outer.high && !(inner.low_closed && outer.high_closed)));
  if (below || above) return Fit::outside;
  const bool low_holds =
      !outer.low || (inner.low && (*inner.low > *outer.low ||
                                   (*inner.low == *outer.low && (outer.low_closed || !inner.low_closed))));
  const bool high_holds =
      !outer.high ||
      (inner.high && (*inner.high < *outer.high ||
                      (*inner.high == *outer.high && (outer.high_closed || !inner.high_closed))));
  return low_holds && high_holds ? Fit::inside : Fit::partly;
}

}  // namespace jiheng::target
