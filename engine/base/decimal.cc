// Takes text or integers, gives exact decimals. Knows nothing of units, signs of comparison or Chinese
// numerals: those are quantity/number.h's.
#include "engine/base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/base/real.h"
#include "engine/base/text.h"

namespace jiheng::base {
namespace {

constexpr Int128 kLimit = [] {
  Int128 limit = 1;
  for (int i = 0; i < Decimal::kMaxDigits; ++i) limit *= 10;
  return limit;
}();

constexpr std::array<Int128, Decimal::kMaxDigits + 1> kPowers = [] {
  std::array<Int128, Decimal::kMaxDigits + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// The most a number may be to be multiplied by each power and stay within the limit.
constexpr std::array<Int128, Decimal::kMaxDigits + 1> kRoom = [] {
  std::array<Int128, Decimal::kMaxDigits + 1> room{};
  for (std::size_t i = 0; i < room.size(); ++i) room[i] = (kLimit - 1) / kPowers[i];
  return room;
}();

constexpr Int128 magnitude_of(Int128 v) { return v < 0 ? -v : v; }

/// Nearly all numbers of forms fit 64 bits, and those divide many times faster.
constexpr bool is_short(Int128 v) { return v == static_cast<std::int64_t>(v); }
constexpr bool within_limits(Int128 v) { return v > -kLimit && v < kLimit; }

/// Powers of ten a short number can be multiplied by and stay within the limits.
constexpr int kShortLift = 17;
static_assert(static_cast<Int128>(INT64_MIN) * -kPowers[kShortLift] < kLimit);

/// v x 10^n, or nullopt past the limit.
std::optional<Int128> scaled_up(Int128 v, int n) {
  if (n > Decimal::kMaxDigits) return v == 0 ? std::optional<Int128>(0) : std::nullopt;
  if (magnitude_of(v) > kRoom[static_cast<std::size_t>(n)]) return std::nullopt;
  return v * kPowers[static_cast<std::size_t>(n)];
}

/// v / d, half away from zero. Requires d > 0.
Int128 divided_half_up(Int128 v, Int128 d) {
  if (is_short(v) && is_short(d)) {
    const auto w = static_cast<std::int64_t>(v);
    const auto e = static_cast<std::int64_t>(d);
    const std::int64_t quotient = w / e;
    const std::int64_t rest = w % e < 0 ? -(w % e) : w % e;
    return rest >= e - rest ? (w < 0 ? quotient - 1 : quotient + 1) : quotient;
  }
  const Int128 quotient = v / d;
  const Int128 rest = magnitude_of(v % d);
  if (rest >= d - rest) return v < 0 ? quotient - 1 : quotient + 1;
  return quotient;
}

/// A number on the way: as many digits as 128 bits hold, any places.
struct Unbounded {
  Int128 coefficient = 0;
  int places = 0;

  /// Takes zeros at the end of the places away.
  void trim() {
    if (is_short(coefficient)) {
      auto rest = static_cast<std::int64_t>(coefficient);
      for (; places > 0 && rest % 10 == 0; --places) rest /= 10;
      coefficient = rest;
      return;
    }
    for (; places > 0 && coefficient % 10 == 0; --places) coefficient /= 10;
  }
  bool fits() const {
    return within_limits(coefficient) && places >= Decimal::kLeastPlaces && places <= Decimal::kMaxPlaces;
  }
};

}  // namespace

namespace {

/// A text of so many characters is a coefficient of 64 bits.
constexpr std::size_t kShortText = 18;

template <class Whole>
std::optional<Decimal> parsed(std::string_view text) {
  bool negative = false;
  std::size_t i = 0;
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) negative = text[i++] == '-';
  Whole coefficient = 0;
  int places = 0;
  bool seen_point = false;
  bool seen_digit = false;
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && !seen_point) {
      seen_point = true;
      continue;
    }
    if (!is_digit(text[i])) return std::nullopt;
    seen_digit = true;
    if (sizeof(Whole) > sizeof(std::int64_t) && coefficient > (kLimit - 10) / 10) return std::nullopt;
    coefficient = coefficient * 10 + (text[i] - '0');
    if (seen_point && ++places > Decimal::kMaxPlaces) return std::nullopt;
  }
  if (!seen_digit || text.back() == '.') return std::nullopt;
  return Decimal::of(negative ? -coefficient : coefficient, places);
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  return text.size() <= kShortText ? parsed<std::int64_t>(text) : parsed<Int128>(text);
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  // A whole number of at most 14 digits has no noise to drop.
  if (std::fabs(value) < 1e14 && value == std::trunc(value)) return Decimal(static_cast<std::int64_t>(value));
  const RealDigits read = first_digits(value);
  Int128 coefficient = read.digits;
  int places = read.places;
  if (kRealDigits - 1 - places > 21) return std::nullopt;
  if (places > kMaxPlaces) {  // noise such as 6.9e-18: rounded to what a decimal can hold, not refused
    const int excess = places - kMaxPlaces;
    coefficient =
        excess > kRealDigits ? 0 : divided_half_up(coefficient, kPowers[static_cast<std::size_t>(excess)]);
    places = coefficient == 0 ? 0 : kMaxPlaces;
  }
  if (places < 0) {
    coefficient *= kPowers[static_cast<std::size_t>(-places)];
    places = 0;
  }
  return of(coefficient, places);
}

