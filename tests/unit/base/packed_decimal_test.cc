// A packed decimal is the same decimal: at the bounds, with its places, below 0.
#include "engine/base/packed_decimal.h"

#include <gtest/gtest.h>

#include <string>

namespace jiheng::base {
namespace {

TEST(PackedDecimal, KeepsValueAndPlaces) {
  const std::string most(36, '9');
  for (const std::string& text : {std::string("0"), std::string("0.00"), std::string("95.0"),
                                  std::string("-4.40"), most, "-" + most, "0." + std::string(29, '0') + "1",
                                  "-0." + std::string(29, '0') + "7", "999999." + std::string(30, '9')}) {
    const auto value = Decimal::parse(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(PackedDecimal(*value).value().to_string(), value->to_string());
  }
  EXPECT_EQ(PackedDecimal().value(), Decimal(0));
}

/// A ratio of per mille has three places more than what is printed, a result past 10^36 places below 0.
TEST(PackedDecimal, KeepsPlacesPastWhatIsPrinted) {
  const Decimal fine = Decimal::of(-7, 33);
  EXPECT_EQ(PackedDecimal(fine).value().places(), 33);
  EXPECT_EQ(PackedDecimal(fine).value(), fine);
  const Decimal wide = Decimal::of(3, -5);
  EXPECT_EQ(PackedDecimal(wide).value().places(), -5);
}

}  // namespace
}  // namespace jiheng::base
