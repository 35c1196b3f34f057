// Scheme files: every field read, every mistake with its place, all of a file at once; 继承 and its order.
#include "engine/rulebook/scheme_from_yaml.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/diag/print.h"
#include "engine/rulebook/load.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using model::Scheme;

SourcePtr scheme_source(const std::string& name, const std::string& text) {
  return std::make_shared<const base::Source>(base::Source{name + ".yaml", text});
}

const std::string kSchemeHead =
    "方案: x\n名称: 例\n适用年度: 2023\n来源: [{文号: 例表, 段落: 说明, 状态: 已见}]\n总分: 100\n";
const std::string kRule = "规则: [{编号: Q1, 名称: 达标, 当: 达标, 得分: 分值}]\n";

diag::Result<Scheme> load_beside(const std::string& text, const std::vector<SourcePtr>& others = {}) {
  return scheme_from_yaml(scheme_source("x", text), others);
}

Scheme loaded(const std::string& text, const std::vector<SourcePtr>& others = {}) {
  auto scheme = load_beside(text, others);
  EXPECT_TRUE(scheme) << diag::to_text(scheme.problems, {});
  return scheme ? std::move(*scheme) : Scheme{};
}

/// "L104@2:1 L108@3:5": every problem with its place.
std::string ids_of_scheme(const std::string& text, const std::vector<SourcePtr>& others = {}) {
  const auto scheme = load_beside(text, others);
  EXPECT_EQ(scheme.value.has_value(), scheme.problems.empty());
  return ids_and_places(scheme.problems);
}

/// The problems of one clause in a file whose 规则 stand on line 6; the clause begins at 6:6.
std::string ids_of_clause(const std::string& clause) {
  return ids_of_scheme(kSchemeHead + "规则: [{编号: Q1, 名称: 例, " + clause + "}]\n");
}

std::string order_of(const std::vector<model::Clause>& clauses) {
  std::string out;
  for (const model::Clause& clause : clauses) out += (out.empty() ? "" : " ") + clause.id;
  return out;
}

TEST(SchemeFromYaml, ReadsTheHead) {
  const Scheme s = loaded(
      "方案: hubei\n名称: 湖北\n适用年度: 2020-2023\n"
      "来源:\n  - {文号: 鄂财〔2020〕3号, 段落: 附件 2, 状态: 推算, 备注: 例}\n  - {文号: 表, 状态: 未核实}\n"
      "总分: 100分\n无分值时: 平均分配\n余数: 首行\n均分位数: 1\n不适用: 块内折算\n大幅超额: 130%\n"
      "裸数: {默认: 等于, 负数: 待核, 成本指标: 至多}\n取整: {对象: 总分, 位数: 1}\n"
      "等级: {优: 90, 良: 80, 差: 0}\n表式: 湖北\n" +
      kRule);
  EXPECT_EQ(s.id, "hubei");
  EXPECT_EQ(s.name, "湖北");
  EXPECT_EQ(s.first_year, 2020);
  EXPECT_EQ(s.last_year, 2023);
  ASSERT_EQ(s.sources.size(), 2U);
  EXPECT_EQ(s.sources[0].document, "鄂财〔2020〕3号");
  EXPECT_EQ(s.sources[0].paragraph, "附件 2");
  EXPECT_EQ(s.sources[0].status, "推算");
  EXPECT_EQ(s.sources[0].remark, "例");
  EXPECT_EQ(s.total, Decimal(100));
  EXPECT_EQ(s.no_marks, Scheme::NoMarks::split_equally);
  EXPECT_EQ(s.remainder, Scheme::Remainder::first);
  EXPECT_EQ(s.split_places, 1);
  EXPECT_EQ(s.not_applicable, Scheme::NotApplicable::rescale_block);
  EXPECT_EQ(*s.over_threshold, Decimal::of(13, 1));
  EXPECT_EQ(s.bare_default, target::BareMeaning::exactly);
  EXPECT_EQ(s.bare_negative, target::BareMeaning::undetermined);
  ASSERT_EQ(s.bare_by_level2.size(), 1U);
  EXPECT_EQ(s.bare_by_level2[0].first, "成本指标");
  EXPECT_EQ(s.bare_by_level2[0].second, target::BareMeaning::at_most);
  EXPECT_EQ(s.rounding.at, model::Rounding::At::total);
  EXPECT_EQ(s.rounding.places, 1);
  ASSERT_EQ(s.grades.size(), 3U);
  EXPECT_EQ(s.grades[1].name, "良");
  EXPECT_EQ(s.grades[1].from, Decimal(80));
  EXPECT_EQ(s.form_name.text, "湖北");
}

