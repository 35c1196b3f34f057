// Kinds of running text that were once read wrong: blanks in names, rows left blank, headings nobody knows.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/intake/documents.h"

namespace jiheng::intake {

namespace {

std::vector<std::string> rows_told(const diag::Result<Document>& result) {
  std::vector<std::string> out;
  for (const Table& table : result->tables) {
    for (const TableRow& row : table.rows)
      out.push_back(row.level1.text + "/" + row.level2.text + "/" + row.name.text + "=" + row.target.text);
  }
  return out;
}

std::vector<std::string> ids_told(const diag::Result<Document>& result) {
  std::vector<std::string> ids;
  for (const auto& problem : result.problems) ids.push_back(problem.id);
  return ids;
}

using Told = std::vector<std::string>;

const std::string kFront =
    "项目支出绩效目标表\n（2024年度）\n项目名称 甲项目\n主管部门 甲局 实施单位 乙中心\n";

TEST(RunningKinds, BlanksInNamesStay) {
  for (const auto& [name, target] :
       {std::pair("景点开发数量( ≥**个 )", ">=4个"), std::pair("按期完成率(≥**%)", ">=95%"),
        std::pair("受益人数（ ≥**人 ）", "≥200人"), std::pair("办结时限（不超过**天）", "≤3天"),
        std::pair("培训合格率（≥**）", "≥95%"), std::pair("设备数量( 台 )", "12台"),
        std::pair("成本（ ≤**万元/个 ）", "≤5万元")}) {
    const auto result = read_text(kFront + "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 " + name +
                                  " " + target + "\n满意度指标 服务对象满意度指标 游客满意度 ≥90%\n");
    EXPECT_EQ(rows_told(result), (Told{std::string("产出指标/数量指标/") + name + "=" + target,
                                       "满意度指标/服务对象满意度指标/游客满意度=≥90%"}));
  }
}

TEST(RunningKinds, StarsOfMarkdownGo) {
  const auto result = read_text(
      "**项目支出绩效目标表**\n**项目名称** 甲项目\n**一级指标** **二级指标** **三级指标** **指标值**\n"
      "**产出指标** 数量指标 **培训人数** ≥100人\n");
  EXPECT_EQ(rows_told(result), Told{"产出指标/数量指标/培训人数=≥100人"});
}

TEST(RunningKinds, RowsLeftBlankOneCellALine) {
  for (const std::string& gap : {std::string("\n"), std::string("\n\n"), std::string("\n \n \n")}) {
    std::string text =
        "2024年项目绩效目标表\n项目名称\n甲项目\n年度绩效指标\n一级指标\n二级指标\n三级指标\n指标值\n";
    for (const char* cell : {"产出指标", "数量指标", "车辆数", "10辆", "质量指标", "时效指标", "效益指标",
                             "经济效益指标", "社会效益指标", "市民满意程度", "85%", "生态效益指标",
                             "满意度指标", "服务对象满意度指标", "满意度", "90%"}) {
      text += cell + gap;
    }
    const auto result = read_text(text);
    EXPECT_EQ(rows_told(result),
              (Told{"产出指标/数量指标/车辆数=10辆", "效益指标/社会效益指标/市民满意程度=85%",
                    "满意度指标/服务对象满意度指标/满意度=90%"}))
        << gap.size();
  }
}

TEST(RunningKinds, RowsLeftBlankAmongWholeLines) {
  const auto result =
      read_text(kFront +
                "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 车辆数 10辆\n质量指标\n时效指标\n"
                "效益指标 经济效益指标\n社会效益指标 市民满意程度 ≥85%\n生态效益指标\n"
                "满意度指标 服务对象满意度指标 满意度 ≥90%\n");
  EXPECT_EQ(rows_told(result),
            (Told{"产出指标/数量指标/车辆数=10辆", "效益指标/社会效益指标/市民满意程度=≥85%",
                  "满意度指标/服务对象满意度指标/满意度=≥90%"}));
  int blank = 0;
  for (const PassedOver& passed : result->passed_over) blank += passed.why == "没有填指标的一行" ? 1 : 0;
  EXPECT_EQ(blank, 4);
}

TEST(RunningKinds, LevelsWithoutTheWordIndicator) {
  const auto result = read_text(
      "2024年项目绩效目标表\n项目名称\n甲项目\n一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n车辆"
      "数\n"
      "10辆\n效益指标\n经济效益\n社会效益\n市民满意程度\n≥85%\n");
  EXPECT_EQ(rows_told(result),
            (Told{"产出指标/数量指标/车辆数=10辆", "效益指标/社会效益/市民满意程度=≥85%"}));
}

TEST(RunningKinds, UnknownHeadingsAreNamed) {
  for (const char* heading :
       {"一级指标 二级指标 三级指标 填报口径 指标值", "一级指标 二级指标 三级指标 指标值 填报口径"}) {
    const bool last = std::string(heading).ends_with("填报口径");
    const auto result =
        read_text(kFront + heading + "\n产出指标 数量指标 车辆购置数量 " +
                  (last ? "≥10辆 按实际购置的新能源车辆填写" : "按实际购置的新能源车辆填写 ≥10辆") + "\n");
    EXPECT_EQ(ids_told(result), Told{"I145"}) << heading;
    EXPECT_EQ(rows_told(result), Told{"产出指标/数量指标/车辆购置数量=≥10辆"}) << heading;
  }
}

TEST(RunningKinds, TwoTargetsAreRefused) {
  const auto result = read_text(
      kFront +
      "一级指标 二级指标 三级指标 年初目标值 指标值 实际完成值\n产出指标 数量指标 车辆数 ≥10辆 ≥12辆 11辆\n");
  EXPECT_EQ(ids_told(result), (Told{"I144", "I103"}));
  EXPECT_EQ(result.problems[0].message, "“年初目标值”和“指标值”都像目标值，这张表没有读");
}

}  // namespace
}  // namespace jiheng::intake
