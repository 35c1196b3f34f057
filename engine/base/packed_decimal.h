// engine/base/packed_decimal.h: a Decimal in 16 bytes, for results kept by the million.
// Takes   any Decimal. Loses nothing: 36 digits are 121 bits with their sign, places another 6.
#pragma once

#include <cassert>
#include <cstdint>

#include "engine/base/decimal.h"

namespace jiheng::base {

class PackedDecimal {
 public:
  constexpr PackedDecimal() : PackedDecimal(Decimal()) {}
  constexpr PackedDecimal(const Decimal& d) {  // NOLINT: the same number
    const int shifted = d.places() + kShift;
    assert(shifted >= 0 && shifted < kPlaces);
    const Int128 bits = d.coefficient() * kPlaces + shifted;
    low_ = static_cast<std::uint64_t>(bits);
    high_ = static_cast<std::int64_t>(bits >> 64);
  }

  constexpr Decimal value() const {
    const Int128 bits = static_cast<Int128>(high_) * kTwo64 + low_;
    const int shifted = static_cast<int>(low_ % kPlaces);
    return Decimal::of((bits - shifted) / kPlaces, shifted - kShift);
  }

 private:
  static constexpr int kPlaces = 64;
  static constexpr int kShift = 16;
  static constexpr Int128 kTwo64 = static_cast<Int128>(1) << 64;
  std::uint64_t low_ = 0;
  std::int64_t high_ = 0;
};
static_assert(sizeof(PackedDecimal) == 16);

}  // namespace jiheng::base
