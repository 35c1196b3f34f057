// docs/scheme-language.md and docs/scheme.schema.json against the loader: the examples load, and the keys the
// schema knows are exactly the keys the loader takes.
#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

#include "engine/diag/print.h"
#include "tests/unit/rulebook/scheme_sources.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

TEST(SchemePage, EveryExampleLoads) {
  for (const SourcePtr& source : page_schemes()) {
    const auto scheme = scheme_from_yaml(source, shipped_schemes());
    EXPECT_TRUE(scheme && scheme.problems.empty()) << source->name << "\n"
                                                   << diag::to_text(scheme.problems, {});
  }
  EXPECT_GE(page_schemes().size(), 22U);
}

/// The keys the loader takes where the file has the key 没有的键: its message lists them.
std::set<std::string> keys_of_scheme(const std::string& text) {
  return keys_taken(scheme_from_yaml(yaml_source(text, "x.yaml"), {}).problems, text);
}

TEST(SchemePage, TheSchemaKnowsTheKeysOfTheLoader) {
  const auto text = base::read_file(JIHENG_SOURCE_DIR "/docs/scheme.schema.json", kMaxFileBytes).text;
  const auto schema = read_yaml(yaml_source(text, "x.yaml"));
  ASSERT_TRUE(schema) << schema.problems.front().message;
  const auto keys_of_schema = [&](std::string_view definition) {
    std::set<std::string> keys;
    for (const auto& [key, place] : schema->find("definitions")->find(definition)->find("properties")->keys) {
      keys.insert(key);
    }
    return keys;
  };
  const auto in_clause = [](const std::string& piece) {
    return "规则: [{编号: Q1, 名称: 例, " + piece + "}]\n";
  };
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"scheme", "没有的键: 1\n"},
      {"source", "来源: [{没有的键: 1}]\n"},
      {"execution", "预算执行: {没有的键: 1}\n"},
      {"weights", "权重: {没有的键: 1}\n"},
      {"computed", "计算: [{没有的键: 1}]\n"},
      {"rounding", "取整: {没有的键: 1}\n"},
      {"example", "样例: [{没有的键: 1}]\n"},
      {"clause", in_clause("没有的键: 1")},
      {"applies", in_clause("适用: {没有的键: 1}")},
      {"steps", in_clause("阶梯: {没有的键: 1}")},
      {"deduction", in_clause("扣分: {没有的键: 1}")},
      {"tier", in_clause("档次: [{没有的键: 1}]")},
  };
  for (const auto& [definition, piece] : cases) {
    EXPECT_EQ(keys_of_scheme(piece), keys_of_schema(definition)) << definition;
  }
}

}  // namespace
}  // namespace jiheng::rulebook
