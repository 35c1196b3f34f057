// Totals of draws against hand calculations: a linear rule, a step, ranges, the cap, rows that look at the execution rate.
#include "engine/whatif/draws/simulate.h"

#include <gtest/gtest.h>

#include <memory>

#include "engine/whatif/draws/card_draws.h"
#include "engine/whatif/draws/draws.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;

using scoring::context;
using scoring::source_of;

model::Scheme scheme_of_hundred(const std::string& text) {
  auto scheme = rulebook::scheme_from_yaml(
      source_of(
          "方案.yaml",
          "方案: t\n名称: 试\n适用年度: 2023\n来源: [{文号: 试, 段落: 一, 状态: 已见}]\n总分: 100\n" + text),
      {});
  EXPECT_TRUE(scheme) << (scheme.problems.empty() ? "" : scheme.problems.front().message);
  return std::move(*scheme);
}

model::Scorecard card_from(const std::string& rows, const std::string& budget = "") {
  auto cards = rulebook::scorecards_from_yaml(source_of(
      "表.yaml", "类型: 项目\n编号: p\n年度: 2023\n项目名称: 甲\n" + budget + "绩效指标:\n" + rows));
  EXPECT_TRUE(cards);
  return std::move(cards->front());
}

UncertainValue uncertain(const model::Scorecard& card, const Spot& spot, const std::string& stated) {
  const auto uncertainty = uncertainty_from_text(stated, {}, context());
  auto values = possible_values(*uncertainty, card, spot, context());
  EXPECT_TRUE(values) << stated;
  return {spot, std::move(*values)};
}

constexpr Spot row(std::size_t i) { return {Spot::What::actual, {0, i}}; }
constexpr Spot kBudgetExecuted{Spot::What::executed};

constexpr const char* kGrades = "等级: {优: 90, 良: 80, 差: 0}\n";
constexpr const char* kLinear =
    "取整: {对象: 每项, 位数: 2}\n"
    "规则: [{编号: Q1, 名称: 按比例, 得分: 分值*完成值/目标值}]\n";

std::string text_of(const Distribution& d, int percent) {
  for (const Quantile& q : d.quantiles) {
    if (q.percent == percent) return q.value.to_string();
  }
  return "";
}

/// 90 points fixed, 10 by 完成/200 with 完成 140 … 160: totals 97.00, 97.05 … 98.00.
const char* const kTwoRows =
    "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 完成: 10例, 分值: 90}\n"
    "  - {一级: 产出指标, 二级: 数量指标, 三级: 乙, 目标: ≥200例, 完成: 150例, 分值: 10}\n";

TEST(Simulate, ALinearRuleBesideItsHandCalculation) {
  const model::Scheme scheme = scheme_of_hundred(std::string(kLinear) + kGrades);
  const model::Scorecard card = card_from(kTwoRows);
  const UncertainCard input{&scheme, &card, {uncertain(card, row(1), "150±10")}};
  SimulationOptions options;
  options.draws = 100000;
  const auto result = simulate({&input, 1}, options, context());
  ASSERT_TRUE(result);
  const CardSimulation& s = result->cards.front();
  EXPECT_EQ(s.total->low.to_string(), "97.50");
  EXPECT_TRUE(s.exact);
  EXPECT_EQ(s.low.draws, 100000U);
  EXPECT_EQ(s.low.counts.size(), 21U);
  EXPECT_EQ(text_of(s.low, 0), "97.00");
  EXPECT_EQ(text_of(s.low, 100), "98.00");
  EXPECT_EQ(text_of(s.low, 50), "97.50");
  // 21 equal steps of 0.05: sd = 0.05·√(440/12) = 0.30277; the mean of 100000 draws is off by 5·0.30277/√100000 at most.
  EXPECT_NEAR(s.low.mean.to_double(), 97.5, 0.0048);
  EXPECT_NEAR(s.low.standard_deviation.to_double(), 0.30277, 0.003);
  ASSERT_EQ(s.drivers.size(), 1U);
  EXPECT_EQ(s.drivers[0].least.to_string(), "7");
  EXPECT_EQ(s.drivers[0].most.to_string(), "8");
  EXPECT_EQ(s.drivers[0].mean.to_string(), "7.5000");
  EXPECT_EQ(s.drivers[0].share.to_string(), "100.00");
  EXPECT_EQ(s.drivers[0].full_chance.to_string(), "0.00");
  EXPECT_EQ(s.grades[0].low, 100000U);
}