TEST(SchemeFromYaml, WhatIsNotSaidHasItsStatedMeaning) {
  const Scheme s = loaded(kSchemeHead + kRule);
  EXPECT_TRUE(s.enabled);
  EXPECT_FALSE(s.execution);
  EXPECT_EQ(s.no_marks, Scheme::NoMarks::refuse);
  EXPECT_EQ(s.not_applicable, Scheme::NotApplicable::rescale);
  EXPECT_EQ(s.bare_default, target::BareMeaning::at_least);
  EXPECT_EQ(s.bare_negative, target::BareMeaning::at_most);
  EXPECT_EQ(s.rounding.places, 2);
  EXPECT_FALSE(s.over_threshold);
  EXPECT_TRUE(s.grades.empty());
  EXPECT_TRUE(s.form_name.empty());
}

TEST(SchemeFromYaml, Years) {
  EXPECT_EQ(loaded(kSchemeHead + kRule).last_year, 2023);
  const auto with_years = [](const std::string& years) {
    return "方案: x\n名称: 例\n适用年度: " + years + "\n来源: [{文号: 例, 状态: 已见}]\n总分: 100\n" + kRule;
  };
  EXPECT_FALSE(loaded(with_years("2020起")).last_year);
  EXPECT_EQ(loaded(with_years("2020年起")).first_year, 2020);
  EXPECT_EQ(loaded(with_years("2016年-2019年")).last_year, 2019);
  EXPECT_EQ(ids_of_scheme(with_years("2019-2016")), "L128@3:7");
  for (const char* bad : {"20", "2016-", "2016至2019", "二〇二三", "202三起", "2023.0", "+202"}) {
    EXPECT_EQ(ids_of_scheme(with_years(bad)), "L204@3:7") << bad;
  }
}

TEST(SchemeFromYaml, ReadsExecutionWeightsAndCaps) {
  const Scheme s = loaded(kSchemeHead +
                          "预算执行: {分值: 20, 得分: 20分*执行率, 分母: [调整预算数, 预算数], 执行率位数: "
                          "2, 须说明: \"<90%\", 来源: 表头}\n"
                          "权重:\n  项目: {产出指标: {数量指标: 30, 质量指标: 10}, 效益指标: 40}\n  部门: "
                          "{产出指标: 80}\n  核对: 必须一致\n"
                          "总分上限: {\"[70%,80%)\": 89, \"<70%\": 79}\n" +
                          kRule);
  ASSERT_TRUE(s.execution);
  EXPECT_EQ(s.execution->full_marks, Decimal(20));
  EXPECT_EQ(s.execution->points.text(), "20分*执行率");
  EXPECT_EQ(s.execution->denominators, (std::vector<std::string>{"调整预算数", "预算数"}));
  EXPECT_EQ(s.execution->rate_places, 2);
  EXPECT_TRUE(s.execution->must_explain->contains(Decimal::of(89, 2)));
  EXPECT_FALSE(s.execution->must_explain->contains(Decimal::of(90, 2)));
  EXPECT_EQ(s.execution->source.document, "例表");
  EXPECT_EQ(s.execution->source.paragraph, "表头");
  ASSERT_EQ(s.project_weights.size(), 3U);
  EXPECT_EQ(s.project_weights[1].level1, "产出指标");
  EXPECT_EQ(s.project_weights[1].level2, "质量指标");
  EXPECT_EQ(s.project_weights[1].points, Decimal(10));
  EXPECT_EQ(s.project_weights[2].level2, "");
  ASSERT_EQ(s.department_weights.size(), 1U);
  EXPECT_EQ(s.weight_check, Scheme::WeightCheck::error);
  ASSERT_EQ(s.total_caps.size(), 2U);
  EXPECT_EQ(s.total_caps[0].second, Decimal(79));  // rising order
  EXPECT_EQ(s.total_caps[1].second, Decimal(89));
}

