// docs/scorecard.md and docs/scorecard.schema.json against the loader: its examples load, and the keys the
// schema knows are exactly the keys the loader takes.
#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

std::string text_of_page(const std::string& path) {
  return base::read_file(std::string(JIHENG_SOURCE_DIR) + "/" + path, kMaxFileBytes).text;
}

TEST(ScorecardPage, EveryExampleLoads) {
  const std::string page = text_of_page("docs/scorecard.md");
  const std::string fence = "```yaml\n";
  int examples = 0;
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    std::string text = page.substr(at, page.find("```", at) - at);
    if (!text.starts_with("类型") && !text.starts_with("自评表")) text = "类型: 项目\n项目名称: 例\n" + text;
    const auto cards = scorecards_from_yaml(yaml_source(text));
    for (const auto& p : cards.problems) ADD_FAILURE() << p.id << " " << p.message << "\n" << text;
    EXPECT_TRUE(cards);
    ++examples;
  }
  EXPECT_GE(examples, 6);
}

/// The keys the loader takes where the file has the key 没有的键: its message lists them.
std::set<std::string> keys_of_card(const std::string& text) {
  return keys_taken(scorecards_from_yaml(yaml_source(text)).problems, text);
}

std::set<std::string> keys_of_schema(const YamlNode& schema, std::string_view definition) {
  std::set<std::string> keys;
  const YamlNode* properties = schema.find("definitions")->find(definition)->find("properties");
  for (const auto& [key, place] : properties->keys) keys.insert(key);
  return keys;
}

TEST(ScorecardPage, TheSchemaKnowsTheKeysOfTheLoader) {
  const auto schema = read_yaml(yaml_source(text_of_page("docs/scorecard.schema.json")));
  ASSERT_TRUE(schema) << schema.problems.front().message;
  std::set<std::string> card = keys_of_card("类型: 项目\n项目名称: 甲\n没有的键: 1\n预算: {预算数: 1}\n");
  card.merge(keys_of_card("类型: 部门\n单位名称: 甲\n没有的键: 1\n预算: {预算数: 1}\n"));
  EXPECT_EQ(card, keys_of_schema(*schema, "card"));
  EXPECT_EQ(keys_of_card("类型: 项目\n项目名称: 甲\n预算: {预算数: 1, 没有的键: 1}\n"),
            keys_of_schema(*schema, "budget"));
  EXPECT_EQ(keys_of_card("类型: 项目\n项目名称: 甲\n年度目标: [{没有的键: 1, 绩效指标: []}]\n"),
            keys_of_schema(*schema, "goal"));
  EXPECT_EQ(keys_of_card("类型: 项目\n项目名称: 甲\n绩效指标: [{一级: 产出, 三级: 乙, 没有的键: 1}]\n"),
            keys_of_schema(*schema, "indicator"));
}

}  // namespace
}  // namespace jiheng::rulebook