Decimal Decimal::rounded(int places) const {
  const int dropped = this->places() - places;
  if (dropped <= 0) return *this;
  if (dropped > kMaxDigits) return of(0, places);
  return of(divided_half_up(coefficient(), kPowers[static_cast<std::size_t>(dropped)]), places);
}

Decimal Decimal::with_places(int places) const {
  const Decimal r = rounded(places);
  if (r.places() == places) return r;
  const auto padded = scaled_up(r.coefficient(), places - r.places());
  return padded ? of(*padded, places) : r;
}

Decimal Decimal::trimmed() const {
  Unbounded number{coefficient(), places()};
  number.trim();
  return of(number.coefficient, number.places);
}

std::string Decimal::to_string() const {
  std::string text;
  append_to(text);
  return text;
}

void Decimal::append_to(std::string& out) const {
  char digits[48];
  char* const end = digits + sizeof digits;
  char* at = end;
  Int128 rest = magnitude_of(coefficient());
  const int after_point = places();
  int written = 0;
  const auto write = [&](int digit) {
    if (written == after_point && written > 0) *--at = '.';
    *--at = static_cast<char>('0' + digit);
    ++written;
  };
  for (; !is_short(rest); rest /= 10) write(static_cast<int>(rest % 10));
  auto low = static_cast<std::uint64_t>(rest);
  do {
    write(static_cast<int>(low % 10));
    low /= 10;
  } while (low != 0 || written <= after_point);
  if (sign() < 0) *--at = '-';
  out.append(at, static_cast<std::size_t>(end - at));
  if (after_point < 0) out.append(static_cast<std::size_t>(-after_point), '0');
}

double Decimal::to_double() const {
  // Both exact as doubles: their quotient is the nearest double.
  constexpr Int128 kExactWhole = Int128{1} << 53;
  constexpr int kExactPower = 22;
  const int after_point = places();
  if (magnitude_of(coefficient()) <= kExactWhole && after_point >= 0 && after_point <= kExactPower) {
    static constexpr std::array<double, kExactPower + 1> kTens = [] {
      std::array<double, kExactPower + 1> tens{};
      tens[0] = 1;
      for (std::size_t i = 1; i < tens.size(); ++i) tens[i] = tens[i - 1] * 10;
      return tens;
    }();
    return static_cast<double>(static_cast<std::int64_t>(coefficient())) /
           kTens[static_cast<std::size_t>(after_point)];
  }
  return read_real(to_string()).value;
}

