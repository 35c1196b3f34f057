// Pictures of small data: positions calculated by hand from the sizes of svg_frame.h (700 pixels wide, 12.4 a Chinese character and 7.6 a digit of
// text), texts that would be markup, empty data.
#include "engine/report/charts/svg_from_chart.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "engine/report/charts/html_from_chart.h"
#include "engine/report/charts/svg_canvas.h"
#include "engine/report/charts/table_from_chart.h"
#include "tests/unit/report/charts/chart_values.h"

namespace jiheng::report {
namespace {

std::string svg(const Chart& chart) {
  std::string out;
  for (const std::string& picture : svg_from_chart(chart, "c")) out += picture;
  return out;
}

std::size_t count(std::string_view text, std::string_view piece) {
  std::size_t n = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++n;
  return n;
}

#define EXPECT_HAS(text, piece) EXPECT_NE((text).find(piece), std::string::npos) << (text)
#define EXPECT_LACKS(text, piece) EXPECT_EQ((text).find(piece), std::string::npos) << (text)

BarChart bars(std::vector<BarItem> items) {
  return {"题", "说明", "", {.name = "总分", .unit = "分", .to = decimal("100")}, {"总分"}, std::move(items)};
}

TEST(SvgBars, AreAsLongAsTheirValues) {
  // top: title 30, gap 4, a line of 20 with its bar in the middle. "甲" takes 12.4, then 12: 0
  // stands at 24.4. "100" takes 22.8 and 14: 100 stands at 663.2. 638.8 pixels for 100, room for 9 steps of 64.
  const std::string out = svg(bars({{"甲", {value("100")}}, {"乙", {value("50")}}}));
  EXPECT_HAS(out, "<rect x=\"24.4\" y=\"38\" width=\"638.8\" height=\"12\" class=\"c1 solid\"/>");
  EXPECT_HAS(out, "width=\"319.4\" height=\"12\" class=\"c1 solid\"/>");
  EXPECT_HAS(out, "<g><title>乙，总分 50分</title>");
  EXPECT_HAS(out, ">总分（分）</text>");
  EXPECT_EQ(count(out, "class=\"grid\""), 5U) << "a tick every 20, 0 is the axis";
}

TEST(SvgBars, OfARangeGoOnInDashesToItsUpperEnd) {
  // "92.00-97.00" takes 83.6: 100 stands at 602.4, 578 pixels for 100; 92 are 531.76, 5 are 28.9
  const std::string out = svg(bars({{"甲", {ChartValue{decimal("92.00"), decimal("97.00")}}}}));
  EXPECT_HAS(out, "width=\"531.8\" height=\"12\" class=\"c1 solid\"/>");
  EXPECT_HAS(out, "<rect x=\"556.2\" y=\"60\" width=\"28.9\" height=\"12\" class=\"c1 open\"/>");
  EXPECT_HAS(out, ">92.00-97.00</text>");
  EXPECT_HAS(out, "待核：在这个范围里");
}

TEST(SvgBars, BelowZeroGoLeft) {
  BarChart chart = {"题", "", "", {.name = "变动", .unit = "分"}, {"少 10%", "多 10%"}, {}};
  chart.items = {{"甲", {value("-2"), value("1")}}};
  // left 12.4 + 12 + "-2" 15.2 = 39.6, right 700 - "1" 7.6 - 14 = 678.4; 638.8 for -2 to 1: 0 at 465.47
  const std::string out = svg(chart);
  EXPECT_HAS(out, "<rect x=\"39.6\" y=\"60\" width=\"425.9\" height=\"12\" class=\"c1 solid\"/>");
  EXPECT_HAS(
      out, "<rect x=\"465.5\" y=\"74\" width=\"212.9\" height=\"12\" class=\"c2 edge\" fill=\"url(#cp2)\"/>");
  EXPECT_HAS(out, "<pattern id=\"cp2\"");
  EXPECT_HAS(out, ">少 10%</text>");
}

TEST(SvgBars, WithoutAValueSayWhy) {
  const std::string out = svg(bars({{"甲", {std::nullopt}, "未填"}, {"乙", {value("0")}}}));
  EXPECT_HAS(out, ">未填</text>");
  EXPECT_EQ(count(out, "class=\"c1 solid\""), 1U);
}

TEST(SvgBars, AreSeveralPicturesWhereAPageIsTooSmall) {
  std::vector<BarItem> items;
  for (int i = 0; i < 100; ++i) items.push_back({std::to_string(i + 1), {value("50")}});
  // a line is 20 pixels high: 2000 pixels, three pictures of at most 820; 34 + 34 + 32
  const std::vector<std::string> out = svg_from_chart(bars(std::move(items)), "c");
  ASSERT_EQ(out.size(), 3U);
  EXPECT_EQ(count(out[0], "class=\"c1 solid\""), 34U);
  EXPECT_EQ(count(out[2], "class=\"c1 solid\""), 32U);
  EXPECT_HAS(out[1], "题（2/3）");
  EXPECT_HAS(out[1], "id=\"cn2t\"");
}

LineChart line(std::vector<LinePiece> pieces) {
  return {"扫描",
          "",
          {.name = "目标", .unit = "例"},
          {.name = "总分", .unit = "分"},
          {{"总分", std::move(pieces)}}};
}

TEST(SvgLine, GoesThroughItsPoints) {
  // y from 0 to 10 in steps of 2, the widest label "10": the axis stands at 2 × 7.6 + 8 = 23.2, the plot is 652.8 wide.
  // top: title 30, title of y 46, plot from 56 to 296
  const std::string out =
      svg(line({{{{decimal("0"), value("0")}, {decimal("50"), value("10")}, {decimal("100"), value("5")}}}}));
  EXPECT_HAS(out, "<polyline points=\"23.2,296 349.6,56 676,176\" class=\"c1 curve d1\"/>");
  EXPECT_HAS(out, ">总分（分）</text>");
  EXPECT_HAS(out, ">目标（例）</text>");
  EXPECT_LACKS(out, "<circle");
}

TEST(SvgLine, ShowsAStepWithAnOpenAndAClosedEnd) {
  const std::string out =
      svg(line({{{{decimal("0"), value("10")}, {decimal("50"), value("10")}}, false, true},
                {{{decimal("50"), value("0")}, {decimal("100"), value("0")}}}}));
  EXPECT_HAS(out, "<line x1=\"349.6\" y1=\"56\" x2=\"349.6\" y2=\"296\" class=\"fall\"/>");
  EXPECT_HAS(out, "<circle cx=\"349.6\" cy=\"56\" r=\"3.5\" class=\"c1 hollow\"/>");
  EXPECT_HAS(out, "<circle cx=\"349.6\" cy=\"296\" r=\"3.5\" class=\"c1 solid\"/>");
  EXPECT_EQ(count(out, "<circle"), 2U);
}

TEST(SvgLine, NumbersItsMarksApart) {
  LineChart chart = line({{{{decimal("0"), value("0")}, {decimal("100"), value("10")}}}});
  chart.marks = {{decimal("50"), "规则 <Q1>"}, {decimal("50.1"), "现在", decimal("5")}};
  // two numbers closer than 18 pixels: two lines of them, 40 pixels; the plot begins at 96. 50 stands at 349.6
  const std::string out = svg(chart);
  EXPECT_HAS(out, "<circle cx=\"349.6\" cy=\"84\" r=\"8\" class=\"badge\"/>");
  EXPECT_HAS(out, "<circle cx=\"350.3\" cy=\"66\" r=\"8\" class=\"badge\"/>");
  EXPECT_HAS(out, "<circle cx=\"350.3\" cy=\"216\" r=\"6\" class=\"here\"/>");
  EXPECT_HAS(html_from_chart(chart, "c"), "<ol>\n<li>规则 &lt;Q1&gt;</li>\n<li>现在</li>\n</ol>");
}

TEST(SvgLine, LeavesOutNumbersThatWouldStandOnEachOther) {
  LineChart chart = line({{{{decimal("0"), value("0")}, {decimal("100"), value("10")}}}});
  for (int i = 0; i < 6; ++i) chart.marks.push_back({decimal("50"), "同一处"});
  const std::string out = svg(chart);
  EXPECT_EQ(count(out, "class=\"badge\""), 4U) << "four lines of numbers";
  EXPECT_EQ(count(out, "class=\"mark\""), 6U);
}

TEST(SvgLine, DrawsARangeAsABand) {
  // a legend of one line, 22 pixels, moves the plot down
  const std::string out = svg(line(
      {{{{decimal("0"), {decimal("0"), decimal("10")}}, {decimal("100"), {decimal("0"), decimal("10")}}}}}));
  EXPECT_HAS(out, "<polygon points=\"23.2,318 676,318 676,78 23.2,78\" class=\"c1 band\"/>");
  EXPECT_HAS(out, "待核：在这个范围里");
}

TEST(SvgHistogram, HasColumnsAsWideAsTheirBins) {
  // counts 0 to 20 in steps of 5: axis at 23.2; 90 to 100: 65.28 pixels a point
  const Histogram chart = {
      "分布",
      "",
      {.name = "总分", .unit = "分"},
      {.name = "次数"},
      {{decimal("90"), decimal("95"), decimal("5")}, {decimal("95"), decimal("100"), decimal("20")}}};
  const std::string out = svg(chart);
  EXPECT_HAS(out, "<rect x=\"23.7\" y=\"221\" width=\"325.4\" height=\"55\" class=\"c1 solid\"/>");
  EXPECT_HAS(out, "<rect x=\"350.1\" y=\"56\" width=\"325.4\" height=\"220\" class=\"c1 solid\"/>");
}

TEST(SvgGrid, IsDarkerWhereThereIsMore) {
  const HeatGrid chart = {"两个数",
                          "",
                          {.name = "目标"},
                          {.name = "完成"},
                          {.name = "总分", .unit = "分"},
                          {"1", "2"},
                          {"a"},
                          {{value("90"), value("100")}}};
  const std::string out = svg(chart);
  EXPECT_EQ(count(out, "class=\"cell h1\""), 2U) << "the cell and the key";
  EXPECT_EQ(count(out, "class=\"cell h7\""), 2U);
  EXPECT_HAS(out, "class=\"tick light\">100</text>");
}

TEST(SvgFromChart, LetsNoMarkupThrough) {
  const std::string bad = "</title><script>alert('1')</script>";
  BarChart chart = bars({{bad, {value("1")}, bad}, {bad, {std::nullopt}, bad}});
  chart.title = chart.note = chart.item_name = chart.value.name = chart.series[0] = bad;
  chart.limits = {{decimal("1"), bad}};
  LineChart curve = line({{{{decimal("0"), value("1")}}}});
  curve.title = curve.note = curve.x.name = curve.y.unit = bad;
  curve.series.push_back({bad, {}});
  curve.marks = {{decimal("0"), bad}};
  const HeatGrid grid = {bad, bad, {.name = bad}, {.name = bad}, {.name = bad}, {bad}, {bad}, {{value("1")}}};
  for (const Chart& each : {Chart(chart), Chart(curve), Chart(grid), Chart(Multiples{bad, bad, {curve}})}) {
    const std::string out = html_from_chart(each, "c");
    EXPECT_LACKS(out, "<script");
    EXPECT_EQ(count(out, "<title"), count(out, "</title>"));
    EXPECT_HAS(out, "&lt;/title&gt;&lt;script&gt;");
  }
}

TEST(SvgFromChart, SaysWhereThereIsNothing) {
  for (const Chart& each :
       {Chart(bars({})), Chart(line({})), Chart(line({{{}}})), Chart(Histogram{"", "", {}, {}, {}}),
        Chart(HeatGrid{"", "", {}, {}, {}, {}, {}, {}})}) {
    EXPECT_HAS(svg(each), "没有数据");
  }
  EXPECT_EQ(svg(Multiples{"", "", {}}), "");
}

TEST(SvgFromChart, NamesThePictureAndGivesTheSameBytes) {
  const Chart chart = bars({{"甲", {value("1")}}});
  const std::string out = svg(chart);
  EXPECT_HAS(
      out,
      "role=\"img\" aria-labelledby=\"ct cd\">\n<title id=\"ct\">题</title>\n<desc id=\"cd\">说明</desc>");
  EXPECT_EQ(out, svg(chart));
}

TEST(SvgFromChart, HoldsHugeValues) {
  const std::string most(36, '9');
  const std::string out = svg(bars({{"甲", {value(most)}}, {"乙", {value("-" + most)}}}));
  EXPECT_LACKS(out, "nan");
  EXPECT_LACKS(out, "inf");
}

/// Every number of an attribute `name`.
std::vector<double> numbers_of(const std::string& text, const std::string& name) {
  std::vector<double> out;
  const std::string start = " " + name + "=\"";
  for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
    out.push_back(std::strtod(text.c_str() + at + start.size(), nullptr));
  }
  return out;
}

TEST(SvgFromChart, StaysInsideForAnyValues) {
  std::mt19937 random(7);
  const auto any = [&random](int exponent) {
    const int places = exponent < 0 ? -exponent : 0;
    base::Decimal value = base::Decimal::of(static_cast<std::int64_t>(random() % 2001) - 1000, places);
    for (int i = 0; i < exponent; ++i) value = *base::multiply(value, base::Decimal(10));
    return value;
  };
  for (int round = 0; round < 400; ++round) {
    const int exponent = static_cast<int>(random() % 32) - 12;
    BarChart chart = {"题", "", "项", {.name = "数"}, {"一", "二"}, {}};
    LineChart curve = {"题", "", {.name = "甲"}, {.name = "乙"}, {{"线", {{}}, round % 2 == 0}}};
    chart.dots = round % 3 == 0;
    for (std::size_t i = 0; i <= random() % 5; ++i) {
      const base::Decimal a = any(exponent);
      const base::Decimal b = any(exponent);
      chart.items.push_back({"项", {exactly(a), ChartValue{std::min(a, b), std::max(a, b)}}});
      curve.series[0].pieces[0].points.push_back(
          {base::Decimal(static_cast<std::int64_t>(i)), chart.items[i].values[1].value()});
    }
    for (const Chart& each : {Chart(chart), Chart(curve)}) {
      const std::string out = svg(each);
      for (const char* name : {"x", "x1", "x2", "cx"}) {
        for (const double x : numbers_of(out, name)) {
          EXPECT_GE(x, -10) << out;
          EXPECT_LE(x, 710) << out;
        }
      }
      EXPECT_EQ(out.find("nan"), std::string::npos);
      EXPECT_EQ(out.find("inf"), std::string::npos);
      EXPECT_EQ(count(out, "<g>"), count(out, "</g>"));
    }
  }
}

TEST(TextWithin, CutsToTheWidth) {
  EXPECT_EQ(text_within("一二三四", 12.4 * 4), "一二三四");
  EXPECT_EQ(text_within("一二三四", 12.4 * 3.5), "一二三…");
}

TEST(TableFromChart, HoldsTheNumbersAsTheyAre) {
  LineChart chart =
      line({{{{decimal("0"), value("10.00")}, {decimal("50"), value("10.00")}}, false, true},
            {{{decimal("50"), value("0.00")}, {decimal("100"), {decimal("0"), decimal("3")}}}}});
  const Table table = table_from_chart(chart);
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.columns[0].title, "目标（例）");
  EXPECT_EQ(table.columns[1].title, "总分（分）");
  EXPECT_EQ(table.rows[0].cells[1].text, "10.00");
  EXPECT_EQ(table.rows[1].cells[1].text, "0.00") << "the open end is not a value of the curve";
  EXPECT_EQ(table.rows[2].cells[1].text, "0-3");
}

TEST(TableFromChart, OfBarsNamesTheItems) {
  const Table table = table_from_chart(bars({{"甲", {value("-4.40")}}, {"乙", {std::nullopt}, "未填"}}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells[1].text, "-4.40");
  EXPECT_EQ(table.rows[1].cells[1].text, "未填");
}

TEST(TableFromChart, OfSmallMultiplesNamesThePanels) {
  LineChart panel = line({{{{decimal("2023"), value("4824")}, {decimal("2024"), value("500")}}}});
  const Table table = table_from_chart(Multiples{"", "", {panel, panel}});
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(table.rows[2].cells[0].text, "扫描（分）");
  EXPECT_EQ(table.rows[2].cells[1].text, "2023");
  EXPECT_EQ(table.rows[3].cells[2].text, "500");
}

}  // namespace
}  // namespace jiheng::report
