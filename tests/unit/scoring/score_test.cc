// A whole card: marks, execution line, totals, caps, grades, findings. Figures by hand or from the forms.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "engine/explain/explain.h"
#include "engine/scoring/claims.h"
#include "engine/scoring/marks.h"
#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

const char* const kRules = R"yaml(规则:
  - {编号: Q1, 名称: 达标得满分, 当: 达标,           得分: 分值}
  - {编号: Q2, 名称: 正向按比例, 当: 未达标 且 正向, 得分: 分值*完成值/目标值}
  - {编号: Q3, 名称: 反向按比例, 当: 未达标 且 反向, 得分: 分值*目标值/完成值}
)yaml";

/// A scored card that owns what the result points into.
struct Scored {
  model::Scheme scheme;
  model::Scorecard card;
  CardResult result;
};
std::unique_ptr<Scored> scored(const std::string& scheme_text, model::Scorecard card) {
  auto s = std::make_unique<Scored>();
  s->scheme = scheme_from(scheme_text + kRules);
  s->card = std::move(card);
  s->result = std::move(score(s->scheme, {&s->card, 1}, context()).front());
  return s;
}

const diag::Diagnostic* finding(const std::vector<diag::Diagnostic>& list, std::string_view id) {
  for (const diag::Diagnostic& d : list) {
    if (d.id == id) return &d;
  }
  return nullptr;
}

TEST(Score, ExecutionLineNamesItsDenominator) {
  const std::string scheme =
      "预算执行: {分值: 20, 得分: 20分*执行率, 分母: [调整预算数, 预算数], 执行率位数: 2}\n";
  const auto s =
      scored(scheme, card_of({"目标: ≥90%, 完成: 95%, 分值: 80"}, "预算: {预算数: 400, 执行数: 391}\n"));
  ASSERT_TRUE(s->result.execution);
  EXPECT_EQ(text_of(s->result.execution->score), "19.55");  // 20 × 97.75%
  EXPECT_EQ(s->result.execution->rate->to_string(), "97.75");
  EXPECT_EQ(s->result.execution->planned_name, "预算数");
  EXPECT_EQ(s->result.total.low.to_string(), "99.55");
  EXPECT_NE(s->result.execution->why.find("20分×执行率 = 20分×97.75% = 19.55"), std::string::npos)
      << s->result.execution->why;

  const auto over = scored(scheme, card_of({"目标: ≥90%, 完成: 95%, 分值: 80"},
                                           "预算: {预算数: 100, 调整预算数: 10000, 执行数: 10259}\n"));
  EXPECT_EQ(text_of(over->result.execution->score), "20");
  EXPECT_EQ(over->result.execution->planned_name, "调整预算数");
  EXPECT_EQ(ids_of(over->result.execution->findings), "S110");

  const auto unknown = scored(scheme, card_of({"目标: ≥90%, 完成: 95%, 分值: 80"}, "预算: {预算数: 100}\n"));
  EXPECT_EQ(text_of(unknown->result.execution->score), "0..20");
  EXPECT_EQ(ids_of(unknown->result.execution->findings), "S109");
  EXPECT_EQ(text_of(unknown->result.total), "80..100");

  const auto claimed = scored(scheme, card_of({"目标: ≥90%, 完成: 95%, 分值: 80"},
                                              "预算: {预算数: 400, 执行数: 391, 自报得分: 20}\n"));
  EXPECT_FALSE(is_right_claim(20, *claimed->result.execution));  // 391÷400 = 97.75%: 19.55
}

TEST(Score, AYearTheSchemeIsNotMadeForIsNamed) {
  const auto years_of = [](int year) {
    model::Scorecard card = card_of({"目标: ≥90%, 完成: 95%, 分值: 100"});
    card.year = year;
    return ids_of(scored("", std::move(card))->result.findings);
  };
  EXPECT_EQ(years_of(2023), "");
  EXPECT_EQ(years_of(2022), "S119");
}

