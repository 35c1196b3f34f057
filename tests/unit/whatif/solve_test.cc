// Values that give wanted points, worked out by hand: inside a ratio, at steps, on both sides of a peak, or none.
#include "engine/whatif/curves/solve.h"

#include <fmt/format.h>

#include "whatif_kit.h"

namespace jiheng::whatif {
namespace {

std::string value_text(const std::optional<Decimal>& value) { return value ? plain(*value) : "-"; }

/// "[237.375, 237.625) -: 237→9.48 238→9.52": the stretches with their nearest printed value, then what lies beside.
std::string solved_text(const Solve& s) {
  std::string text;
  for (const Solution& one : s.solutions) {
    text += fmt::format("{}{}{}, {}{} {}", text.empty() ? "" : "; ", one.low.closed ? "[" : "(",
                        one.from_reach ? ".." : plain(one.low.at), one.to_reach ? ".." : plain(one.high.at),
                        one.high.closed ? "]" : ")", value_text(one.nearest));
  }
  for (const auto& beside : {s.below, s.above}) {
    if (beside) text += fmt::format(" | {}→{}", plain(beside->value), plain(beside->points));
  }
  return text;
}

Solve for_row(const Scored& s, const Dial& dial, const char* points, std::size_t row = 0) {
  return solve(s.result, dial, {row, number(points)}, context());
}
Solve for_total(const Scored& s, const Dial& dial, const char* points) {
  return solve(s.result, dial, {std::nullopt, number(points)}, context());
}

TEST(Solve, InsideARatio) {
  const Scored s(scheme_from(kRatioOfBoth), card_of({"目标: ≥250件, 完成: 100件, 分值: 10"}));
  // 10n÷250 rounds to 9.60 from 9.595 (239.875) up to below 9.605 (240.125).
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "9.6")), "[239.875, 240.125) 240");
  // 9.50 would need 237.375 to 237.625: no whole 件.
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "9.5")), "[237.375, 237.625) - | 237→9.48 | 238→9.52");
  // Full marks: the target and every value above; 9.995 (249.875) does not round up to them.
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "10")), "[250, ..] 250");
  EXPECT_EQ(solved_text(for_total(s, s.actual(), "0")), "[.., 0.125) 0");
  // Of the target: 10×100÷t is 5.00 for t from 199.8002 to 200.2002 (1000÷5.005, 1000÷4.995).
  const Solve target = for_row(s, s.target(), "5");
  ASSERT_EQ(target.solutions.size(), 1U);
  EXPECT_EQ(value_text(target.solutions[0].nearest), "200");
  EXPECT_EQ(plain(target.solutions[0].low.at.rounded(4)), "199.8002");
  EXPECT_EQ(plain(target.solutions[0].high.at.rounded(4)), "200.2002");
  EXPECT_FALSE(target.solutions[0].low.exact);
}

TEST(Solve, WhatStandsAlreadyIsTheNearest) {
  const Scored s(scheme_from(kRatioOfBoth), card_of({"目标: ≥250件, 完成: 300件, 分值: 10"}));
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "10")), "[250, ..] 300");
}

TEST(Solve, AtSteps) {
  const Scored s(shipped_scheme("hunan-department-steps"),
                 card_of({"三级: 重点支出安排率, 目标: ≥90%, 完成: 85%, 分值: 5"}));
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "4")), "[80, 90) 85");
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "3")), "[70, 80) 79");
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "5")), "[90, ..] 90");
  const Solve none = for_row(s, s.actual(), "4.5");
  EXPECT_EQ(solved_text(none), " | 89→4 | 90→5");
  EXPECT_EQ(plain(none.most.points), "5");
  EXPECT_EQ(plain(none.least.points), "0");
}

TEST(Solve, OnBothSidesOfAPeak) {
  const Scored s(shipped_scheme("budget-system-cap"),
                 card_of({"目标: ≥100人, 完成: 90人, 分值: 10"}, "预算: {预算数: 100, 执行数: 100}\n"));
  // 10n÷100 is 8.00 from 79.95 on; from 130 people on two points are taken away.
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "8")), "[79.95, 80.05) 80; [130, ..] 130");
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "10")), "[100, 130) 100");
}

TEST(Solve, InsideABandOfBothSides) {
  const Scored s(scheme_from(R"yaml(规则:
  - {编号: A, 名称: 区间内, 当: 达标, 得分: 分值}
  - {编号: B, 名称: 外, 得分: '分值*max(0,1-abs(偏离度))'}
)yaml"),
                 card_of({"目标: 300-400件, 完成: 350件, 分值: 5"}));
  // Below: 5n÷300 is 2.50 from 149.7 to 150.3; above: 5(2-n÷400) is 2.50 from 599.6 to 600.4, half up at the lower points.
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "2.5")), "[149.7, 150.3) 150; (599.6, 600.4] 600");
  EXPECT_EQ(solved_text(for_row(s, s.actual(), "5")), "[300, 400] 350");
}

TEST(Solve, NoneAndTheMostThereIs) {
  const Scored s(scheme_from(kRatioOfBoth),
                 card_of({"目标: ≥100件, 完成: 50件, 分值: 60", "目标: ≥100件, 完成: 90件, 分值: 40"}));
  const Solve high = for_total(s, s.actual(), "98");
  EXPECT_TRUE(high.solutions.empty());
  EXPECT_EQ(plain(high.most.points), "96");  // 60 + 36
  EXPECT_EQ(plain(high.most.value), "100");
  const Solve low = for_total(s, s.actual(), "30");
  EXPECT_TRUE(low.solutions.empty());
  EXPECT_EQ(plain(low.least.points), "36");
  EXPECT_EQ(solved_text(for_total(s, s.actual(), "95")), "[98.325, 98.341667) - | 98→94.8 | 99→95.4");
}

