// What is said of a claim beside the points that were computed.
#include "engine/report/texts/score_texts.h"

#include <gtest/gtest.h>

namespace jiheng::report {
namespace {

base::Decimal points(const char* text) { return *base::Decimal::parse(text); }

TEST(ScoreTexts, AClaimThatMayBeMadeIsNoDifference) {
  const auto over = [](const char* claimed, const char* score, const char* low, const char* high) {
    const auto more = overclaimed(model::NumberField{points(claimed), {}}, {points(score), points(score)},
                                  {points(low), points(high)});
    return more ? more->to_string() : "";
  };
  EXPECT_EQ(over("9.68", "9.69", "9.68", "9.69"), "");  // 9.685 cut
  EXPECT_EQ(over("9.69", "9.69", "9.68", "9.69"), "");
  EXPECT_EQ(over("9.67", "9.69", "9.68", "9.69"), "-0.02");
  EXPECT_EQ(over("10", "9.99", "9.99", "9.99"), "0.01");
  EXPECT_EQ(overclaimed(std::nullopt, {points("1"), points("1")}, {points("1"), points("1")}), std::nullopt);
  EXPECT_EQ(overclaimed(model::NumberField{points("3"), {}}, {points("1"), points("2")},
                        {points("1"), points("2")}),
            std::nullopt);  // what is open is no difference
}

}  // namespace
}  // namespace jiheng::report
