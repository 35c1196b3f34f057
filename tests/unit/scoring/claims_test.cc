// Claims that are right: rounded or cut, by the exact or the printed rate, inside a tier. Figures by hand.
#include "engine/scoring/claims.h"

#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

/// The findings of the row, and "wrong" where its claim is not right.
std::string said_of_row(const std::string& scheme_id, const std::string& row) {
  const auto scheme = shipped_scheme(scheme_id);
  const auto card = card_of({row});
  const auto result = std::move(score(scheme, {&card, 1}, context()).front());
  const std::string ids = ids_of(result.indicators[0].findings);
  const auto& claimed = card.sections[0].indicators[0].claimed;
  if (is_right_claim(claimed->value, result.indicators[0])) return ids;
  return ids + (ids.empty() ? "wrong" : " wrong");
}

struct Line {
  std::string points;
  std::string claim;
  std::string why;
};
Line execution(const std::string& scheme_id, const std::string& budget) {
  const auto scheme = shipped_scheme(scheme_id);
  const auto card = card_of({"目标: ≥90%, 完成: 95%, 分值: 90"}, "预算: {" + budget + "}\n");
  const auto result = std::move(score(scheme, {&card, 1}, context()).front());
  const auto& claimed = card.budget.claimed_score;
  const bool wrong = claimed && !is_right_claim(claimed->value, *result.execution);
  return {text_of(result.execution->score), wrong ? "wrong" : "", result.execution->why};
}

TEST(Claims, RoundedOrCutToThePlacesPrintedIsRight) {
  // 10×4604÷4754 = 9.6844…; 10×97÷98 = 9.8979…; 10×2÷3 = 6.666…
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥4754人, 完成: 4604人, 分值: 10, 自报得分: 9.68"), "");
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥4754人, 完成: 4604人, 分值: 10, 自报得分: 9.7"), "");
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥4754人, 完成: 4604人, 分值: 10, 自报得分: 9.69"), "wrong");
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥98%, 完成: 97%, 分值: 10, 自报得分: 9.89"), "");
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥98%, 完成: 97%, 分值: 10, 自报得分: 9.90"), "");
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥3次, 完成: 2次, 分值: 10, 自报得分: 6.666"), "");
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥3次, 完成: 2次, 分值: 10, 自报得分: 6.65"), "wrong");
  // Short of full marks is not the full marks printed with fewer places.
  EXPECT_EQ(said_of_row("national-2020", "目标: ≥4754人, 完成: 4604人, 分值: 10, 自报得分: 10"), "wrong");
}

TEST(Claims, ExecutionBelowTheWholeIsNotRoundedToFullMarks) {
  EXPECT_EQ(execution("national-2020", "预算数: 100, 执行数: 99.97").points, "9.99");  // 9.997
  EXPECT_EQ(execution("national-2020", "预算数: 100, 执行数: 99.97, 自报得分: 9.99").claim, "");
  EXPECT_EQ(execution("national-2020", "预算数: 100, 执行数: 99.97, 自报得分: 9.98").claim, "wrong");
  EXPECT_EQ(execution("hubei-2023", "预算数: 200, 执行数: 199.97").points,
            "19.99");  // 99.99% (99.985), 19.998
  EXPECT_EQ(execution("budget-system", "预算数: 100, 执行数: 99.97").points, "9.99");
}

TEST(Claims, TheExactAndThePrintedRateAreBothRight) {
  // 4.92÷16.88 = 29.1469…% → 2.9146…; printed 29.15% → 2.915
  const std::string amounts = "预算数: 16.88, 执行数: 4.92";
  const Line line = execution("national-2020", amounts);
  EXPECT_EQ(line.points, "2.92");
  EXPECT_NE(line.why.find("执行率不取位的话是 2.91，也对"), std::string::npos) << line.why;
  EXPECT_EQ(execution("national-2020", amounts + ", 自报得分: 2.91").claim, "");
  EXPECT_EQ(execution("national-2020", amounts + ", 自报得分: 2.92").claim, "");
  EXPECT_EQ(execution("national-2020", amounts + ", 自报得分: 2.93").claim, "wrong");
  // By the rate as the form prints it: 29.1% cut, 29% rounded
  EXPECT_EQ(execution("national-2020", amounts + ", 自报执行率: 29%, 自报得分: 2.9").claim, "");
  EXPECT_EQ(execution("national-2020", amounts + ", 自报执行率: 29.2%, 自报得分: 2.92").claim, "");
  EXPECT_EQ(execution("national-2020", amounts + ", 自报执行率: 35%, 自报得分: 3.5").claim, "wrong");
}

TEST(Claims, ATierIsInsideFromItsLowerEnd) {
  const std::string met = "目标: 提升, 完成: 达成年度指标, 分值: 30, 自报得分: ";
  EXPECT_EQ(said_of_row("national-2020", met + "27"), "S104");  // a range, and the claim in it
  EXPECT_EQ(said_of_row("national-2020", met + "24"), "S104");
  EXPECT_EQ(said_of_row("national-2020", met + "23"), "S104 wrong");
  for (const char* scheme :
       {"national-2020", "national-2016", "hubei-2023", "sichuan-2023", "budget-system"}) {
    EXPECT_EQ(said_of_row(scheme, met + "27"), "S104") << scheme;
    EXPECT_EQ(said_of_row(scheme, "目标: 提升, 完成: 未达成年度指标且效果较差, 分值: 30, 自报得分: 27"),
              "S104 wrong")
        << scheme;
  }
  // A target of words that is reached: the same tier.
  const std::string words = "目标: 明显提高, 完成: 明显提高, 分值: 10, 自报得分: ";
  EXPECT_EQ(said_of_row("national-2020", words + "9"), "");
  EXPECT_EQ(said_of_row("hubei-2023", words + "8"), "");
  EXPECT_EQ(said_of_row("budget-system", words + "10"), "");
  EXPECT_EQ(said_of_row("national-2020", words + "7.5"), "wrong");
}

TEST(Tiers, OtherSpellingsOfAnAnswerAreTheAnswer) {
  const auto scored = [](const std::string& scheme_id, const std::string& actual) {
    const auto scheme = shipped_scheme(scheme_id);
    const auto card = card_of({"目标: 提升, 完成: " + actual + ", 分值: 10"});
    return text_of(score(scheme, {&card, 1}, context()).front().indicators[0].score);
  };
  for (const char* scheme : {"national-2020", "budget-system"}) {
    EXPECT_EQ(scored(scheme, "达成年度目标"), "8..10");
    EXPECT_EQ(scored(scheme, "全部或基本达成预期指标"), "8..10");
    EXPECT_EQ(scored(scheme, "部分达成并具有一定效果"), "6..8");
    EXPECT_EQ(scored(scheme, "部分达成年度指标"), "6..8");
    EXPECT_EQ(scored(scheme, "未达成且效果较差"), "0..6");
  }
  EXPECT_EQ(scored("hubei-2023", "部分达成年度指标并具有一定效果"), "5..8");
  EXPECT_EQ(scored("national-2016", "未达成年度指标且效果较差"), "0..5");
}

}  // namespace
}  // namespace jiheng::scoring