TEST(Simulate, EveryDrawIsTheOneItsDefinitionGives) {
  const model::Scheme scheme = scheme_of_hundred(kLinear);
  const model::Scorecard card = card_from(kTwoRows);
  const UncertainCard input{&scheme, &card, {uncertain(card, row(1), "150±10")}};
  SimulationOptions options;
  options.seed = 2024;
  const CardDraws draws(input, 3, options,
                        context());  // stream 3·2^32 + 2; steps by the Python of draws_test.cc
  EXPECT_EQ(stream_of(3, row(1)), (std::uint64_t{3} << 32U) + 2);
  std::vector<std::uint32_t> steps(8);
  draw_steps(2024, stream_of(3, row(1)), 0, 21, steps);
  std::vector<std::int64_t> low(8), high(8);
  draws.totals(0, low, high);
  for (std::size_t d = 0; d < steps.size(); ++d) {
    // 90 + 10·(140+step)/200 points, in hundredths
    EXPECT_EQ(low[d], 9000 + 5 * (140 + static_cast<std::int64_t>(steps[d]))) << d;
    EXPECT_EQ(high[d], low[d]);
  }
}

TEST(Simulate, TheSameOnAnyNumberOfThreads) {
  const model::Scheme scheme = scheme_of_hundred(std::string(kLinear) + kGrades);
  const model::Scorecard card = card_from(kTwoRows);
  const UncertainCard input{
      &scheme, &card, {uncertain(card, row(0), "5..12"), uncertain(card, row(1), "±20%")}};
  const std::vector<UncertainCard> cards = {input, input, input};
  SimulationOptions options;
  options.draws = 50001;  // blocks of unequal length
  std::vector<Simulation> results;
  for (const unsigned threads : {1U, 2U, 7U}) {
    options.threads = threads;
    results.push_back(*simulate(cards, options, context()));
  }
  for (const Simulation& r : results) {
    for (std::size_t c = 0; c < cards.size(); ++c)
      EXPECT_EQ(r.cards[c].low.counts, results[0].cards[c].low.counts);
  }
  EXPECT_NE(results[0].cards[0].low.counts,
            results[0].cards[1].low.counts);  // each card has draws of its own
  options.seed += 1;
  EXPECT_NE(simulate(cards, options, context())->cards[0].low.counts, results[0].cards[0].low.counts);
}

TEST(Simulate, ChanceOfTheTopGrade) {
  // 80 + 20·完成/100 with 完成 1 … 100: 优 (from 90) needs 50 and more, 51 of the 100 values.
  const model::Scheme scheme = scheme_of_hundred(std::string(kLinear) + kGrades);
  const model::Scorecard card = card_from(
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 完成: 10例, 分值: 80}\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 乙, 目标: ≥100例, 完成: 40例, 分值: 20}\n");
  const UncertainCard input{&scheme, &card, {uncertain(card, row(1), "1..100")}};
  SimulationOptions options;
  options.draws = 40000;
  const auto result = simulate({&input, 1}, options, context());
  const CardSimulation& s = result->cards.front();
  ASSERT_EQ(s.grades.size(), 3U);
  EXPECT_NEAR(static_cast<double>(s.grades[0].low), 0.51 * 40000, 5 * 100);  // 5 standard errors
  EXPECT_EQ(s.grades[0].low + s.grades[1].low, 40000U);
  EXPECT_EQ(s.grades[2].low, 0U);
  EXPECT_EQ(s.drivers[0].full_chance.to_string(), "1.00");
  EXPECT_EQ(at_least(s.low, Decimal(90)), s.grades[0].low);
}