TEST(SchemeFromYaml, WeightsMustGiveTheTotalExactly) {
  const std::string execution = "预算执行: {分值: 10, 得分: 分值*执行率, 分母: [预算数]}\n";
  EXPECT_EQ(
      ids_of_scheme(kSchemeHead + execution + "权重: {项目: {甲: 45, 乙: 44.99}, 核对: 提示}\n" + kRule),
      "L126@7:5");
  EXPECT_EQ(ids_of_scheme(kSchemeHead + execution + "权重: {项目: {甲: 90}, 部门: {甲: 100}, 核对: 提示}\n" +
                          kRule),
            "L126@7:5");
  EXPECT_EQ(ids_of_scheme(kSchemeHead + "权重: {项目: {甲: 33.3, 乙: 33.3, 丙: 33.4}, 核对: 提示}\n" + kRule),
            "");
  EXPECT_EQ(ids_of_scheme(kSchemeHead + "权重: {项目: {甲: 110, 乙: -10}, 核对: 提示}\n" + kRule),
            "L129@6:22");
  EXPECT_EQ(ids_of_scheme(kSchemeHead + "权重: {项目: {甲: 100}}\n" + kRule), "L110@6:5");
}

TEST(SchemeFromYaml, ReadsAClauseOfEachShape) {
  const Scheme s = loaded(
      kSchemeHead +
      "规则:\n"
      "  - {编号: A, 名称: 得分, 适用: {一级: 产出指标, 二级: [数量指标, 质量指标], 指标: 人数}, 当: 达标, "
      "前提: 有批复,\n"
      "     得分: 分值, 须说明: 是, 来源: {文号: 通知, 段落: 第三条, 状态: 推算}}\n"
      "  - {编号: B, 名称: 阶梯, 适用: {指标: 乙}, 阶梯: {按: 完成值, 各档: {\"≥90%\": 5分, \"<90%\": "
      "分值*完成率}}}\n"
      "  - {编号: C, 名称: 扣分, 适用: {指标: 丙}, 扣分: {按: 完成值-100%, 每: 1个百分点, 扣: 0.5分, "
      "不足一档: 按比例, "
      "最低: 1分}}\n"
      "  - {编号: D, 名称: 子项, 子项: {制度健全: 2分, 执行有效: 3分}, 来源: 第 5 项}\n"
      "  - {编号: E, 名称: 档次, 档次: [{名称: 达成, 答复: [达成, 完成], 比例: \"[80%,100%]\", 取点: 90%}, "
      "{名称: 其他, 比例: \"[0%,80%)\"}]}\n"
      "  - {编号: F, 名称: 档点, 档点: {优: 100%, 良: 80%}}\n");
  ASSERT_EQ(order_of(s.clauses), "A B C D E F");

  const model::Clause& a = s.clauses[0];
  EXPECT_EQ(a.applies.level1, std::vector<std::string>{"产出指标"});
  EXPECT_EQ(a.applies.level2, (std::vector<std::string>{"数量指标", "质量指标"}));
  EXPECT_EQ(a.applies.names, std::vector<std::string>{"人数"});
  EXPECT_EQ(a.when->text(), "达标");
  EXPECT_EQ(a.precondition, "有批复");
  EXPECT_TRUE(a.must_explain);
  EXPECT_EQ(a.source.document, "通知");
  EXPECT_EQ(a.source.status, "推算");
  EXPECT_EQ(std::get<model::ByFormula>(a.points).points.text(), "分值");
  EXPECT_EQ(a.place.line, 7);

  const auto& steps = std::get<model::BySteps>(s.clauses[1].points);
  EXPECT_EQ(steps.by.text(), "完成值");
  ASSERT_EQ(steps.steps.size(), 2U);
  EXPECT_EQ(steps.steps[0].first.text, "<90%");
  EXPECT_EQ(steps.steps[0].second.text(), "分值*完成率");
  EXPECT_EQ(steps.steps[1].first.text, "≥90%");

  const auto& deduction = std::get<model::ByDeduction>(s.clauses[2].points);
  EXPECT_EQ(deduction.each, Decimal::of(1, 2));
  EXPECT_EQ(deduction.points, Decimal::of(5, 1));
  EXPECT_EQ(deduction.part, model::ByDeduction::Part::proportional);
  EXPECT_EQ(deduction.floor, Decimal(1));

  const auto& conditions = std::get<model::ByConditions>(s.clauses[3].points);
  ASSERT_EQ(conditions.items.size(), 2U);
  EXPECT_EQ(conditions.items[1].first, "执行有效");
  EXPECT_EQ(s.clauses[3].source.document, "例表");
  EXPECT_EQ(s.clauses[3].source.paragraph, "第 5 项");

  const auto& tiers = std::get<model::ByTiers>(s.clauses[4].points);
  ASSERT_EQ(tiers.tiers.size(), 2U);
  EXPECT_EQ(tiers.tiers[0].answers, (std::vector<std::string>{"达成", "完成"}));
  EXPECT_EQ(tiers.tiers[0].low, Decimal::of(8, 1));
  EXPECT_EQ(tiers.tiers[0].high, Decimal(1));
  EXPECT_TRUE(tiers.tiers[0].high_closed);
  EXPECT_EQ(*tiers.tiers[0].point, Decimal::of(9, 1));
  EXPECT_TRUE(tiers.tiers[1].answers.empty());
  EXPECT_FALSE(tiers.tiers[1].high_closed);
  EXPECT_FALSE(tiers.tiers[1].point);

  const auto& cuts = std::get<model::ByCutPoints>(s.clauses[5].points);
  ASSERT_EQ(cuts.shares.size(), 2U);
  EXPECT_EQ(cuts.shares[1].first, "良");
  EXPECT_EQ(cuts.shares[1].second, Decimal::of(8, 1));
}

