// Rows scored by the 评分标准 printed beside them. Expected points are worked out by hand from the text, never from the program.
#include "engine/scoring/standard_row.h"

#include <string>

#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

const model::Scheme& printed() {
  static const model::Scheme scheme = shipped_scheme("printed-standards");
  return scheme;
}

IndicatorResult scored(const model::Scheme& scheme, const std::string& row) {
  const model::Scorecard card = card_of({row});
  return std::move(score(scheme, {&card, 1}, context()).front().indicators.at(0));
}

std::string points(const model::Scheme& scheme, const std::string& row) {
  return text_of(scored(scheme, row).score);
}

void expect(const std::string& row, const std::string& wanted) {
  const IndicatorResult r = scored(printed(), row);
  EXPECT_EQ(text_of(r.score), wanted) << row << "\n" << r.why;
}

std::string quoted(const std::string& standard) { return ", 评分标准: \"" + standard + "\""; }

TEST(StandardRow, OneNumberDecides) {
  const std::string control = quoted("以100%为标准。控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。");
  expect("目标: ≤100%, 完成: 100%, 分值: 5" + control, "5");
  expect("目标: ≤100%, 完成: 103%, 分值: 5" + control, "3.5");
  expect("目标: ≤100%, 完成: 112%, 分值: 5" + control, "0");
  expect("目标: ≤100%, 完成: 100.5%, 分值: 5" + control, "4.5..5");  // whole 5, started 4.5
  const std::string steps =
      quoted("覆盖率≥95%得10分；85%（含）-95%得8分；70%（含）-85%得5分；低于70%不得分。");
  expect("目标: ≥95%, 完成: 95%, 分值: 10" + steps, "10");
  expect("目标: ≥95%, 完成: 94.9%, 分值: 10" + steps, "8");
  expect("目标: ≥95%, 完成: 70%, 分值: 10" + steps, "5");
  expect("目标: ≥95%, 完成: 69%, 分值: 10" + steps, "0");
  const std::string counted = quoted("每发现一处不符合规定扣1分，扣完为止。");
  expect("目标: 0处, 完成: 0处, 分值: 4" + counted, "4");
  expect("目标: 0处, 完成: 3处, 分值: 4" + counted, "1");
  expect("目标: 0处, 完成: 9处, 分值: 4" + counted, "0");
}

TEST(StandardRow, ANumberWithoutItsUnitTakesTheTargets) {
  const std::string steps = quoted("满意度达到90%得10分，否则不得分。");
  expect("目标: ≥90%, 完成: 92, 分值: 10" + steps, "10");
  expect("完成: 92, 分值: 10" + steps, "0..10");  // 92 of what is not said
}

TEST(StandardRow, TheVerdictAnswersWhetherTheTargetIsMet) {
  const std::string met = quoted("完成年度目标得10分，未完成不得分。");
  expect("目标: ≥500亩, 完成: 520亩, 分值: 10" + met, "10");
  expect("目标: ≥500亩, 完成: 480亩, 分值: 10" + met, "0");
}

TEST(StandardRow, ACompletionRateIsActualByTarget) {
  const std::string rate = quoted("得分=完成率×分值。");
  expect("目标: ≥200人, 完成: 150人, 分值: 8" + rate, "6");
  // 95% of a target of 98%: 0.95 × 10 or 95/98 × 10 = 9.693…
  expect("目标: ≥98%, 完成: 95%, 分值: 10" + rate, "9.5..9.69");
}

TEST(StandardRow, DataOfTheRowAnswers) {
  const std::string parts = quoted("①制定了管理办法（2分）；②管理办法经集体研究（3分）。");
  const IndicatorResult open = scored(printed(), "完成: 是, 分值: 5" + parts);
  EXPECT_EQ(text_of(open.score), "0..5") << open.why;  // 是 to one of two questions answers none
  ASSERT_NE(open.standard, nullptr);
  const std::string first = open.standard->standard.needs.at(0).name;
  const std::string second = open.standard->standard.needs.at(1).name;
  expect("分值: 5, 完成: 已制定, 计算数据: {" + first + ": 是, " + second + ": 否}" + parts, "2");
  expect("分值: 5, 完成: 已制定, 子项: {" + first + ": 是, " + second + ": 是}" + parts, "5");
  expect("分值: 5, 完成: 是/否" + parts, "2");
  const std::string but = quoted("优良率达到85%得5分，每低1个百分点扣1分；没有监测任务的按满分计算。");
  expect("目标: ≥85%, 完成: 83%, 分值: 5" + but, "3");
  expect("目标: ≥85%, 完成: 83%, 分值: 5, 计算数据: {没有监测任务: 是}" + but, "5");
  expect("目标: ≥85%, 完成: 83%, 分值: 5, 计算数据: {没有监测任务: 83}" + but,
         "3..5");  // no answer to a question
}

