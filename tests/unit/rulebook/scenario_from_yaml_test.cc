// Scenario files: changes as written with their places; everything else is refused where it stands.
#include <gtest/gtest.h>

#include "engine/rulebook/load.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

SourcePtr scenario_source(std::string text) { return yaml_source(std::move(text), "情景/稳妥.yaml"); }

std::string problems_of_scenario(std::string text) {
  return ids_and_places(scenario_from_yaml(scenario_source(std::move(text))).problems);
}

TEST(ScenarioFromYaml, ChangesArriveAsWritten) {
  const auto scenario = scenario_from_yaml(scenario_source(R"(名称: 保守
说明: 目标照去年完成数
改动:
  - 受理案件数.目标: ≥180例
  - p26:预算.执行数: 18万元
  - "#4.完成": "90%"
  - 结案率.完成:
)"));
  ASSERT_TRUE(scenario);
  EXPECT_EQ(scenario->name, "保守");
  EXPECT_EQ(scenario->note, "目标照去年完成数");
  ASSERT_EQ(scenario->changes.size(), 4U);
  EXPECT_EQ(scenario->changes[0].first.text, "受理案件数.目标");
  EXPECT_EQ(scenario->changes[0].first.place.line, 4);
  EXPECT_EQ(scenario->changes[0].first.place.column, 5);
  EXPECT_EQ(scenario->changes[0].second.text, "≥180例");
  EXPECT_EQ(scenario->changes[0].second.place.column, 15);
  EXPECT_EQ(scenario->changes[1].first.text, "p26:预算.执行数");
  EXPECT_EQ(scenario->changes[2].first.text, "#4.完成");
  EXPECT_EQ(scenario->changes[2].second.text, "90%");
  EXPECT_EQ(scenario->changes[3].second.text, "");
}

TEST(ScenarioFromYaml, WhatIsUncertainArrivesAsWritten) {
  const auto scenario = scenario_from_yaml(scenario_source("不确定:\n  - 全部: ±5%\n  - 甲.完成: 150±10\n"));
  ASSERT_TRUE(scenario);
  EXPECT_TRUE(scenario->changes.empty());
  ASSERT_EQ(scenario->uncertain.size(), 2U);
  EXPECT_EQ(scenario->uncertain[0].first.text, "全部");
  EXPECT_EQ(scenario->uncertain[1].second.text, "150±10");
  EXPECT_EQ(scenario->uncertain[1].second.place.line, 3);
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲.目标: 1\n不确定: ±5%\n"), "L109@3:6");
  EXPECT_EQ(problems_of_scenario("不确定:\n  全部: ±5%\n"), "L109@2:3");
}

TEST(ScenarioFromYaml, WithoutANameItIsCalledAsItsFile) {
  EXPECT_EQ(scenario_from_yaml(scenario_source("改动:\n  - 方案: national-2020\n"))->name, "稳妥");
}

TEST(ScenarioFromYaml, WhatIsNoScenarioIsRefused) {
  EXPECT_EQ(problems_of_scenario("名称: 甲\n"), "L110@1:1");
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲.目标: 1\n备注: 乙\n"), "L108@3:1");
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲.目标: 1\n名称: 乙\n名称: 丙\n"), "L104@4:1");
  EXPECT_EQ(problems_of_scenario("改动: 甲.目标\n"), "L109@1:5");
  EXPECT_EQ(problems_of_scenario("改动: []\n"), "L109@1:5");
  EXPECT_EQ(problems_of_scenario("改动:\n"), "L109@1:1");
  EXPECT_EQ(problems_of_scenario("改动:\n  甲.目标: 1\n"), "L109@2:3");
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲.目标=1\n"), "L109@2:5");
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲.目标: 1\n    乙.目标: 2\n"), "L109@2:5");
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲.目标: [1, 2]\n"), "L109@2:11");
  EXPECT_EQ(problems_of_scenario("改动:\n  - \"\": 1\n"), "L109@2:6");
  EXPECT_EQ(problems_of_scenario("- 甲\n"), "L109@1:1");
  EXPECT_EQ(problems_of_scenario(""), "L107@1:1");
}

TEST(ScenarioFromYaml, EveryMistakeIsSaidAtOnce) {
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲\n  - 乙.目标: {a: 1}\n多余: 1\n"),
            "L109@2:5 L109@3:11 L108@4:1");
}

TEST(ScenarioFromYaml, HasAtMostSoManyChanges) {
  const auto many = [](std::size_t count) {
    std::string text = "改动:\n";
    for (std::size_t i = 0; i < count; ++i) text += "  - 甲.目标: 1\n";
    return text;
  };
  EXPECT_EQ(scenario_from_yaml(scenario_source(many(kMaxChanges)))->changes.size(), kMaxChanges);
  EXPECT_EQ(problems_of_scenario(many(kMaxChanges + 1)), "L102@2:3");
  EXPECT_EQ(problems_of_scenario("改动:\n  - 甲.目标: " + std::string(3000, '1') + "\n"), "L205@2:11");
}

}  // namespace
}  // namespace jiheng::rulebook