TEST(SchemeFromYaml, MistakesOfAClauseStandAtTheirPlace) {
  // "规则: [{编号: Q1, 名称: 例, " takes 21 columns; the place of a quoted text is behind its quotation mark
  EXPECT_EQ(ids_of_clause("当: 达标"), "L123@6:6");
  EXPECT_EQ(ids_of_clause("得分: 分数"), "F103@6:26");
  EXPECT_EQ(ids_of_clause("得分: 0-2分"), "L129@6:26");
  EXPECT_EQ(ids_of_clause("得分: [分值]"), "L109@6:26");
  EXPECT_EQ(ids_of_clause("得分: 分值, 须说明: 对"), "L203@6:35");
  EXPECT_EQ(ids_of_clause("得分: 分值, 适用: {级别: 一}"), "L108@6:35");
  EXPECT_EQ(ids_of_clause("阶梯: {按: 完成率}"), "L110@6:26");
  EXPECT_EQ(ids_of_clause("阶梯: {按: 完成率, 各档: {\"≥90%\": -1分}}"), "L129@6:48");
  EXPECT_EQ(ids_of_clause("扣分: {按: 完成率, 每: 0%, 扣: 1分, 不足一档: 不计}"), "L129@6:38");
  EXPECT_EQ(ids_of_clause("扣分: {按: 完成率, 每: 1%, 扣: -1分, 不足一档: 不计}"), "L129@6:45");
  EXPECT_EQ(ids_of_clause("扣分: {按: 完成率, 每: 1%, 扣: 1分}"), "L110@6:26");
  EXPECT_EQ(ids_of_clause("扣分: {按: 完成率, 每: 1%, 扣: 1分, 不足一档: 不计, 最低: -5分}"), "L129@6:63");
  EXPECT_EQ(ids_of_clause("档次: [{名称: 甲, 比例: \"[80%,120%]\"}]"), "L124@6:40");
  EXPECT_EQ(ids_of_clause("档次: [{名称: 甲, 比例: \"≥80%\"}]"), "L124@6:40");
  EXPECT_EQ(ids_of_clause("档次: [{名称: 甲, 比例: \"[80%,100%]\", 取点: 75%}]"), "L124@6:57");
  EXPECT_EQ(ids_of_clause("档点: {良: 80%, 优: 100%}"), "L125@6:35");
  EXPECT_EQ(ids_of_clause("档点: {优: 1}"), "L201@6:30");
  EXPECT_EQ(ids_of_clause("子项: 都做到"), "L109@6:26");
  EXPECT_EQ(ids_of_clause("来源: {文号: 甲, 状态: 听说}, 得分: 分值"), "L203@6:38");
}

