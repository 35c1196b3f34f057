// Targets that do not say which way is better, and targets with =: what the scheme's rule, the name and a zero say. Figures
// by hand.
#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

using target::Status;

/// One row of 10 points under a shipped scheme.
struct Row {
  model::Scheme scheme;
  model::Scorecard card;
  CardResult result;
  const IndicatorResult& row() const { return result.indicators.front(); }
};
std::unique_ptr<Row> row_of(const std::string& scheme, const std::string& text) {
  auto out = std::make_unique<Row>();
  out->scheme = shipped_scheme(scheme);
  out->card = card_of({text + ", 分值: 10"});
  out->result = std::move(score(out->scheme, {&out->card, 1}, context()).front());
  return out;
}

struct Case {
  std::string_view scheme;
  std::string_view name;
  std::string_view target;
  std::string_view actual;
  std::string_view points;
  std::string_view level2 = "质量指标";
};

void expect(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const auto row =
        row_of(std::string(c.scheme),
               "一级: 产出指标, 二级: " + std::string(c.level2) + ", 三级: " + std::string(c.name) +
                   ", 目标: \"" + std::string(c.target) + "\", 完成: \"" + std::string(c.actual) + "\"");
    EXPECT_EQ(text_of(row->row().score), c.points)
        << c.scheme << " " << c.name << " " << c.target << " " << c.actual << ": " << row->row().why;
  }
}

TEST(Direction, ANameThatSaysLessAgainstTheRuleIsBothResults) {
  expect({
      {"national-2020", "群众投诉率", "5%", "20%", "2.5..10"},      // 10×5÷20
      {"national-2020", "安全事故起数", "2起", "4起", "5..10"},     // 10×2÷4
      {"national-2020", "差错率", "1%", "4%", "2.5..10"},           // 10×1÷4
      {"national-2020", "城镇登记失业率", "4%", "5%", "8..10"},     // 10×4÷5
      {"national-2020", "超时件数", "2件", "8件", "2.5..10"},       // 10×2÷8
      {"national-2020", "案件办理时限", "10天", "20天", "5..10"},   // 10×10÷20
      {"national-2020", "平均办结时间", "3天", "2天", "6.67..10"},  // at least: 10×2÷3 = 6.666…
      {"national-2020", "单位成本", "100元", "125元", "8..10"},     // 10×100÷125
      {"national-2020", "单位能耗下降", "4%", "5%", "8..10"},       // 10×4÷5
      {"hubei-2023", "信访量", "4件", "5件", "8..10"},              // 10×4÷5
      {"budget-system", "投诉率", "5%", "6%", "8..10"},             // 10×(1-1÷5)
      {"sichuan-2023", "设备故障率", "5%", "10%", "5..10"},         // 10×5÷10
  });
  const auto row =
      row_of("national-2020", "一级: 产出指标, 二级: 质量指标, 三级: 投诉率, 目标: 5%, 完成: 20%");
  EXPECT_EQ(row->row().status, Status::undetermined);
  for (const char* said : {"按方案的“不低于”", "名称“投诉率”越少越好", "N1 达标得满分", "N3 反向按比例"}) {
    EXPECT_NE(row->row().why.find(said), std::string::npos) << said << ": " << row->row().why;
  }
  EXPECT_EQ(ids_of(row->row().findings), "S104");
}

TEST(Direction, WhereBothReadingsAgreeNothingIsOpen) {
  expect({
      {"national-2020", "投诉率", "5%", "5%", "10"},
      {"national-2020", "办结时限", "10天", "10天", "10"},
      {"hubei-2023", "事故起数", "2起", "2起", "10"},
  });
}

TEST(Direction, NamesThatOnlyMentionABadThingKeepTheRule) {
  expect({
      {"national-2020", "投诉办结率", "90%", "100%", "10"},
      {"national-2020", "事故隐患整改率", "90%", "81%", "9"},  // 10×81÷90
      {"national-2020", "受理投诉件数", "100件", "120件", "10"},
      {"national-2020", "能耗下降率", "4%", "5%", "10"},
      {"national-2020", "无事故天数", "300天", "360天", "10"},
      {"national-2020", "失业人员培训人数", "50人", "60人", "10"},
  });
}

