#include "engine/model/scheme.h"

#include <gtest/gtest.h>

namespace jiheng::model {
namespace {

using base::Decimal;

TEST(Interval, EndsBelongToItWhereTheyAreClosed) {
  Interval i;
  i.low = Decimal::of(8, 1);
  i.high = Decimal::of(9, 1);
  i.low_closed = true;
  EXPECT_TRUE(i.contains(Decimal::of(80, 2)));
  EXPECT_TRUE(i.contains(Decimal::of(899, 3)));
  EXPECT_FALSE(i.contains(Decimal::of(9, 1)));
  EXPECT_FALSE(i.contains(Decimal::of(799, 3)));
  i.low_closed = false;
  i.high_closed = true;
  EXPECT_FALSE(i.contains(Decimal::of(8, 1)));
  EXPECT_TRUE(i.contains(Decimal::of(9, 1)));
}

TEST(Interval, AMissingEndIsUnbounded) {
  Interval i;
  i.high = Decimal(0);
  EXPECT_TRUE(i.contains(Decimal(-1000000)));
  EXPECT_FALSE(i.contains(Decimal(0)));
  EXPECT_TRUE(Interval{}.contains(Decimal(7)));
}

}  // namespace
}  // namespace jiheng::model
