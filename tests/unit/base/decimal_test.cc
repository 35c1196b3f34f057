#include "engine/base/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace jiheng::base {
namespace {

Decimal d(const char* text) { return Decimal::parse(text).value(); }

std::string text_of(const std::optional<Decimal>& value) { return value ? value->to_string() : "none"; }

TEST(Decimal, ReadsWhatIsANumberAndNothingElse) {
  for (const char* text : {"0", "7.34", "-4.40", "21468.3", "0.5", "100.00", "-0.01"}) {
    EXPECT_EQ(d(text).to_string(), text);
  }
  EXPECT_EQ(d("+5").to_string(), "5");
  EXPECT_EQ(d(".5").to_string(), "0.5");
  EXPECT_EQ(d("007").to_string(), "7");
  for (const char* text : {"", "-", "+", ".", "5.", "1.2.3", "1,000", " 1", "1 ", "1e3", "0x10", "--1", "+-1",
                           "９", "nan", "inf"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, HoldsThirtySixDigitsAndThirtyPlaces) {
  const std::string digits(36, '9');
  EXPECT_EQ(text_of(Decimal::parse(digits)), digits);
  EXPECT_FALSE(Decimal::parse(digits + "0"));
  EXPECT_FALSE(Decimal::parse("1" + std::string(36, '0')));
  EXPECT_TRUE(Decimal::parse("0." + std::string(30, '1')));
  EXPECT_FALSE(Decimal::parse("0." + std::string(31, '1')));
  EXPECT_EQ(text_of(Decimal::parse("-123456789012345678.123456789012345678")),
            "-123456789012345678.123456789012345678");
}

TEST(Decimal, SumsAndProductsAreExact) {
  Decimal sum;
  for (int i = 0; i < 10; ++i) sum = add(sum, d("0.1")).value();
  EXPECT_EQ(sum, Decimal(1));
  EXPECT_EQ(text_of(multiply(d("1.5"), Decimal(10))), "15.0");
  EXPECT_EQ(text_of(add(d("0.1"), d("0.2"))), "0.3");
  EXPECT_EQ(text_of(subtract(d("100"), d("99.99999"))), "0.00001");
  EXPECT_EQ(text_of(subtract(d("1.10"), d("1.1"))), "0.00");
  EXPECT_EQ(text_of(multiply(d("-4.40"), d("0.25"))), "-1.1000");
  // 900.11万元 is 9001100元, not 9001099.999…
  EXPECT_EQ(multiply(d("900.11"), Decimal(10000)), Decimal(9001100));
}

TEST(Decimal, RoundsHalfUpAwayFromZero) {
  // The binary 2.675 lies below the half; the decimal does not.
  EXPECT_EQ(d("2.675").rounded(2).to_string(), "2.68");
  EXPECT_EQ(d("-2.675").rounded(2).to_string(), "-2.68");
  EXPECT_EQ(d("2.6749999999").rounded(2).to_string(), "2.67");
  EXPECT_EQ(d("1.005").rounded(2).to_string(), "1.01");
  EXPECT_EQ(d("0.5").rounded(0).to_string(), "1");
  EXPECT_EQ(d("-0.5").rounded(0).to_string(), "-1");
  EXPECT_EQ(d("0.49").rounded(0).to_string(), "0");
  EXPECT_EQ(d("99.999").rounded(2).to_string(), "100.00");
  EXPECT_EQ(d("1.5").rounded(3).to_string(), "1.5");
}

TEST(Decimal, ShowsThePlacesAskedFor) {
  EXPECT_EQ(Decimal(100).with_places(2).to_string(), "100.00");
  EXPECT_EQ(d("98.371").with_places(2).to_string(), "98.37");
  EXPECT_EQ(d("-0.004").with_places(2).to_string(), "0.00");
  EXPECT_EQ(d("95.0").trimmed().to_string(), "95");
  EXPECT_EQ(d("100").trimmed().to_string(), "100");
  EXPECT_EQ(d("0.00").trimmed().to_string(), "0");
}

TEST(Decimal, DividesHalfUpAtThePlacesAskedFor) {
  EXPECT_EQ(text_of(divide(Decimal(24), d("17.5"), 2)), "1.37");  // 3×8÷17.5 = 1.3714…
  EXPECT_EQ(text_of(divide(Decimal(1), Decimal(3), 4)), "0.3333");
  EXPECT_EQ(text_of(divide(Decimal(2), Decimal(3), 4)), "0.6667");
  EXPECT_EQ(text_of(divide(Decimal(-1), Decimal(8), 2)), "-0.13");
  EXPECT_EQ(text_of(divide(Decimal(1), Decimal(-8), 2)), "-0.13");
  EXPECT_EQ(text_of(divide(Decimal(-1), Decimal(-8), 2)), "0.13");
  EXPECT_EQ(text_of(divide(d("0.125"), Decimal(1), 2)), "0.13");
  EXPECT_EQ(text_of(divide(Decimal(1), Decimal(0), 2)), "none");
  EXPECT_EQ(text_of(divide(Decimal(0), Decimal(7), 2)), "0.00");
}

TEST(Decimal, DividesLongNumbersWithoutLosingDigits) {
  // 18 digits over 3, 20 places: more digits than one 128-bit product holds at once.
  EXPECT_EQ(text_of(divide(d("100000000000000000"), Decimal(3), 18)), "33333333333333333.333333333333333333");
  const Decimal tiny = d("0.000000000000000000000000000001");
  EXPECT_EQ(text_of(divide(tiny, d("999999999999999999999999999999999999"), 2)), "0.00");
  EXPECT_EQ(text_of(divide(d("999999999999999999999999999999999999"), tiny, 0)),
            std::string(36, '9') + std::string(30, '0'));
  // As many places as 36 digits leave: 1/3 of 10^34 has 34 digits before the point.
  EXPECT_EQ(text_of(divide(d(("1" + std::string(34, '0')).c_str()), Decimal(3), 10)),
            std::string(34, '3') + ".33");
  EXPECT_EQ(text_of(divide(d(("2" + std::string(34, '0')).c_str()), Decimal(3), 10)),
            std::string(34, '6') + ".67");
}

TEST(Decimal, GivesNothingPastTheLimitsAndOnlyThere) {
  const Decimal largest = d("999999999999999999999999999999999999");
  EXPECT_EQ(text_of(add(largest, Decimal(1))), "none");
  EXPECT_EQ(text_of(subtract(largest.negated(), Decimal(1))), "none");
  EXPECT_EQ(text_of(add(largest, Decimal(0).with_places(2))), largest.to_string());
  EXPECT_EQ(text_of(multiply(largest, Decimal(2))), "none");
  EXPECT_EQ(text_of(multiply(largest, largest)), "none");
  // Padding zeros alone never make a result impossible.
  EXPECT_EQ(multiply(d("1.000000000000000000000"), d("1.000000000000000000000")), Decimal(1));
}

TEST(Decimal, OperatorsAreExactAndPastThirtySixDigitsTheNearest) {
  const Decimal largest = d("999999999999999999999999999999999999");
  EXPECT_EQ((d("0.1") + d("0.2")).to_string(), "0.3");
  EXPECT_EQ((d("1.10") - d("1.1")).to_string(), "0.00");
  EXPECT_EQ((d("-4.40") * d("0.25")).to_string(), "-1.1000");
  EXPECT_EQ((Decimal(2) * 3 - 1).to_string(), "5");
  // 10^36 - 1 + 1 and its kin: past the digits, not past the truth.
  EXPECT_EQ((largest + 1).to_string(), "1" + std::string(36, '0'));
  EXPECT_EQ((largest.negated() - 1).to_string(), "-1" + std::string(36, '0'));
  EXPECT_EQ((largest + largest).to_string(), "2" + std::string(36, '0'));  // 1999…98, half up
  EXPECT_EQ((d("900000000000000000000000000000000000") * 2).to_string(), "18" + std::string(35, '0'));
  // (10^36 - 1)^2 = 10^72 - 2 x 10^36 + 1: 35 nines and an eight, then 36 digits that are dropped.
  EXPECT_EQ((largest * largest).to_string(), std::string(35, '9') + "8" + std::string(36, '0'));
  EXPECT_EQ(largest * largest - largest * largest, Decimal(0));
  EXPECT_GT(largest * largest, largest);
  // 37 digits on the way, 36 in the result: exact.
  EXPECT_EQ(
      (d("-101267026299328058869907700348920790") + d("5999990850509009700004200808600659.60")).to_string(),
      "-95267035448819049169903499540320130.4");
  // 10^30 and 10^-10 do not fit one number of 36 digits: the last four places go, half up.
  const Decimal whole = d("1000000000000000000000000000000");
  EXPECT_EQ((whole + d("0.0000016")).to_string(), "1000000000000000000000000000000.00000");
  EXPECT_EQ((whole + d("0.0000050")).to_string(), "1000000000000000000000000000000.00001");
  EXPECT_EQ((whole - d("0.0000050")).to_string(), "999999999999999999999999999999.999995");  // 36 digits
  // 30 places and no more.
  EXPECT_EQ((d("0.00000000000000000001") * d("0.00000000001")).to_string(), "0." + std::string(30, '0'));
  EXPECT_EQ((d("0.00000000000000000005") * d("0.00000000001")).to_string(),
            "0." + std::string(29, '0') + "1");
}

TEST(Decimal, KeepsDigitsAndPlacesInSixteenBytes) {
  const std::string digits(36, '9');
  for (const char* sign : {"", "-"}) {
    for (const std::string& text :
         {digits, digits.substr(0, 6) + "." + digits.substr(6), std::string("0.0"), std::string("0"),
          std::string("1"), std::string("0." + std::string(29, '0') + "1")}) {
      const Decimal value = *Decimal::parse(sign + text);
      EXPECT_EQ(value.to_string(), (value.is_zero() ? "" : sign) + text);
      EXPECT_EQ(value.negated().negated().to_string(), value.to_string());
    }
  }
  EXPECT_EQ(Decimal::of(1, 60).places(), 60);
  EXPECT_EQ(Decimal::of(-7, Decimal::kLeastPlaces).places(), Decimal::kLeastPlaces);
  EXPECT_EQ(Decimal::of(-7, Decimal::kLeastPlaces).coefficient(), -7);
}

TEST(Decimal, TheLargestNumberIsNotPassed) {
  const Decimal wide = *Decimal::parse(std::string(36, '9'));
  const Decimal wider = wide * wide * wide;  // some 10^108
  EXPECT_EQ(wider.to_string(), std::string(36, '9') + std::string(64, '0'));
  EXPECT_EQ(wider.negated() * wide, wider.negated());
  EXPECT_EQ(wider + wider, wider);
}

TEST(Decimal, ComparesByValue) {
  EXPECT_EQ(d("95.0"), d("95"));
  EXPECT_EQ(d("-0"), d("0.00"));
  EXPECT_LT(d("-4.40"), d("-4.02"));
  EXPECT_LT(d("-1"), d("0.000001"));
  EXPECT_LT(d("0.3"), d("0.30000000000000001"));
  const Decimal largest = d("999999999999999999999999999999999999");
  const Decimal smallest = d("0.000000000000000000000000000001");
  EXPECT_GT(largest, smallest);
  EXPECT_LT(largest.negated(), smallest.negated());
  EXPECT_GT(d("99999999999999999999"), d("1.000000000000000000000000000001"));
  const std::vector<Decimal> rising = {d("-100"), d("-99.9"), d("0"),    d("0.01"),
                                       d("0.1"),  d("1"),     d("10.00")};
  for (std::size_t i = 0; i < rising.size(); ++i) {
    for (std::size_t j = 0; j < rising.size(); ++j) {
      EXPECT_EQ(rising[i] < rising[j], i < j);
      EXPECT_EQ(rising[i] == rising[j], i == j);
    }
  }
}

TEST(Decimal, TakesTheDecimalBesideABinaryResult) {
  EXPECT_EQ(text_of(Decimal::from_double(0.1 + 0.2)), "0.3");
  EXPECT_EQ(text_of(Decimal::from_double(2.675)), "2.675");
  EXPECT_EQ(text_of(Decimal::from_double(-19.55)), "-19.55");
  EXPECT_EQ(text_of(Decimal::from_double(20 * 0.9775)), "19.55");
  EXPECT_EQ(text_of(Decimal::from_double(100)), "100");
  EXPECT_EQ(text_of(Decimal::from_double(3e20)), "300000000000000000000");
  EXPECT_EQ(text_of(Decimal::from_double(0.0)), "0");
  EXPECT_EQ(text_of(Decimal::from_double(-0.0)), "0");
  EXPECT_EQ(text_of(Decimal::from_double(1e22)), "none");
  EXPECT_EQ(text_of(Decimal::from_double(std::nan(""))), "none");
  EXPECT_EQ(text_of(Decimal::from_double(std::numeric_limits<double>::infinity())), "none");
}

TEST(Decimal, TakesNoiseNearZeroAsANumber) {
  // 0.1+0.2-0.3 and smaller remainders of a formula are no reason to refuse its result.
  const auto noise = Decimal::from_double(0.1 + 0.2 - 0.3);
  ASSERT_TRUE(noise);
  EXPECT_EQ(noise->rounded(10), Decimal(0));
  const auto less = Decimal::from_double(6.938893903907228e-18);
  ASSERT_TRUE(less);
  EXPECT_EQ(less->to_string(), "0.000000000000000006938893903907");
  EXPECT_EQ(text_of(Decimal::from_double(1e-300)), "0");
  EXPECT_EQ(text_of(Decimal::from_double(std::numeric_limits<double>::denorm_min())), "0");
}

TEST(Decimal, GivesTheNearestDouble) {
  EXPECT_EQ(d("0.1").to_double(), 0.1);
  EXPECT_EQ(d("-98.37").to_double(), -98.37);
  EXPECT_EQ(d("999999999999999999999999999999999999").to_double(), 1e36);
}

}  // namespace
}  // namespace jiheng::base
