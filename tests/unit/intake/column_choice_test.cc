// Which column of a heading holds what: by its words, by its cells, by the years it is about.
#include "engine/intake/tables/column_choice.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/diag/print.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/intake/sheets.h"

namespace jiheng::intake {

namespace {

std::vector<std::string> ids_said(const diag::Result<Document>& result) {
  std::vector<std::string> ids;
  for (const auto& problem : result.problems) ids.push_back(problem.id);
  return ids;
}

/// "目标|完成" of each row.
std::vector<std::string> values_read(const diag::Result<Document>& result) {
  std::vector<std::string> out;
  for (const Table& table : result->tables) {
    for (const TableRow& row : table.rows) out.push_back(row.target.text + "|" + row.actual.text);
  }
  return out;
}

std::string why_at(const Document& document, std::string_view cell) {
  for (const PassedOver& passed : document.passed_over) {
    if (diag::cell_name(passed.place) == cell) return passed.why;
  }
  return "";
}

using Values = std::vector<std::string>;

TEST(ColumnChoice, SignsByTheirCellsWhateverTheHeading) {
  for (const char* heading : {"指标值类型", "指标方向", "运算符号", "符号", "指标性质", "甲栏"}) {
    for (const auto& [sign, meant] :
         {std::pair("≤", "≤"), std::pair("小于等于", "≤"), std::pair("<=", "≤"), std::pair("≦", "≤"),
          std::pair("小于或等于", "≤"), std::pair("＜", "<")}) {
      const auto result = read_drawing(std::string("项目名称|甲\n一级指标|二级指标|三级指标|") + heading +
                                       "|目标值|度量单位|完成值\n产出指标|质量指标|投诉率|" + sign +
                                       "|5|%|20%\n效益指标|社会效益指标|知晓度|定性|较高||较高\n");
      EXPECT_EQ(values_read(result), (Values{std::string(meant) + "5%|20%", "较高|较高"})) << heading << sign;
      EXPECT_EQ(ids_said(result), Values{}) << heading << sign;
    }
  }
}

TEST(ColumnChoice, DirectionsSayHowToCompareABareNumber) {
  for (const char* heading : {"指标性质", "指标方向", "指标类型", "乙栏"}) {
    const auto result =
        read_drawing(std::string("项目名称|甲\n一级指标|二级指标|三级指标|") + heading +
                     "|指标值|计量单位|实际完成值\n产出指标|数量指标|人数|正向|100|人|120\n"
                     "产出指标|质量指标|投诉率|反向|5|%|20\n产出指标|时效指标|天数|反向|≤3|天|9\n");
    EXPECT_EQ(values_read(result), (Values{"≥100人|120人", "≤5%|20%", "≤3天|9天"})) << heading;
  }
}

TEST(ColumnChoice, TheSignStandsBeforeTheDirection) {
  for (const char* drawing : {"项目名称|甲\n一级指标|二级指标|三级指标|指标性质|指标方向|指标值|"
                              "单位\n产出指标|质量指标|合格率|正向|≥|90|%\n",
                              "项目名称|甲\n一级指标|二级指标|三级指标|运算符号|指标性质|指标值|"
                              "单位\n产出指标|质量指标|合格率|大于等于|定量|90|%\n",
                              "项目名称|甲\n一级指标|二级指标|三级指标|指标属性|指标性质|指标值|"
                              "单位\n产出指标|质量指标|合格率|定量指标|>=|90|%\n"}) {
    const auto result = read_drawing(drawing);
    ASSERT_EQ(result->tables.size(), 1U) << drawing;
    EXPECT_EQ(result->tables[0].rows.at(0).target.text, "≥90%") << drawing;
    EXPECT_EQ(ids_said(result), Values{}) << drawing;
  }
}

TEST(ColumnChoice, UnitsByTheirCellsWhateverTheHeading) {
  for (const char* heading : {"度量单位", "计量单位", "单位", "指标值单位", "量纲", "丙栏"}) {
    const auto result =
        read_drawing(std::string("项目名称|甲\n一级指标|二级指标|三级指标|指标值|") + heading +
                     "|完成值\n产出指标|数量指标|人数|≥100|人次|120\n"
                     "产出指标|成本指标|人均|≤400|元/人|390\n产出指标|质量指标|合格率|≥95|%|96%\n");
    EXPECT_EQ(values_read(result), (Values{"≥100人次|120人次", "≤400元/人|390元/人", "≥95%|96%"})) << heading;
    EXPECT_EQ(ids_said(result), Values{}) << heading;
  }
}

TEST(ColumnChoice, AColumnOfOfficesIsNoUnit) {
  const auto result = read_drawing(
      "项目名称|甲\n一级指标|二级指标|三级指标|指标值|单位|完成值\n产出指标|数量指标|人数|≥100|甲县教育局|"
      "120\n"
      "产出指标|数量指标|次数|≥3|乙镇人民政府|3\n");
  EXPECT_EQ(values_read(result), (Values{"≥100|120", "≥3|3"}));
  EXPECT_EQ(ids_said(result), Values{"I145"});
}

TEST(ColumnChoice, TheYearStandsBeforeTheLongTerm) {
  for (const auto& [first, second] :
       {std::pair("长期指标值", "年度指标值"), std::pair("中期目标值", "本年目标值"),
        std::pair("总体目标值", "目标值"), std::pair("三年累计目标值", "年初目标值"),
        std::pair("实施期指标值", "当年指标值")}) {
    const std::string rows = "产出指标|数量指标|公里数|";
    const auto left = read_drawing(std::string("项目名称|甲\n一级指标|二级指标|三级指标|") + first + "|" +
                                   second + "|实际完成值\n" + rows + "≥300公里|≥100公里|120公里\n");
    EXPECT_EQ(values_read(left), Values{"≥100公里|120公里"}) << first;
    EXPECT_NE(why_at(*left, "D2").find("不是本年的"), std::string::npos) << first;
    const auto right = read_drawing(std::string("项目名称|甲\n一级指标|二级指标|三级指标|") + second + "|" +
                                    first + "|实际完成值\n" + rows + "≥100公里|≥300公里|120公里\n");
    EXPECT_EQ(values_read(right), Values{"≥100公里|120公里"}) << second;
    EXPECT_NE(why_at(*right, "E2").find("不是本年的"), std::string::npos) << second;
    EXPECT_EQ(ids_said(right), Values{}) << second;
  }
}

TEST(ColumnChoice, ATableOfTheLongTermAloneIsRead) {
  const auto result =
      read_drawing("项目名称|甲\n一级指标|二级指标|三级指标|长期指标值\n产出指标|数量指标|公里数|≥300公里\n");
  EXPECT_EQ(values_read(result), Values{"≥300公里|"});
}

TEST(ColumnChoice, BlocksOfTheLongTermAndTheYearSideBySide) {
  const auto grouped = read_drawing(R"(项目名称|甲
绩效指标|实施期目标（2022-2024年）|<|<|年度目标|<|<
一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
产出指标|数量指标|三年修路|≥300公里|数量指标|当年修路|≥100公里
满意度指标|满意度指标|三年满意度|≥90%|满意度指标|当年满意度|≥85%
)");
  ASSERT_EQ(grouped->tables.size(), 1U);
  EXPECT_EQ(grouped->tables[0].rows.at(0).name.text, "当年修路");
  EXPECT_EQ(values_read(grouped), (Values{"≥100公里|", "≥85%|"}));
  const auto above = read_drawing(R"(项目名称|甲
总体目标|年度目标|<|<|实施期目标|<|<
^|修路100公里|<|<|修路300公里|<|<
一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
产出指标|数量指标|当年修路|≥100公里|数量指标|三年修路|≥300公里
)");
  EXPECT_EQ(values_read(above), Values{"≥100公里|"});
  EXPECT_EQ(above->tables.at(0).rows.at(0).name.text, "当年修路");
}

TEST(ColumnChoice, TwoTargetsOfTheYearAreRefusedByBothNames) {
  for (const auto& [first, second] : {std::pair("年初目标值", "调整后目标值"), std::pair("指标值", "目标值"),
                                      std::pair("年度指标值", "预期值"), std::pair("计划数", "年度指标值")}) {
    const auto result = read_drawing(
        std::string("项目名称|甲\n一级指标|二级指标|三级指标|") + first + "|" + second +
        "|完成值\n产出指标|数量指标|人数|≥100人|≥110人|105人\n"
        "项目名称|乙\n一级指标|二级指标|三级指标|指标值|完成值\n产出指标|数量指标|次数|≥1次|2次\n");
    EXPECT_EQ(ids_said(result), Values{"I144"}) << first;
    EXPECT_NE(result.problems.at(0).message.find(first), std::string::npos) << first;
    EXPECT_NE(result.problems.at(0).message.find(second), std::string::npos) << first;
    EXPECT_EQ(diag::cell_name(result.problems[0].place), "E2") << first;
    EXPECT_EQ(values_read(result), Values{"≥1次|2次"}) << first;  // the table below is read
  }
}

TEST(ColumnChoice, ABlankColumnOfTargetsIsNone) {
  const auto result = read_drawing(
      "项目名称|甲\n一级指标|二级指标|三级指标|年初目标值|调整后目标值|完成值\n产出指标|数量指标|人数||"
      "≥110人|105人\n");
  EXPECT_EQ(ids_said(result), Values{});
  EXPECT_EQ(values_read(result), Values{"≥110人|105人"});
  const auto other = read_drawing(
      "项目名称|甲\n一级指标|二级指标|三级指标|年初目标值|调整后目标值|完成值\n产出指标|数量指标|人数|≥100人|"
      "|105人\n");
  EXPECT_EQ(ids_said(other), Values{});
  EXPECT_EQ(values_read(other), Values{"≥100人|105人"});
}

TEST(ColumnChoice, UnknownHeadingsAreNamedWithTheirPlace) {
  const auto result = read_drawing(
      "项目名称|甲\n一级指标|二级指标|三级指标|指标值|完成值|填报口径|得分|季度进度\n"
      "产出指标|数量指标|人数|≥100人|105人|按人头|10|一季度\n");
  ASSERT_EQ(ids_said(result), Values{"I145"});
  EXPECT_EQ(result.problems[0].message, "有 2 栏的表头不认得，没有取：“填报口径”（F2）、“季度进度”（H2）");
  EXPECT_EQ(diag::cell_name(result.problems[0].place), "F2");
}

TEST(ColumnChoice, HeadingsNobodyNeedsAndBlankColumnsAreOnlyListed) {
  for (const char* heading : {"序号", "完成率", "责任科室", "佐证材料", "是否核心指标", "偏差率（%）"}) {
    const auto result = read_drawing(std::string("项目名称|甲\n一级指标|二级指标|三级指标|指标值|完成值|") +
                                     heading + "\n产出指标|数量指标|人数|≥100人|105人|1\n");
    EXPECT_EQ(ids_said(result), Values{}) << heading;
    EXPECT_NE(why_at(*result, "F2").find("这一栏没有取"), std::string::npos) << heading;
  }
  const auto blank = read_drawing(
      "项目名称|甲\n一级指标|二级指标|三级指标|指标值|完成值|填报口径\n产出指标|数量指标|人数|≥100人|105人|"
      "\n");
  EXPECT_EQ(ids_said(blank), Values{});
}

TEST(ColumnChoice, TheSameInATextWithTabs) {
  const std::string front = "项目名称\t甲\n一级指标\t二级指标\t三级指标\t";
  const auto two = read_text(
      front + "年初目标值\t调整后目标值\t完成值\n产出指标\t数量指标\t人数\t≥100人\t≥110人\t105人\n");
  EXPECT_EQ(ids_said(two), (Values{"I144", "I103"}));
  const auto term = read_text(
      front + "长期指标值\t年度指标值\t完成值\n产出指标\t数量指标\t公里数\t≥300公里\t≥100公里\t120公里\n");
  EXPECT_EQ(values_read(term), Values{"≥100公里|120公里"});
  const auto unknown =
      read_text(front + "指标值\t填报口径\t完成值\n产出指标\t数量指标\t人数\t≥100人\t按人头\t105人\n");
  EXPECT_EQ(ids_said(unknown), Values{"I145"});
  EXPECT_EQ(values_read(unknown), Values{"≥100人|105人"});
}

TEST(ColumnChoice, BlankCellsKnowTheirPlace) {
  const auto result = read_drawing(
      "项目名称|甲\n一级指标|二级指标|三级指标|指标值|完成值|分值|得分|偏差原因分析\n"
      "产出指标|数量指标|人数|≥100人||10|10|\n||次数|≥3次|2次|10|7|\n");
  const std::vector<TableRow>& rows = result->tables.at(0).rows;
  EXPECT_TRUE(rows[0].actual.empty());
  EXPECT_EQ(diag::cell_name(rows[0].actual.place), "E3");
  EXPECT_EQ(diag::cell_name(rows[1].reason.place), "H4");
}

}  // namespace
}  // namespace jiheng::intake
