// What stands around the rows and is none of them: notes, opinions, signatures, answers to goals, columns of other words.
#include "engine/intake/words/foot_words.h"

#include <gtest/gtest.h>

#include "tests/unit/intake/documents.h"
#include "tests/unit/intake/sheets.h"

namespace jiheng::intake {
namespace {

constexpr const char* kFeet[] = {"说明",         "注：以上数据截至年底",
                                 "评价结论",     "存在问题",
                                 "主管部门意见", "财政部门初审意见",
                                 "审核意见",     "单位盖章",
                                 "（盖章）",     "[下载]",
                                 "【打印】",     "附件：佐证材料",
                                 "备注：无",     "县财政局股室审核意见（盖章）"};

bool passed(const Document& document, int line) {
  for (const Table& table : document.tables) {
    for (const auto& [label, text] : table.foot) {
      if (text.place.line == line) return true;
    }
  }
  for (const PassedOver& over : document.passed_over) {
    if (over.place.line == line && over.why == "表下面的说明") return true;
  }
  return false;
}

void expect_one_row(const diag::Result<Document>& result, int line, const std::string& what) {
  ASSERT_TRUE(result) << what;
  ASSERT_EQ(result->tables.size(), 1U) << what;
  ASSERT_EQ(result->tables[0].rows.size(), 1U) << what;
  EXPECT_EQ(result->tables[0].rows[0].target.text, "≥90%") << what;
  EXPECT_TRUE(passed(*result, line)) << what;
}

TEST(Foot, NoIndicatorComesOfIt) {
  for (const std::string foot : kFeet) {
    const std::string sheet =
        "项目自评表\n项目名称|甲项目\n一级指标|二级指标|三级指标|指标值\n产出指标|质量指标|接种率|≥90%\n";
    expect_one_row(read_drawing(sheet + foot + "|<|<|<\n"), 5, "sheet " + foot);
    expect_one_row(read_drawing(sheet + foot + "|无|<|<\n"), 5, "sheet beside " + foot);
    const std::string tabs =
        "项目名称\t甲项目\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t质量指标\t接种率\t≥90%\n";
    expect_one_row(read_text(tabs + foot + "\t无\n"), 4, "tabs " + foot);
    const std::string words =
        "项目支出绩效目标表\n项目名称 甲项目\n一级指标 二级指标 三级指标 指标值\n产出指标 质量指标 接种率 "
        "≥90%\n";
    expect_one_row(read_text(words + foot + "\n"), 5, "words " + foot);
    expect_one_row(read_text(words + foot + " 同意\n"), 5, "words beside " + foot);
  }
}

TEST(Foot, OpinionsAreKeptWithTheirLabels) {
  const std::string sheet =
      "项目自评表\n项目名称|甲项目\n一级指标|二级指标|三级指标|指标值\n产出指标|质量指标|接种率|≥90%\n";
  const auto result =
      read_drawing(sheet +
                   "主管部门审核意见（盖章）|同意|<|<\n存在问题|无|<|<\n财政部门初审意见：请补充佐证|<|<|<\n"
                   "主管部门审核意见（盖章）|同意上报|<|<\n注：以上数据截至年底|<|<|<\n单位盖章|无|<|<\n");
  ASSERT_EQ(result->tables.size(), 1U);
  std::string foot;
  for (const auto& [label, text] : result->tables[0].foot) foot += label.text + "=" + text.text + ";";
  EXPECT_EQ(foot, "主管部门审核意见(盖章)=同意\n同意上报;存在问题=无;财政部门初审意见=请补充佐证;");
  for (const char* own : {"单位(盖章):", "单位盖章", "注:无", "填表说明", "[下载]"})
    EXPECT_FALSE(is_foot_label(forms(), own)) << own;
}

TEST(Foot, ADateBesideASealIsRead) {
  const auto result = read_drawing(
      "项目自评表\n项目名称|甲项目\n一级指标|三级指标|指标值|实际完成值|得分\n产出指标|接种率|≥90%|95%|100\n"
      "总分|<|<|<|100\n填报人：张三|审核人：李四|单位（盖章）：|填报日期：2024年3月1日\n");
  ASSERT_EQ(result->tables.size(), 1U);
  std::string date;
  for (const auto& [name, field] : result->tables[0].header) date += name + field.text;
  EXPECT_EQ(date, "填报日期2024年3月1日");
}

TEST(Foot, ANameOfAnIndicatorIsNone) {
  const auto result = read_drawing(
      "项目自评表\n项目名称|甲项目\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|审核意见|≥5份\n||"
      "评价结论|3份\n");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].rows.size(), 2U);
  for (const char* name : {"接种率", "意见采纳率", "说明书印制数", "附件数量", "盖章次数"})
    EXPECT_FALSE(is_foot(forms(), name)) << name;
}

