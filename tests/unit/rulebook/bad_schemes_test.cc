// Scheme files that no clerk wrote: a clear message, no value, no crash, and no endless list of messages.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "engine/rulebook/load.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/scorecard_from_yaml.h"
#include "tests/unit/rulebook/scheme_sources.h"

namespace jiheng::rulebook {
namespace {

diag::Result<model::Scheme> load_alone(std::string text) {
  return scheme_from_yaml(std::make_shared<const base::Source>(base::Source{"x.yaml", std::move(text)}), {});
}

std::string first_id(std::string text) {
  const auto scheme = load_alone(std::move(text));
  EXPECT_FALSE(scheme);
  return scheme.problems.empty() ? "" : scheme.problems.front().id;
}

const std::string kShortHead =
    "方案: x\n名称: 例\n适用年度: 2023\n来源: [{文号: 例, 状态: 已见}]\n总分: 100\n";

TEST(BadSchemes, WrongFiles) {
  EXPECT_EQ(first_id(""), "L107");
  EXPECT_EQ(first_id(std::string("PK\x03\x04\x00\xFF", 6)), "L101");
  EXPECT_EQ(first_id("- 一\n- 二\n"), "L109");
  EXPECT_EQ(first_id("方案"), "L109");
  EXPECT_EQ(first_id(kShortHead + "规则: [{编号: Q1\n"), "L103");
}

TEST(BadSchemes, BlankValuesAreMissingOnes) {
  EXPECT_EQ(
      first_id("方案:\n名称: 例\n适用年度: 2023\n来源: [{文号: 例, 状态: 已见}]\n总分: 100\n规则: []\n"),
      "L110");
  EXPECT_EQ(first_id(kShortHead + "规则:\n"), "L109");
  EXPECT_EQ(first_id(kShortHead + "规则: [{编号: , 名称: 例, 得分: 分值}]\n"), "L110");
  EXPECT_EQ(first_id(kShortHead + "规则: [{编号: Q1, 名称: , 得分: 分值}]\n"), "L110");
  EXPECT_EQ(first_id(kShortHead + "规则: [{编号: Q1, 名称: 例, 得分: }]\n"), "F101");
  EXPECT_EQ(first_id(kShortHead + "规则: [{编号: Q1, 名称: 例, 当: , 得分: 分值}]\n"), "F101");
  EXPECT_EQ(first_id(kShortHead + "大幅超额:\n规则: [{编号: Q1, 名称: 例, 得分: 分值}]\n"), "L201");
}

TEST(BadSchemes, LimitsAreSaid) {
  std::string rules = "规则:\n";
  for (std::size_t i = 0; i <= kMaxClauses; ++i) {
    rules += "  - {编号: Q" + std::to_string(i) + ", 名称: 例, 适用: {指标: 甲" + std::to_string(i) +
             "}, 得分: 分值}\n";
  }
  EXPECT_EQ(first_id(kShortHead + rules), "L102");
  std::string names;
  for (std::size_t i = 0; i <= kMaxEntries; ++i) names += "甲, ";
  EXPECT_EQ(
      first_id(kShortHead + "规则: [{编号: Q1, 名称: 例, 适用: {指标: [" + names + "乙]}, 得分: 分值}]\n"),
      "L102");
  std::string items;
  for (std::size_t i = 0; i <= kMaxEntries; ++i) items += "甲" + std::to_string(i) + ": 1分, ";
  EXPECT_EQ(first_id(kShortHead + "规则: [{编号: Q1, 名称: 例, 子项: {" + items + "乙: 1分}}]\n"), "L102");
}

TEST(BadSchemes, AtMostSoManyMessages) {
  std::string text = kShortHead;
  for (int i = 0; i < 5000; ++i) text += "键" + std::to_string(i) + ": 1\n";
  const auto scheme = load_alone(text);
  EXPECT_EQ(scheme.problems.size(), kMaxProblems + 1);
  EXPECT_EQ(scheme.problems.back().id, "L102");
}

TEST(BadSchemes, DamagedFilesGiveMessagesNotCrashes) {
  std::uint32_t state = 20240226;
  const auto next = [&state](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % below;
  };
  const auto others = shipped_schemes();
  for (const SourcePtr& source : others) {
    for (int round = 0; round < 40; ++round) {
      std::string text = source->text;
      const std::size_t at = next(text.size());
      const std::size_t length = 1 + next(30);
      switch (round % 4) {
        case 0:
          text.erase(at, length);
          break;
        case 1:
          text.insert(at, text.substr(next(text.size()), length));
          break;
        case 2:
          text.resize(at);
          break;
        default:
          text[at] = "[]{}:,\"'-0 \n%#"[next(14)];
      }
      const auto damaged = std::make_shared<const base::Source>(base::Source{source->name, text});
      const auto scheme = scheme_from_yaml(damaged, others);
      EXPECT_NE(scheme.value.has_value(), diag::has_errors(scheme.problems)) << text;
    }
  }
}

}  // namespace
}  // namespace jiheng::rulebook