TEST(Direction, ASignOrACostsRuleLeavesNoDoubt) {
  expect({
      {"national-2020", "投诉率", "≤5%", "20%", "2.5"},
      {"national-2020", "投诉率", "≥5%", "20%", "10"},
      {"national-2020", "项目成本", "8万元", "10万元", "8", "成本指标"},
      {"national-2020", "成本节约率", "5%", "8%", "6.25..10", "成本指标"},  // at most: 10×5÷8
      {"national-2020", "支出标准", "下降5%", "下降8%", "6.25..10", "成本指标"},
  });
}

TEST(Direction, ABareZeroIsNoFloor) {
  expect({
      {"national-2020", "安全事故发生数", "0起", "2起", "0"},
      {"national-2020", "投诉率", "0%", "1.5%", "0"},
      {"national-2020", "重大舆情", "零", "1", "0"},
      {"national-2020", "逾期贷款", "0", "3", "0"},
      {"hubei-2023", "安全事故", "0起", "1起", "0"},
      {"budget-system", "安全事故", "0起", "1起", "0"},
      {"national-2020", "安全事故发生数", "0起", "0起", "10"},
      {"hubei-2023", "投诉率", "0%", "0%", "10"},
  });
}

TEST(EqualTarget, MetIsFullBelowIsTheRatioAboveIsTheSchemes) {
  for (const char* scheme : {"national-2020", "national-2016", "sichuan-2023", "hubei-2023",
                             "jiyuan-department-2024", "budget-system"}) {
    expect({
        {scheme, "合格率", "=100%", "95%", "9.5"},
        {scheme, "编印期数", "=10期", "10期", "10"},
        {scheme, "编印期数", "=10期", "12期", "10"},
        {scheme, "检查次数", "等于4次", "3次", "7.5"},
        {scheme, "事故起数", "=0起", "1起", "0"},
    });
  }
  // 20 of 10 is 130% and more: budget-system-cap takes 2 points off, hubei asks for a reason.
  expect({{"budget-system-cap", "编印期数", "=10期", "20期", "8"},
          {"national-2020", "编印期数", "=10期", "20期", "10"}});
  const auto past = row_of("hubei-2023", "目标: =10期, 完成: 20期");
  EXPECT_EQ(past->row().status, Status::met);
  EXPECT_EQ(past->row().clause->id, "Q6");
  EXPECT_TRUE(past->row().clause->must_explain);
}

TEST(EqualTarget, WhereLessIsBetterPassingItIsBothResults) {
  expect({
      {"national-2020", "项目成本", "=8万元", "10万元", "8..10", "成本指标"},   // 10×8÷10
      {"national-2020", "项目成本", "=8万元", "6万元", "7.5..10", "成本指标"},  // 10×6÷8
      {"national-2020", "投诉率", "=5%", "10%", "5..10"},
  });
}

TEST(EqualTarget, ASchemeThatSaysNothingLeavesItOpen) {
  auto card = card_of({"目标: =10期, 完成: 12期, 分值: 10"});
  const auto scheme = scheme_from("规则:\n  - {编号: Q1, 名称: 达标, 当: 达标, 得分: 分值}\n");
  EXPECT_EQ(text_of(score(scheme, {&card, 1}, context()).front().indicators[0].score), "0..10");
  const auto missed = scheme_from(
      "等号目标: {超过: 未达标}\n规则:\n  - {编号: Q1, 名称: 达标, 当: 达标, 得分: 分值}\n"
      "  - {编号: Q2, 名称: 未达标, 当: 未达标, 得分: 0分}\n");
  EXPECT_EQ(text_of(score(missed, {&card, 1}, context()).front().indicators[0].score), "0");
}

TEST(Dash, AOneAloneBesideWordsIsADash) {
  for (const char* text : {"目标: 一, 完成: 明显提高", "目标: －, 完成: 有效", "目标: 一, 完成: 达标"}) {
    const auto row = row_of("national-2020", text);
    EXPECT_EQ(row->row().target.kind, target::Kind::empty) << text;
    EXPECT_EQ(text_of(row->row().score), "0..10") << text;
    EXPECT_EQ(ids_of(row->row().findings), "S104") << text;
  }
  expect({{"national-2020", "次数", "一", "1", "10"}, {"national-2020", "次数", "一", "2次", "10"}});
}

}  // namespace
}  // namespace jiheng::scoring
