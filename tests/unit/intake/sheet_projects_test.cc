// Several projects in one sheet, told by a column left of the levels.
#include "engine/intake/tables/sheet_projects.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/intake/documents.h"
#include "tests/unit/intake/sheets.h"

namespace jiheng::intake {

namespace {

/// "甲|某院|预算|三级=目标,…" of each table.
std::vector<std::string> projects_of(const diag::Result<Document>& result) {
  std::vector<std::string> out;
  for (const Table& table : result->tables) {
    std::string text =
        table.title.text + "|" + table.unit.text + "|" + table.budget.text + table.money_unit.text + "|";
    for (const TableRow& row : table.rows)
      text += row.level1.text + "/" + row.level2.text + "/" + row.name.text + "=" + row.target.text + ",";
    out.push_back(text);
  }
  return out;
}

using Projects = std::vector<std::string>;

TEST(SheetProjects, BlankBelowTheFirstRowOfEach) {
  const auto result = read_drawing(R"(项目绩效目标表|||||||||
单位:元
项目名称|项目单位|预算数|一级指标|二级指标|三级指标|指标性质|目标值|计量单位|分值
甲经费|某院|1,030,700.00|产出指标|质量指标|合格率|≥|98|%|50
|||满意度指标|服务对象满意度|使用人员满意度|≥|98|%|40
乙经费|某院|3,239,300.00|产出指标|数量指标|办案数|≥|70|件|90
合计||4,270,000.00
)");
  EXPECT_EQ(projects_of(result), (Projects{"甲经费|某院|1030700.00元|产出指标/质量指标/"
                                           "合格率=≥98%,满意度指标/服务对象满意度/使用人员满意度=≥98%,",
                                           "乙经费|某院|3239300.00元|产出指标/数量指标/办案数=≥70件,"}));
}

TEST(SheetProjects, RepeatedBesideEachRowAndTheUnitAbove) {
  const auto result = read_drawing(R"(部门项目支出绩效目标表
单位名称：某县某局
单位名称、项目名称|项目年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|指标属性|指标内容
甲经费|完成甲|产出指标|数量指标|办案数|>=|70|件|定量指标|反映办案
甲经费|完成甲|产出指标|质量指标|结案率|>=|90|%|定量指标|反映结案
乙经费|完成乙|产出指标|数量指标|培训人次|>=|100|人次|定量指标|反映培训
)");
  EXPECT_EQ(projects_of(result),
            (Projects{"甲经费|某县某局||产出指标/数量指标/办案数=≥70件,产出指标/质量指标/结案率=≥90%,",
                      "乙经费|某县某局||产出指标/数量指标/培训人次=≥100人次,"}));
  ASSERT_EQ(result->tables[0].goals.size(), 1U);
  EXPECT_EQ(result->tables[0].goals[0].text.text, "完成甲");
  EXPECT_EQ(result->tables[1].goals[0].text.text, "完成乙");
}

TEST(SheetProjects, MergedOverTheirRows) {
  const auto result = read_drawing(R"(2024年度项目支出绩效自评表
序号|项目名称|全年预算数（万元）|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
1|甲经费|50|产出指标|数量指标|人数|≥100人|120人|50|50
^|^|^|^|质量指标|合格率|≥95%|96%|50|50
2|乙经费|30|产出指标|数量指标|次数|≥3次|3次|100|100
)");
  EXPECT_EQ(projects_of(result),
            (Projects{"甲经费||50万元|产出指标/数量指标/人数=≥100人,产出指标/质量指标/合格率=≥95%,",
                      "乙经费||30万元|产出指标/数量指标/次数=≥3次,"}));
  EXPECT_EQ(result->tables[0].kind, Table::Kind::selfeval);
  EXPECT_EQ(result->tables[1].kind, Table::Kind::selfeval);
  EXPECT_EQ(result->tables[1].year, 2024);
}

TEST(SheetProjects, ALineOfTheUnitAboveItsProjects) {
  const auto result = read_drawing(R"(项目支出绩效目标表
单位名称、项目名称|一级指标|二级指标|三级指标|指标值
某县甲局
甲经费|产出指标|数量指标|人数|≥100人
某县乙局
乙经费|产出指标|数量指标|次数|≥3次
)");
  EXPECT_EQ(projects_of(result), (Projects{"甲经费|某县甲局||产出指标/数量指标/人数=≥100人,",
                                           "乙经费|某县乙局||产出指标/数量指标/次数=≥3次,"}));
}

TEST(SheetProjects, TheHeadingAgainAfterAPageBreak) {
  const auto result = read_drawing(R"(项目绩效目标表
项目|一级指标|二级指标|三级指标|指标值
甲经费|产出指标|数量指标|人数|≥100人
项目|一级指标|二级指标|三级指标|指标值
|产出指标|质量指标|合格率|≥95%
乙经费|产出指标|数量指标|次数|≥3次
)");
  EXPECT_EQ(projects_of(result),
            (Projects{"甲经费|||产出指标/数量指标/人数=≥100人,产出指标/质量指标/合格率=≥95%,",
                      "乙经费|||产出指标/数量指标/次数=≥3次,"}));
}

TEST(SheetProjects, TheSameInATextWithTabs) {
  const auto result = read_text(
      "项目支出绩效目标表\n单位：万元\n项目名称\t预算数\t一级指标\t二级指标\t三级指标\t指标值\n"
      "甲经费\t50\t产出指标\t数量指标\t人数\t≥100人\n\t\t\t质量指标\t合格率\t≥95%\n"
      "乙经费\t30\t产出指标\t数量指标\t次数\t≥3次\n\n以上为全部项目，共两个，另有说明见后。\n");
  EXPECT_EQ(projects_of(result),
            (Projects{"甲经费||50万元|产出指标/数量指标/人数=≥100人,产出指标/质量指标/合格率=≥95%,",
                      "乙经费||30万元|产出指标/数量指标/次数=≥3次,"}));
}

TEST(SheetProjects, SideWordsOfAFormAreNoProjects) {
  for (const char* side : {"绩效指标", "年度绩效指标", "年度绩效目标"}) {
    const auto result = read_drawing(std::string("项目名称|甲经费\n") + side +
                                     "|一级指标|二级指标|三级指标|指标值\n^|产出指标|数量指标|人数|≥100人\n");
    ASSERT_EQ(result->tables.size(), 1U) << side;
    EXPECT_EQ(result->tables[0].title.text, "甲经费") << side;
  }
}

TEST(SheetProjects, TheTotalInTheHead) {
  for (const char* head : {"自评总分|95.5", "总分|95.5分", "得分合计|95.5", "总得分（100分）|95.5"}) {
    const auto result = read_drawing(std::string("项目自评表\n项目名称|甲经费|<|") + head +
                                     "\n一级指标|二级指标|三级指标|指标值|完成值|分值|得分\n"
                                     "产出指标|数量指标|人数|≥100人|120人|100|95.5\n");
    EXPECT_EQ(result->tables.at(0).total.text, "95.5") << head;
    EXPECT_EQ(result->tables.at(0).title.text, "甲经费") << head;
  }
}

TEST(SheetProjects, TheUnitAloneAboveTheHead) {
  for (const char* line : {"填报单位:甲中心|||||金额单位:万元", "填报单位（盖章）：甲中心 金额单位：万元",
                           "填报单位：甲中心金额单位：万元", "填报单位|甲中心"}) {
    const auto result = read_drawing(
        std::string("2025年项目支出绩效目标表\n") + line +
        "\n项目支出名称|窗口运行专项||部门预算|70.00\n"
        "一级指标|二级指标|三级指标|指标性质|目标值|度量单位|备注\n产出指标|数量指标|办件数|≥|300|件|\n");
    ASSERT_EQ(result->tables.size(), 1U) << line;
    const Table& table = result->tables[0];
    EXPECT_EQ(table.scope, model::CardKind::project) << line;
    EXPECT_EQ(table.title.text, "窗口运行专项") << line;
    EXPECT_EQ(table.unit.text, "甲中心") << line;
    EXPECT_EQ(table.budget.text, "70.00") << line;
    EXPECT_EQ(table.rows.at(0).target.text, "≥300件") << line;
  }
}

}  // namespace
}  // namespace jiheng::intake
