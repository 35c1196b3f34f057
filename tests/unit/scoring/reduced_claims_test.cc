// Forms without 分值: a self score that was reduced already keeps its points; its full marks are what the block has left.
// Figures by hand.
#include "engine/scoring/reduced_claims.h"

#include "engine/scoring/claims.h"
#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

/// A goal of 80 points under hubei-2023, execution 20.
struct Table {
  model::Scheme scheme = shipped_scheme("hubei-2023");
  std::vector<model::Scorecard> cards;
  CardResult result;
  explicit Table(const std::string& rows, const std::string& goal_points = "80") {
    cards = cards_from(
        "类型: 项目\n编号: p\n年度: 2023\n项目名称: 甲\n预算: {预算数: 104, 执行数: 104}\n年度目标:\n  - "
        "名称: 年度绩效目标1\n" +
        (goal_points.empty() ? "" : "    分值: " + goal_points + "\n") + "    绩效指标:\n" + rows);
    result = std::move(score(scheme, cards, context()).front());
  }
  const IndicatorResult& row(std::size_t i) const { return result.indicators[i]; }
  bool claim_is_right(std::size_t i) const {
    return is_right_claim(row_of(*result.card, row(i).id).claimed->value, row(i));
  }
};

const char* const kMet =
    "      - {一级: 产出指标, 二级: 数量指标, 三级: 微信推送, 目标: 不少于800篇, 完成: 800篇, 自报得分: "
    "40}\n";

std::string missed(const std::string& target, const std::string& actual, const std::string& claimed) {
  return "      - {一级: 产出指标, 二级: 数量指标, 三级: 活动" + actual + ", 目标: " + target +
         ", 完成: " + actual + ", 自报得分: " + claimed + "}\n";
}

TEST(ReducedClaims, TheOnlyMissedRowHasWhatTheBlockHasLeft) {
  const Table t(kMet + missed("10场", "9场", "36"));  // 80-76 = 4: 40×9÷10 = 36
  EXPECT_EQ(text_of(t.row(1).score), "36");
  EXPECT_EQ(t.row(1).full_marks->to_string(), "40");
  EXPECT_NE(t.row(1).why.find("少的 4 分是这一项的，满分是 40 分"), std::string::npos) << t.row(1).why;
  EXPECT_EQ(text_of(t.result.total), "96");
  EXPECT_TRUE(t.claim_is_right(1));
  EXPECT_EQ(ids_of(t.row(1).findings), "");
  EXPECT_EQ(ids_of(t.result.findings), "");
  // A self score that the rule does not give: 40×8÷10 = 32, not 36
  const Table wrong(kMet + missed("10场", "8场", "36"));
  EXPECT_EQ(text_of(wrong.row(1).score), "32");
  EXPECT_FALSE(wrong.claim_is_right(1));
  // The whole table where goals have no points: 80-78 = 2, 40×95÷100 = 38
  const Table whole(kMet + missed("100%", "95%", "38"), "");
  EXPECT_EQ(text_of(whole.row(1).score), "38");
  EXPECT_EQ(text_of(whole.result.total), "98");
}

TEST(ReducedClaims, SeveralRowsWhereTheRuleTakesOffJustThat) {
  // 20×9÷10 = 18 and 20×8÷10 = 16: 2+4 = 80-74
  const Table t(kMet + missed("10场", "9场", "18") + missed("10次", "8次", "16"));
  EXPECT_EQ(text_of(t.row(1).score), "18");
  EXPECT_EQ(text_of(t.row(2).score), "16");
  EXPECT_EQ(text_of(t.result.total), "94");
  EXPECT_EQ(ids_of(t.row(1).findings), "");
}

TEST(ReducedClaims, SeveralRowsNobodyCanTellApartAreRanges) {
  // 80-70 = 10 are missing, the rule would take 2+4 off: each row has 18 or 12 to 28 or 22 points
  const Table t(kMet + missed("10场", "9场", "18") + missed("10次", "8次", "12"));
  EXPECT_EQ(text_of(t.row(1).score), "16.2..25.2");  // 18×0.9 … 28×0.9
  EXPECT_EQ(text_of(t.row(2).score), "9.6..17.6");   // 12×0.8 … 22×0.8
  EXPECT_FALSE(t.result.total.exact());
}

TEST(ReducedClaims, NothingIsMissingNothingChanges) {
  const Table t(kMet + missed("10场", "9场", "40"));  // given in full: 40×9÷10 = 36
  EXPECT_EQ(text_of(t.row(1).score), "36");
  EXPECT_FALSE(t.claim_is_right(1));
  EXPECT_FALSE(t.row(1).as_claimed);
}

}  // namespace
}  // namespace jiheng::scoring
