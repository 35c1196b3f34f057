// Several projects into one: summed, averaged by money, or not at all.
#include "engine/explain/roll_up.h"

#include <string>

#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

model::Scheme scheme() {
  return scheme_from(R"yaml(预算执行: {分值: 20, 得分: 20分*执行率, 分母: [预算数]}
等级: {优: 90, 良: 80, 差: 0}
规则:
  - {编号: Q1, 名称: 达标, 当: 达标,           得分: 分值}
  - {编号: Q2, 名称: 正向, 当: 未达标 且 正向, 得分: 分值*完成值/目标值}
)yaml");
}

model::Scorecard project(const std::string& budget, const std::vector<std::string>& rows) {
  return card_of(rows, "预算: " + budget + "\n");
}

TEST(RollUp, AbsoluteSummedRelativeAveragedByMoney) {
  const model::Scheme s = scheme();
  const std::vector<model::Scorecard> cards = {
      project("{预算数: 30, 执行数: 30}", {"三级: 培训人数, 目标: ≥400人, 完成: 400人, 分值: 40",
                                           "三级: 满意度, 目标: ≥90%, 完成: 96%, 分值: 40"}),
      project("{单位: 元, 预算数: 100000, 执行数: 50000}",
              {"三级: 培训 人数, 目标: ≥250名, 完成: 125名, 分值: 40",
               "三级: 满意度, 目标: ≥94%, 完成: 94%, 分值: 40"})};
  const auto results = score(s, cards, context());
  const auto [all, left_out] = explain::roll_up(results, context());
  EXPECT_EQ(all.budget.trimmed().to_string(), "40");  // 30 + 10 万元
  EXPECT_EQ(all.executed.trimmed().to_string(), "35");
  EXPECT_EQ(all.rate->to_string(), "87.50");
  ASSERT_EQ(all.rows.size(), 2U);
  EXPECT_EQ(all.rows[0].how, RollUpRow::How::summed);
  EXPECT_EQ(all.rows[0].target, "650人");
  EXPECT_EQ(all.rows[0].actual, "525人");
  EXPECT_EQ(all.rows[0].tables, 2U);
  EXPECT_EQ(text_of(*all.rows[0].points), "87.5");  // (100×30 + 50×10) ÷ 40
  EXPECT_EQ(all.rows[1].how, RollUpRow::How::averaged);
  EXPECT_EQ(all.rows[1].target, "91%");    // (90×30 + 94×10) ÷ 40
  EXPECT_EQ(all.rows[1].actual, "95.5%");  // (96×30 + 94×10) ÷ 40
  // 100 and 10 + 20 + 40 = 70: (100×30 + 70×10) ÷ 40
  EXPECT_EQ(text_of(*all.average), "92.5");
  EXPECT_EQ(all.grades, (std::vector<std::pair<std::string, std::size_t>>{{"优", 1}, {"差", 1}}));
  EXPECT_EQ(ids_of(left_out), "");
}

TEST(RollUp, ABlankExecutedAmountIsNotZero) {
  const model::Scheme s = scheme();
  const std::vector<std::string> rows = {"三级: 培训人数, 目标: ≥400人, 完成: 400人, 分值: 80"};
  const std::vector<model::Scorecard> cards = {
      project("{预算数: 30, 执行数: 30}", rows), project("{预算数: 10}", rows),
      project("{单位: 元, 预算数: 50000, 执行数: 25000}", rows), project("{执行数: 7}", rows)};
  const auto results = score(s, cards, context());
  const auto [all, left_out] = explain::roll_up(results, context());
  EXPECT_EQ(all.budget.trimmed().to_string(), "45");      // 30 + 10 + 5
  EXPECT_EQ(all.executed.trimmed().to_string(), "39.5");  // 30 + 2.5 + 7
  EXPECT_FALSE(all.rate);
  ASSERT_EQ(all.money.size(), 4U);
  EXPECT_FALSE(all.money[1].executed);
  EXPECT_EQ(all.money[2].budget->trimmed().to_string(), "5");
  EXPECT_FALSE(all.money[3].budget);
  EXPECT_EQ(ids_of(left_out), "S117 S117");
  EXPECT_EQ(text_of(results[1].total), "80..100");
}

TEST(RollUp, WordsAreAveragedByTheirPoints) {
  const model::Scheme s = scheme();
  const std::vector<model::Scorecard> cards = {
      project("{预算数: 30, 执行数: 30}", {"三级: 影响, 目标: 明显提高, 完成: 明显提高, 分值: 80"}),
      project("{预算数: 10, 执行数: 10}",
              {"三级: 影响, 目标: 明显提高, 完成: 明显提高, 评定: 60%, 分值: 80"})};
  const auto results = score(s, cards, context());
  const auto [all, left_out] = explain::roll_up(results, context());
  ASSERT_EQ(all.rows.size(), 1U);
  EXPECT_EQ(all.rows[0].how, RollUpRow::How::qualitative);
  EXPECT_EQ(text_of(*all.rows[0].points), "90");  // (100×30 + 60×10) ÷ 40
}

TEST(RollUp, UnitsThatCannotBeAddedAreSaidNotAdded) {
  const model::Scheme s = scheme();
  const std::vector<model::Scorecard> cards = {
      project("{预算数: 30, 执行数: 30}", {"三级: 培训, 目标: ≥400人, 完成: 400人, 分值: 80"}),
      project("{预算数: 10, 执行数: 10}", {"三级: 培训, 目标: ≥4天, 完成: 4天, 分值: 80"})};
  const auto results = score(s, cards, context());
  const auto [all, left_out] = explain::roll_up(results, context());
  EXPECT_TRUE(all.rows.empty());
  EXPECT_EQ(ids_of(left_out), "S117");
}

TEST(RollUp, CardsWithoutActualsAndWithoutMoney) {
  const model::Scheme s = scheme();
  const std::vector<model::Scorecard> cards = {card_of({"目标: ≥4天, 分值: 80"}),
                                               card_of({"目标: ≥4天, 完成: 4天, 分值: 80"})};
  const auto results = score(s, cards, context());
  const auto [all, left_out] = explain::roll_up(results, context());
  EXPECT_EQ(all.projects, 2U);
  EXPECT_EQ(all.scored, 1U);
  EXPECT_FALSE(all.rate);
  EXPECT_EQ(ids_of(left_out), "S117");
}

}  // namespace
}  // namespace jiheng::scoring
