// Cards before and after, from files: a card, a department with its projects, documents, scenarios.
#include "engine/app/whatif_paths.h"

#include <gtest/gtest.h>

#include "engine/base/files.h"
#include "tests/unit/app/shipped_language.h"

namespace jiheng::app {
namespace {

const std::string kDepartment = kRoot + "/scorecards/2023-tongcheng";

WhatifOutcome whatif(std::vector<std::string> paths, const std::vector<std::string>& settings,
                     const std::string& scheme = "", std::vector<std::string> scenarios = {}) {
  WhatifRequest request;
  request.score.paths = std::move(paths);
  request.score.scheme = scheme;
  for (const std::string& text : settings) {
    request.settings.push_back(std::make_shared<const base::Source>(base::Source{"--set", text}));
  }
  request.scenarios = std::move(scenarios);
  return whatif_paths(request, language(), rulebook::load_schemes(kRules));
}

std::string total_of(const scoring::CardResult& card) {
  return card.total.exact() ? card.total.low.to_string()
                            : card.total.low.to_string() + "-" + card.total.high.to_string();
}

TEST(WhatifPaths, OneCard) {
  // The form's own rules: 3 × 90% ÷ 100% = 2.7 of 3 points, 20 × 8 ÷ 10 = 16 of 20: 98.37 - 0.30 - 4.00.
  const WhatifOutcome outcome =
      whatif({kDepartment + "/p26.yaml"}, {"补贴资金在规定时间内支付到位率.完成=90%", "预算.执行数=80000元"});
  ASSERT_EQ(outcome.after.size(), 1U);
  EXPECT_EQ(total_of(outcome.before.scores.cards[0]), "98.37");
  EXPECT_EQ(total_of(outcome.after[0].scores.cards[0]), "94.07");
  const whatif::CardDifference& card = outcome.after[0].cards[0];
  EXPECT_TRUE(changed(card));
  ASSERT_EQ(card.blocks.size(), 3U);
  EXPECT_EQ(card.blocks[0].level1, "产出指标");
  EXPECT_EQ(whatif::difference(card.blocks[0].before, card.blocks[0].after)->to_string(), "-0.30");
  EXPECT_TRUE(whatif::difference(card.blocks[1].before, card.blocks[1].after)->is_zero());
  const scoring::IndicatorResult& row = card.after->indicators[7];
  EXPECT_EQ(card.before->indicators[7].clause->id, "Q1");
  EXPECT_EQ(row.clause->id, "Q2");
  EXPECT_TRUE(whatif::changed(card.before->indicators[7], row));
  EXPECT_FALSE(whatif::changed(card.before->indicators[6], card.after->indicators[6]));
}

TEST(WhatifPaths, TheFileStaysAsItIs) {
  const std::string path = kDepartment + "/p26.yaml";
  const std::string before = base::read_file(path, 1U << 20U).text;
  whatif({path}, {"预算.执行数=1"});
  EXPECT_EQ(base::read_file(path, 1U << 20U).text, before);
}

TEST(WhatifPaths, OneChangeOfADepartmentShowsAllItsTotals) {
  const WhatifOutcome outcome = whatif({kDepartment}, {"p26:预算.执行数=0"});
  ASSERT_EQ(outcome.after.size(), 1U);
  const results::Variation& after = outcome.after[0];
  ASSERT_EQ(after.scores.cards.size(), 27U);
  std::size_t moved = 0;
  for (const whatif::CardDifference& card : after.cards) moved += changed(card) ? 1 : 0;
  EXPECT_EQ(moved, 1U);
  EXPECT_EQ(total_of(after.scores.cards[26]), "78.37");
  ASSERT_EQ(after.scores.departments.size(), 1U);
  const scoring::RollUp& was = outcome.before.scores.departments.front().roll_up;
  const scoring::RollUp& is = after.scores.departments.front().roll_up;
  // 10 of the money of all projects lose 20 points: the average loses 20 × 10 ÷ budget.
  EXPECT_EQ(*base::subtract(was.executed, is.executed), base::Decimal(10));
  EXPECT_EQ(was.budget, is.budget);
  EXPECT_EQ(is.grades.back().first, "中");
}

TEST(WhatifPaths, AnotherSchemeForAll) {
  const WhatifOutcome outcome = whatif({kRoot + "/samples/good/national-2020.yaml"}, {"方案=sichuan-2023"});
  ASSERT_EQ(outcome.after.size(), 1U);
  for (std::size_t i = 0; i < outcome.after[0].cards.size(); ++i) {
    EXPECT_EQ(outcome.before.scores.cards[i].scheme->id, "national-2020");
    EXPECT_EQ(outcome.after[0].scores.cards[i].scheme->id, "sichuan-2023");
    EXPECT_EQ(outcome.after[0].changes[i].from, "national-2020");
    EXPECT_EQ(outcome.after[0].changes[i].path, "方案");
  }
}

TEST(WhatifPaths, ATableOfADocument) {
  const WhatifOutcome outcome =
      whatif({kRoot + "/samples/documents/2023-selfeval.xlsx"}, {"t01:预算.执行数=0"}, "hubei-2023");
  ASSERT_EQ(outcome.after.size(), 1U);
  const whatif::CardDifference& card = outcome.after[0].cards[outcome.after[0].changes[0].card];
  EXPECT_EQ(card.after->card->id, "t01");
  EXPECT_EQ(card.after->execution->score.high.to_string(), "0");
}

TEST(WhatifPaths, ATargetThatCannotBeReadIsARangeAndAFinding) {
  const WhatifOutcome outcome = whatif({kDepartment + "/p26.yaml"}, {"零就业家庭帮扶率.目标=≥百分之玖陆点"});
  ASSERT_EQ(outcome.after.size(), 1U);
  EXPECT_EQ(total_of(outcome.after[0].scores.cards[0]), "94.37-98.37");
  std::string ids;
  for (const diag::Diagnostic& d : whatif::new_findings(outcome.after[0].cards[0])) {
    ids += d.id + "@" + d.place.source->name + ":" + std::to_string(d.place.column) + " ";
  }
  EXPECT_NE(ids.find("T104@--set:13 "), std::string::npos) << ids;
}

TEST(WhatifPaths, WhatCannotBeDoneLeavesNothing) {
  const auto ids = [](const WhatifOutcome& outcome) {
    std::string out;
    for (const diag::Diagnostic& d : outcome.problems) out += d.id + " ";
    EXPECT_TRUE(outcome.after.empty());
    return out;
  };
  const std::string card = kDepartment + "/p26.yaml";
  EXPECT_EQ(ids(whatif({card}, {"方案=natonal-2020"})), "C106 ");
  EXPECT_EQ(ids(whatif({card}, {"=1", "没有的.完成=1", "预算.执行数=1"})), "W101 W102 ");
  EXPECT_EQ(ids(whatif({card}, {}, "", {"/nowhere/a.yaml"})), "C101 ");
  EXPECT_EQ(ids(whatif({card}, {}, "", {card})).substr(0, 5), "L110 ");
}

class ScenarioFiles : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) const {
    const std::string path = testing::TempDir() + "/" + name;
    EXPECT_EQ(base::write_file(path, text, base::Overwrite::yes), base::IoStatus::ok);
    return path;
  }
  const std::string card_ = kDepartment + "/p26.yaml";
};

