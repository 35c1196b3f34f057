// Every shape of a clause, with points calculated by hand.
#include <string>

#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

struct ScoredRow {
  std::string points;
  std::string rule;
  std::string why;
};

ScoredRow scored_row(const model::Scheme& scheme, const std::string& row) {
  const model::Scorecard card = card_of({row});
  const CardResult result = std::move(score(scheme, {&card, 1}, context()).front());
  const IndicatorResult& r = result.indicators.at(0);
  return {text_of(r.score), r.clause == nullptr ? "" : r.clause->id, r.why};
}

void expect_points(const model::Scheme& scheme, const std::string& row, const std::string& points,
                   const std::string& rule) {
  const ScoredRow s = scored_row(scheme, row);
  EXPECT_EQ(s.points, points) << row << "\n" << s.why;
  EXPECT_EQ(s.rule, rule) << row << "\n" << s.why;
}

const char* const kRatio = R"yaml(规则:
  - {编号: Q1, 名称: 达标得满分, 当: 达标,           得分: 分值}
  - {编号: Q2, 名称: 正向按比例, 当: 未达标 且 正向, 得分: 分值×完成值÷目标值}
  - {编号: Q3, 名称: 反向按比例, 当: 未达标 且 反向, 得分: 分值*目标值/完成值}
)yaml";

TEST(Shapes, RatioWithTheFiguresInTheTrace) {
  const model::Scheme scheme = scheme_from(kRatio);
  expect_points(scheme, "目标: ≥90%, 完成: ≥96%, 分值: 20", "20", "Q1");
  expect_points(scheme, "目标: ≥95%, 完成: 94.60%, 分值: 10", "9.96", "Q2");  // 9.9578…
  expect_points(scheme, "目标: ≤8万元, 完成: 17.5万元, 分值: 3", "1.37", "Q3");
  expect_points(scheme, "目标: ≤900.11万元, 完成: 9001084元, 分值: 3", "3", "Q1");
  expect_points(scheme, "目标: 100件, 完成: 100件, 分值: 1.5", "1.5", "Q1");
  EXPECT_EQ(scored_row(scheme, "目标: ≤8万元, 完成: 17.5万元, 分值: 3").why,
            "Q3 反向按比例：分值×目标值÷完成值 = 3×8÷17.5 = 1.3714 → 1.37");
  EXPECT_EQ(scored_row(scheme, "目标: ≥95%, 完成: 94.6%, 分值: 10").why,
            "Q2 正向按比例：分值×完成值÷目标值 = 10×94.6%÷95% = 9.9579 → 9.96");
  EXPECT_EQ(scored_row(scheme, "目标: ≥90%, 完成: 90%, 分值: 2").why, "Q1 达标得满分：分值 = 2");
}

TEST(Shapes, HalfUpAtTheSchemesPlaces) {
  // 2.675 is 2.67499… as a double; 5 × 53.5 ÷ 100 = 2.675
  expect_points(scheme_from(kRatio), "目标: ≥100%, 完成: 53.5%, 分值: 5", "2.68", "Q2");
  expect_points(scheme_from(std::string("取整: {对象: 每项, 位数: 0}\n") + kRatio),
                "目标: ≥100%, 完成: 50%, 分值: 5", "3", "Q2");
}

TEST(Shapes, NeverBelowZeroNeverAboveTheFullMarks) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - {编号: A, 名称: 超出, 当: 达标, 得分: 分值*完成值/目标值}
  - {编号: B, 名称: 倒扣, 当: 未达标, 得分: 分值-(目标值-完成值)}
)yaml");
  expect_points(scheme, "目标: ≥10件, 完成: 96件, 分值: 5", "5", "A");
  EXPECT_EQ(scored_row(scheme, "目标: ≥10件, 完成: 96件, 分值: 5").why,
            "A 超出：分值×完成值÷目标值 = 5×96÷10 = 48，超过满分，取 5");
  expect_points(scheme, "目标: ≥10件, 完成: 7件, 分值: 5", "2", "B");
  expect_points(scheme, "目标: ≥10件, 完成: 1件, 分值: 5", "0", "B");
  EXPECT_NE(scored_row(scheme, "目标: ≥10件, 完成: 1件, 分值: 5").why.find("低于 0，取 0"),
            std::string::npos);
}