TEST(Score, APieceOfACellOfASheetIsPlacedAtTheCell) {
  const auto columns_of = [](const std::string& sheet) {
    model::Scorecard card = card_of({R"(目标: "1670元，≥95%以下", 完成: 95%, 分值: 100)"});
    base::Place& place = card.sections[0].indicators[0].target.place;
    place = {std::make_shared<const base::Source>(base::Source{"自评.xlsx", "", sheet}), 14, 6, 0};
    std::set<int> columns;
    const auto result = scored("", std::move(card));
    for (const diag::Diagnostic& d : result->result.indicators[0].findings)
      if (d.place.line == 14) columns.insert(d.place.column);
    return columns;
  };
  EXPECT_EQ(columns_of("项目一"), (std::set<int>{6}));
  EXPECT_NE(columns_of(""), (std::set<int>{6})) << "in a text a column is a character";
}

TEST(Score, SumsAreExact) {
  const std::vector<std::string> rows(10, "目标: ≥90%, 完成: 95%, 分值: 1.5");
  const auto s = scored("", card_of(rows));
  EXPECT_EQ(s->result.total.low.to_string(), "15.00");
  const std::vector<std::string> tenths(1000, "目标: ≥90%, 完成: 95%, 分值: 0.1");
  EXPECT_EQ(scored("", card_of(tenths))->result.total.low.to_string(), "100.00");
}

TEST(Score, RoundingAtTheTotalLosesNothingInTheRows) {
  // 3 × (1 × 5/6) = 2.5 -> 3 at no places; rounded rows would give 1 each as well, so two places: 0.83 × 3
  // = 2.49.
  const std::vector<std::string> rows(3, "目标: 6件, 完成: 5件, 分值: 1");
  EXPECT_EQ(scored("取整: {对象: 总分, 位数: 2}\n", card_of(rows))->result.total.low.to_string(), "2.50");
  EXPECT_EQ(scored("取整: {对象: 总分, 位数: 0}\n", card_of(rows))->result.total.low.to_string(), "3");
  EXPECT_EQ(scored("取整: {对象: 每项, 位数: 2}\n", card_of(rows))->result.total.low.to_string(), "2.49");
}

TEST(Score, UndeterminedRowsMakeARange) {
  const auto s =
      scored("等级: {优: 90, 良: 80, 中: 60, 差: 0}\n",
             card_of({"目标: ≥90%, 完成: 95%, 分值: 85", "目标: 按政策标准执行, 完成: 按标准, 分值: 15"}));
  EXPECT_EQ(text_of(s->result.total), "85..100");
  EXPECT_EQ(s->result.undetermined, 1);
  EXPECT_EQ(s->result.grade, "良—优");
  EXPECT_EQ(s->result.indicators[1].status, target::Status::undetermined);
  EXPECT_NE(finding(s->result.indicators[1].findings, "S104"), nullptr);
  EXPECT_EQ(ids_of(s->result.findings), "");
}

TEST(Score, MissingIsNotZero) {
  const auto s =
      scored("", card_of({"目标: ≥90%, 分值: 40", "完成: 95%, 分值: 20", "目标: ≥90%, 完成: 0%, 分值: 40"}));
  EXPECT_EQ(text_of(s->result.indicators[0].score), "0..40");
  EXPECT_EQ(ids_of(s->result.indicators[0].findings), "S101");
  EXPECT_EQ(text_of(s->result.indicators[1].score), "0..20");
  EXPECT_EQ(ids_of(s->result.indicators[1].findings), "S102");
  EXPECT_EQ(text_of(s->result.indicators[2].score), "0");
  EXPECT_EQ(text_of(s->result.total), "0..60");
}

TEST(Score, TargetsOnlyIsNotScored) {
  const auto s = scored("", card_of({"目标: ≥90%, 分值: 60", "目标: 明显提高, 分值: 40"}));
  EXPECT_FALSE(s->result.scored);
  EXPECT_EQ(ids_of(s->result.findings), "S116");
  EXPECT_EQ(ids_of(s->result.indicators[0].findings), "");
  EXPECT_EQ(s->result.grade, "");
  EXPECT_EQ(s->result.undetermined, 0);
}

