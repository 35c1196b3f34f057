// What a little more or less does, worked out by hand.
#include "engine/whatif/curves/sensitivity.h"

#include "whatif_kit.h"

namespace jiheng::whatif {
namespace {

std::string change_text(const std::optional<scoring::Points>& change) {
  return change ? plain(*change) : "-";
}

/// "-0.4/0.4 -4/4 -0.5/0.5": less/more by 1%, by 10%, by a unit.
std::string effects(const Sensitive& figure) {
  std::string text;
  for (const Effect& e : figure.effects)
    text += (text.empty() ? "" : " ") + change_text(e.less) + "/" + change_text(e.more);
  return text;
}

TEST(Sensitivity, OfARatio) {
  const Scored s(scheme_from(kRatio), card_of({"目标: ≥100件, 完成: 80件, 分值: 50"}));
  const Sensitivity all = sensitivity(s.result, context());
  ASSERT_EQ(all.figures.size(), 2U);
  // The target: 50×80÷90 = 44.44, ÷110 = 36.36, ÷99 = 40.40, ÷101 = 39.60.
  const Sensitive& target = all.figures[0];
  EXPECT_EQ(target.dial.name(), "指标1.目标");
  EXPECT_EQ(effects(target), "0.4/-0.4 4.44/-3.64 0.4/-0.4");
  EXPECT_EQ(plain(target.most), "4.44");
  ASSERT_TRUE(target.below);
  EXPECT_EQ(plain(target.below->kink.end.at), "80");
  EXPECT_EQ(plain(target.below->distance), "20");
  EXPECT_FALSE(target.above);
  // The actual value: half a point a 件.
  const Sensitive& actual = all.figures[1];
  EXPECT_EQ(effects(actual), "-0.4/0.4 -4/4 -0.5/0.5");
  ASSERT_TRUE(actual.above);
  EXPECT_EQ(plain(actual.above->distance), "20");
  EXPECT_EQ(actual.above->kink.what, "换条款");
}

TEST(Sensitivity, WhatTenPercentDoesComesFirst) {
  const Scored s(scheme_from(kRatio),
                 card_of({"目标: ≥1件, 完成: 1件, 分值: 20", "目标: ≥100件, 完成: 80件, 分值: 50"}));
  const Sensitivity all = sensitivity(s.result, context());
  ASSERT_EQ(all.figures.size(), 4U);
  // Without its one 件 the first row loses 20, by 10% only 2; the second row 4.44 (target) and 4.
  EXPECT_EQ(all.figures[0].dial.name(), "指标2.目标");
  EXPECT_EQ(all.figures[1].dial.name(), "指标2.完成");
  EXPECT_EQ(all.figures[2].dial.name(), "指标1.完成");
  EXPECT_EQ(effects(all.figures[2]), "-0.2/0 -2/0 -20/0");
  EXPECT_EQ(all.figures[3].dial.name(), "指标1.目标");
}

TEST(Sensitivity, StandingOnAKink) {
  const Scored s(scheme_from(kRatio), card_of({"目标: ≥100件, 完成: 100件, 分值: 50"}));
  const Sensitivity all = sensitivity(s.result, context());
  const Sensitive& actual = all.figures[0];
  EXPECT_EQ(effects(actual), "-0.5/0 -5/0 -0.5/0");
  EXPECT_EQ(plain(actual.below->distance), "0");
  EXPECT_EQ(plain(actual.above->distance), "0");
  // The target loses less: 50×100÷110 = 45.45.
  EXPECT_EQ(effects(all.figures[1]), "0/-0.5 0/-4.55 0/-0.5");
}

TEST(Sensitivity, TheExecutedBudgetAndWhatCannotBeVaried) {
  const Scored s(shipped_scheme("hubei-2023"),
                 card_of({"目标: 明显提高, 完成: 提高, 分值: 10", "目标: ≥90%, 完成: 90%, 分值: 70"},
                         "预算: {预算数: 400, 执行数: 391}\n"));
  const Sensitivity all = sensitivity(s.result, context());
  ASSERT_EQ(all.figures.size(), 3U);
  EXPECT_EQ(all.fixed.size(), 2U);
  const Sensitive& executed = all.figures[2];
  EXPECT_EQ(executed.dial.name(), "预算.执行数");
  // 20 × 391÷400 = 19.55; 387.09 is 96.77%: 19.35 (19.354); 394.91 is 98.73%: 19.75 (19.746); 351.9 is 87.98%: 17.60.
  EXPECT_EQ(effects(executed), "-0.2/0.2 -1.95/0.45 -0.05/0.05");
  EXPECT_EQ(plain(executed.above->kink.end.at), "399.98");  // 99.995% is rounded to 100.00%
}

TEST(Sensitivity, ChangesOfARangeAreOfBothEnds) {
  const Scored s(scheme_from(kRatio), card_of({"目标: ≥100件, 完成: 约80件, 分值: 50"}));
  const Sensitivity all = sensitivity(s.result, context());
  // 约: nobody can say whether it is met; if not, half a point a 件, if it is, full marks in any case.
  EXPECT_EQ(plain(s.result.total), "40..50");
  EXPECT_EQ(effects(all.figures[1]), "-0.4..0/0.4..0 -4..0/4..0 -0.5..0/0.5..0");
}

}  // namespace
}  // namespace jiheng::whatif