namespace {

/// The first kShortLift powers of ten, in 64 bits.
constexpr std::array<std::int64_t, kShortLift + 1> kShortPowers = [] {
  std::array<std::int64_t, kShortLift + 1> powers{};
  for (std::size_t i = 0; i < powers.size(); ++i) powers[i] = static_cast<std::int64_t>(kPowers[i]);
  return powers;
}();

/// Two short numbers at the places of the finer one, in 128 bits; false where one is longer, or their places lie too far apart.
bool lifted_short(const Decimal& a, const Decimal& b, Int128& x, Int128& y) {
  const Int128 of_a = a.coefficient();
  const Int128 of_b = b.coefficient();
  const int apart = a.places() - b.places();
  if (!is_short(of_a) || !is_short(of_b) || apart > kShortLift || apart < -kShortLift) return false;
  const auto lifted = [](Int128 coefficient, int by) {  // one multiplication of two numbers of 64 bits
    return static_cast<Int128>(static_cast<std::int64_t>(coefficient)) *
           kShortPowers[static_cast<std::size_t>(std::max(by, 0))];
  };
  x = lifted(of_a, -apart);
  y = lifted(of_b, apart);
  return true;
}

}  // namespace

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if ((a.low_ ^ b.low_) % Decimal::kPlaceValues == 0) {  // the same places stand behind the coefficients
    return a.high_ == b.high_ ? a.low_ <=> b.low_ : a.high_ <=> b.high_;
  }
  if (Int128 x = 0, y = 0; lifted_short(a, b, x, y)) {
    return x < y   ? std::strong_ordering::less
           : x > y ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
  }
  if (a.sign() != b.sign()) return a.sign() <=> b.sign();
  // Same sign, different places: lift the one with fewer places; past the limit it is the larger in
  // magnitude.
  const bool lift_a = a.places() < b.places();
  const Decimal& low = lift_a ? a : b;
  const Decimal& high = lift_a ? b : a;
  const auto lifted = scaled_up(low.coefficient(), high.places() - low.places());
  std::strong_ordering low_to_high = std::strong_ordering::equal;
  if (!lifted) {
    low_to_high = low.sign() > 0 ? std::strong_ordering::greater : std::strong_ordering::less;
  } else if (*lifted != high.coefficient()) {
    low_to_high = *lifted < high.coefficient() ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return lift_a ? low_to_high : 0 <=> low_to_high;
}

namespace {

/// The operation on the operands as they stand; past the limits once more without their trailing zeros.
template <class Operation>
std::optional<Decimal> with_room(const Decimal& a, const Decimal& b, const Operation& operation) {
  const auto result = operation(a, b);
  return result ? result : operation(a.trimmed(), b.trimmed());
}

}  // namespace

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  return with_room(a, b, [](const Decimal& x, const Decimal& y) -> std::optional<Decimal> {
    const int places = std::max(x.places(), y.places());
    const auto first = scaled_up(x.coefficient(), places - x.places());
    const auto second = scaled_up(y.coefficient(), places - y.places());
    if (!first || !second || !within_limits(*first + *second)) return std::nullopt;
    return Decimal::of(*first + *second, places);
  });
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add(a, b.negated()); }

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  if (const Int128 x = a.coefficient(), y = b.coefficient(); is_short(x) && is_short(y)) {
    const Unbounded exact{x * y, a.places() + b.places()};  // 126 bits at most
    if (exact.fits()) return Decimal::of(exact.coefficient, exact.places);
  }
  return with_room(a, b, [](const Decimal& x, const Decimal& y) -> std::optional<Decimal> {
    Int128 product = 0;
    if (__builtin_mul_overflow(x.coefficient(), y.coefficient(), &product)) return std::nullopt;
    Unbounded exact{product, x.places() + y.places()};
    if (!exact.fits()) exact.trim();
    if (!exact.fits()) return std::nullopt;
    return Decimal::of(exact.coefficient, exact.places);
  });
}