TEST(Shapes, MissedRowsThatAFormulaWouldGiveMoreThanFullAreOpen) {
  // -4.02 misses ≤-4.40; 目标值/完成值 = 1.09 would be full marks.
  expect_points(scheme_from(kRatio), "目标: ≤-4.40, 完成: \"-4.02\", 分值: 5", "0..5", "Q3");
}

TEST(Shapes, DivisionByZeroIsOpenNotZero) {
  const model::Scheme scheme =
      scheme_from("规则:\n  - {编号: A, 名称: 比, 得分: '分值*min(1,完成值/目标值)'}\n");
  expect_points(scheme, "目标: ≥0件, 完成: 3件, 分值: 5", "0..5", "A");
}

TEST(Shapes, StepsWithStatedEnds) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - 编号: H3
    名称: 重点支出安排率
    阶梯:
      按: 完成值
      各档: {"≥90%": 5分, "[80%,90%)": 4分, "[70%,80%)": 3分, "[60%,70%)": 2分}
)yaml");
  expect_points(scheme, "目标: ≥90%, 完成: 90%, 分值: 5", "5", "H3");
  expect_points(scheme, "目标: ≥90%, 完成: 89.99%, 分值: 5", "4", "H3");
  expect_points(scheme, "目标: ≥90%, 完成: 80%, 分值: 5", "4", "H3");
  expect_points(scheme, "目标: ≥90%, 完成: 60%, 分值: 5", "2", "H3");
  expect_points(scheme, "目标: ≥90%, 完成: 59%, 分值: 5", "0..5", "H3");  // no step: open, not 0
  EXPECT_EQ(scored_row(scheme, "目标: ≥90%, 完成: 85%, 分值: 5").why,
            "H3 重点支出安排率：完成值 = 85% 在 [80%,90%) 之内，4分 = 4");
  // Steps look at the actual value alone: no target is needed.
  expect_points(scheme, "完成: 85%, 分值: 5", "4", "H3");
}

TEST(Shapes, TheClosedEndMayFlip) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - 编号: H4
    名称: 预算调整率
    阶梯:
      按: abs(完成值)
      各档: {"=0": 3分, "(0,10%]": 2分, "(10%,20%]": 1分, ">20%": 0分}
)yaml");
  expect_points(scheme, "目标: ≤0%, 完成: 0%, 分值: 3", "3", "H4");
  expect_points(scheme, "目标: ≤0%, 完成: 10%, 分值: 3", "2", "H4");
  expect_points(scheme, "目标: ≤0%, 完成: -10.5%, 分值: 3", "1", "H4");
  expect_points(scheme, "目标: ≤0%, 完成: 20.01%, 分值: 3", "0", "H4");
}

TEST(Shapes, DeductionByStartedWholeOrProportionalUnits) {
  const auto scheme = [](const std::string& part) {
    return scheme_from(
        "规则:\n  - 编号: D\n    名称: 超支\n    扣分: {按: 完成值-100%, 每: 1个百分点, 扣: 0.5分, "
        "不足一档: " +
        part + "}\n");
  };
  const std::string row = "目标: ≤100%, 分值: 5, 完成: ";
  expect_points(scheme("按一档"), row + "102.6%", "3.5", "D");  // 3 started points
  expect_points(scheme("不计"), row + "102.6%", "4", "D");      // 2 whole points
  expect_points(scheme("按比例"), row + "102.6%", "3.7", "D");  // 2.6 points
  expect_points(scheme("按一档"), row + "103%", "3.5", "D");    // 1.03-1 is 0.030000000000000027 as a double
  expect_points(scheme("不计"), row + "103%", "3.5", "D");
  expect_points(scheme("按一档"), row + "99%", "5", "D");
  expect_points(scheme("按一档"), row + "150%", "0", "D");
  EXPECT_EQ(scored_row(scheme("不计"), row + "102.6%").why,
            "D 超支：完成值-100% = 102.6%-100% = 0.026，每 0.01 扣 0.5 分，扣 1 分：5 - 1 = 4");
}

