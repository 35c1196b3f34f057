// What holds for every decimal, tried on generated ones: the generator is fixed, so every run tries the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include "engine/base/decimal.h"
#include "engine/base/real.h"
#include "tests/property/rounds.h"

namespace jiheng::base {
namespace {

class Generator {
 public:
  /// Up to `digits` digits, up to 6 places, either sign; often round and often zero.
  Decimal next(int digits) {
    std::string text = pick(2) == 0 ? "-" : "";
    const int length = 1 + pick(digits);
    const int places = pick(3) == 0 ? 0 : pick(7);
    for (int i = 0; i < length; ++i) text += static_cast<char>('0' + (pick(3) == 0 ? 0 : pick(10)));
    if (places > 0) text += '.';
    for (int i = 0; i < places; ++i) text += static_cast<char>('0' + pick(10));
    return Decimal::parse(text).value();
  }
  int pick(int below) { return static_cast<int>(engine_() % static_cast<unsigned>(below)); }

 private:
  std::mt19937 engine_{20231231};
};

constexpr int kRounds = rounds(20000);

TEST(DecimalProperty, TextComesBack) {
  Generator generator;
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = generator.next(20);
    const auto back = Decimal::parse(a.to_string());
    ASSERT_TRUE(back) << a.to_string();
    ASSERT_EQ(*back, a) << a.to_string();
    ASSERT_EQ(back->places(), a.places()) << a.to_string();
  }
}

TEST(DecimalProperty, AdditionUndoesSubtraction) {
  Generator generator;
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = generator.next(18);
    const Decimal b = generator.next(18);
    ASSERT_EQ(add(subtract(a, b).value(), b).value(), a) << a.to_string() << " " << b.to_string();
    ASSERT_EQ(add(a, b).value(), add(b, a).value());
    ASSERT_EQ(subtract(a, b).value().sign() < 0, a < b) << a.to_string() << " " << b.to_string();
  }
}

TEST(DecimalProperty, DivisionUndoesMultiplication) {
  Generator generator;
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = generator.next(10);
    const Decimal b = generator.next(10);
    const Decimal product = multiply(a, b).value();
    ASSERT_EQ(product, multiply(b, a).value());
    if (!b.is_zero()) {
      ASSERT_EQ(divide(product, b, a.places()).value(), a) << a.to_string() << " " << b.to_string();
    }
  }
}

TEST(DecimalProperty, AQuotientIsTheNearest) {
  Generator generator;
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = generator.next(12);
    const Decimal b = generator.next(6);
    if (b.is_zero()) continue;
    const int places = generator.pick(6);
    const Decimal quotient = divide(a, b, places).value();
    ASSERT_EQ(quotient.places(), places);
    // 2 × |a − quotient × b| ≤ |b| × 10^-places
    const Decimal rest = subtract(a, multiply(quotient, b).value()).value().magnitude();
    ASSERT_LE(multiply(rest, 2).value(), multiply(b.magnitude(), Decimal::of(1, places)).value())
        << a.to_string() << " " << b.to_string() << " " << places;
  }
}

/// All 36 digits, either sign, any place of the point: what no door lets in, and what the operators still tell truly.
TEST(DecimalProperty, PastTheDigitsTheNearestNumberIsGiven) {
  Generator generator;
  const auto next = [&] {
    std::string digits;
    for (int i = 0; i < Decimal::kMaxDigits; ++i) digits += static_cast<char>('0' + generator.pick(10));
    digits[0] = '1';
    digits.insert(digits.size() - static_cast<std::size_t>(1 + generator.pick(30)), ".");
    return Decimal::parse((generator.pick(2) == 0 ? "-" : "") + digits).value();
  };
  // One unit of the 35th digit of a number.
  const auto slack = [](const Decimal& value) {
    return value.magnitude() * Decimal::parse("0.0000000000000000000000000001").value() * Decimal::of(1, 6);
  };
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = next();
    const Decimal b = next();
    ASSERT_EQ(a + b, b + a);
    ASSERT_EQ(a * b, b * a);
    ASSERT_EQ((a * b).sign(), a.sign() * b.sign());
    ASSERT_EQ((a - b).sign() < 0, a < b) << a.to_string() << " " << b.to_string();
    ASSERT_LE((a + b - b - a).magnitude(), slack(a) + slack(b)) << a.to_string() << " " << b.to_string();
    ASSERT_LE((*divide(a * b, b, 30) - a).magnitude(), slack(a)) << a.to_string() << " " << b.to_string();
  }
}

