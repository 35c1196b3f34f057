// Where the points of every shape turn, worked out by hand from the rule's text.
#include "whatif_kit.h"

namespace jiheng::whatif {
namespace {

using Texts = std::vector<std::string>;

TEST(Kinks, RatioReachesItsCapAtTheTarget) {
  const Scored s(scheme_from(kRatioOfBoth), card_of({"目标: ≥250件, 完成: 100件, 分值: 10"}));
  EXPECT_EQ(kinks(s, s.actual(), "0..500:50"),
            (Texts{"0( Q2 正向，0 分 | Q2 正向", "250[ Q2 正向 | Q1 达标，满分"}));
  // Of the target: 100件 are met by ≥100 and less.
  EXPECT_EQ(kinks(s, s.target(), "50..500:50"), (Texts{"100( Q1 达标，满分 | Q2 正向"}));
}

TEST(Kinks, CapInsideTheFormula) {
  const Scored s(scheme_from("规则:\n  - {编号: A, 名称: 比, 得分: '分值*min(1,完成值/目标值/0.8)'}\n"),
                 card_of({"目标: ≥90%, 完成: 60%, 分值: 10"}));
  // 90% × 0.8 = 72%; the verdict turns at 90% without a change of points.
  EXPECT_EQ(kinks(s, s.actual(), "50..100:10"),
            (Texts{"72[ A 比 | A 比，满分", "90[ A 比，满分 | A 比，满分"}));
}

TEST(Kinks, StepsWithTheirEnds) {
  const Scored s(shipped_scheme("hunan-department-steps"),
                 card_of({"三级: 重点支出安排率, 目标: ≥90%, 完成: 85%, 分值: 5",
                          "三级: 预算调整率, 目标: ≤0%, 完成: 5%, 分值: 3"}));
  const std::string h3 = "H3 重点支出安排率，分五档 ";
  EXPECT_EQ(kinks(s, s.actual(), "50..100:5"), (Texts{"60[ " + h3 + "<60%，0 分 | " + h3 + "[60%,70%)",
                                                      "70[ " + h3 + "[60%,70%) | " + h3 + "[70%,80%)",
                                                      "80[ " + h3 + "[70%,80%) | " + h3 + "[80%,90%)",
                                                      "90[ " + h3 + "[80%,90%) | " + h3 + "≥90%，满分"}));
  // The upper ends belong to the step below: the place is the last value before the turn.
  const std::string h4 = "H4 预算调整率，分五档 ";
  EXPECT_EQ(kinks(s, s.actual(1), "0..40:5"),
            (Texts{"0( " + h4 + "=0，满分 | " + h4 + "(0,10%]", "10( " + h4 + "(0,10%] | " + h4 + "(10%,20%]",
                   "20( " + h4 + "(10%,20%] | " + h4 + "(20%,30%]",
                   "30( " + h4 + "(20%,30%] | " + h4 + ">30%，0 分"}));
}

TEST(Kinks, SoMuchOffPerUnit) {
  const Scored s(shipped_scheme("hunan-department-steps"),
                 card_of({"三级: “三公经费”控制率, 目标: ≤100%, 完成: 103%, 分值: 2"}));
  // A point off for every whole point above 100%: 2 of 2 are gone at 102%, and nothing turns any more.
  const std::string h6 = "H6 “三公经费”控制率，每超 1 个百分点扣 1 分";
  EXPECT_EQ(kinks(s, s.actual(), "99..103:1"),
            (Texts{"100( " + h6 + "，满分 | " + h6 + "，满分", "101[ " + h6 + "，满分 | " + h6 + "，扣 1 档",
                   "102[ " + h6 + "，扣 1 档 | " + h6 + "，0 分"}));
}

TEST(Kinks, StartedUnitsCountFromTheFirstBit) {
  const Scored s(scheme_from(R"yaml(规则:
  - {编号: D, 名称: 扣, 扣分: {按: 目标值-完成值, 每: 5, 扣: 2分, 不足一档: 按一档}}
)yaml"),
                 card_of({"目标: ≥20件, 完成: 20件, 分值: 5"}));
  EXPECT_EQ(kinks(s, s.actual(), "8..25:1"),
            (Texts{"10[ D 扣，0 分 | D 扣，扣 2 档", "15[ D 扣，扣 2 档 | D 扣，扣 1 档",
                   "20[ D 扣，扣 1 档 | D 扣，满分"}));
}

TEST(Kinks, BandOnBothSides) {
  const Scored s(scheme_from(R"yaml(规则:
  - {编号: A, 名称: 区间内, 当: 达标, 得分: 分值}
  - {编号: B, 名称: 一成内, 当: abs(偏离度)<=10%, 得分: 3分}
  - {编号: C, 名称: 外, 得分: 0分}
)yaml"),
                 card_of({"目标: 300-400件, 完成: 350件, 分值: 5"}));
  // 300 less a tenth is 270, 400 and a tenth 440; the ends count.
  EXPECT_EQ(kinks(s, s.actual(), "0..1000:100"),
            (Texts{"270[ C 外，0 分 | B 一成内", "300[ B 一成内 | A 区间内，满分",
                   "400( A 区间内，满分 | B 一成内", "440( B 一成内 | C 外，0 分"}));
}

TEST(Kinks, ANarrowBandInAWideRangeIsFound) {
  const Scored s(scheme_from(R"yaml(规则:
  - {编号: A, 名称: 正好, 当: 达标, 得分: 分值}
  - {编号: C, 名称: 外, 得分: 0分}
)yaml"),
                 card_of({"目标: =12345件, 完成: 1件, 分值: 5"}));
  EXPECT_EQ(kinks(s, s.actual(), "0..1000000:100000"),
            (Texts{"12345[ C 外，0 分 | A 正好，满分", "12345( A 正好，满分 | C 外，0 分"}));
}

TEST(Kinks, AllOrNothing) {
  const Scored s(scheme_from(R"yaml(规则:
  - {编号: A, 名称: 达标, 当: 达标, 得分: 分值}
  - {编号: B, 名称: 未达标, 当: 未达标, 得分: 0分}
)yaml"),
                 card_of({"目标: <5次, 完成: 3次, 分值: 5"}));
  EXPECT_EQ(kinks(s, s.actual(), "0..10:1"), (Texts{"5[ A 达标，满分 | B 未达标，0 分"}));
}

TEST(Kinks, DaysTurnTheDayAfterTheDeadline) {
  const Scored s(scheme_from(R"yaml(规则:
  - {编号: A, 名称: 按时, 当: 达标, 得分: 分值}
  - {编号: B, 名称: 晚, 扣分: {按: 逾期天数, 每: 10, 扣: 1分, 不足一档: 按一档}}
)yaml"),
                 card_of({"目标: 2023年11月30日前, 完成: 2023年11月20日, 分值: 2"}));
  EXPECT_EQ(kinks(s, s.actual(), "2023-11-20..2023-12-31:1"),
            (Texts{"2023-12-01[ A 按时，满分 | B 晚，扣 1 档", "2023-12-11[ B 晚，扣 1 档 | B 晚，0 分"}));
}

TEST(Kinks, OverAchievementTakesPointsAway) {
  const Scored s(shipped_scheme("budget-system-cap"),
                 card_of({"目标: ≥100人, 完成: 90人, 分值: 10"}, "预算: {预算数: 100, 执行数: 100}\n"));
  // 130 of 100 is a deviation.
  EXPECT_EQ(kinks(s, s.actual(), "50..200:10"),
            (Texts{"100[ Q2 正向按比例 | Q1 达标得满分，满分", "130[ Q1 达标得满分，满分 | Q6 偏差扣 2 分"}));
}

TEST(Kinks, TheTotalIsCappedByTheExecutionRate) {
  const Scored s(shipped_scheme("budget-system-cap"),
                 card_of({"目标: ≥100人, 完成: 100人, 分值: 80"}, "预算: {预算数: 100, 执行数: 90}\n"));
  // 20 × rate + 80: above the cap in every band, 59, 69, 79, 89. The rate is rounded to 0.01% first, so that 49.995万元 are
  // 50.00% already.
  EXPECT_EQ(kinks(s, s.dial({Spot::What::executed}), "40..120:10"),
            (Texts{"49.995[ 总分不超过 59 | 总分不超过 69", "59.995[ 总分不超过 69 | 总分不超过 79",
                   "69.995[ 总分不超过 79 | 总分不超过 89", "79.995[ 总分不超过 89 | 总分不封顶",
                   "99.995[ 预算执行按执行率 | 预算执行满分"}));
}

TEST(Kinks, TheCapIsReachedByARow) {
  const Scored s(shipped_scheme("budget-system-cap"),
                 card_of({"目标: ≥100人, 完成: 50人, 分值: 80"}, "预算: {预算数: 100, 执行数: 75}\n"));
  // 15 + 80 × n/100 passes 89 where 80 × n/100 is rounded up to 74.01: from 74.005, n = 92.50625.
  EXPECT_EQ(kinks(s, s.actual(), "50..120:10"),
            (Texts{"92.50625[ 总分不封顶 | 总分不超过 89", "100[ Q2 正向按比例 | Q1 达标得满分，满分"}));
}

TEST(Kinks, AJumpInsideAFormula) {
  const Scored s(scheme_from("规则:\n  - {编号: A, 名称: 若, 得分: '若(完成值>=37，4，1)'}\n"),
                 card_of({"目标: ≥100件, 完成: 50件, 分值: 5"}));
  EXPECT_EQ(kinks(s, s.actual(), "0..90:10"), (Texts{"37[ A 若 | A 若"}));
}

TEST(Kinks, UnitsThatAreConverted) {
  const Scored s(scheme_from(kRatioOfBoth), card_of({"目标: ≤8万元, 完成: 175000元, 分值: 3"}));
  EXPECT_EQ(kinks(s, s.actual(), "10000..200000:10000"), (Texts{"80000( Q1 达标，满分 | Q3 反向"}));
}

TEST(Kinks, APlaceThatNoDecimalSaysIsSaidSo) {
  const Scored s(scheme_from("规则:\n  - {编号: A, 名称: 三分之一, 当: 完成值/目标值>=1/3, 得分: 分值}\n"
                             "  - {编号: B, 名称: 不到, 得分: 0分}\n"),
                 card_of({"目标: =10件, 完成: 1件, 分值: 5"}));
  EXPECT_EQ(kinks(s, s.actual(), "1..9:1"), (Texts{"~3.333334[ B 不到，0 分 | A 三分之一，满分"}));
}

}  // namespace
}  // namespace jiheng::whatif