TEST(Foot, AnswersAboveTheHeadingAreNoHeading) {
  for (const char* answer :
       {"完成", "已完成", "全部完成", "按计划完成", "完成情况良好", "基本完成", "已全部按目标完成",
        "均已完成", "圆满完成", "如期完成", "超额完成目标", "未完成"}) {
    const auto result = read_drawing(
        std::string("项目自评表\n项目名称|甲项目\n|预期目标|<|实际完成情况|<\n总体目标|接种|<|") + answer +
        "|<\n一级指标|二级指标|三级指标|指标值|全年实际完成值\n"
        "产出指标|质量指标|接种率|≥90%|99.5%\n");
    ASSERT_EQ(result->tables.size(), 1U) << answer;
    ASSERT_EQ(result->tables[0].rows.size(), 1U) << answer;
    EXPECT_EQ(result->tables[0].rows[0].target.text, "≥90%") << answer;
    EXPECT_EQ(result->tables[0].rows[0].actual.text, "99.5%") << answer;
  }
  for (const char* heading : {"完成情况", "实际完成值", "年度目标值", "按期完成率指标值"})
    EXPECT_FALSE(is_completion_answer(forms(), heading)) << heading;
}

TEST(Columns, ASignIsKnownByItsCells) {
  for (const char* title :
       {"指标值类型", "指标方向", "运算符号", "符号", "计算符号", "指标性质", "类型", "比较方式"}) {
    for (const auto& [printed, target] : {std::pair("≤", "≤5%"), std::pair("小于等于", "≤5%"),
                                          std::pair("=", "=5%"), std::pair("大于等于", "≥5%")}) {
      const auto result =
          read_drawing(std::string("项目自评表\n项目名称|甲项目\n一级指标|二级指标|三级指标|") + title +
                       "|目标值|度量单位|完成值\n产出指标|质量指标|投诉率|" + printed + "|5|%|20%\n");
      ASSERT_EQ(result->tables.size(), 1U) << title;
      EXPECT_EQ(result->tables[0].rows.at(0).target.text, target) << title;
    }
  }
  // 指标性质 beside it says 定量: the signs are those of the other column.
  for (const char* title : {"符号", "指标值类型", "运算符号"}) {
    const auto result =
        read_drawing(std::string("项目自评表\n项目名称|甲项目\n一级指标|二级指标|三级指标|指标性质|") +
                     title + "|目标值|计量单位\n产出指标|质量指标|投诉率|定量|≤|5|%\n");
    EXPECT_EQ(result->tables.at(0).rows.at(0).target.text, "≤5%") << title;
  }
}

TEST(Columns, WhatStandsBehindTheLevelsIsTheIndicator) {
  for (const char* drawing : {"绩效目标表\n项目名称|甲项目\n一级指标|二级指标|指标内容|指标值\n产出指标|"
                              "质量指标|合格率|100%\n||达标率|90%\n",
                              "绩效目标表\n项目名称|甲项目\n一级指标|二级指标|绩效指标内容|指标值\n产出指标|"
                              "质量指标|合格率|100%\n||达标率|90%\n",
                              "绩效目标表\n项目名称|甲项目\n一级指标|二级指标|指标内容|指标值|"
                              "指标解释\n产出指标|质量指标|合格率|100%|x\n||达标率|90%|y\n"}) {
    const auto result = read_drawing(drawing);
    ASSERT_EQ(result->tables.size(), 1U) << drawing;
    ASSERT_EQ(result->tables[0].rows.size(), 2U) << drawing;
    EXPECT_EQ(result->tables[0].rows[0].name.text, "合格率") << drawing;
    EXPECT_EQ(result->tables[0].rows[1].level2.text, "质量指标") << drawing;
    EXPECT_EQ(result->tables[0].rows[1].name.text, "达标率") << drawing;
  }
}

TEST(Columns, AGoalBesideTheIndicatorsIsNoTarget) {
  for (const char* goal : {"项目年度绩效目标", "年度绩效目标", "项目绩效目标"}) {
    const auto result =
        read_drawing(std::string("绩效目标表\n单位名称|某局\n项目名称|") + goal +
                     "|一级指标|二级指标|三级指标|指标值\n甲经费|完成甲|产出指标|数量指标|办案数|≥70件\n");
    ASSERT_EQ(result->tables.size(), 1U) << goal;
    EXPECT_EQ(result->tables[0].rows.at(0).target.text, "≥70件") << goal;
  }
}

TEST(Labels, NamesOfTransfersAreNamesOfProjects) {
  for (const char* label :
       {"转移支付（项目）名称", "转移支付名称", "专项名称", "资金名称", "项目支出名称", "专项资金名称"}) {
    const auto result =
        read_drawing(std::string("自评表\n") + label +
                     "|甲资金\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|救助人数|≥90人\n");
    ASSERT_EQ(result->tables.size(), 1U) << label;
    EXPECT_EQ(result->tables[0].title.text, "甲资金") << label;
    EXPECT_EQ(result->tables[0].scope, model::CardKind::project) << label;
  }
}

}  // namespace
}  // namespace jiheng::intake
