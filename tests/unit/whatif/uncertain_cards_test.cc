// Statements -> the uncertain values of cards: which figure, which statement goes first, what is refused.
#include "engine/whatif/draws/uncertain_cards.h"
#include "engine/explain/score.h"

#include <gtest/gtest.h>

#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::whatif {
namespace {

using scoring::context;
using scoring::source_of;

const std::vector<model::Scorecard>& two_cards() {
  static const std::vector<model::Scorecard> cards = [] {
    const std::string rows =
        "预算: {预算数: 20, 执行数: 19.5}\n绩效指标:\n"
        "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥100例, 完成: 200例, 分值: 40}\n"
        "  - {一级: 产出指标, 二级: 数量指标, 三级: 乙, 目标: ≥2件, 完成: 3件, 分值: 20}\n"
        "  - {一级: 效益指标, 二级: 社会效益指标, 三级: 丙, 目标: 提高, 完成: 提高, 分值: 20}\n";
    std::vector<model::Scorecard> all;
    for (const char* id : {"p1", "p2"}) {
      auto read = rulebook::scorecards_from_yaml(source_of(
          "表.yaml", "类型: 项目\n编号: " + std::string(id) + "\n年度: 2023\n项目名称: " + id + "\n" + rows));
      all.push_back(std::move(read->front()));
    }
    return all;
  }();
  return cards;
}

diag::Result<UncertainCards> stated(const std::vector<std::string>& statements) {
  static const model::Scheme scheme = std::move(*rulebook::scheme_from_yaml(
      source_of("方案.yaml",
                "方案: t\n名称: 试\n适用年度: 2023\n来源: [{文号: 试, 段落: 一, 状态: 已见}]\n总分: 100\n"
                "规则: [{编号: Q1, 名称: 满分, 得分: 分值}]\n"),
      {}));
  static const std::vector<scoring::CardResult> results = explain::score(scheme, two_cards(), context());
  std::vector<Setting> settings;
  for (const std::string& text : statements)
    settings.push_back(*split_setting(source_of("--uncertain", text)));
  return uncertain_cards(results, settings, context());
}

std::string first_id(const std::vector<std::string>& statements) {
  const auto result = stated(statements);
  return result.problems.empty() ? "" : result.problems.front().id;
}

TEST(UncertainCards, AllAreTheRowsWithANumberThatCanDiffer) {
  const auto result = stated({"全部=±5%"});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->uncertain, 2U);  // 甲 of both cards
  EXPECT_EQ(result->too_small, 2U);  // 3件 ± 5%
  EXPECT_EQ(result->no_number, 2U);  // 提高
  ASSERT_EQ(result->cards.size(), 2U);
  ASSERT_EQ(result->cards[0].values.size(), 1U);
  EXPECT_EQ(result->cards[0].values[0].values.how(), "190例 至 210例，21 个值");
}

TEST(UncertainCards, OneFigureGoesBeforeAll) {
  for (const auto& statements : {std::vector<std::string>{"全部=±5%", "p1:甲.完成=150±1"},
                                 std::vector<std::string>{"p1:甲.完成=150±1", "全部=±5%"}}) {
    const auto result = stated(statements);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->cards[0].values[0].values.how(), "149 至 151，3 个值");
    EXPECT_EQ(result->cards[1].values[0].values.how(), "190例 至 210例，21 个值");
  }
  const auto executed = stated({"p2:预算.执行数=±10%"});
  ASSERT_TRUE(executed);
  EXPECT_TRUE(executed->cards[0].values.empty());
  EXPECT_EQ(executed->cards[1].values[0].values.how(), "17.6 至 21.4，39 个值");  // 17.55 to 21.45
}

TEST(UncertainCards, WhatIsRefused) {
  EXPECT_EQ(first_id({"p1:丁.完成=1±1"}), "W102");
  EXPECT_EQ(first_id({"甲.完成=1±1"}), "W103");
  EXPECT_EQ(first_id({"p1:甲.完成=大概"}), "W147");  // a word may be an actual value; one alone is certain
  EXPECT_EQ(first_id({"p1:甲.完成=±大概"}), "W140");
  EXPECT_EQ(first_id({"全部=140..160"}), "W140");
  EXPECT_EQ(first_id({"全部=150±10"}), "W140");
  EXPECT_EQ(first_id({"p1:丙.完成=±5%"}), "W141");
  EXPECT_EQ(first_id({"p1:甲.完成=近两年"}), "W142");
  EXPECT_EQ(first_id({"p1:甲=150±10"}), "W143");
  EXPECT_EQ(first_id({"p1:甲.目标=150±10"}), "W143");
  EXPECT_EQ(first_id({"p1:预算.预算数=20±1"}), "W143");
  EXPECT_EQ(first_id({"总分=90±1"}), "W143");
  EXPECT_EQ(first_id({"p1:甲.完成=150±1", "p1:#1.完成=±5%"}), "W148");
  EXPECT_EQ(first_id({"全部=±5%", "全部=±1%"}), "W148");
}

TEST(UncertainCards, NothingUncertainIsSaid) {
  for (const auto& statements : {std::vector<std::string>{}, std::vector<std::string>{"p1:甲.完成=150"}}) {
    const auto result = stated(statements);
    ASSERT_TRUE(result);
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].id, "W147");
  }
}

}  // namespace
}  // namespace jiheng::whatif