/// What is said of the total changes nothing in the row; the trace says it where it happened.
TEST(StandardRow, OfTheTotalIsSaidInTheTraceAndTakesNothing) {
  const std::string beyond = quoted("每发现一处扣1分，扣完为止；情节严重的，从总分中扣5分。");
  expect("目标: 0处, 完成: 2处, 分值: 10" + beyond, "8");
  const IndicatorResult r =
      scored(printed(), "目标: 0处, 完成: 2处, 分值: 10, 计算数据: {情节严重: 是}" + beyond);
  EXPECT_EQ(text_of(r.score), "8") << r.why;
  EXPECT_NE(r.why.find("“情节严重的，从总分中扣5分”说的是总分，这一行不变"), r.why.npos) << r.why;
}

TEST(StandardRow, UnreadableIsOpenAndSaysWhatToWrite) {
  const IndicatorResult r = scored(printed(), "目标: ≥90%, 完成: 95%, 分值: 10" + quoted("视情况评价。"));
  EXPECT_EQ(text_of(r.score), "0..10");
  ASSERT_FALSE(r.findings.empty());
  EXPECT_EQ(r.findings.back().id, "S104");
  EXPECT_NE(r.findings.back().fix.find("评定"), std::string::npos) << r.findings.back().fix;
  expect("目标: ≥90%, 完成: 95%, 分值: 10, 评定: 80%" + quoted("视情况评价。"), "8");
}

TEST(StandardRow, WithoutOneTheNextClauseIsAsked) {
  expect("目标: ≥90%, 完成: 95%, 分值: 10", "0..10");
  const model::Scheme both = scheme_from(R"yaml(规则:
  - {编号: B1, 名称: 按本行的评分标准, 评分标准: 本行}
  - {编号: Q1, 名称: 达标得满分, 当: 达标, 得分: 分值}
)yaml");
  EXPECT_EQ(points(both, "目标: ≥90%, 完成: 95%, 分值: 10"), "10");
  EXPECT_EQ(points(both, "目标: ≥90%, 完成: 95%, 分值: 10" + quoted("合格率≥98%得10分，低于98%得4分。")),
            "4");
}

TEST(StandardRow, ASchemeSettlesWhatIsOpenOnce) {
  const auto settled = [](const std::string& readings) {
    return scheme_from("评分标准读法:\n" + readings +
                       "规则:\n  - {编号: B1, 名称: 按本行的评分标准, 评分标准: 本行}\n");
  };
  const std::string source = ", 来源: {文号: 试, 状态: 已见}}\n";
  const std::string row = "目标: ≤100%, 完成: 101.5%, 分值: 5" +
                          quoted("以100%为标准。控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。");
  EXPECT_EQ(points(settled("  - {处: 不足一档, 读作: 只数整档" + source), row), "4.5");
  EXPECT_EQ(points(settled("  - {处: 不足一档, 读作: 不到一档也扣" + source), row), "4");
  EXPECT_EQ(points(settled("  - {处: 不足一档, 读作: 按比例扣" + source), row), "4.25");
  const std::string ends =
      "目标: ≥90%, 完成: 80%, 分值: 4" + quoted("80%-90%得4分；70%-80%得3分；60%-70%得2分。");
  EXPECT_EQ(points(settled("  - {处: 不足一档, 读作: 只数整档" + source), ends), "3..4");
  EXPECT_EQ(points(settled("  - {处: 档的两端, 读作: 归上一档" + source), ends), "4");
  EXPECT_EQ(points(settled("  - {处: 档的两端, 读作: 归下一档" + source), ends), "3");
  const std::string gap =
      "目标: ≥90%, 完成: 99.5%, 分值: 10" + quoted("安排率100%得10分，80%-99%得8分，低于80%不得分。");
  EXPECT_EQ(points(settled("  - {处: 不足一档, 读作: 只数整档" + source), gap), "8..10");
  EXPECT_EQ(points(settled("  - {处: 两档之间, 读作: 归下一档" + source), gap), "8");
  EXPECT_EQ(points(settled("  - {处: 两档之间, 读作: 归上一档" + source), gap), "10");
}

TEST(StandardRow, ASchemeSettlesProportions) {
  const auto settled = [](const std::string& readings) {
    return scheme_from("评分标准读法:\n" + readings +
                       "规则:\n  - {编号: B1, 名称: 按本行的评分标准, 评分标准: 本行}\n");
  };
  const std::string source = ", 来源: {文号: 试, 状态: 已见}}\n";
  // 8×75÷90 = 6.67, 8×75% = 6, 8×(75-60)÷(90-60) = 4
  const std::string row = "目标: ≥90%, 完成: 75%, 分值: 8" +
                          quoted("满意度≥90%，得满分；满意度在60%~90%之间，按比例得分；满意度＜60%，不得分");
  EXPECT_EQ(points(printed(), row), "4..6.67");
  EXPECT_EQ(points(settled("  - {处: 按比例, 读作: 完成值÷满分的值" + source), row), "6.67");
  EXPECT_EQ(points(settled("  - {处: 按比例, 读作: 完成值" + source), row), "6");
  EXPECT_EQ(points(settled("  - {处: 按比例, 读作: 线性内插" + source), row), "4");
  // 10×50÷60 = 8.33, 10×(1-10÷50) = 8
  const std::string cost =
      "目标: ≤50万元, 完成: 60万元, 分值: 10" + quoted("成本控制在50万元以内得满分，超过的按比例扣分");
  EXPECT_EQ(points(printed(), cost), "0..10");
  EXPECT_EQ(points(settled("  - {处: 反向按比例, 读作: 目标值÷完成值" + source), cost), "8.33");
  EXPECT_EQ(points(settled("  - {处: 反向按比例, 读作: 减去超出的比例" + source), cost), "8");
}

