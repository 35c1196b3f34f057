// Scorecard files: every field arrives as written with its place, every mistake is named where it stands, and
// one bad card does not stop the others.
#include "engine/rulebook/scorecard_from_yaml.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/rulebook/load.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

SourcePtr card_source(std::string text, std::string name = "表/p01.yaml") {
  return std::make_shared<const base::Source>(base::Source{std::move(name), std::move(text)});
}

std::string problems_of_card(std::string text) {
  return ids_and_places(scorecards_from_yaml(card_source(std::move(text))).problems);
}

/// A whole card around the lines of one indicator.
std::string with_row(const std::string& lines) {
  return "类型: 项目\n项目名称: 甲\n绩效指标:\n  - 一级: 产出指标\n    三级: 乙\n" + lines;
}

std::string with_budget(const std::string& lines) {
  return "类型: 项目\n项目名称: 甲\n预算:\n  预算数: 5\n" + lines;
}

constexpr const char* kProject = R"(类型: 项目
编号: p01
年度: 2023
方案: hubei-2023
项目名称: 工伤病残等级鉴定费
单位名称: 某县人力资源和社会保障局
主管部门: 人力资源和社会保障局
填报日期: 2024 年 2 月 26 日
预算:
  单位: 万元
  年初预算数: 4
  调整预算数: 6
  批复数: 5.5
  预算数: 5
  执行数: 5.00
  基本支出: 1
  项目支出: 4
  自报执行率: 100.00
  自报得分: 20
绩效指标:
  - 一级: 产出指标
    二级: 数量指标
    三级: 受理例数
    目标: 100 例
    完成: 126 例
    分值: 5
    自报得分: 4.5
    评定: 85%
    偏差原因: 申请比往年多
    佐证: 台账
    计算数据: {年初数: 100, 调整数: -12.5}
    子项: {制度健全: 是, 按时报送: 否}
    档点: {优: 100, 良: 90}
    近两年: {2022年: 103例, 2023年: 110例}
    指标值确定依据: 计划标准
  - 一级: 满意度指标
    三级: 满意度
    目标: ≥90%
    不适用: 是
自报总分: 100
自报等级: 优
偏差原因: 无
改进措施: 加强预算管理
)";

TEST(ScorecardFromYaml, KeepsEveryFieldAsWritten) {
  const auto cards = scorecards_from_yaml(card_source(kProject));
  ASSERT_TRUE(cards) << ids_and_places(cards.problems);
  ASSERT_EQ(cards->size(), 1U);
  const model::Scorecard& card = cards->front();
  EXPECT_EQ(card.id, "p01");
  EXPECT_EQ(card.kind, model::CardKind::project);
  EXPECT_EQ(card.year, 2023);
  EXPECT_EQ(card.scheme.text, "hubei-2023");
  EXPECT_EQ(card.title.text, "工伤病残等级鉴定费");
  EXPECT_EQ(card.unit_name.text, "某县人力资源和社会保障局");
  ASSERT_EQ(card.header.size(), 2U);
  EXPECT_EQ(card.header[0].first.text, "主管部门");
  EXPECT_EQ(card.header[1].second.text, "2024 年 2 月 26 日");
  const model::Budget& budget = card.budget;
  EXPECT_EQ(budget.unit.text, "万元");
  EXPECT_EQ(budget.initial->value.to_string(), "4");
  EXPECT_EQ(budget.adjusted->value.to_string(), "6");
  EXPECT_EQ(budget.approved->value.to_string(), "5.5");
  EXPECT_EQ(budget.planned->value.to_string(), "5");
  EXPECT_EQ(budget.executed->value.to_string(), "5.00");
  EXPECT_EQ(budget.basic->value.to_string(), "1");
  EXPECT_EQ(budget.project->value.to_string(), "4");
  EXPECT_EQ(budget.claimed_rate.text, "100.00");
  EXPECT_EQ(budget.claimed_score->value.to_string(), "20");
  ASSERT_EQ(card.sections.size(), 1U);
  EXPECT_TRUE(card.sections[0].title.empty());
  ASSERT_EQ(card.sections[0].indicators.size(), 2U);
  const model::Indicator& row = card.sections[0].indicators[0];
  EXPECT_EQ(row.level1.text, "产出指标");
  EXPECT_EQ(row.level2.text, "数量指标");
  EXPECT_EQ(row.name.text, "受理例数");
  EXPECT_EQ(row.target.text, "100 例");
  EXPECT_EQ(row.actual.text, "126 例");
  EXPECT_EQ(row.actual.place.line, 25);
  EXPECT_EQ(row.actual.place.column, 9);
  EXPECT_EQ(row.full_marks->value.to_string(), "5");
  EXPECT_EQ(row.claimed->value.to_string(), "4.5");
  EXPECT_EQ(row.judged->value.to_string(), "0.85");
  EXPECT_FALSE(row.not_applicable);
  EXPECT_EQ(row.reason.text, "申请比往年多");
  EXPECT_EQ(row.evidence.text, "台账");
  ASSERT_EQ(row.inputs.size(), 2U);
  EXPECT_EQ(row.inputs[1].first.text, "调整数");
  EXPECT_EQ(row.inputs[1].second.value.to_string(), "-12.5");
  ASSERT_EQ(row.conditions.size(), 2U);
  EXPECT_TRUE(row.conditions[0].second);
  EXPECT_FALSE(row.conditions[1].second);
  ASSERT_EQ(row.cut_points.size(), 2U);
  EXPECT_EQ(row.cut_points[1].second.value.to_string(), "90");
  ASSERT_EQ(row.history.size(), 2U);
  EXPECT_EQ(row.history[0].first.text, "2022年");
  EXPECT_EQ(row.history[0].second.text, "103例");
  EXPECT_EQ(row.basis.text, "计划标准");
  EXPECT_TRUE(card.sections[0].indicators[1].not_applicable);
  EXPECT_EQ(card.claimed_total->value.to_string(), "100");
  EXPECT_EQ(card.claimed_grade.text, "优");
  EXPECT_EQ(card.deviation_reason.text, "无");
  EXPECT_EQ(card.improvement.text, "加强预算管理");
}