TEST(DecimalProperty, RoundingIsNearAndOnce) {
  Generator generator;
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = generator.next(15);
    const int places = generator.pick(6);
    const Decimal rounded = a.rounded(places);
    ASSERT_EQ(rounded.rounded(places), rounded);
    ASSERT_EQ(a.negated().rounded(places), rounded.negated());
    ASSERT_LE(multiply(subtract(a, rounded).value().magnitude(), 2).value(), Decimal::of(1, places))
        << a.to_string();
    ASSERT_EQ(rounded, divide(a, 1, places).value());
  }
}

TEST(DecimalProperty, ADoubleOnTheWayKeepsShortNumbers) {
  Generator generator;
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = generator.next(7);  // with its places 13 digits at most
    ASSERT_EQ(Decimal::from_double(a.to_double()).value(), a) << a.to_string();
  }
}

/// The same number with eighteen zeros more behind the point: past 64 bits.
Decimal in_long(const Decimal& a) { return a.with_places(a.places() + 18); }

TEST(DecimalProperty, ShortNumbersAreWorkedOutAsLongOnes) {
  Generator generator;
  for (int i = 0; i < kRounds; ++i) {
    const Decimal a = generator.next(10);
    const Decimal b = generator.next(10);
    const std::string both = a.to_string() + " " + b.to_string();
    ASSERT_EQ(a <=> b, in_long(a) <=> in_long(b)) << both;
    ASSERT_EQ(a <=> b, a <=> in_long(b)) << both;
    ASSERT_EQ(a + b, in_long(a) + in_long(b)) << both;
    ASSERT_EQ(a * b, in_long(a) * in_long(b)) << both;
    ASSERT_EQ((a + b).places(), std::max(a.places(), b.places())) << both;
    ASSERT_EQ((a * b).places(), a.places() + b.places()) << both;
  }
  const Decimal most = INT64_MAX;
  const Decimal least = INT64_MIN;
  EXPECT_EQ((most + most).to_string(), "18446744073709551614");
  EXPECT_EQ((least + least).to_string(), "-18446744073709551616");
  EXPECT_EQ((least * Decimal(-1)).to_string(), "9223372036854775808");
  EXPECT_EQ((most * most).to_string(), "85070591730234615847396907784232501200");  // …1249: 36 digits of 38
  EXPECT_LT(least, Decimal::of(INT64_MIN, 1));
  EXPECT_LT(Decimal::of(INT64_MAX, 30), most);
}

/// d.ddddddddddddde±xx as digits without zeros at their end, and the place of the first.
struct Printed {
  std::string digits;
  int exponent = 0;
};
Printed printed(double value) {
  const std::string text = scientific(std::fabs(value), kRealDigits - 1);
  const std::size_t e = text.find('e');
  Printed out{text.substr(0, 1) + text.substr(2, e - 2), std::stoi(text.substr(e + 1))};
  out.digits.erase(out.digits.find_last_not_of('0') + 1);
  return out;
}

TEST(DecimalProperty, TheDigitsOfADoubleAreThosePrinted) {
  std::mt19937_64 random(5);  // NOLINT: the same numbers every run
  const auto same = [](double value) {
    const RealDigits read = first_digits(value);
    const Printed wanted = printed(value);
    std::string digits = std::to_string(std::abs(read.digits));
    const int exponent = static_cast<int>(digits.size()) - 1 - read.places;
    digits.erase(digits.find_last_not_of('0') + 1);
    ASSERT_EQ(digits, wanted.digits) << value;
    ASSERT_EQ(exponent, wanted.exponent) << value;
    ASSERT_EQ(read.digits < 0, value < 0) << value;
  };
  for (int i = 0; i < kRounds; ++i) {
    same(
        std::ldexp(static_cast<double>(random() >> 11U), static_cast<int>(random() % 120) - 90));  // any size
    same(static_cast<double>(random() % 100'000) / static_cast<double>(1 + random() % 100'000) + 1e-9);
    same(-static_cast<double>(1 + random() % 1'000'000) / 1000);
    same(static_cast<double>(random() % 10'000'000'000'000U) + 12'345'678'901'234.5);  // halfway: to even
  }
  for (const double power : {1e-6, 1e-5, 1e-4, 0.1, 1.0, 10.0, 1e13, 1e14, 1e15}) {
    for (const double near : {std::nextafter(power, 0), power, std::nextafter(power, 1e300)}) same(near);
  }
}

}  // namespace
}  // namespace jiheng::base