TEST(Simulate, ShareOfEachValueInTheVariance) {
  // Points 0 or 10 and 0 or 30, each as likely: variances 25 and 225, shares 10% and 90%.
  const model::Scheme scheme = scheme_of_hundred(kLinear);
  const model::Scorecard card = card_from(
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 完成: 10例, 分值: 10}\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 乙, 目标: ≥10例, 完成: 10例, 分值: 30}\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 丙, 目标: ≥10例, 完成: 10例, 分值: 60}\n");
  const UncertainCard input{&scheme,
                            &card,
                            {uncertain(card, row(0), "0例,10例"), uncertain(card, row(1), "0例,10例"),
                             uncertain(card, row(2), "10例")}};
  const auto result = simulate({&input, 1}, {}, context());
  const auto& drivers = result->cards[0].drivers;
  ASSERT_EQ(drivers.size(), 3U);
  EXPECT_EQ(drivers[0].spot, row(1));
  EXPECT_EQ(drivers[0].share.to_string(), "90.00");
  EXPECT_EQ(drivers[1].share.to_string(), "10.00");
  EXPECT_EQ(drivers[2].share.to_string(), "0.00");
}

TEST(Simulate, WhatIsUndeterminedStaysARange) {
  const model::Scheme scheme = scheme_of_hundred(
      "取整: {对象: 每项, 位数: 2}\n规则: [{编号: Q1, 名称: 达标, 当: 达标, 得分: 分值}, {编号: Q2, 名称: "
      "未达标, 得分: 0}]\n" +
      std::string(kGrades));
  const model::Scorecard card = card_from(
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 完成: 10例, 分值: 80}\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 乙, 目标: 按文件执行, 完成: 10例, 分值: 15}\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 丙, 目标: ≥10例, 完成: 10例, 分值: 5}\n");
  const UncertainCard input{&scheme, &card, {uncertain(card, row(2), "5例,10例")}};
  const auto result = simulate({&input, 1}, {}, context());
  const CardSimulation& s = result->cards[0];
  EXPECT_FALSE(s.exact);
  EXPECT_EQ(text_of(s.low, 0), "80.00");
  EXPECT_EQ(text_of(s.low, 100), "85.00");
  EXPECT_EQ(text_of(s.high, 0), "95.00");
  EXPECT_EQ(text_of(s.high, 100), "100.00");
  EXPECT_EQ(s.grades[0].low, 0U);
  EXPECT_EQ(s.grades[0].high, 10000U);
}

TEST(Simulate, TheAmountExecutedMovesItsLineTheCapAndTheRowsThatLookAtIt) {
  const model::Scheme scheme = scheme_of_hundred(
      "预算执行: {分值: 20, 得分: 分值*执行率, 分母: [预算数], 来源: 试}\n"
      "总分上限: {\"<80%\": 79}\n"
      "取整: {对象: 每项, 位数: 2}\n"
      "规则: [{编号: Q1, 名称: 看执行率, 适用: {指标: 乙}, 得分: 分值*执行率}, {编号: Q2, 名称: 满分, "
      "得分: 分值}]\n");
  const model::Scorecard card = card_from(
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 完成: 10例, 分值: 70}\n"
      "  - {一级: 产出指标, 二级: 数量指标, 三级: 乙, 目标: ≥10例, 完成: 10例, 分值: 10}\n",
      "预算: {预算数: 100, 执行数: 90}\n");
  // 50: 10+70+5 = 85, held at 79 · 90: 18+70+9 = 97 · 100: 100
  const UncertainCard input{&scheme, &card, {uncertain(card, kBudgetExecuted, "50,90,100")}};
  SimulationOptions options;
  options.draws = 3000;
  const auto result = simulate({&input, 1}, options, context());
  const CardSimulation& s = result->cards[0];
  EXPECT_EQ(s.total->low.to_string(), "97.00");
  ASSERT_EQ(s.low.counts.size(), 3U);
  EXPECT_EQ(s.low.counts[0].first.to_string(), "79.00");
  EXPECT_EQ(s.low.counts[1].first.to_string(), "97.00");
  EXPECT_EQ(s.low.counts[2].first.to_string(), "100.00");
  ASSERT_EQ(s.drivers.size(), 1U);  // the row moves with it
  EXPECT_EQ(s.drivers[0].share.to_string(), "100.00");
}