TEST(StandardRow, WhatIsMissingIsCountedFromTheTarget) {
  // 12 wanted, 10 done: two are missing, not ten
  expect("目标: ≥12次, 完成: 10次, 分值: 5" + quoted("按要求开展检查，每少一次扣0.5分"), "4");
  expect("目标: ≥12次, 完成: 13次, 分值: 5" + quoted("按要求开展检查，缺一次扣0.5分，扣完为止"), "5");
  expect("目标: ≥12次, 完成: 10次, 分值: 5" + quoted("以全年12次为基数，每少一次扣0.5分"), "4");
  // the target is of what is done, the deduction of what went wrong: nobody said how often
  expect("目标: ≥20次, 完成: 25次, 分值: 5" + quoted("每发现一处违规扣1分，扣完为止"), "0..5");
  expect("目标: 0处, 完成: 2处, 分值: 5" + quoted("每发现一处违规扣1分，扣完为止"), "3");
  expect("完成: 2次, 分值: 5" + quoted("每少报一次扣0.5分"), "4");
}

TEST(StandardRow, TheTraceQuotesThePieceThatGaveThePoints) {
  const IndicatorResult r =
      scored(printed(), "目标: ≤100%, 完成: 103%, 分值: 5" +
                            quoted("以100%为标准。控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。"));
  EXPECT_NE(r.why.find("控制率 103%"), std::string::npos) << r.why;
  EXPECT_NE(r.why.find("“每超过一个百分点扣0.5分”扣 1.5 分"), std::string::npos) << r.why;
  EXPECT_TRUE(r.why.ends_with("= 3.5")) << r.why;
}

/// The steps of hunan-department-steps, and the texts it prints: the same points over a grid of values.
TEST(StandardRow, HunanClausesAndTheirPrintedTextsAgree) {
  const model::Scheme hunan = shipped_scheme("hunan-department-steps");
  // that scheme takes whole units only (its H1 says why)
  const model::Scheme own = scheme_from(
      "评分标准读法:\n  - {处: 不足一档, 读作: 只数整档, 来源: {文号: 试, 状态: 已见}}\n"
      "规则:\n  - {编号: B1, 名称: 按本行的评分标准, 评分标准: 本行}\n");
  struct Printed {
    const char* name;
    const char* target;
    const char* text;
    int marks;
    int from, to;  ///< thousandths of 1, or whole numbers
    const char* unit;
  };
  const Printed all[] = {
      {"在职人员控制率", "≤100%",
       "以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。", 5, 900, 1150, "%"},
      {"“三公经费”变动率", "≤0%", "“三公经费”变动率≤0%，计5分；每超过一个百分点扣0.5分，扣完为止。", 5, -100,
       150, "%"},
      {"重点支出安排率", "≥90%",
       "重点支出安排率≥90%，计5分；80%（含）-90%，计4分；70%（含）-80%，计3分；60%（含）-70%，计2分；低于60%"
       "不得分。",
       5, 550, 1000, "%"},
      {"预算调整率", "≤0%",
       "预算调整率=0%，计3分；0%-10%（含），计2分；10%-20%（含），计1分；20%-30%（含），计0.5分；大于30%"
       "不得分。",
       3, 0, 350, "%"},
      {"“三公经费”控制率", "≤100%",
       "以100%为标准。“三公经费”控制率≤100%，计6分；每超过一个百分点扣1分，扣完为止。", 6, 900, 1100, "%"},
      {"支付进度", "≤0个", "每出现一个专项未按进度完成资金下达扣0.5分，扣完为止。", 3, 0, 8, "个"},
      {"资金使用合规性", "≤0例", "以上情况每出现一例不符合要求的扣1分，扣完为止。", 3, 0, 5, "例"},
  };
  for (const Printed& p : all) {
    const bool percent = std::string_view(p.unit) == "%";
    for (int v = p.from; v <= p.to; v += percent ? 5 : 1) {
      const std::string actual =
          (percent ? base::Decimal::of(v, 1).trimmed().to_string() : std::to_string(v)) + p.unit;
      const std::string row = std::string("一级: 过程, 二级: 预算执行, 三级: ") + p.name +
                              ", 目标: " + p.target + ", 完成: " + actual +
                              ", 分值: " + std::to_string(p.marks) + quoted(p.text);
      const IndicatorResult a = scored(hunan, row);
      const IndicatorResult b = scored(own, row);
      EXPECT_EQ(text_of(a.score), text_of(b.score)) << row << "\n" << a.why << "\n" << b.why;
    }
  }
}

}  // namespace
}  // namespace jiheng::scoring