TEST(ScorecardFromYaml, BlankIsNotZeroAndNotInapplicable) {
  const auto cards =
      scorecards_from_yaml(card_source(with_row("    完成:\n    自报得分:\n    分值: 0\n    不适用:\n")));
  ASSERT_TRUE(cards) << ids_and_places(cards.problems);
  const model::Indicator& row = cards->front().sections[0].indicators[0];
  EXPECT_TRUE(row.actual.empty());
  EXPECT_FALSE(row.claimed.has_value());
  ASSERT_TRUE(row.full_marks.has_value());
  EXPECT_TRUE(row.full_marks->value.is_zero());
  EXPECT_FALSE(row.not_applicable);
  const auto zero = scorecards_from_yaml(card_source(with_row("    完成: 0\n")));
  ASSERT_TRUE(zero);
  EXPECT_EQ(zero->front().sections[0].indicators[0].actual.text, "0");
}

TEST(ScorecardFromYaml, ActualWithoutTargetLoads) {
  const auto cards = scorecards_from_yaml(card_source(with_row("    完成: 126 例\n")));
  ASSERT_TRUE(cards) << ids_and_places(cards.problems);
  EXPECT_TRUE(cards->front().sections[0].indicators[0].target.empty());
}

TEST(ScorecardFromYaml, DepartmentsHaveGoalsLongTermOnesFirst) {
  const auto cards = scorecards_from_yaml(card_source(R"(类型: 部门
单位名称: 某局
年度目标:
  - 名称: 年度目标1
    分值: 10
    内容: 做好招聘
    绩效指标: [{一级: 产出指标, 三级: 录取人数, 目标: 118 人}]
  - 名称: 年度目标2
    绩效指标: [{一级: 产出指标, 三级: 参保人数, 目标: 7.34 万人}]
长期目标:
  - 名称: 长期目标1
    绩效指标: [{一级: 产出指标, 三级: 清欠案例, 目标: ≥200 例}]
)",
                                                      "dept.yaml"));
  ASSERT_TRUE(cards) << ids_and_places(cards.problems);
  const model::Scorecard& card = cards->front();
  EXPECT_EQ(card.kind, model::CardKind::department);
  EXPECT_EQ(card.id, "dept");
  EXPECT_EQ(card.title.text, "部门整体");
  ASSERT_EQ(card.sections.size(), 3U);
  EXPECT_EQ(card.sections[0].title.text, "长期目标1");
  EXPECT_EQ(card.sections[0].horizon, model::Horizon::long_term);
  EXPECT_EQ(card.sections[1].horizon, model::Horizon::annual);
  EXPECT_EQ(card.sections[1].full_marks->value.to_string(), "10");
  EXPECT_EQ(card.sections[1].goal.text, "做好招聘");
  EXPECT_EQ(card.sections[2].indicators[0].target.text, "7.34 万人");
}