TEST(Simulate, ProjectsAreAveragedByMoney) {
  const model::Scheme scheme = scheme_of_hundred(
      "预算执行: {分值: 20, 得分: 分值*执行率, 分母: [预算数], 来源: 试}\n" + std::string(kLinear));
  const auto project = [](int planned) {
    return card_from(
        "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 完成: 10例, 分值: 80}\n",
        "预算: {预算数: " + std::to_string(planned) + ", 执行数: " + std::to_string(planned) + "}\n");
  };
  const model::Scorecard large = project(300);
  const model::Scorecard small = project(100);
  // The large one is 60 or 100, the small one 100: (3·60+100)/4 = 70, or 100.
  const std::vector<UncertainCard> cards = {{&scheme, &large, {uncertain(large, row(0), "5例,10例")}},
                                            {&scheme, &small, {}}};
  const auto result = simulate(cards, {}, context());
  ASSERT_TRUE(result->average.has_value());
  EXPECT_EQ(result->average->projects, 2U);
  EXPECT_EQ(result->average->low.counts.front().first.to_string(), "70.00");
  EXPECT_EQ(result->average->low.counts.back().first.to_string(), "100.00");
  EXPECT_EQ(result->average->low.counts.front().second, result->cards[0].low.counts.front().second);
}

TEST(Simulate, BlankValuesAreDrawnAndTargetsAloneAreNotScored) {
  const model::Scheme scheme = scheme_of_hundred(kLinear);
  const model::Scorecard card =
      card_from("  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 分值: 100}\n");
  const std::vector<UncertainCard> cards = {{&scheme, &card, {uncertain(card, row(0), "5,10")}},
                                            {&scheme, &card, {}}};
  const auto result = simulate(cards, {}, context());
  EXPECT_FALSE(result->cards[0].total.has_value());
  EXPECT_EQ(text_of(result->cards[0].low, 0), "50.00");
  EXPECT_EQ(text_of(result->cards[0].low, 100), "100.00");
  EXPECT_FALSE(result->cards[1].scored);
}

TEST(Simulate, Limits) {
  const model::Scheme scheme = scheme_of_hundred(
      "预算执行: {分值: 20, 得分: 分值*执行率, 分母: [预算数], 来源: 试}\n"
      "取整: {对象: 每项, 位数: 2}\n规则: [{编号: Q1, 名称: 看执行率, 得分: 分值*执行率}]\n");
  const std::string line = "  - {一级: 产出指标, 二级: 数量指标, 三级: 甲, 目标: ≥10例, 完成: 10例, 分值: ";
  const std::string budget = "预算: {预算数: 100, 执行数: 90}\n";
  model::Scorecard card = card_from(line + "80}\n", budget);
  SimulationOptions options;
  options.draws = 0;
  EXPECT_EQ(simulate({}, options, context()).problems[0].id, "W144");
  options.draws = kMaxDraws + 1;
  EXPECT_EQ(simulate({}, options, context()).problems[0].id, "W144");
  options.draws = 10;
  const UncertainCard pairs{
      &scheme, &card, {uncertain(card, kBudgetExecuted, "0..10000"), uncertain(card, row(0), "0..10000")}};
  EXPECT_EQ(simulate({&pairs, 1}, options, context()).problems[0].id, "W145");
  card = card_from(line + "80}\n" + line + "200000}\n", budget);
  const UncertainCard huge{&scheme, &card, {}};
  EXPECT_EQ(simulate({&huge, 1}, options, context()).problems[0].id, "W146");
}

}  // namespace
}  // namespace jiheng::whatif
