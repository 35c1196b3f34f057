// What 计算数据 of a row is to say: of its 评分标准, of the scheme's 计算, of both. Names are those of the texts themselves.
#include "engine/scoring/asked_data.h"

#include <gtest/gtest.h>

#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

using Texts = std::vector<std::string>;

/// "name（unit）", with ？ where it is open and ￥ where the money of the card answers it.
Texts asked_of(const model::Scheme& scheme, const model::Scorecard& card) {
  Texts out;
  const std::vector<CardResult> results = score(scheme, {&card, 1}, context());
  for (const IndicatorResult& row : results.front().indicators) {
    for (const AskedData& asked :
         asked_data(scheme, card.budget, model::row_of(card, row.id), row.standard.get())) {
      std::string text(asked.name);
      if (!asked.unit.empty()) text += "（" + std::string(asked.unit) + "）";
      out.push_back(text + (asked.open ? "？" : "") + (asked.by_money ? "￥" : ""));
    }
  }
  return out;
}

constexpr const char* kExecution = "三级: 部门预算执行率, 目标: ≥95%, 分值: 5";

TEST(AskedData, AreTheNumbersOfTheFormulaAsItUsesThem) {
  const model::Scheme scheme = shipped_scheme("jiyuan-department-2024");
  EXPECT_EQ(asked_of(scheme, card_of({kExecution})), (Texts{"预算完成数？", "预算数？"}));
  EXPECT_EQ(asked_of(scheme, card_of({"三级: 预算调整率, 目标: ≤5%, 分值: 5"})),
            (Texts{"预算调整数？", "年初预算数？"}));
  EXPECT_EQ(asked_of(scheme, card_of({"三级: 办结件数, 目标: ≥5件, 分值: 5"})), Texts{});
}

TEST(AskedData, WhatTheMoneyAnswersNobodyFillsIn) {
  const model::Scheme scheme = shipped_scheme("jiyuan-department-2024");
  EXPECT_EQ(asked_of(scheme, card_of({kExecution}, "预算: {预算数: 1000}\n")),
            (Texts{"预算完成数？", "预算数￥"}));
  // As scoring looks: the row first. 950 ÷ 1000 = 95%, not 950 ÷ 2000.
  const std::string row = std::string(kExecution) + ", 计算数据: {预算完成数: 950, 预算数: 1000}";
  const model::Scorecard card = card_of({row}, "预算: {预算数: 2000}\n");
  EXPECT_EQ(asked_of(scheme, card), (Texts{"预算完成数", "预算数"}));
  EXPECT_EQ(text_of(score(scheme, {&card, 1}, context()).front().indicators.front().score), "5");
}

TEST(AskedData, APrintedValueCountsUntilANumberIsThere) {
  const model::Scheme scheme = shipped_scheme("jiyuan-department-2024");
  const std::string row = std::string(kExecution) + ", 完成: 96%";
  EXPECT_EQ(asked_of(scheme, card_of({row})), (Texts{"预算完成数", "预算数"}));
  EXPECT_EQ(asked_of(scheme, card_of({row + ", 计算数据: {预算完成数: 950}"})),
            (Texts{"预算完成数", "预算数？"}));
}

TEST(AskedData, OfTheStandardAndOfTheSchemeAreOneList) {
  const model::Scheme scheme = scheme_from(R"yaml(裸数: {默认: 至少}
计算:
  - {名称: 追加率, 数据: [追加数, 批复数], 公式: 追加数/批复数×100%, 单位: "%"}
规则:
  - {编号: B1, 名称: 按本行的评分标准, 评分标准: 本行}
)yaml");
  const std::string row =
      "三级: 预算追加率, 目标: ≤10%, 分值: 5, 评分标准: \"得分=（1-追加数/年初数）×分值。\"";
  EXPECT_EQ(asked_of(scheme, card_of({row})), (Texts{"追加数？", "年初数？", "批复数？"}));
  EXPECT_EQ(asked_of(scheme, card_of({row + ", 计算数据: {追加数: 5}"}, "预算: {批复数: 50}\n")),
            (Texts{"追加数", "年初数？", "批复数￥"}));
}

/// One thing that the actual value answers is that cell; two have cells of their own.
TEST(AskedData, WhatTheActualValueAnswersIsItsCell) {
  const model::Scheme scheme = shipped_scheme("printed-standards");
  const std::string one = "目标: ≥100公里, 分值: 39, 评分标准: \"里程达到100公里得39分，否则不得分。\"";
  EXPECT_EQ(asked_of(scheme, card_of({one})), Texts{});
  EXPECT_EQ(asked_of(scheme, card_of({one + ", 完成: 都养护了"})), Texts{"里程（公里）？"});
  EXPECT_EQ(asked_of(scheme, card_of({one + ", 计算数据: {里程: 120}"})), Texts{"里程（公里）"});
}

}  // namespace
}  // namespace jiheng::scoring