namespace {

/// v at `places`, |v| up to 100 x kLimit, brought within the limits.
Decimal fitted(Int128 v, int places) {
  Int128 power = 1;
  for (; magnitude_of(v) / power >= kLimit; power *= 10) --places;
  if (power > 1) v = divided_half_up(v, power);
  if (!within_limits(v)) {  // 999…9.5 is 10^36 now
    v /= 10;
    --places;
  }
  while (places < 0 && scaled_up(v, 1)) {
    v *= 10;
    ++places;
  }
  if (places < Decimal::kLeastPlaces)
    return Decimal::of(v < 0 ? 1 - kLimit : kLimit - 1, Decimal::kLeastPlaces);
  return Decimal::of(v, places);
}

/// The sum where it has more digits than fit: the operand of fewer places lifted as far as it goes, the other
/// rounded to it.
Decimal rounded_sum(const Decimal& a, const Decimal& b) {
  const Decimal& coarse = a.places() < b.places() ? a : b;
  const Decimal& fine = a.places() < b.places() ? b : a;
  Int128 lifted = coarse.coefficient();
  int places = coarse.places();
  for (; places < fine.places() && within_limits(lifted); ++places) lifted *= 10;
  return fitted(lifted + fine.rounded(places).coefficient(), places);
}

/// The product where it has more digits than fit: all 72 of them, then the first 36, half up.
Decimal rounded_product(const Decimal& a, const Decimal& b) {
  constexpr int kHalf = Decimal::kMaxDigits / 2;
  constexpr Int128 kBase = kPowers[kHalf];
  const Int128 x = magnitude_of(a.coefficient());
  const Int128 y = magnitude_of(b.coefficient());
  const Int128 middle = x / kBase * (y % kBase) + x % kBase * (y / kBase);
  Int128 low = middle % kBase * kBase + x % kBase * (y % kBase);
  Int128 high = x / kBase * (y / kBase) + middle / kBase + low / kLimit;
  low %= kLimit;
  int places = a.places() + b.places();
  if (high != 0) {
    int dropped = 0;  // digits of `high`; as many of `low` go
    while (high >= kPowers[static_cast<std::size_t>(dropped)] && ++dropped < Decimal::kMaxDigits) {
    }
    const Int128 power = kPowers[static_cast<std::size_t>(dropped)];
    low = high * (kLimit / power) + divided_half_up(low, power);
    places -= dropped;
  }
  return fitted(a.sign() * b.sign() < 0 ? -low : low, places).rounded(Decimal::kMaxPlaces);
}

}  // namespace

Decimal operator+(const Decimal& a, const Decimal& b) {
  const auto fills_low = [](const Decimal& d) { return d.high_ == static_cast<std::int64_t>(d.low_) >> 63; };
  if ((a.low_ ^ b.low_) % Decimal::kPlaceValues == 0 && fills_low(a) && fills_low(b))
    return Decimal::of(a.coefficient() + b.coefficient(), a.places());
  if (Int128 x = 0, y = 0; lifted_short(a, b, x, y)) {
    if (within_limits(x + y)) return Decimal::of(x + y, std::max(a.places(), b.places()));
  }
  const auto exact = add(a, b);
  return exact ? *exact : rounded_sum(a.trimmed(), b.trimmed());
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  const auto exact = multiply(a, b);
  return exact ? *exact : rounded_product(a.trimmed(), b.trimmed());
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places) {
  if (b.is_zero()) return std::nullopt;
  // a.c/10^ap : b.c/10^bp at `places` = a.c * 10^shift / b.c
  int shift = places + b.places() - a.places();
  Int128 denominator = magnitude_of(b.coefficient());
  if (shift < 0) {
    // A divisor past 128 bits is more than twice any numerator: the quotient rounds to 0.
    if (-shift > Decimal::kMaxDigits ||
        __builtin_mul_overflow(denominator, kPowers[static_cast<std::size_t>(-shift)], &denominator)) {
      return Decimal::of(0, places);
    }
  }
  Int128 numerator = magnitude_of(a.coefficient());
  if (shift > 0 && shift <= Decimal::kMaxDigits && numerator <= kRoom[static_cast<std::size_t>(shift)]) {
    numerator *= kPowers[static_cast<std::size_t>(shift)];
    shift = 0;
  }
  if (shift <= 0 && is_short(numerator) && is_short(denominator)) {
    const Int128 quotient = divided_half_up(numerator, denominator);
    return Decimal::of(a.sign() * b.sign() < 0 ? -quotient : quotient, places);
  }
  Int128 quotient = numerator / denominator;
  Int128 rest = numerator % denominator;
  for (; shift > 0; --shift) {  // long division, one decimal place at a time: rest < denominator < 10^36
    if (quotient >= kLimit / 10) break;
    quotient = quotient * 10 + rest * 10 / denominator;
    rest = rest * 10 % denominator;
  }
  if (rest >= denominator - rest) ++quotient;
  return fitted(a.sign() * b.sign() < 0 ? -quotient : quotient, places - std::max(shift, 0));
}

}  // namespace jiheng::base
