// The ranking of lost points of three small cards; what is lost is subtracted by hand.
#include <gtest/gtest.h>

#include "engine/report/texts/lost_points.h"
#include "tests/unit/report/charts/chart_values.h"

namespace jiheng::report {
namespace {

class LostPointsTest : public ::testing::Test {
 protected:
  LostPointsTest() {
    scheme_.total = 100;
    scheme_.rounding.places = 2;
    card_.id = "p1";
    card_.title.text = "培训";
    card_.sections.resize(1);
    card_.sections[0].indicators.resize(4);
    for (std::size_t i = 0; i < 4; ++i)
      card_.sections[0].indicators[i].name.text = "指标" + std::to_string(i + 1);
    result_.card = &card_;
    result_.scheme = &scheme_;
    // full marks, lowest, highest: lost 1.63, nothing, between 0 and 5, 1.63 again
    put("3", "1.37", "1.37");
    put("10", "10", "10");
    put("5", "0", "5");
    put("2", "0.37", "0.37");
    result_.execution.emplace();
    result_.execution->full_marks = 20;
    result_.execution->score = {decimal("19.55"), decimal("19.55")};
  }

  void put(std::string_view full, std::string_view low, std::string_view high) {
    scoring::IndicatorResult row;
    row.id.index = result_.indicators.size();
    row.full_marks = decimal(full);
    row.score = {decimal(low), decimal(high)};
    result_.indicators.push_back(std::move(row));
  }

  std::vector<LostPoints> ranked() { return lost_points({&result_, 1}); }

  model::Scheme scheme_;
  model::Scorecard card_;
  scoring::CardResult result_;
};

TEST_F(LostPointsTest, MostFirstCertainBeforePossible) {
  const Table table = lost_points_table({&result_, 1});
  std::vector<std::string> lines;
  for (const Row& row : table.rows) {
    lines.push_back(row.cells[0].text + " " + row.cells[3].text + " " + row.cells[7].text + " " +
                    row.cells[8].text + " " + row.cells[9].text);
  }
  EXPECT_EQ(lines,
            (std::vector<std::string>{"1 指标1 3 1.37 1.63", "2 指标4 2 0.37 1.63",
                                      "3 预算执行 20 19.55 0.45", "4 指标3 5 0.00-5.00 0.00-5.00（待核）"}));
}

TEST_F(LostPointsTest, RowsThatAreNotJudgedLoseNothing) {
  result_.indicators[0].dropped = true;
  card_.sections[0].horizon = model::Horizon::long_term;
  ASSERT_EQ(ranked().size(), 1U);
  EXPECT_EQ(ranked()[0].row, nullptr);
  result_.scored = false;
  EXPECT_TRUE(ranked().empty());
}

TEST_F(LostPointsTest, WhatTheCapTakesAwayIsALine) {
  result_.indicators.clear();
  result_.sections = {{decimal("80"), {decimal("80"), decimal("80")}}};
  result_.total = {decimal("89"), decimal("89")};
  EXPECT_EQ(ranked().size(), 1U);  // the execution line alone
  result_.cap_why = "执行率 75% 在 [70,80) 之内，总分不超过 89";
  const std::vector<LostPoints> lost = ranked();
  ASSERT_EQ(lost.size(), 2U);
  EXPECT_TRUE(lost[0].by_cap);
  EXPECT_EQ(lost[0].lost.low, decimal("10.55"));  // 19.55 + 80 - 89
  EXPECT_TRUE(lost[0].lost.exact());
}

}  // namespace
}  // namespace jiheng::report