TEST(SchemeFromYaml, AllMistakesOfAFileAtOnce) {
  EXPECT_EQ(ids_of_scheme("方案: x\n"
                          "适用年度: 2024-2023\n"
                          "来源: [{文号: 例, 状态: 已见}]\n"
                          "总分: -100\n"
                          "取整: {对象: 整数, 位数: 9}\n"
                          "规则:\n"
                          "  - {编号: Q1, 名称: 甲, 得分: 分直}\n"
                          "  - {编号: Q1, 名称: 乙, 得分: 分值, 扣法: 1}\n"
                          "样例: []\n"
                          "等级: {优: 九十}\n"),
            "L110@1:1 L128@2:7 L129@4:5 L203@5:10 L202@5:18 L201@10:9 F103@7:25 L108@8:29 L122@8:5 L109@9:5");
}

TEST(SchemeFromYaml, NotVerifiedIsOffUnlessSwitchedOn) {
  const std::string unverified = "来源: {文号: 甲, 状态: 未核实}";
  const Scheme s = loaded(kSchemeHead + "规则:\n  - {编号: Q1, 名称: 一, 当: 未达标, 得分: 分值, " +
                          unverified + "}\n" + "  - {编号: Q2, 名称: 二, 当: 未达标, 得分: 0分, 启用: 是, " +
                          unverified + "}\n" + "  - {编号: Q3, 名称: 三, 当: 达标, 得分: 分值, 启用: 否}\n" +
                          "  - {编号: Q4, 名称: 四, 当: 达标, 得分: 分值}\n");
  EXPECT_EQ(order_of(s.clauses), "Q2 Q4");
  EXPECT_EQ(order_of(s.off_clauses), "Q1 Q3");
  const std::string head = "方案: x\n名称: 例\n适用年度: 2023\n来源: [{文号: 例, 状态: 未核实}]\n总分: 100\n";
  EXPECT_FALSE(loaded(head + "规则: [{编号: Q1, 名称: 一, 得分: 分值, 启用: 是}]\n").enabled);
  EXPECT_TRUE(loaded(head + "启用: 是\n规则: [{编号: Q1, 名称: 一, 得分: 分值, 启用: 是}]\n").enabled);
}

TEST(SchemeFromYaml, WhatAFormIsKnownBy) {
  EXPECT_TRUE(loaded(kSchemeHead + kRule).recognition.proposed);
  const model::Recognition words = loaded(kSchemeHead + "识别: [指标性质, 度量单位]\n" + kRule).recognition;
  EXPECT_TRUE(words.proposed);
  EXPECT_EQ(words.printed, (std::vector<std::string>{"指标性质", "度量单位"}));
  EXPECT_FALSE(loaded(kSchemeHead + "识别: 无\n" + kRule).recognition.proposed);
  EXPECT_EQ(ids_of_scheme(kSchemeHead + "识别: 指标性质\n" + kRule), "L109@6:5");
}

TEST(SchemeFromYaml, ReadsComputedValues) {
  const Scheme s = loaded(
      kSchemeHead +
      "计算: [{名称: 调整率, 数据: [调整数, 年初数], 公式: (调整数-年初数)/年初数×100%, 单位: \"%\"}]\n" +
      kRule);
  ASSERT_EQ(s.computed.size(), 1U);
  EXPECT_EQ(s.computed[0].name, "调整率");
  EXPECT_EQ(s.computed[0].unit, "%");
  EXPECT_EQ(s.computed[0].inputs, (std::vector<std::string>{"调整数", "年初数"}));
  EXPECT_DOUBLE_EQ(s.computed[0].formula.evaluate_one(std::vector<double>{1080, 1000}), 0.08);
  EXPECT_EQ(ids_of_scheme(kSchemeHead + "计算: [{名称: 率, 数据: [甲], 公式: 甲/乙}]\n" + kRule),
            "F103@6:29");
  EXPECT_EQ(
      ids_of_scheme(kSchemeHead +
                    "计算: [{名称: 率, 数据: [甲], 公式: 甲}, {名称: 率, 数据: [甲], 公式: 甲}]\n" + kRule),
      "L122@6:31");
}

