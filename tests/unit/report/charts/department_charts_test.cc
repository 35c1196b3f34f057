// Charts of two small cards whose points are calculated by hand.
#include "engine/report/charts/department_charts.h"

#include "engine/results/scores.h"

#include <gtest/gtest.h>

#include "engine/report/charts/svg_frame.h"
#include "tests/unit/report/charts/chart_values.h"

namespace jiheng::report {
namespace {

model::Indicator indicator(std::string level1) {
  model::Indicator out;
  out.level1.text = std::move(level1);
  return out;
}

/// Two projects of one scheme of 100 points (20 of them execution), two blocks of 40.
class DepartmentCharts : public testing::Test {
 protected:
  DepartmentCharts() {
    scheme_.total = decimal("100");
    scheme_.rounding.places = 2;
    scheme_.grades = {{"优", decimal("90")}, {"良", decimal("80")}, {"差", decimal("0")}};
    for (const char* id : {"a", "b"}) {
      model::Scorecard card;
      card.id = id;
      card.title.text = "表";
      card.sections.resize(1);
      card.sections[0].indicators = {indicator("产出指标"), indicator("效益指标")};
      cards_.push_back(card);
    }
  }

  scoring::CardResult result(std::size_t index, std::string_view rate, std::string_view execution,
                             scoring::Points output, scoring::Points benefit, scoring::Points total) {
    scoring::CardResult out;
    out.card = &cards_[index];
    out.scheme = &scheme_;
    out.execution = scoring::ExecutionResult{};
    out.execution->rate = decimal(rate);
    out.execution->full_marks = decimal("20");
    out.execution->score = {decimal(execution), decimal(execution)};
    for (const scoring::Points& points : {output, benefit}) {
      scoring::IndicatorResult row;
      row.id.index = out.indicators.size();
      row.full_marks = decimal("40");
      row.score = points;
      out.indicators.push_back(row);
    }
    out.total = total;
    return out;
  }

  /// a: 19.50 + 40 + 30 = 89.50. b: 20 + 40 + (0 to 40) = 60 to 100.
  results::Scores scores() {
    results::Scores out;
    out.cards = {result(0, "97.5", "19.5", {decimal("40"), decimal("40")}, {decimal("30"), decimal("30")},
                        {decimal("89.5"), decimal("89.5")}),
                 result(1, "100", "20", {decimal("40"), decimal("40")}, {decimal("0"), decimal("40")},
                        {decimal("60"), decimal("100")})};
    return out;
  }

  model::Scheme scheme_;
  std::vector<model::Scorecard> cards_;
};

TEST_F(DepartmentCharts, TotalsHaveTheLimitsOfTheGrades) {
  const results::Scores all = scores();
  const std::optional<BarChart> chart = totals_chart(all.cards);
  ASSERT_TRUE(chart);
  ASSERT_EQ(chart->items.size(), 2U);
  EXPECT_EQ(chart->items[0].label, "a 表");
  EXPECT_EQ(value_text(*chart->items[0].values[0]), "89.50");
  EXPECT_EQ(value_text(*chart->items[1].values[0]), "60.00-100.00");
  ASSERT_EQ(chart->limits.size(), 2U) << "差 begins at 0: no limit to show";
  EXPECT_EQ(chart->limits[0].label, "良 ≥80");
}

TEST_F(DepartmentCharts, TotalsOfTwoSchemesHaveNoLimits) {
  results::Scores two = scores();
  const model::Scheme other = scheme_;
  two.cards[1].scheme = &other;
  EXPECT_TRUE(totals_chart(two.cards)->limits.empty());
}

TEST_F(DepartmentCharts, ATableThatIsNotFilledInHasNoBar) {
  results::Scores open = scores();
  open.cards[0].scored = false;
  const std::optional<BarChart> chart = totals_chart(open.cards);
  EXPECT_FALSE(chart->items[0].values[0]);
  EXPECT_EQ(chart->items[0].note, "未填");
  EXPECT_FALSE(execution_chart(open.cards)) << "one project is no comparison";
}

TEST_F(DepartmentCharts, ExecutionStandsBesideTheShareOfTheTotal) {
  const results::Scores all = scores();
  const std::optional<BarChart> chart = execution_chart(all.cards);
  ASSERT_TRUE(chart);
  EXPECT_EQ(value_text(*chart->items[0].values[0]), "97.5");
  EXPECT_EQ(value_text(*chart->items[0].values[1]), "89.50");
  EXPECT_EQ(value_text(*chart->items[1].values[1]), "60.00-100.00");
}

TEST_F(DepartmentCharts, LostPointsAreSummedByBlock) {
  // 预算执行: 0.50. 产出: nothing. 效益: 10, and 0 to 40 more
  const results::Scores all = scores();
  const std::optional<BarChart> chart = lost_chart(all.cards);
  ASSERT_TRUE(chart);
  ASSERT_EQ(chart->items.size(), 2U);
  EXPECT_EQ(chart->items[0].label, "预算执行");
  EXPECT_EQ(value_text(*chart->items[0].values[0]), "0.50");
  EXPECT_EQ(chart->items[1].label, "效益指标");
  EXPECT_EQ(value_text(*chart->items[1].values[0]), "10.00-50.00");
}

TEST_F(DepartmentCharts, AProjectAloneHasNone) {
  const results::Scores all = scores();
  const std::span<const scoring::CardResult> one(all.cards.data(), 1);
  EXPECT_FALSE(totals_chart(one));
  EXPECT_FALSE(execution_chart(one));
}

}  // namespace
}  // namespace jiheng::report
