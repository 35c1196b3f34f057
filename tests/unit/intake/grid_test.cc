// Texts with tabs and texts a cell a line: what sheets have been read like for long, and what stands behind a level.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/intake/scorecard_from_table.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/intake/sheets.h"

namespace jiheng::intake {
namespace {

/// "甲/≥5%/20%" a row.
std::vector<std::string> rows_read(const diag::Result<Document>& document) {
  std::vector<std::string> rows;
  if (!document) return rows;
  for (const Table& table : document->tables) {
    for (const TableRow& row : table.rows)
      rows.push_back(row.name.text + "/" + row.target.text + "/" + row.actual.text);
  }
  return rows;
}

using Rows = std::vector<std::string>;

TEST(Grid, ASumIsNoIndicator) {
  const std::string head = "项目支出绩效自评表\n项目名称\t甲\t实施单位\t乙中心\n";
  for (const auto& [sum, total] : {std::pair("合计\t100\t98", "98"), std::pair("合计\t\t\t\t\t100\t98", "98"),
                                   std::pair("合计分值\t100", ""), std::pair("小计\t90\t88", "")}) {
    const auto document = read_text(head +
                                    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                                    "产出指标\t数量指标\t人数\t≥5人\t6人\t100\t98\n" +
                                    sum + "\n");
    EXPECT_EQ(rows_read(document), (Rows{"人数/≥5人/6人"})) << sum;
    EXPECT_EQ(document->tables.front().total.text, total) << sum;
  }
  // Without 分值 the one number is the total.
  const auto document = read_text(head +
                                  "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t得分\n"
                                  "产出指标\t数量指标\t人数\t≥5人\t6人\t98\n合计\t98\n");
  EXPECT_EQ(document->tables.front().total.text, "98");
}

TEST(Grid, SignsAndUnitsAreKnownByTheirCells) {
  for (const char* heading : {"比较", "符", "条件", "乙栏"}) {
    const auto document =
        read_text(std::string("项目名称\t甲\n一级指标\t二级指标\t三级指标\t") + heading +
                  "\t年度指标值\t量纲\t实际完成值\n产出指标\t质量指标\t投诉率\t≤\t5\t%\t20\n"
                  "产出指标\t时效指标\t办结时限\t小于等于\t3\t天\t9\n");
    EXPECT_EQ(rows_read(document), (Rows{"投诉率/≤5%/20%", "办结时限/≤3天/9天"})) << heading;
  }
}

TEST(Grid, ALineOfFieldsAboveTheHeadIsRead) {
  for (const char* line : {"填报单位：甲中心\t单位：元", "填报单位：甲中心\t\t\t金额单位：元",
                           "单位名称:甲中心\t填报日期:2024年3月1日\t资金单位:元"}) {
    const auto document =
        read_text(std::string("2024年项目支出绩效自评表\n") + line +
                  "\n项目名称\t乙专项\t预算数\t700000\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\n"
                  "产出指标\t数量指标\t办件数\t≥300件\t310件\n");
    ASSERT_TRUE(document) << line;
    ASSERT_EQ(document->tables.size(), 1U) << line;
    const Table& table = document->tables.front();
    EXPECT_EQ(table.unit.text, "甲中心") << line;
    EXPECT_EQ(table.money_unit.text, "元") << line;  // 70 and not 700000 万元
    EXPECT_EQ(table.budget.text, "700000") << line;
    EXPECT_EQ(table.year, 2024) << line;
  }
}

TEST(Grid, ACostRowLeftBlankBeforeABenefit) {
  const std::string head =
      "2024年项目绩效目标表\n项目名称\n甲项目\n实施单位\n乙中心\n一级指标\n二级指标\n三级指标\n指标值\n";
  for (const char* blank : {"成本指标\n", "质量指标\n成本指标\n", "质量指标\n时效指标\n成本指标\n"}) {
    const auto document = read_text(head + "产出指标\n数量指标\n车辆数\n10辆\n" + blank +
                                    "效益指标\n社会效益指标\n满意率\n90%\n");
    ASSERT_TRUE(document) << blank;
    ASSERT_EQ(rows_read(document), (Rows{"车辆数/10辆/", "满意率/90%/"})) << blank;
    EXPECT_EQ(document->tables.front().rows[1].level1.text, "效益指标") << blank;
    EXPECT_EQ(document->tables.front().rows[1].level2.text, "社会效益指标") << blank;
  }
}

/// What a card keeps of "产出指标（50分）".
std::string marks_of(const std::string& rows) {
  const auto document =
      read_drawing("项目名称|甲\n一级指标|二级指标|三级指标|年度指标值|实际完成值|分值\n" + rows);
  if (!document || document->tables.size() != 1) return "no table";
  const auto card = scorecard_from_table(document->tables.front());
  std::string text;
  for (const auto& [name, points] : card->sections.front().level_marks)
    text += name.text + "=" + points.value.to_string() + "@" + std::to_string(points.place.line) + " ";
  return text;
}

TEST(LevelMarks, StandBehindTheNameOfALevel) {
  EXPECT_EQ(marks_of("产出指标（50分）|数量指标|人数|≥5人|6人|30\n^|质量指标|合格率|≥90%|95%|20\n"
                     "效益指标(30)|社会效益指标|知晓率|≥90%|95%|30\n"),
            "产出指标=50@3 效益指标=30@5 ");
  EXPECT_EQ(
      marks_of(
          "产出指标（40 分）|数量指标（25分）|人数|≥5人|6人|25\n^|质量指标（１５分）|合格率|≥90%|95%|15\n"),
      "产出指标=40@3 产出指标/数量指标=25@3 产出指标/质量指标=15@4 ");
  EXPECT_EQ(marks_of("产出指标⏎（50分）|数量指标|人数|≥5人|6人|50\n"), "产出指标=50@3 ");
  // Twice the same is once; twice another says nothing.
  EXPECT_EQ(
      marks_of("产出指标（50分）|数量指标|人数|≥5人|6人|30\n产出指标（50分）|质量指标|合格率|≥90%|95%|20\n"),
      "产出指标=50@3 ");
  EXPECT_EQ(
      marks_of("产出指标（30分）|数量指标|人数|≥5人|6人|30\n产出指标（20分）|质量指标|合格率|≥90%|95%|20\n"),
      "");
  EXPECT_EQ(marks_of("产出指标（甲类）|数量指标|人数|≥5人|6人|30\n"), "");
}

TEST(HeadFields, ACellBesideAValueIsNoSecondValue) {
  for (const char* line :
       {"主管部门|甲局|实施单位|乙中心|项目地点|某镇", "实施单位|乙中心|项目地点|某镇|主管部门|甲局",
        "主管部门|甲局|所属科室|某科|实施单位|乙中心",
        "项目类别|一般公共预算|资金性质|专项|实施单位|乙中心"}) {
    for (const bool tabs : {false, true}) {
      std::string text =
          std::string("项目自评表\n项目名称|甲\n") + line +
          "\n一级指标|二级指标|三级指标|年度指标值|实际完成值\n产出指标|数量指标|人数|≥5人|6人\n";
      if (tabs) std::replace(text.begin(), text.end(), '|', '\t');
      const auto document = tabs ? read_text(text) : read_drawing(text);
      ASSERT_EQ(document->tables.size(), 1U) << line;
      const Table& table = document->tables.front();
      EXPECT_EQ(table.unit.text, "乙中心") << line << tabs;
      for (const auto& [name, field] : table.header) {
        EXPECT_TRUE(name != "主管部门" || field.text == "甲局") << line << tabs << field.text;
        EXPECT_TRUE(name != "项目类别" || field.text == "一般公共预算") << line << tabs << field.text;
      }
      // The label nobody knows and what stands beside it; of a text both are one entry of their line.
      EXPECT_EQ(document->passed_over.size(), tabs ? 1U : 2U) << line << tabs;
    }
  }
}

TEST(Periods, AreKeptAsPrinted) {
  const auto header = [](const std::string& head) {
    const auto document =
        read_drawing("项目名称|甲|实施单位|乙中心\n" + head +
                     "\n一级指标|二级指标|三级指标|年度指标值\n产出指标|数量指标|人数|≥5人\n");
    std::string text;
    for (const auto& [name, field] : document->tables.front().header) {
      if (name.starts_with("项目") && name.ends_with("时间")) text += name + "=" + field.text + " ";
    }
    return text;
  };
  EXPECT_EQ(header("项目起止时间|2023年1月-2023年12月|主管部门|甲局"), "项目起止时间=2023年1月-2023年12月 ");
  EXPECT_EQ(header("主管部门|甲局|起止年限|2023-2025"), "项目起止时间=2023-2025 ");
  EXPECT_EQ(header("项目实施期：|2023.01-2023.12"), "项目起止时间=2023.01-2023.12 ");
  EXPECT_EQ(header("项目开始时间|2023年1月|项目结束时间|2023年12月"),
            "项目开始时间=2023年1月 项目结束时间=2023年12月 ");
  EXPECT_EQ(header("项目起止时间|2023年1月|2023年12月"), "项目起止时间=2023年1月至2023年12月 ");  // two cells
}

}  // namespace
}  // namespace jiheng::intake