TEST(Shapes, DeductionStopsAtItsFloor) {
  const model::Scheme scheme = scheme_from(
      "规则:\n  - 编号: D\n    名称: 缺项\n    扣分: {按: 完成值, 每: 1, 扣: 2分, 不足一档: 按一档, 最低: "
      "1分}\n");
  expect_points(scheme, "目标: ≤0项, 完成: 1项, 分值: 5", "3", "D");
  expect_points(scheme, "目标: ≤0项, 完成: 9项, 分值: 5", "1", "D");
}

TEST(Shapes, ConditionsAddUpAndRowsWithoutThemGoOn) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - 编号: C
    名称: 制度
    子项: {已制定: 1分, 完整: 1分, 有效执行: 1.5分}
  - {编号: Z, 名称: 其余, 当: 达标, 得分: 分值}
)yaml");
  expect_points(scheme, "目标: 健全, 完成: 健全, 分值: 3.5, 子项: {已制定: 是, 完整: 否, 有效执行: 是}",
                "2.5", "C");
  expect_points(scheme, "目标: 健全, 完成: 健全, 分值: 3.5, 子项: {已制定: 是, 完整: 是}", "2..3.5", "C");
  expect_points(scheme, "目标: ≥1件, 完成: 2件, 分值: 3.5", "3.5", "Z");
}

TEST(Shapes, TiersGiveABandOrThePointTheScorerChooses) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - 编号: T
    名称: 定性
    档次:
      - {名称: 达成, 答复: [达成预期指标], 比例: "[80%,100%]"}
      - {名称: 部分, 答复: [部分达成], 比例: "[60%,80%)"}
      - {名称: 未达成, 答复: [未达成], 比例: "[0%,60%)", 取点: 30%}
  - {编号: Z, 名称: 其余, 当: 达标, 得分: 分值}
)yaml");
  expect_points(scheme, "目标: 明显提高, 完成: 达成预期指标, 分值: 10", "8..10", "T");
  expect_points(scheme, "目标: 明显提高, 完成: 部分达成, 分值: 5", "3..4", "T");
  expect_points(scheme, "目标: 明显提高, 完成: 未达成, 分值: 10", "3", "T");
  expect_points(scheme, "目标: 明显提高, 完成: 达成预期指标, 评定: 85%, 分值: 10", "8.5", "T");
  expect_points(scheme, "目标: 明显提高, 完成: 显著提高, 分值: 10", "10", "Z");
  // No answer of the tiers: the scorer's point is not this clause's, nor has a date a tier.
  expect_points(scheme, "目标: 明显提高, 完成: 显著提高, 评定: 85%, 分值: 10", "8.5", "");
  expect_points(scheme, "目标: 11月底前, 完成: 2023年12月15日, 评定: 80%, 分值: 7", "5.6", "");
}

TEST(Shapes, CutPointsOfTheRow) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - 编号: P
    名称: 档点
    档点: {优: 100%, 良: 80%, 中: 60%}
)yaml");
  const std::string cuts = ", 分值: 10, 档点: {优: 90, 良: 80, 中: 70}";
  expect_points(scheme, "目标: ≥90%, 完成: 90%" + cuts, "10", "P");
  expect_points(scheme, "目标: ≥90%, 完成: 89.9%" + cuts, "8", "P");
  expect_points(scheme, "目标: ≥90%, 完成: 70%" + cuts, "6", "P");
  expect_points(scheme, "目标: ≥90%, 完成: 69%" + cuts, "0", "P");
}