TEST(SchemeFromYaml, ReadsExamples) {
  const Scheme s =
      loaded(kSchemeHead +
             "预算执行: {分值: 20, 得分: 20分*执行率, 分母: [预算数]}\n等级: {优: 90, 差: 0}\n" + kRule +
             "样例:\n"
             "  - 名称: 一\n"
             "    类型: 部门\n"
             "    年度: 2024\n"
             "    预算: {预算数: 400, 执行数: 391, 应得: 19.55}\n"
             "    绩效指标:\n"
             "      - {一级: 产出指标, 三级: 人数, 目标: 10人, 完成: 10人, 分值: 5, 应得: 5, 条款: Q1}\n"
             "      - {一级: 效益指标, 三级: 影响, 目标: 提高, 完成: 达成, 分值: 5, 应得: 4.00-5.00}\n"
             "    总分: 29.55\n"
             "    等级: 差\n");
  ASSERT_EQ(s.examples.size(), 1U);
  const model::Example& e = s.examples[0];
  EXPECT_EQ(e.card.kind, model::CardKind::department);
  EXPECT_EQ(e.card.year, 2024);
  EXPECT_EQ(e.card.budget.executed->value, Decimal(391));
  EXPECT_EQ(*e.execution, Decimal::of(1955, 2));
  ASSERT_EQ(e.rows.size(), 2U);
  ASSERT_EQ(e.card.sections[0].indicators.size(), 2U);
  EXPECT_EQ(e.card.sections[0].indicators[0].target.text, "10人");
  EXPECT_EQ(e.rows[0].rule, "Q1");
  EXPECT_EQ(e.rows[0].low, Decimal(5));
  EXPECT_EQ(e.rows[1].low, Decimal(4));
  EXPECT_EQ(e.rows[1].high, Decimal(5));
  EXPECT_EQ(e.total, Decimal::of(2955, 2));
  EXPECT_EQ(e.grade, "差");
}

TEST(SchemeFromYaml, ExamplesMustSayWhatCanBeChecked) {
  const auto with_example = [](const std::string& example) {
    return ids_of_scheme(kSchemeHead + kRule + "样例: [" + example + "]\n");
  };
  const std::string row = "一级: 产出指标, 三级: 甲, 目标: 1个, 完成: 1个, 分值: 1";
  EXPECT_EQ(with_example("{名称: 一, 绩效指标: [{" + row + "}]}"), "L110@7:21");
  EXPECT_EQ(with_example("{名称: 一, 绩效指标: [{" + row + ", 应得: 满}]}"), "L201@7:66");
  EXPECT_EQ(with_example("{名称: 一, 绩效指标: [{" + row + ", 应得: 2-1}]}"), "L201@7:66");
  EXPECT_EQ(with_example("{名称: 一, 绩效指标: [{" + row + ", 应得: 1, 完城: 1}]}"), "L108@7:69");
  EXPECT_EQ(with_example("{名称: 一, 预算: {预算数: 1, 执行数: 1}}"), "L141@7:6");
  EXPECT_EQ(with_example("{名称: 一, 总分: 1, 等级: 优}"), "L141@7:25");
}

// ---- 继承

const std::string kParent =
    "方案: parent\n名称: 上级\n适用年度: 2020起\n来源: [{文号: 省表, 状态: 已见}]\n总分: 100\n"
    "预算执行: {分值: 20, 得分: 20分*执行率, 分母: [预算数]}\n权重: {项目: {产出指标: 80}, 核对: 提示}\n"
    "大幅超额: 130%\n等级: {优: 90, 差: 0}\n"
    "规则:\n"
    "  - {编号: P1, 名称: 大幅, 当: 大幅超额, 得分: 分值}\n"
    "  - {编号: P2, 名称: 达标, 当: 达标, 得分: 分值}\n"
    "  - {编号: P3, 名称: 未达, 当: 未达标, 得分: 0分}\n"
    "样例: [{名称: 一, 预算: {预算数: 1, 执行数: 1, 应得: 20}}]\n";
const std::string kChild =
    "方案: x\n名称: 下级\n继承: parent\n适用年度: 2024\n来源: [{文号: 县表, 状态: 已见}]\n";