TEST(Score, MarksFromTheClaimThatThenDoesNotHold) {
  const auto s =
      scored("无分值时: 以自报得分为满分\n",
             card_of({"目标: ≥90%, 完成: 95%, 自报得分: 97", "目标: ≤8万元, 完成: 17.5万元, 自报得分: 3"}));
  EXPECT_EQ(s->result.total.low.to_string(), "98.37");  // 97 + 3×8÷17.5
  const IndicatorResult& row = s->result.indicators[1];
  EXPECT_TRUE(row.full_marks_assumed);
  EXPECT_EQ(
      row.why,
      "Q3 反向按比例：分值×目标值÷完成值 = 3×8÷17.5 = 1.3714 → 1.37（表上没有分值，按自报得分 3 分计）");
  EXPECT_FALSE(is_right_claim(3, row));
  EXPECT_TRUE(is_right_claim(97, s->result.indicators[0]));
}

TEST(Score, ABareTargetIsSaidToBeAnAssumption) {
  const auto s = scored("裸数: {默认: 至少, 负数: 至多, 成本指标: 至多}\n",
                        card_of({"目标: 118人, 完成: 118人, 分值: 50",
                                 "一级: 产出指标, 二级: 成本指标, 目标: 10万元, 完成: 12.5万元, 分值: 50"}));
  EXPECT_EQ(s->result.total.low.to_string(), "90.00");  // 50 + 50×10÷12.5
  const diag::Diagnostic* first = finding(s->result.indicators[0].findings, "T201");
  const diag::Diagnostic* second = finding(s->result.indicators[1].findings, "T201");
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  EXPECT_NE(first->message.find("“不低于”"), std::string::npos) << first->message;
  EXPECT_NE(second->message.find("“不超过”"), std::string::npos) << second->message;
}

TEST(Score, EqualSplitKeepsTheSum) {
  using base::Decimal;
  const auto text = [](const std::vector<Decimal>& shares) {
    std::string out;
    for (const Decimal& s : shares) out += s.to_string() + " ";
    return out;
  };
  EXPECT_EQ(text(split(Decimal(26), 7, 2, model::Scheme::Remainder::last)),
            "3.71 3.71 3.71 3.71 3.71 3.71 3.74 ");
  EXPECT_EQ(text(split(Decimal(10), 3, 2, model::Scheme::Remainder::first)), "3.34 3.33 3.33 ");
  EXPECT_EQ(text(split(Decimal(2), 3, 0, model::Scheme::Remainder::last)), "0 0 2 ");

  const auto s =
      scored("无分值时: 平均分配\n权重:\n  项目: {产出指标: 60, 满意度指标: 40}\n  核对: 不核对\n",
             card_of({"目标: ≥90%, 完成: 95%", "目标: ≥90%, 完成: 95%", "目标: ≥90%, 完成: 95%, 分值: 10",
                      "目标: ≥90%, 完成: 95%", "一级: 满意度指标, 二级: 满意度指标, 目标: ≥90%, 完成: 95%"}));
  EXPECT_EQ(s->result.indicators[0].full_marks->to_string(), "16.66");  // (60 − 10) ÷ 3
  EXPECT_EQ(s->result.indicators[3].full_marks->to_string(), "16.68");
  EXPECT_EQ(s->result.indicators[4].full_marks->trimmed().to_string(), "40");
  EXPECT_EQ(s->result.total.low.to_string(), "100.00");
}

TEST(Score, NoMarksAnywhere) {
  const auto s = scored("", card_of({"目标: ≥90%, 完成: 95%, 分值: 90", "目标: ≥90%, 完成: 95%"}));
  EXPECT_FALSE(s->result.indicators[1].full_marks);
  EXPECT_EQ(text_of(s->result.indicators[1].score), "0..10");  // what the table has left
  EXPECT_EQ(text_of(s->result.total), "90..100");
  EXPECT_EQ(ids_of(s->result.findings), "S103");
}