TEST_F(ScenarioFiles, StandSideBySide) {
  const std::string a = write("whatif_a.yaml", "名称: 甲\n改动:\n  - 预算.执行数: 9\n");
  const std::string b = write("whatif_b.yaml", "改动:\n  - 预算.执行数: 8\n  - 零就业家庭帮扶率.完成: 50%\n");
  const WhatifOutcome outcome = whatif({card_}, {"就业见习补贴发放准确率.完成=90%"}, "", {a, b});
  ASSERT_EQ(outcome.after.size(), 2U);
  EXPECT_EQ(outcome.after[0].name, "甲");
  EXPECT_EQ(outcome.after[1].name, "whatif_b");
  // 98.37 - 2 (9 of 10) - 0.4 (90% of 4 points); 98.37 - 4 - 2 (50% of 4 points) - 0.4.
  EXPECT_EQ(total_of(outcome.after[0].scores.cards[0]), "95.97");
  EXPECT_EQ(total_of(outcome.after[1].scores.cards[0]), "91.97");
}

TEST_F(ScenarioFiles, HaveNamesOfTheirOwnAndOneChangeOfAPlace) {
  const std::string a = write("whatif_c.yaml", "名称: 甲\n改动:\n  - 预算.执行数: 9\n");
  const WhatifOutcome twice = whatif({card_}, {}, "", {a, a});
  ASSERT_EQ(twice.problems.size(), 1U);
  EXPECT_EQ(twice.problems[0].id, "W107");
  EXPECT_TRUE(twice.after.empty());
  const WhatifOutcome both = whatif({card_}, {"预算.执行数=8"}, "", {a});
  ASSERT_EQ(both.problems.size(), 1U);
  EXPECT_EQ(both.problems[0].id, "W106");
}

}  // namespace
}  // namespace jiheng::app