TEST(ScorecardFromYaml, NumbersMustBeNumbers) {
  EXPECT_EQ(problems_of_card(with_row("    分值: 2分\n")), "L201@6:9");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: 约2\n")), "L201@6:11");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: nan\n")), "L201@6:11");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: 1e3\n")), "L201@6:11");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: 1.2.3\n")), "L201@6:11");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: 1234567890123456789012345678901234567\n")), "L202@6:11");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: 1234567890123456789\n")), "L202@6:11");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: 0.1234567890123456789\n")), "L202@6:11");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: 123456789012345678.123456789012345678\n")), "");
  EXPECT_EQ(problems_of_card(with_row("    评定: 0.1234567890123456789%\n")), "L202@6:9");
  EXPECT_EQ(problems_of_card(with_row("    计算数据: {年初数: 很多}\n")), "L201@6:17");
  EXPECT_EQ(problems_of_card(with_row("    计算数据: {年初数: }\n")), "L201@6:12");
  const auto comma = scorecards_from_yaml(card_source(with_budget("  执行数: 21,468.3\n")));
  ASSERT_EQ(ids_and_places(comma.problems), "L201@5:8");
  EXPECT_EQ(comma.problems[0].fix, "只写数字，不带逗号、单位和文字，如“执行数: 21468.3”。");
}

TEST(ScorecardFromYaml, NumbersMustBeInBounds) {
  EXPECT_EQ(problems_of_card(with_row("    分值: -5\n")), "L202@6:9");
  EXPECT_EQ(problems_of_card(with_row("    自报得分: -0.5\n")), "L202@6:11");
  EXPECT_EQ(problems_of_card(with_budget("  执行数: -1\n")), "L202@5:8");
  EXPECT_EQ(problems_of_card(with_row("    评定: 120%\n")), "L202@6:9");
  EXPECT_EQ(problems_of_card(with_row("    评定: -1%\n")), "L202@6:9");
  EXPECT_EQ(problems_of_card(with_row("    评定: 0.85\n")), "L201@6:9");
  EXPECT_EQ(problems_of_card(with_row("    评定: 100%\n")), "");
  EXPECT_EQ(problems_of_card(with_row("    计算数据: {结余: -3}\n")), "");
}

TEST(ScorecardFromYaml, WordsMustBeTheFormsWords) {
  const auto kind = scorecards_from_yaml(card_source("类型: 项 目\n项目名称: 甲\n预算: {预算数: 1}\n"));
  ASSERT_EQ(ids_and_places(kind.problems), "L203@1:5");
  EXPECT_EQ(kind.problems[0].fix, "是不是想写“项目”？");
  EXPECT_FALSE(kind);
  EXPECT_EQ(problems_of_card(with_row("    不适用: 对\n")), "L203@6:10");
  EXPECT_EQ(problems_of_card(with_row("    子项: {制度健全: 有}\n")), "L203@6:16");
  EXPECT_EQ(problems_of_card(with_row("    子项: {制度健全: }\n")), "L203@6:10");
  EXPECT_EQ(problems_of_card(with_budget("  单位: 万\n")), "L203@5:7");
}

TEST(ScorecardFromYaml, DaysMustBeInTheCalendar) {
  const auto dated = [](const std::string& day) {
    return problems_of_card("填报日期: " + day + "\n" + with_budget(""));
  };
  EXPECT_EQ(dated("2024年2月30日"), "L204@1:7");
  EXPECT_EQ(dated("2023-02-29"), "L204@1:7");
  EXPECT_EQ(dated("二月"), "L204@1:7");
  EXPECT_EQ(dated("2024年13月"), "L204@1:7");
  EXPECT_EQ(dated("2024年2月29日"), "");
  EXPECT_EQ(dated("２０２４年２月"), "");
  EXPECT_EQ(dated("2024.2.26"), "");
  EXPECT_EQ(problems_of_card("年度: 23\n" + with_budget("")), "L204@1:5");
  EXPECT_EQ(problems_of_card("年度: 2023年\n" + with_budget("")), "L204@1:5");
}

TEST(ScorecardFromYaml, TextsHaveLimits) {
  const auto repeated = [](int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += "字";
    return text;
  };
  EXPECT_EQ(problems_of_card(with_row("    目标: " + repeated(2000) + "\n")), "");
  EXPECT_EQ(problems_of_card(with_row("    目标: " + repeated(2001) + "\n")), "L205@6:9");
  EXPECT_EQ(problems_of_card(with_row("    二级: " + repeated(501) + "\n")), "L205@6:9");
  EXPECT_EQ(problems_of_card(with_row("    佐证: " + repeated(10001) + "\n")), "L205@6:9");
  EXPECT_EQ(problems_of_card(with_row("    目标: \"a\\x1b[31mb\"\n")), "L208@6:10");
}

TEST(ScorecardFromYaml, TheAdjustedBudgetHasTwoNames) {
  const auto cards = scorecards_from_yaml(card_source(with_budget("  全年预算数: 6.5\n")));
  ASSERT_TRUE(cards) << ids_and_places(cards.problems);
  EXPECT_EQ(cards->front().budget.adjusted->value.to_string(), "6.5");
  EXPECT_EQ(problems_of_card(with_budget("  调整预算数: 6\n  全年预算数: 6\n")), "L207@6:10");
}