TEST(Solve, RangesCountWithTheirLowEnd) {
  const Scored s(scheme_from(kRatioOfBoth),
                 card_of({"目标: ≥100件, 完成: 50件, 分值: 60", "目标: 明显提高, 完成: 提高, 分值: 40"}));
  const Solve solved = for_total(s, s.actual(), "45");
  EXPECT_TRUE(solved.open);
  EXPECT_EQ(plain(solved.now), "30");
  EXPECT_EQ(value_text(solved.solutions.at(0).nearest), "75");
}

TEST(Solve, Days) {
  const Scored s(scheme_from(R"yaml(规则:
  - {编号: A, 名称: 按时, 当: 达标, 得分: 分值}
  - {编号: B, 名称: 晚, 扣分: {按: 逾期天数, 每: 10, 扣: 1分, 不足一档: 按一档}}
)yaml"),
                 card_of({"目标: 2023年11月30日前, 完成: 2023年12月25日, 分值: 5"}));
  const Solve solved = for_row(s, s.actual(), "4");
  ASSERT_EQ(solved.solutions.size(), 1U);
  const Dial dial = s.actual();
  EXPECT_EQ(dial.shown(*solved.solutions[0].least), "2023-12-01");
  EXPECT_EQ(dial.shown(*solved.solutions[0].greatest), "2023-12-10");
  EXPECT_EQ(dial.shown(*solved.solutions[0].nearest), "2023-12-10");
}

TEST(Solve, TogetherByOneProportion) {
  const Scored s(scheme_from(kRatioOfBoth),
                 card_of({"目标: ≥100件, 完成: 80件, 分值: 50", "目标: ≥200件, 完成: 100件, 分值: 50"}));
  const std::vector<Dial> dials = {s.actual(0), s.actual(1)};
  // 40 + 25 = 65; a fifth more of both is 78: 96件 and 120件. 19.99% is enough: 47.996 and 29.9975 are rounded up.
  const auto fifth = solve_together(s.result, dials, {std::nullopt, number("78")}, context(), {});
  ASSERT_TRUE(fifth);
  EXPECT_EQ(value_text(fifth->solutions.at(0).nearest), "19.99");
  EXPECT_EQ(plain(fifth->printed.at(0)), "96");
  EXPECT_EQ(plain(fifth->printed.at(1)), "120");
  EXPECT_EQ(value_text(fifth->printed_points), "78");
  // Past +25% the first has its full marks; 50 + 25 × 1.4 = 85.
  const auto more = solve_together(s.result, dials, {std::nullopt, number("85")}, context(), {});
  ASSERT_TRUE(more);
  EXPECT_EQ(value_text(more->solutions.at(0).nearest), "39.98");  // 34.995 is 35.00
  EXPECT_EQ(plain(more->printed.at(1)), "140");
  EXPECT_EQ(value_text(more->printed_points), "85");
}

TEST(Solve, TogetherLessIsBetterWhereTheTargetIsAtMost) {
  const Scored s(scheme_from(kRatioOfBoth),
                 card_of({"目标: ≥100件, 完成: 80件, 分值: 50", "目标: ≤100万元, 完成: 125万元, 分值: 50"}));
  // 40 + 40 = 80; with p = 20% 96件 (48) and 100万元 (50).
  const auto solved =
      solve_together(s.result, {s.actual(0), s.actual(1)}, {std::nullopt, number("98")}, context(), {});
  ASSERT_TRUE(solved);
  EXPECT_EQ(value_text(solved->solutions.at(0).nearest), "20");
  EXPECT_EQ(plain(solved->printed.at(1)), "100");
}

TEST(Solve, TogetherNeedsFiguresToScale) {
  const Scored s(scheme_from(kRatioOfBoth),
                 card_of({"目标: ≥100件, 完成: 0件, 分值: 50", "目标: ≥100件, 分值: 50",
                          "目标: 12月底前, 完成: 2023年12月1日, 分值: 5"}));
  for (const std::size_t row : {0U, 1U, 2U}) {
    const auto refused =
        solve_together(s.result, {s.actual(row), s.target(0)}, {std::nullopt, number("9")}, context(), {});
    ASSERT_FALSE(refused) << row;
    EXPECT_EQ(refused.problems[0].id, "W124");
  }
}

TEST(Solve, WantedPoints) {
  const Scored s(scheme_from(kRatioOfBoth), card_of({"目标: ≥100件, 完成: 50件, 分值: 60"}));
  EXPECT_EQ(plain(*wanted_points("95", s.result, {}, {})), "95");
  EXPECT_EQ(plain(*wanted_points("9.5分", s.result, 0, {})), "9.5");
  for (const char* text : {"", "九十", "-1", "100.01", "95%"}) {
    const auto refused = wanted_points(text, s.result, {}, {});
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.problems[0].id, "W123");
  }
  EXPECT_FALSE(wanted_points("60.5", s.result, 0, {}));
}

}  // namespace
}  // namespace jiheng::whatif
