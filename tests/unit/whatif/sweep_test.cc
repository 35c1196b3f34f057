// Ranges as typed, the points along them, and grids of two figures.
#include "engine/whatif/curves/sweep.h"

#include "whatif_kit.h"

namespace jiheng::whatif {
namespace {

std::string swept_text(const Dial& dial, const std::string& text) {
  const auto read = sweep_values(text, dial, context(), {});
  if (!read) return read.problems[0].id + " " + read.problems[0].why;
  std::string all;
  for (const Decimal& v : *read) all += (all.empty() ? "" : " ") + dial.shown(v);
  return all;
}

TEST(Sweep, RangesAndLists) {
  const Scored s(scheme_from(kRatio), card_of({"目标: ≥8.5万元, 完成: 4万元, 分值: 10",
                                               "目标: 2023年11月30日前, 完成: 2023年11月1日, 分值: 10"}));
  const Dial money = s.actual();
  EXPECT_EQ(swept_text(money, "1..2:0.25"), "1 1.25 1.5 1.75 2");
  EXPECT_EQ(swept_text(money, " 1万元 .. 2 : 0.4"), "1 1.4 1.8");
  EXPECT_EQ(swept_text(money, "-1..1:1"), "-1 0 1");
  EXPECT_EQ(swept_text(money, "5, 2,5,1"), "1 2 5");
  EXPECT_EQ(swept_text(money, "3"), "3");
  EXPECT_EQ(swept_text(s.actual(1), "2023-11-25..2023-12-10:7"), "2023-11-25 2023-12-02 2023-12-09");
  EXPECT_EQ(swept_text(s.actual(1), "11月28日,12月1日"), "2023-11-28 2023-12-01");
}

TEST(Sweep, RangesThatAreNone) {
  const Scored s(scheme_from(kRatio), card_of({"目标: ≥8万元, 完成: 4万元, 分值: 10"}));
  const Dial dial = s.actual();
  EXPECT_EQ(swept_text(dial, "1..2"), "W120 没有写步长。");
  EXPECT_EQ(swept_text(dial, "1..2:0"), "W120 步长要大于 0。");
  EXPECT_EQ(swept_text(dial, "1..2:-1"), "W120 步长要大于 0。");
  EXPECT_EQ(swept_text(dial, "2..1:1"), "W120 起比止大。");
  EXPECT_EQ(swept_text(dial, "甲..2:1"), "W120 起、止、步长要是“指标1.完成”那样的数。");
  EXPECT_EQ(swept_text(dial, "1,,2"), "W120 “”不是“指标1.完成”那样的数。");
  EXPECT_EQ(swept_text(dial, ""), "W120 “”不是“指标1.完成”那样的数。");
  EXPECT_EQ(swept_text(dial, "1元,2元"), "W120 “1元”不是“指标1.完成”那样的数。");
  EXPECT_EQ(swept_text(dial, "0..2000:1").substr(0, 4), "W122");
  EXPECT_EQ(swept_text(dial, "0..1999:1").substr(0, 4), "0 1 ");
}

TEST(Sweep, PassesThroughTheCardAsItStands) {
  const Scored s(scheme_from(kRatio),
                 card_of({"目标: ≥250件, 完成: 180件, 分值: 10", "目标: 明显提高, 完成: 提高, 分值: 5"}));
  const Sweep swept = sweep(s.result, s.actual(), {100, 200, 300}, context());
  ASSERT_EQ(swept.points.size(), 4U);
  EXPECT_EQ(plain(swept.points[0].total), "4..9");  // 10×100÷250, and 0 to 5 of a row nobody can tell
  EXPECT_EQ(plain(swept.points[1].value), "180");
  EXPECT_TRUE(swept.points[1].present);
  EXPECT_EQ(plain(swept.points[1].score), "7.2");
  EXPECT_EQ(plain(swept.points[1].total), plain(s.result.total));
  EXPECT_EQ(swept.points[1].rule, "Q2");
  EXPECT_FALSE(swept.points[2].present);
  EXPECT_EQ(plain(swept.points[3].total), "10..15");
  EXPECT_EQ(swept.points[3].rule, "Q1");
  EXPECT_EQ(plain(swept.precision), "0.000001");
  // Outside the values asked for it is left out.
  EXPECT_EQ(sweep(s.result, s.actual(), {200, 300}, context()).points.size(), 2U);
}

TEST(Sweep, OneValueHasNoKinks) {
  const Scored s(scheme_from(kRatio), card_of({"目标: ≥250件, 完成: 180件, 分值: 10"}));
  const Sweep swept = sweep(s.result, s.actual(), {250}, context());
  ASSERT_EQ(swept.points.size(), 1U);
  EXPECT_TRUE(swept.kinks.empty());
}

TEST(Sweep, MovingMoneyMovesTheExecutionLine) {
  const Scored s(shipped_scheme("hubei-2023"),
                 card_of({"目标: ≥100人, 完成: 100人, 分值: 80"}, "预算: {预算数: 400, 执行数: 391}\n"));
  const Sweep swept = sweep(s.result, s.dial({Spot::What::executed}), {200, 400}, context());
  ASSERT_EQ(swept.points.size(), 3U);
  EXPECT_EQ(plain(swept.points[0].score), "10");
  EXPECT_EQ(plain(swept.points[0].total), "90");
  EXPECT_EQ(plain(swept.points[1].total), "99.55");
  EXPECT_EQ(plain(swept.points[2].total), "100");
}

TEST(Sweep, GridOfTwo) {
  const Scored s(scheme_from(kRatio),
                 card_of({"目标: ≥100件, 完成: 50件, 分值: 10", "目标: ≥10次, 完成: 5次, 分值: 20"}));
  const auto grid = sweep_grid(s.result, s.actual(), s.actual(1), {50, 100}, {5, 10}, context(), {});
  ASSERT_TRUE(grid);
  EXPECT_EQ(plain(grid->rows[0][0].total), "15");
  EXPECT_TRUE(grid->rows[0][0].present);
  EXPECT_EQ(plain(grid->rows[0][1].total), "20");
  EXPECT_EQ(plain(grid->rows[1][0].total), "25");
  EXPECT_EQ(plain(grid->rows[1][1].total), "30");
  // Both figures of one row.
  const auto row = sweep_grid(s.result, s.actual(), s.target(), {50, 60}, {60, 120}, context(), {});
  ASSERT_TRUE(row);
  EXPECT_EQ(plain(row->rows[0][0].score), "8.33");
  EXPECT_EQ(plain(row->rows[1][1].score), "5");
  EXPECT_EQ(plain(row->rows[0][1].score), "10");
  const std::vector<Decimal> many(101, Decimal(1));
  const auto refused = sweep_grid(s.result, s.actual(), s.actual(1), many, many, context(), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problems[0].id, "W122");
}

}  // namespace
}  // namespace jiheng::whatif
