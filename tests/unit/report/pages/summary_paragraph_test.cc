// The paragraph for the final accounts, in the words of published ones; figures counted by hand.
#include "engine/report/pages/self_report/summary_paragraph.h"
#include "engine/explain/score.h"

#include <gtest/gtest.h>

#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::report {
namespace {

std::string summary_text(const std::string& text) {
  const model::Scheme scheme = scoring::shipped_scheme("national-2020");
  const std::vector<model::Scorecard> cards = scoring::cards_from(text);
  return summary_paragraph(explain::score(scheme, cards, scoring::context()).front());
}

TEST(SummaryParagraph, SaysMoneyResultsProblemsAndMeasures) {
  EXPECT_EQ(summary_text(R"(类型: 项目
编号: p1
项目名称: 培训
预算: {调整预算数: 50, 执行数: 48.875}
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 完成: 120人, 分值: 20}
  - {一级: 产出指标, 二级: 数量指标, 三级: 2023 年办班期数, 目标: ≥10期, 完成: 8期, 分值: 20, 偏差原因: 教室维修}
  - {一级: 产出指标, 二级: 成本指标, 三级: 培训成本, 目标: ≤50万元, 完成: 48万元, 分值: 10}
  - {一级: 效益指标, 二级: 社会效益指标, 三级: 就业率, 目标: ≥90%, 完成: 95%, 分值: 15}
  - {一级: 效益指标, 二级: 社会效益指标, 三级: 影响, 目标: 长期, 完成: 长期, 分值: 15}
  - {一级: 满意度指标, 二级: 满意度指标, 三级: 学员满意度, 目标: ≥90%, 完成: 96%, 分值: 10}
改进措施: 提前落实场地
)"),
            "培训：项目全年预算数为 50 万元，执行数为 48.875 万元，完成预算 "
            "97.75%。主要产出和效益：一是培训人数 120人；"
            "二是就业率 95%。发现的问题及原因：2023 年办班期数年初目标值 ≥10期，实际完成值 "
            "8期，未完成，原因：教室维修。"
            "下一步改进措施：提前落实场地。");
}

TEST(SummaryParagraph, SaysNoneWhereTheTableSaysSo) {
  EXPECT_EQ(
      summary_text(R"(类型: 项目
编号: p1
项目名称: 培训
预算: {调整预算数: 5, 执行数: 5}
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 完成: 120人, 分值: 90}
偏差原因: 无
改进措施: 无
)"),
      "培训：项目全年预算数为 5 万元，执行数为 5 万元，完成预算 100%。主要产出和效益：一是培训人数 120人。"
      "发现的问题及原因：无。下一步改进措施：无。");
}

TEST(SummaryParagraph, LeavesBlanksForPeople) {
  EXPECT_EQ(
      summary_text(R"(类型: 项目
编号: p1
项目名称: 培训
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: ≥100人, 完成: 80人, 分值: 90}
)"),
      "培训：项目全年预算数为 〔请填写：全年预算数〕，执行数为 〔请填写：执行数〕，完成预算 "
      "〔请填写：完成预算的百分比〕。主要产出和效益：〔请填写：主要产出和效益〕。发现的问题及原因：培训人数年"
      "初目标值 "
      "≥100人，实际完成值 "
      "80人，未完成。〔请填写：未完成原因〕。下一步改进措施：〔请填写：下一步改进措施，没有的写“无”〕。");
}

TEST(SummaryReport, NumbersTheProjectsAndListsTheBlanks) {
  const model::Scheme scheme = scoring::shipped_scheme("national-2020");
  std::vector<model::Scorecard> cards;
  for (const char* name : {"甲", "乙"}) {
    cards.push_back(scoring::card_of({"目标: ≥1期, 完成: 1期, 分值: 90"}, "偏差原因: 无\n改进措施: 无\n"));
    cards.back().title.text = name;
    cards.back().budget.executed = model::NumberField{base::Decimal(1), {}};
    cards.back().budget.planned = cards.back().budget.executed;
  }
  cards.back().budget.executed.reset();
  results::Scores scores;
  scores.cards = explain::score(scheme, cards, scoring::context());
  const Report report = summary_report(scores);
  ASSERT_EQ(report.blocks.size(), 6U) << "title, two paragraphs, heading, note and table of blanks";
  EXPECT_TRUE(std::get<Paragraph>(report.blocks[1]).text.starts_with("1、甲：项目全年预算数为 1 万元"));
  EXPECT_TRUE(std::get<Paragraph>(report.blocks[2]).text.starts_with("2、乙：项目全年预算数为 1 万元"));
  EXPECT_EQ(std::get<Table>(report.blocks[5]).rows.size(), 2U) << "执行数 and its share";
}

TEST(SummaryReport, OfNothingSaysSo) {
  EXPECT_EQ(std::get<Paragraph>(summary_report({}).blocks[1]).text, "没有项目自评表。");
}

}  // namespace
}  // namespace jiheng::report
