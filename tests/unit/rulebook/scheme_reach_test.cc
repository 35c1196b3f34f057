// Clauses that can never be reached, each decided by hand.
#include "engine/rulebook/scheme_reach.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

/// The ids of the clauses refused; every clause gives 分值 unless it says another way.
std::string refused_clauses(const std::vector<std::string>& clauses) {
  std::string text =
      "方案: x\n名称: 例\n适用年度: 2023\n来源: [{文号: 例, 状态: 已见}]\n总分: 100\n大幅超额: 130%\n规则:\n";
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const bool shaped =
        clauses[i].find("档次") != std::string::npos || clauses[i].find("子项") != std::string::npos;
    text += "  - {编号: Q" + std::to_string(i + 1) + ", 名称: 例" + (clauses[i].empty() ? "" : ", ") +
            clauses[i] + (shaped ? "" : ", 得分: 分值") + "}\n";
  }
  const auto scheme =
      scheme_from_yaml(std::make_shared<const base::Source>(base::Source{"x.yaml", std::move(text)}), {});
  std::string out;
  for (const auto& p : scheme.problems) {
    EXPECT_EQ(p.id, "L127") << p.message;
    out += "Q" + std::to_string(p.place.line - 7) + " ";
  }
  return out;
}

TEST(Reach, AConditionThatHoldsInNoWorld) {
  EXPECT_EQ(refused_clauses({"当: 达标 且 未达标"}), "Q1 ");
  EXPECT_EQ(refused_clauses({"当: 正向 且 反向"}), "Q1 ");
  EXPECT_EQ(refused_clauses({"当: 大幅超额 且 未达标"}), "Q1 ");
  EXPECT_EQ(refused_clauses({"当: 正向 且 反向 且 完成率>1"}), "Q1 ");
  EXPECT_EQ(refused_clauses({"当: 非 (达标 或 未达标)"}), "");  // 待核
  EXPECT_EQ(refused_clauses({"当: 非 正向 且 非 反向 且 非 区间 且 非 定性 且 非 时限"}), "");
}

TEST(Reach, EarlierClausesTakeEverything) {
  EXPECT_EQ(refused_clauses({"", "当: 达标"}), "Q2 ");
  EXPECT_EQ(refused_clauses({"当: 达标", "当: 大幅超额"}), "Q2 ");
  EXPECT_EQ(refused_clauses({"当: 达标", "当: 达标 且 完成率>=130%"}), "Q2 ");
  EXPECT_EQ(refused_clauses({"当: 达标", "当: 未达标", ""}), "");  // 待核 is left
  EXPECT_EQ(refused_clauses({"当: 达标", "当: 未达标", "当: 非 达标 且 非 未达标", ""}), "Q4 ");
  EXPECT_EQ(refused_clauses({"当: 正向", "当: 非 正向", "当: 完成率>1"}), "Q3 ");
  EXPECT_EQ(refused_clauses({"当: 达标 且 正向", "当: 达标 且 反向", "当: 达标"}), "");
}

TEST(Reach, NumbersAreTakenAsPossible) {
  EXPECT_EQ(refused_clauses({"当: 完成率>=0", "当: 达标"}), "");
  EXPECT_EQ(refused_clauses({"当: 完成率>2 且 完成率<1"}), "");
  EXPECT_EQ(refused_clauses({"当: 完成率>=130%", "当: 完成率>=130%"}), "Q2 ");  // the same words
  EXPECT_EQ(refused_clauses({"当: 达标", "当: 达标 或 完成率>=130%"}), "");
}

TEST(Reach, OnlyForTheSameRowsOrMore) {
  EXPECT_EQ(refused_clauses({"适用: {一级: 产出指标}", "当: 达标"}), "");
  EXPECT_EQ(refused_clauses({"适用: {一级: 产出指标}", "适用: {一级: 产出指标, 二级: 数量指标}"}), "Q2 ");
  EXPECT_EQ(refused_clauses({"适用: {一级: [产出指标, 效益指标]}", "适用: {一级: 效益指标}"}), "Q2 ");
  EXPECT_EQ(refused_clauses({"适用: {一级: 效益指标}", "适用: {一级: [产出指标, 效益指标]}"}), "");
  EXPECT_EQ(refused_clauses({"适用: {指标: 控制率}", "适用: {指标: 三公经费控制率}"}), "Q2 ");
  EXPECT_EQ(refused_clauses({"适用: {指标: 三公经费控制率}", "适用: {指标: 控制率}"}), "");
}

TEST(Reach, ShapesThatMayPassARowOnTakeNothing) {
  EXPECT_EQ(refused_clauses({"档次: [{名称: 甲, 答复: 好, 比例: \"[0%,100%]\"}]", "当: 达标"}), "");
  EXPECT_EQ(refused_clauses({"子项: {甲: 1分}", "子项: {乙: 1分}"}), "");
}

}  // namespace
}  // namespace jiheng::rulebook