TEST(Score, NotApplicable) {
  const std::vector<std::string> rows = {"目标: ≥100人, 完成: 80人, 分值: 50",
                                         "目标: ≥90%, 完成: 95%, 分值: 30",
                                         "目标: ≥90%, 不适用: 是, 分值: 10"};
  const std::string execution = "预算执行: {分值: 10, 得分: 分值*执行率, 分母: [预算数]}\n";
  const std::string budget = "预算: {预算数: 100, 执行数: 100}\n";
  const auto rescaled = scored("不适用: 剔除后折算\n" + execution, card_of(rows, budget));
  // 90 over 50 and 30: 50×90÷80 and 30×90÷80; of the first 80%.
  EXPECT_EQ(rescaled->result.indicators[0].full_marks->to_string(), "56.25");
  EXPECT_EQ(rescaled->result.indicators[1].full_marks->to_string(), "33.75");
  EXPECT_EQ(rescaled->result.total.low.to_string(), "88.75");
  EXPECT_TRUE(rescaled->result.indicators[2].dropped);
  EXPECT_EQ(rescaled->result.undetermined, 0);
  EXPECT_EQ(ids_of(rescaled->result.findings), "");

  const auto full = scored("不适用: 得满分\n" + execution, card_of(rows, budget));
  EXPECT_EQ(full->result.total.low.to_string(), "90.00");
  EXPECT_EQ(text_of(full->result.indicators[2].score), "10");

  // Inside its block only: the satisfaction row has nobody to give its 10 points to.
  std::vector<std::string> blocks = rows;
  blocks[2] = "一级: 满意度指标, 二级: 满意度指标, " + blocks[2];
  const auto alone = scored("不适用: 块内折算\n" + execution, card_of(blocks, budget));
  EXPECT_EQ(text_of(alone->result.total), "80..90");
  EXPECT_EQ(ids_of(alone->result.findings), "S103");
  blocks.push_back("一级: 满意度指标, 二级: 满意度指标, 目标: ≥90%, 完成: 95%, 分值: 5");
  const auto block = scored("不适用: 块内折算\n" + execution, card_of(blocks, budget));
  EXPECT_EQ(block->result.indicators[0].full_marks->to_string(), "50");
  EXPECT_EQ(block->result.indicators[3].full_marks->trimmed().to_string(), "15");
}

TEST(Score, BlockSharesThatDoNotComeOutEvenKeepTheSum) {
  const auto s = scored("不适用: 块内折算\n",
                        card_of({"目标: ≥90%, 完成: 95%, 分值: 30", "目标: ≥90%, 完成: 95%, 分值: 30",
                                 "目标: ≥90%, 完成: 95%, 分值: 30", "目标: ≥90%, 不适用: 是, 分值: 10"}));
  EXPECT_EQ(s->result.indicators[0].full_marks->to_string(), "33.33");
  EXPECT_EQ(s->result.indicators[2].full_marks->to_string(), "33.34");
  EXPECT_EQ(s->result.total.low.to_string(), "100.00");
}

TEST(Score, TotalIsCappedByExecution) {
  const std::string scheme =
      "预算执行: {分值: 20, 得分: 20分*执行率, 分母: [预算数]}\n"
      "总分上限: {\"[70%,80%)\": 89, \"[60%,70%)\": 79, \"<60%\": 59}\n等级: {优: 90, 良: 80, 差: 0}\n";
  const auto total = [&](const std::string& executed) {
    return scored(scheme, card_of({"目标: ≥90%, 完成: 95%, 分值: 80"},
                                  "预算: {预算数: 100, 执行数: " + executed + "}\n"));
  };
  EXPECT_EQ(total("75")->result.total.low.to_string(), "89.00");
  EXPECT_EQ(total("75")->result.grade, "良");
  EXPECT_FALSE(total("75")->result.cap_why.empty());
  EXPECT_EQ(total("80")->result.total.low.to_string(), "96.00");
  EXPECT_TRUE(total("80")->result.cap_why.empty());
  EXPECT_EQ(total("69.99")->result.total.low.to_string(), "79.00");
  const auto unknown = scored(scheme, card_of({"目标: ≥90%, 完成: 95%, 分值: 80"}));
  EXPECT_EQ(text_of(unknown->result.total), "59..100");
}