TEST(ScorecardFromYaml, ACardHasALimitOfRows) {
  std::string text = "类型: 项目\n项目名称: 甲\n绩效指标:\n";
  for (int i = 0; i < 2000; ++i) text += "  - {一级: 产出指标, 三级: 乙}\n";
  EXPECT_EQ(problems_of_card(text), "");
  EXPECT_EQ(problems_of_card(text + "  - {一级: 产出指标, 三级: 乙}\n"), "L102@4:3");
  std::string goals =
      "类型: 项目\n项目名称: 甲\n年度目标:\n  - 绩效指标: [{一级: 产出, 三级: 乙}]\n  - 绩效指标: [";
  for (int i = 0; i < 2000; ++i) goals += "{一级: 产出, 三级: 乙},";
  EXPECT_EQ(problems_of_card(goals + "]\n"), "L102@1:1");
}

TEST(ScorecardFromYaml, TheListOfMistakesHasALimit) {
  std::string text = "类型: 项目\n项目名称: 甲\n预算: {预算数: 1}\n";
  for (int i = 0; i < 1000; ++i) text += "键" + std::to_string(i) + ": 1\n";
  const auto cards = scorecards_from_yaml(card_source(text));
  ASSERT_EQ(cards.problems.size(), 201U);
  EXPECT_EQ(cards.problems[199].id, "L108");
  EXPECT_EQ(cards.problems[200].id, "L102");
  EXPECT_EQ(cards.problems[200].message, "这个文件还有 800 处问题没有列出");
}

TEST(ScorecardFromYaml, ShapesAndKeysAreStrict) {
  const auto typo = scorecards_from_yaml(card_source(with_budget("  执形数: 5\n")));
  ASSERT_EQ(ids_and_places(typo.problems), "L108@5:3");
  EXPECT_EQ(typo.problems[0].fix, "是不是想写“执行数”？");
  EXPECT_EQ(problems_of_card("类型: 项目\n类型: 项目\n项目名称: 甲\n预算: {预算数: 1}\n"), "L104@2:1");
  EXPECT_EQ(problems_of_card("类型: 项目\n项目名称: 甲\n绩效指标: 没有\n"), "L109@3:7");
  EXPECT_EQ(problems_of_card("类型: 部门\n项目名称: 甲\n单位名称: 乙\n预算: {预算数: 1}\n"), "L108@2:1");
  EXPECT_EQ(problems_of_card("- 类型: 项目\n"), "L109@1:1");
  EXPECT_EQ(problems_of_card("项目名称: 甲\n预算: {预算数: 1}\n"), "L110@1:1");
  EXPECT_EQ(problems_of_card("类型: 项目\n预算: {预算数: 1}\n"), "L110@1:1");
  EXPECT_EQ(problems_of_card("类型:\n项目名称: 甲\n预算: {预算数: 1}\n"), "L110@1:1");
  EXPECT_EQ(problems_of_card("类型: 项目\n项目名称: 甲\n绩效指标: [{三级: 乙}]\n"), "L110@3:8");
  EXPECT_EQ(problems_of_card("类型: 项目\n项目名称: 甲\n绩效指标: [{一级: 产出指标, 三级: ''}]\n"),
            "L110@3:24");
  EXPECT_EQ(problems_of_card("类型: 项目\n项目名称: 甲\n"), "L207@1:1");
  EXPECT_EQ(problems_of_card(with_row("") + "年度目标: [{名称: 一, 绩效指标: [{一级: 产出, 三级: 丙}]}]\n"),
            "L207@4:3");
}

TEST(ScorecardFromYaml, ReportsAllMistakesOfAFileAtOnce) {
  EXPECT_EQ(problems_of_card(with_row("    分值: 二\n    评定: 101%\n    不适用: 不\n    完城: 3\n")),
            "L201@6:9 L202@7:9 L203@8:10 L108@9:5");
}

TEST(ScorecardFromYaml, OneBadCardDoesNotStopTheOthers) {
  const auto cards = scorecards_from_yaml(card_source(R"(自评表:
  - {类型: 项目, 编号: 甲, 项目名称: 甲, 预算: {预算数: 1}}
  - {类型: 项目, 编号: 乙, 项目名称: 乙, 预算: {预算数: 一}}
  - {类型: 项目, 项目名称: 丙, 预算: {预算数: 1}}
  - {类型: 项目, 编号: 甲, 项目名称: 丁, 预算: {预算数: 1}}
)",
                                                      "多.yaml"));
  EXPECT_EQ(ids_and_places(cards.problems), "L201@3:40 L206@5:5");
  ASSERT_TRUE(cards);
  ASSERT_EQ(cards->size(), 2U);
  EXPECT_EQ((*cards)[0].title.text, "甲");
  EXPECT_EQ((*cards)[1].title.text, "丙");
  EXPECT_EQ((*cards)[1].id, "多-3");
}

}  // namespace
}  // namespace jiheng::rulebook