TEST(Inheritance, WhatIsNotSaidIsTheParents) {
  const Scheme s = loaded(kChild, {scheme_source("parent", kParent)});
  EXPECT_EQ(s.parent, "parent");
  EXPECT_EQ(s.id, "x");
  EXPECT_EQ(s.first_year, 2024);
  EXPECT_EQ(s.last_year, 2024);
  EXPECT_EQ(s.execution->full_marks, Decimal(20));
  EXPECT_EQ(s.project_weights.size(), 1U);
  EXPECT_EQ(order_of(s.clauses), "P1 P2 P3");
  EXPECT_EQ(s.clauses[0].source.document, "省表");
  ASSERT_EQ(s.sources.size(), 1U);
  EXPECT_EQ(s.sources[0].document, "县表");
  EXPECT_TRUE(s.examples.empty());
}

TEST(Inheritance, SameNumberKeepsThePlaceNewOnesComeFirst) {
  const Scheme s = loaded(kChild +
                              "规则:\n"
                              "  - {编号: P3, 名称: 未达扣分, 当: 未达标, 得分: \"max(0,分值-1分)\"}\n"
                              "  - {编号: X2, 名称: 成本, 适用: {二级: 成本指标}, 当: 未达标, 得分: 0分}\n"
                              "  - {编号: X1, 名称: 时效, 适用: {二级: 时效指标}, 当: 未达标, 得分: 0分}\n"
                              "  - {编号: P1, 启用: 否}\n",
                          {scheme_source("parent", kParent)});
  EXPECT_EQ(order_of(s.clauses), "X2 X1 P2 P3");
  EXPECT_EQ(order_of(s.off_clauses), "P1");
  EXPECT_EQ(s.clauses[3].name, "未达扣分");
  EXPECT_EQ(s.clauses[3].source.document, "县表");
}

TEST(Inheritance, AFormIsNotKnownByTheWordsOfItsParent) {
  EXPECT_TRUE(
      loaded(kChild, {scheme_source("parent", "识别: [度量单位]\n" + kParent)}).recognition.printed.empty());
}

TEST(Inheritance, NoneTakesAwayWhatTheParentSays) {
  const Scheme s = loaded(kChild + "预算执行: 无\n权重: 无\n大幅超额: 无\n总分上限: 无\n",
                          {scheme_source("parent", kParent)});
  EXPECT_FALSE(s.execution);
  EXPECT_TRUE(s.project_weights.empty());
  EXPECT_FALSE(s.over_threshold);
}

TEST(Inheritance, TheWholeMustStillHold) {
  const auto parent = scheme_source("parent", kParent);
  EXPECT_EQ(ids_of_scheme(kChild + "预算执行: {分值: 10, 得分: 分值*执行率, 分母: [预算数]}\n", {parent}),
            "L126@1:1");
  EXPECT_EQ(ids_of_scheme(kChild + "规则: [{编号: X1, 名称: 全管, 当: 达标, 得分: 分值}]\n", {parent}),
            "L127@11:5 L127@12:5");
  EXPECT_EQ(ids_of_scheme(kChild + "规则: [{编号: X9, 启用: 否}]\n", {parent}), "L121@6:6");
  EXPECT_EQ(ids_of_scheme(kChild, {}), "L121@3:5");
}

TEST(Inheritance, MistakesOfTheParentAreSaidAtTheirPlaceThere) {
  const auto result = load_beside(kChild, {scheme_source("parent", kParent + "没有的键: 1\n")});
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].id, "L108");
  EXPECT_EQ(result.problems[0].place.source->name, "parent.yaml");
  EXPECT_EQ(result.problems[0].place.line, 15);
}

TEST(Inheritance, ACircleIsFoundWhereItCloses) {
  const auto a =
      scheme_source("a", "方案: a\n名称: 甲\n继承: b\n适用年度: 2024\n来源: [{文号: 甲, 状态: 已见}]\n");
  const auto b =
      scheme_source("b", "方案: b\n名称: 乙\n继承: a\n适用年度: 2024\n来源: [{文号: 乙, 状态: 已见}]\n");
  const auto result = scheme_from_yaml(a, {a, b});
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].id, "L120");
  EXPECT_EQ(result.problems[0].place.source->name, "b.yaml");
  const auto self =
      scheme_source("a", "方案: a\n名称: 甲\n继承: a\n适用年度: 2024\n来源: [{文号: 甲, 状态: 已见}]\n");
  EXPECT_EQ(scheme_from_yaml(self, {self}).problems.at(0).id, "L120");
}

}  // namespace
}  // namespace jiheng::rulebook
