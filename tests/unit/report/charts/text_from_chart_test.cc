// Plots of block characters, drawn by hand.
#include "engine/report/charts/text_from_chart.h"

#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "tests/unit/report/charts/chart_values.h"

namespace jiheng::report {
namespace {

TEST(TextFromChart, DrawsBarsInEighths) {
  // 40 columns: labels 4, values 3, gaps 4: 29 columns for 100. 50 are 14.5 columns; 60 to 100 go on to the 29th
  const BarChart chart = {
      "总分",   "",
      "",       {.name = "总分", .unit = "分"},
      {"总分"}, {{"甲", {value("100")}}, {"乙丙", {value("50")}}, {"丁", {std::nullopt}, "未填"}}};
  EXPECT_EQ(text_from_chart(chart, 40),
            "总分\n"
            "总分（分）\n"
            "甲    █████████████████████████████ 100\n"
            "乙丙  ██████████████▌ 50\n"
            "丁    未填\n");
}

TEST(TextFromChart, DrawsWhatIsOnlyPossibleLight) {
  // values "50-100" 6 columns, label 2: 28 columns for 100
  const BarChart chart = {
      "题", "", "", {.name = "总分"}, {"总分"}, {{"甲", {ChartValue{decimal("50"), decimal("100")}}}}};
  EXPECT_EQ(text_from_chart(chart, 40), "题\n总分\n甲  ██████████████░░░░░░░░░░░░░░ 50-100\n");
}

TEST(TextFromChart, DrawsNegativeBarsToTheLeft) {
  // label 2, values 2: 32 columns for -1 to 3: 8 a unit
  const BarChart chart = {
      "题", "", "", {.name = "变动"}, {"变动"}, {{"甲", {value("-1")}}, {"乙", {value("3")}}}};
  EXPECT_EQ(text_from_chart(chart, 40),
            "题\n变动\n甲  ████████ -1\n乙          ████████████████████████ 3\n");
}

TEST(TextFromChart, DrawsACurveWithItsMarks) {
  LineChart chart = {"扫描", "", {.name = "目标", .unit = "例"}, {.name = "分"}, {{"分", {}}}};
  chart.series[0].pieces = {{{{decimal("0"), value("10")}, {decimal("18"), value("10")}}, false, true},
                            {{{decimal("18"), value("5")}, {decimal("35"), value("0")}}}};
  chart.marks = {{decimal("18"), "从这里起按比例"}};
  const std::string out = text_from_chart(chart, 40);
  // 36 columns for 0 to 35: one a unit; 10 lines for 0 to 10: full up to 17, a half at 18, nothing at 35 but a trace.
  // Of the fifth line: 19 hold 5 - 5/17, 37.6 eighths: 6 of 8 there; then 35.3 and 32.9
  EXPECT_NE(out.find("扫描\n分\n10 ┤██████████████████\n"), std::string::npos) << out;
  EXPECT_NE(out.find("\n   ┤███████████████████▆▃▁\n"), std::string::npos) << out;
  EXPECT_NE(out.find("▁\n   └────────────────────────────────────\n"), std::string::npos) << out;
  EXPECT_NE(out.find("\n                      1\n"), std::string::npos) << "below the 19th column\n" << out;
  EXPECT_NE(out.find("  1 从这里起按比例\n"), std::string::npos) << out;
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find('\n', at);
    EXPECT_LE(base::display_width(out.substr(at, end - at)), 40U);
    at = end + 1;
  }
}

TEST(TextFromChart, SaysWhereThereIsNothing) {
  EXPECT_EQ(text_from_chart(LineChart{"题", "", {}, {}, {}}, 40), "题\n没有数据\n");
  EXPECT_EQ(text_from_chart(Histogram{"题", "", {.name = "总分"}, {.name = "次数"}, {}}, 40),
            "题\n总分 → 次数\n没有数据\n");
}

TEST(TextFromChart, LetsNoControlThrough) {
  const BarChart chart = {"\x1b[2J", "", "", {.name = "x"}, {"\x1b"}, {{"\x1b[31m", {value("1")}}}};
  EXPECT_EQ(text_from_chart(chart, 40).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace jiheng::report
