// What holds for every decimal, tried on generated ones: the generator is fixed, so every run tries the same.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "engine/base/decimal.h"
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

}  // namespace
}  // namespace jiheng::base