TEST(Score, MarksThatDoNotAddUp) {
  const auto s = scored("", card_of({"目标: ≥90%, 完成: 95%, 分值: 95.5"}));
  EXPECT_EQ(ids_of(s->result.findings), "S105");
  const auto weights = "权重:\n  项目: {产出指标: 60, 满意度指标: 40}\n";
  const std::vector<std::string> rows = {
      "目标: ≥90%, 完成: 95%, 分值: 70",
      "一级: 满意度指标, 二级: 满意度指标, 目标: ≥90%, 完成: 95%, 分值: 30"};
  EXPECT_EQ(ids_of(scored(std::string(weights) + "  核对: 提示\n", card_of(rows))->result.findings),
            "S114 S114");
  EXPECT_EQ(ids_of(scored(std::string(weights) + "  核对: 必须一致\n", card_of(rows))->result.findings),
            "S115 S115");
  EXPECT_EQ(ids_of(scored(std::string(weights) + "  核对: 不核对\n", card_of(rows))->result.findings), "");
}

TEST(Score, JudgementOutsideTheTierOfTheAnswer) {
  Scored s;
  s.scheme = scheme_from(
      "规则:\n  - 编号: T\n    名称: 定性\n    档次:\n      - {名称: 达成, 答复: [达成预期指标], 比例: "
      "\"[80%,100%]\"}\n"
      "      - {名称: 部分, 答复: [部分达成], 比例: \"[60%,80%)\"}\n");
  s.card = card_of({"目标: 提高, 完成: 部分达成, 评定: 95%, 分值: 100"});
  s.result = std::move(score(s.scheme, {&s.card, 1}, context()).front());
  EXPECT_EQ(text_of(s.result.total), "95");
  EXPECT_EQ(ids_of(s.result.indicators[0].findings), "S111");
}

const char* const kComputed = R"yaml(裸数: {默认: 至少, 负数: 至多, 调整率: 至多}
计算:
  - {名称: 预算调整率, 公式: (调整数-年初数)/年初数, 数据: [调整数, 年初数], 单位: "%"}
)yaml";

TEST(Score, ActualValueFromItsInputs) {
  const auto row = [](const std::string& more) {
    return scored(kComputed, card_of({"三级: 预算调整率, 目标: ≤5%, 分值: 100" + more}));
  };
  const auto s = row(", 计算数据: {调整数: 108, 年初数: 100}");  // 8%
  EXPECT_EQ(s->result.total.low.to_string(), "62.50");           // 100 × 5 ÷ 8
  EXPECT_EQ(s->result.indicators[0].attainment->to_string(), "160.00");
  EXPECT_EQ(s->result.indicators[0].deviation->to_string(), "60.00");
  EXPECT_EQ(explain::sentences(s->result.indicators[0], s->result)[0],
            "年初目标值 ≤5%，实际完成值 8%（按数据算出），为目标值的 160.00%，偏离度 +60.00%；未完成。");
  EXPECT_EQ(ids_of(row(", 完成: 8.0%, 计算数据: {调整数: 108, 年初数: 100}")->result.indicators[0].findings),
            "");
  const auto differs = row(", 完成: 5%, 计算数据: {调整数: 108, 年初数: 100}");
  EXPECT_EQ(ids_of(differs->result.indicators[0].findings), "S113");
  EXPECT_EQ(differs->result.total.low.to_string(), "62.50");
  const auto missing = row(", 计算数据: {调整数: 108}");
  EXPECT_EQ(ids_of(missing->result.indicators[0].findings), "S112");
  EXPECT_EQ(text_of(missing->result.total), "0..100");
  EXPECT_EQ(ids_of(row(", 计算数据: {调整数: 0, 年初数: 0}")->result.indicators[0].findings), "S112");
}

/// A workbook may say anything beside a number that is asked for; beside a printed value as well, nothing of it is passed over.
TEST(Score, WhatIsNoNumberIsSaidWhereItIsMissing) {
  for (const char* actual : {"", ", 完成: 8%"}) {
    model::Scorecard card = card_of({std::string("三级: 预算调整率, 目标: ≤5%, 分值: 100") + actual});
    model::Indicator& row = card.sections[0].indicators[0];
    row.answers.push_back({{"年初数", row.place}, {"100万元", row.place}});
    const auto s = scored(kComputed, std::move(card));
    const auto& findings = s->result.indicators[0].findings;
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const auto& d) { return d.id == "S112"; });
    ASSERT_NE(found, findings.end()) << actual;
    EXPECT_EQ(found->message,
              "“预算调整率”要由数据计算，还缺：调整数、年初数（写的是“100万元”，要一个不带单位的数）");
  }
}

