// Changes of copies: texts as typed, money in the unit of the card, what cannot be set.
#include "engine/whatif/overlay/overlay.h"

#include <gtest/gtest.h>

#include "tests/unit/whatif/cards.h"

namespace jiheng::whatif {
namespace {

std::vector<model::Scorecard> cards_to_change() {
  return cards_of(R"(
自评表:
  - 类型: 项目
    编号: p1
    方案: hubei-2023
    项目名称: 仲裁
    预算: {单位: 万元, 预算数: 20, 执行数: 10}
    绩效指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 受理案件数, 目标: ≥250件, 完成: 300件, 分值: 10}
  - 类型: 项目
    编号: p2
    方案: national-2020
    项目名称: 稽查
    预算: {单位: 元, 预算数: 2000, 执行数: 1000}
    绩效指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 检查户数, 目标: ≥250户, 完成: 300户, 分值: 10}
)");
}

struct Outcome {
  std::vector<model::Scorecard> cards;
  diag::Result<std::vector<Change>> changes;
};

/// The cards with these settings on copies.
Outcome with(const std::vector<std::string>& texts) {
  Outcome outcome;
  outcome.cards = cards_to_change();
  const std::vector<const model::Scorecard*> pointers = {&outcome.cards[0], &outcome.cards[1]};
  std::vector<Setting> settings;
  for (const std::string& text : texts) settings.push_back(*split_setting(typed_source(text, "--set")));
  outcome.changes = changes_from(settings, pointers, units(), words());
  if (!outcome.changes) return outcome;
  for (const Change& change : *outcome.changes) apply(change, outcome.cards[change.card]);
  return outcome;
}

std::string problem(const std::string& text) {
  const Outcome outcome = with({text});
  return outcome.changes ? "none" : outcome.changes.problems.front().id;
}

TEST(Overlay, TextsArePutAsTyped) {
  const Outcome outcome = with({"受理案件数.目标=  ≥180例 ", "检查户数.完成=看不懂"});
  ASSERT_TRUE(outcome.changes);
  const model::Indicator& first = outcome.cards[0].sections[0].indicators[0];
  EXPECT_EQ(first.target.text, "≥180例");
  EXPECT_EQ(first.target.place.source->name, "--set");
  EXPECT_EQ(first.actual.text, "300件");
  EXPECT_EQ(outcome.cards[1].sections[0].indicators[0].actual.text, "看不懂");
  EXPECT_EQ(outcome.changes->front().path, "p1:产出指标/数量指标/受理案件数.目标");
  EXPECT_EQ(outcome.changes->front().from, "≥250件");
  EXPECT_EQ(outcome.changes->front().to, "≥180例");
}

TEST(Overlay, ABlankIsABlank) {
  const Outcome outcome = with({"受理案件数.完成="});
  ASSERT_TRUE(outcome.changes);
  EXPECT_TRUE(outcome.cards[0].sections[0].indicators[0].actual.empty());
}

TEST(Overlay, MoneyBecomesTheUnitOfItsCardExactly) {
  const std::pair<const char*, const char*> cases[] = {{"p1:预算.执行数=18万元", "18"},
                                                       {"p1:预算.执行数=180000元", "18"},
                                                       {"p1:预算.执行数=18", "18"},
                                                       {"p1:预算.执行数=1.5", "1.5"},
                                                       {"p1:预算.执行数=0.01元", "0.000001"},
                                                       {"p1:预算.执行数=2亿元", "20000"},
                                                       {"p1:预算.执行数=１８ 万元", "18"},
                                                       {"p1:预算.执行数=1,800元", "0.18"},
                                                       {"p2:预算.执行数=1.8万元", "18000"},
                                                       {"p2:预算.执行数=3千元", "3000"},
                                                       {"p1:预算.执行数=123456789012元", "12345678.9012"}};
  for (const auto& [setting, amount] : cases) {
    const Outcome outcome = with({setting});
    ASSERT_TRUE(outcome.changes) << setting;
    const auto& card = outcome.cards[outcome.changes->front().card];
    EXPECT_EQ(card.budget.executed->value.to_string(), amount) << setting;
  }
}

TEST(Overlay, AnAmountThatIsNoneIsRefused) {
  for (const char* text :
       {"p1:预算.执行数=18万", "p1:预算.执行数=-1", "p1:预算.执行数=十来万元", "p1:预算.执行数=18件",
        "p1:预算.执行数=≥18万元", "p1:预算.执行数=", "p1:预算.执行数=90%", "p1:预算.执行数=18万元左右",
        "p1:预算.执行数=18万元，20万元", "p1:预算.执行数=约18万元", "p1:预算.执行数=18美元",
        "受理案件数.分值=-1", "受理案件数.分值=10%", "受理案件数.分值=十几", "受理案件数.分值=10件"}) {
    EXPECT_EQ(problem(text), "W105") << text;
  }
}

TEST(Overlay, MarksArePoints) {
  for (const char* text : {"受理案件数.分值=12.5", "受理案件数.分值=12.5分"}) {
    const Outcome outcome = with({text});
    ASSERT_TRUE(outcome.changes) << text;
    EXPECT_EQ(outcome.cards[0].sections[0].indicators[0].full_marks->value.to_string(), "12.5");
  }
}

TEST(Overlay, TheSchemeOfOneCardOrOfAll) {
  const Outcome one = with({"p2:方案=hubei-2023"});
  EXPECT_EQ(one.cards[0].scheme.text, "hubei-2023");
  EXPECT_EQ(one.cards[1].scheme.text, "hubei-2023");
  EXPECT_EQ(one.changes->size(), 1U);
  const Outcome all = with({"方案=sichuan-2023"});
  EXPECT_EQ(all.cards[0].scheme.text, "sichuan-2023");
  EXPECT_EQ(all.cards[1].scheme.text, "sichuan-2023");
  ASSERT_EQ(all.changes->size(), 2U);
  EXPECT_EQ((*all.changes)[1].from, "national-2020");
}

TEST(Overlay, WhatIsComputedCannotBeSet) {
  EXPECT_EQ(problem("p1:总分=100"), "W104");
  EXPECT_EQ(problem("受理案件数=150"), "W104");
  EXPECT_EQ(problem("受理案件数.得分=10"), "W104");
}

TEST(Overlay, OnePlaceIsSetOnce) {
  const Outcome twice = with({"受理案件数.完成=1件", "p1:#1.完成=2件"});
  ASSERT_FALSE(twice.changes);
  EXPECT_EQ(twice.changes.problems.front().id, "W106");
  EXPECT_EQ(with({"方案=a", "p1:方案=b"}).changes.problems.front().id, "W106");
  EXPECT_TRUE(
      with({"受理案件数.完成=1件", "受理案件数.目标=2件", "p1:预算.执行数=1", "p2:预算.执行数=1"}).changes);
}

TEST(Overlay, EveryProblemIsSaidAtOnce) {
  const Outcome outcome = with({"没有的.完成=1", "p1:总分=100", "p1:预算.执行数=x"});
  ASSERT_EQ(outcome.changes.problems.size(), 3U);
  EXPECT_EQ(outcome.changes.problems[0].id, "W102");
  EXPECT_EQ(outcome.changes.problems[1].id, "W104");
  EXPECT_EQ(outcome.changes.problems[2].id, "W105");
}

}  // namespace
}  // namespace jiheng::whatif
