// Figures of a distribution, by hand.
#include "engine/whatif/draws/distribution.h"

#include <gtest/gtest.h>

namespace jiheng::whatif {
namespace {

TEST(Distribution, MeanSpreadAndQuantilesByHand) {
  // 90.00 once, 95.00 twice, 100.00 once: mean 95, variance (25+0+0+25)/4 = 12.5
  const Distribution d = distribution_of({{9000, 1}, {9500, 2}, {10000, 1}}, 2);
  EXPECT_EQ(d.draws, 4U);
  EXPECT_EQ(d.mean.to_string(), "95.0000");
  EXPECT_EQ(d.standard_deviation.to_string(), "3.5355");
  std::string quantiles;
  for (const Quantile& q : d.quantiles)
    quantiles += std::to_string(q.percent) + ":" + q.value.to_string() + " ";
  EXPECT_EQ(quantiles, "0:90.00 5:90.00 25:90.00 50:95.00 75:95.00 95:100.00 100:100.00 ");
  EXPECT_EQ(at_least(d, base::Decimal(95)), 3U);
  EXPECT_EQ(at_least(d, *base::Decimal::parse("95.01")), 1U);
}

TEST(Distribution, BinsHaveRoundWidthsAndHoldEveryDraw) {
  const Distribution d = distribution_of({{9137, 3}, {9999, 4}, {10000, 5}}, 2);
  // 8.63 points in at most 20 bins: 0.5 wide, from 91.0 to 100.0, the top total in the last
  ASSERT_EQ(d.bins.size(), 18U);
  EXPECT_EQ(d.bins.front().from.to_string(), "91.00");
  EXPECT_EQ(d.bins.front().to.to_string(), "91.50");
  EXPECT_EQ(d.bins.front().count, 3U);
  EXPECT_EQ(d.bins.back().to.to_string(), "100.00");
  EXPECT_EQ(d.bins.back().count, 9U);
  const Distribution one = distribution_of({{10000, 7}}, 2);
  ASSERT_EQ(one.bins.size(), 1U);
  EXPECT_EQ(one.bins[0].from.to_string(), "100.00");
  EXPECT_EQ(one.standard_deviation.to_string(), "0.0000");
  const Distribution below = distribution_of({{-15, 1}, {15, 1}}, 1);
  EXPECT_EQ(below.bins.front().from.to_string(), "-1.6");
  EXPECT_EQ(below.bins.back().count, 1U);
}

TEST(Distribution, Chances) {
  EXPECT_EQ(percent_of(1, 3).to_string(), "33.33");
  EXPECT_EQ(percent_of(10000, 10000).to_string(), "100.00");
  EXPECT_EQ(sampling_error(5000, 10000).to_string(), "0.98");  // 1.96·√(0.25/10000) = 0.0098
  EXPECT_EQ(sampling_error(0, 10000).to_string(), "0.00");
}

}  // namespace
}  // namespace jiheng::whatif
