// engine/base/decimal.h: exact decimal numbers; what points, money and printed values are made of.
// Takes   text such as "7.34", "-4.40", "21468.3"; digits only, no signs of grouping.
// Limits  kMaxDigits significant digits, kMaxPlaces decimal places. + - * and divide() are total: exact within the
// limits, past them the nearest number of kMaxDigits digits, never another. What comes from outside is bounded at its
// door (quantity/bounds.h), so that the sums and products of real tables stay exact.
// Source  docs/architecture.md, "Numbers"
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng::base {

__extension__ using Int128 = __int128;

/// coefficient x 10^-places. Trailing zeros are kept ("95.0" prints as "95.0") and ignored in comparison. places()
/// is below 0 only for results of 10^36 and more, which no bounded input leads to; results of 10^100 and more are the largest
/// number there is.
/// In 16 bytes, as numbers are kept by the million: 36 digits are 121 bits with their sign, the places are the other seven.
class Decimal {
 public:
  static constexpr int kMaxDigits = 36;
  static constexpr int kMaxPlaces = 30;
  static constexpr int kLeastPlaces = -64;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : Decimal(of(whole, 0)) {}  // NOLINT: a whole number is a decimal

  /// Reads [+-]digits[.digits] or .digits, all of the text; nullopt for anything else or past the limits.
  static std::optional<Decimal> parse(std::string_view text);

  /// The decimal next to a binary result, after dropping noise past 14 significant digits and kMaxPlaces
  /// places; nullopt for nan, inf and magnitudes of 1e22 and more. For results of formulas only: printed
  /// numbers never pass through a double.
  static std::optional<Decimal> from_double(double value);

  /// coefficient x 10^-places, as given. Requires at most kMaxDigits digits and kLeastPlaces <= places <= 2 kMaxPlaces; past
  /// kMaxPlaces only on the way to a rounded number.
  static constexpr Decimal of(Int128 coefficient, int places) {
    assert(places >= kLeastPlaces && places < kLeastPlaces + kPlaceValues);
    assert(coefficient >> (127 - kPlaceBits) == coefficient >> 127);
    const Int128 bits = coefficient * kPlaceValues + (places < 0 ? places + kPlaceValues : places);
    Decimal d;
    d.low_ = static_cast<std::uint64_t>(bits);
    d.high_ = static_cast<std::int64_t>(bits >> 64);
    return d;
  }

  constexpr Int128 coefficient() const {
    return (static_cast<Int128>(high_) * kTwo64 + low_) >> kPlaceBits;  // rounds down: the places are above 0
  }
  constexpr int places() const {
    const int held = static_cast<int>(low_ % kPlaceValues);
    return held < kPlaceValues + kLeastPlaces ? held : held - kPlaceValues;
  }
  constexpr int sign() const {
    const Int128 v = coefficient();
    return v < 0 ? -1 : (v > 0 ? 1 : 0);
  }
  constexpr bool is_zero() const { return coefficient() == 0; }

  constexpr Decimal negated() const { return of(-coefficient(), places()); }
  constexpr Decimal magnitude() const { return high_ < 0 ? negated() : *this; }

  /// Half up (四舍五入), away from zero for negatives: 2.675 -> 2.68, -2.675 -> -2.68. Keeps fewer places as
  /// they are. Here and below 0 <= places <= kMaxPlaces.
  Decimal rounded(int places) const;
  /// Exactly `places` decimal places: rounded, or padded with zeros ("98.37", "100.00") as far as kMaxDigits
  /// allows.
  Decimal with_places(int places) const;
  /// Without trailing zeros after the point: 95.0 -> 95.
  Decimal trimmed() const;

  std::string to_string() const;
  /// Behind what is there.
  void append_to(std::string& out) const;
  double to_double() const;

  /// Exact while the result has at most kMaxDigits digits and kMaxPlaces places, else rounded half up to those: an
  /// error below one unit of the 36th digit (or the 30th place). Total: no operand is refused.
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + b.negated(); }
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  Decimal& operator+=(const Decimal& more) { return *this = *this + more; }
  Decimal& operator-=(const Decimal& less) { return *this = *this - less; }
  Decimal& operator*=(const Decimal& factor) { return *this = *this * factor; }

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) {
    return (a.low_ == b.low_ && a.high_ == b.high_) || (a <=> b) == 0;
  }

 private:
  static constexpr int kPlaceBits = 7;
  static constexpr int kPlaceValues = 1 << kPlaceBits;
  static constexpr Int128 kTwo64 = static_cast<Int128>(1) << 64;

  std::uint64_t low_ =
      0;  ///< places from 0 to 63, then those below 0, in the last bits: all bits 0 is the number 0
  std::int64_t high_ = 0;
};
static_assert(sizeof(Decimal) == 16 && alignof(Decimal) == 8);

/// Exact; nullopt where the result would pass the limits. For the readers of numbers; all others use + - *.
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
/// a / b, half up at `places`, or at as many as kMaxDigits leave; nullopt only for b = 0.
std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places);

}  // namespace jiheng::base