TEST(Shapes, PreconditionVoidsTheItem) {
  const model::Scheme scheme =
      scheme_from("规则:\n  - {编号: V, 名称: 达标, 前提: 程序合规, 当: 达标, 得分: 分值}\n");
  const std::string row = "目标: ≥90%, 完成: 95%, 分值: 6";
  expect_points(scheme, row + ", 子项: {程序合规: 是}", "6", "V");
  expect_points(scheme, row + ", 子项: {程序合规: 否}", "0", "V");
  expect_points(scheme, row, "0..6", "V");  // nobody said
}

TEST(Shapes, JudgementOverridesAndIsShown) {
  const model::Scheme scheme = scheme_from(kRatio);
  expect_points(scheme, "目标: 按政策标准执行, 完成: 已执行, 评定: 85%, 分值: 10", "8.5", "");
  EXPECT_EQ(scored_row(scheme, "目标: 按政策标准执行, 完成: 已执行, 评定: 85%, 分值: 10").why,
            "评定 85%：10×85% = 8.5");
  expect_points(scheme, "目标: ≥90%, 完成: 95%, 评定: 50%, 分值: 10", "5", "");
}

TEST(Shapes, AnOpenVerdictGivesWhatIsCertainEitherWay) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - {编号: A, 名称: 达标, 当: 达标,   得分: 分值}
  - {编号: B, 名称: 其余, 当: 未达标, 得分: 分值/2}
)yaml");
  expect_points(scheme, "目标: ≥95%, 完成: 约95%, 分值: 10", "5..10", "");
  const ScoredRow s = scored_row(scheme, "目标: ≥95%, 完成: 约95%, 分值: 10");
  EXPECT_TRUE(s.why.starts_with("待核：")) << s.why;
  EXPECT_NE(s.why.find("若达标，A 达标：分值 = 10；若未达标，B 其余：分值÷2 = 10÷2 = 5"), std::string::npos)
      << s.why;
  // A rule that does not ask for the verdict is certain.
  expect_points(scheme_from("规则:\n  - {编号: A, 名称: 都给, 得分: 分值}\n"),
                "目标: ≥95%, 完成: 约95%, 分值: 10", "10", "A");
}

TEST(Shapes, OnlyTheRowsAClauseAppliesTo) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - {编号: S, 名称: 满意度, 适用: {一级: 满意度指标, 指标: 满意度}, 当: 未达标, 得分: 分值-1}
  - {编号: Z, 名称: 其余, 当: 未达标, 得分: 0}
)yaml");
  expect_points(scheme, "一级: 满意度 指标, 三级: 服务对象满意度, 目标: ≥95%, 完成: 94.60%, 分值: 10", "9",
                "S");
  expect_points(scheme, "一级: 满意度指标, 三级: 投诉率, 目标: ≥95%, 完成: 94.60%, 分值: 10", "0", "Z");
  expect_points(scheme, "目标: ≥95%, 完成: 94.60%, 分值: 10", "0", "Z");
}

TEST(Shapes, BandsAndDeadlines) {
  const model::Scheme scheme = scheme_from(R"yaml(规则:
  - {编号: A, 名称: 达标, 当: 达标, 得分: 分值}
  - {编号: B, 名称: 区间, 当: 区间 且 abs(偏离度)<=10%, 得分: 分值*0.5}
  - {编号: D, 名称: 逾期, 当: 时限, 得分: 分值-逾期天数}
)yaml");
  expect_points(scheme, "目标: 300-400件, 完成: 350件, 分值: 4", "4", "A");
  expect_points(scheme, "目标: 300-400件, 完成: 270件, 分值: 4", "2", "B");    // 10% below the lower end
  expect_points(scheme, "目标: 300-400件, 完成: 440件, 分值: 4", "2", "B");    // 10% above the upper end
  expect_points(scheme, "目标: 300-400件, 完成: 441件, 分值: 4", "0..4", "");  // no rule
  expect_points(scheme, "目标: 2023年12月20日前, 完成: 2023年12月22日, 分值: 5", "3", "D");
}

}  // namespace
}  // namespace jiheng::scoring