TEST(Score, DepartmentSections) {
  Scored s;
  s.scheme = scheme_from(kRules);
  s.card = cards_from(R"yaml(类型: 部门
编号: dept
年度: 2023
单位名称: 甲
年度目标:
  - 名称: 年度目标1
    分值: 40
    绩效指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥100人, 完成: 50人, 分值: 30}
      - {一级: 满意度指标, 二级: 满意度指标, 三级: 乙, 目标: ≥90%, 完成: 96%, 分值: 10}
  - 名称: 年度目标2
    分值: 60
    绩效指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 丙, 目标: ≥100人, 完成: 100人, 分值: 59}
)yaml")
               .at(0);
  s.result = std::move(score(s.scheme, {&s.card, 1}, context()).front());
  ASSERT_EQ(s.result.sections.size(), 2U);
  EXPECT_EQ(text_of(s.result.sections[0].score), "25");
  EXPECT_EQ(text_of(s.result.sections[1].score), "59");
  EXPECT_EQ(s.result.sections[1].full_marks->to_string(), "60");
  EXPECT_EQ(s.result.total.low.to_string(), "84.00");
  EXPECT_EQ(ids_of(s.result.findings), "S105");  // 99 in all; 59 under a goal of 60 is A102
}

// What an open row says it would get if it were missed is what the clause for its own target gives.
TEST(Score, AnOpenRowNamesTheClauseThatWouldApply) {
  const model::Scheme scheme = shipped_scheme("national-2020");
  const auto why = [&](const std::string& cells) {
    const model::Scorecard card = card_of({cells + ", 分值: 10"});
    return score(scheme, {&card, 1}, context()).front().indicators[0].why;
  };
  const auto names = [](const std::string& text, std::string_view clause) {
    return text.find("若未达标，" + std::string(clause) + " ") != std::string::npos;
  };
  EXPECT_TRUE(names(why("目标: ≥90%, 完成: ≥85%"), "N2")) << why("目标: ≥90%, 完成: ≥85%");
  EXPECT_TRUE(names(why("目标: ≥100人, 完成: 较多"), "N2")) << why("目标: ≥100人, 完成: 较多");
  EXPECT_TRUE(names(why("目标: ≤8万元, 完成: 略有节约"), "N3")) << why("目标: ≤8万元, 完成: 略有节约");
  EXPECT_TRUE(names(why("目标: ≤-2%, 完成: 下降"), "N7")) << why("目标: ≤-2%, 完成: 下降");
  EXPECT_TRUE(names(why("目标: ≥-2%, 完成: 有所下降"), "N8")) << why("目标: ≥-2%, 完成: 有所下降");
}

TEST(Score, BatchIsCardByCard) {
  const model::Scheme scheme = shipped_scheme("hubei-2023");
  std::vector<model::Scorecard> cards;
  for (const std::string& path :
       base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng", {".yaml"}, 100).paths) {
    for (model::Scorecard& c : cards_from(base::read_file(path, rulebook::kMaxFileBytes).text))
      cards.push_back(std::move(c));
  }
  ASSERT_EQ(cards.size(), 27U);
  while (cards.size() < 600) cards.push_back(cards[cards.size() % 27]);  // more than one chunk
  const std::vector<CardResult> batch = score(scheme, cards, context());
  Context threads = {context().units, context().words, 3};
  const std::vector<CardResult> parallel = score(scheme, cards, threads);
  for (std::size_t i = 0; i < 54; ++i) {
    const CardResult one = std::move(score(scheme, {&cards[i], 1}, context()).front());
    for (const std::vector<CardResult>* many : {&batch, &parallel}) {
      const CardResult& other = (*many)[i];
      EXPECT_EQ(text_of(other.total), text_of(one.total));
      ASSERT_EQ(other.indicators.size(), one.indicators.size());
      for (std::size_t r = 0; r < one.indicators.size(); ++r) {
        EXPECT_EQ(other.indicators[r].why, one.indicators[r].why);
        EXPECT_EQ(text_of(other.indicators[r].score), text_of(one.indicators[r].score));
      }
    }
  }
}

}  // namespace
}  // namespace jiheng::scoring
