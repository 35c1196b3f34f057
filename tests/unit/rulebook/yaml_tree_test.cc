// Strict reading of YAML: everything yaml-cpp lets pass is refused, with its place in characters.
#include "engine/rulebook/yaml_tree.h"
#include "tests/unit/rulebook/yaml_texts.h"

#include <gtest/gtest.h>

#include <string>

namespace jiheng::rulebook {
namespace {

TEST(YamlTree, KeepsEveryScalarAsText) {
  const auto tree = read_yaml(yaml_source("编号: 010\n完成: 是\n目标: \"\"\n空:\n列: [1.50, no]\n"));
  ASSERT_TRUE(tree) << ids_and_places(tree.problems);
  EXPECT_EQ(tree->find("编号")->text, "010");
  EXPECT_EQ(tree->find("完成")->text, "是");
  EXPECT_TRUE(tree->find("目标")->quoted);
  EXPECT_FALSE(tree->find("空")->quoted);
  EXPECT_EQ(tree->find("空")->text, "");
  EXPECT_EQ(tree->find("列")->items[0].text, "1.50");
  EXPECT_EQ(tree->find("列")->items[1].text, "no");
  EXPECT_EQ(tree->find("没有"), nullptr);
}

TEST(YamlTree, PlacesCountCharactersFromOne) {
  const auto tree = read_yaml(yaml_source("\xEF\xBB\xBF一级: 产出指标\n表: {目标: ≥96%, 完成: '≥98%'}\n"));
  ASSERT_TRUE(tree) << ids_and_places(tree.problems);
  EXPECT_EQ(tree->find("一级")->place.line, 1);
  EXPECT_EQ(tree->find("一级")->place.column, 5);
  EXPECT_EQ(tree->find("一级")->place.length, 4);
  const YamlNode* row = tree->find("表");
  EXPECT_EQ(row->find("目标")->place.line, 2);
  EXPECT_EQ(row->find("目标")->place.column, 9);
  EXPECT_EQ(row->find("完成")->place.column, 20);  // behind the quotation mark
  EXPECT_EQ(row->keys[1].second.column, 15);
}

TEST(YamlTree, ReadsJsonAsProgramsWriteIt) {
  const auto value = [](const std::string& json) {
    const auto tree = read_yaml(yaml_source(json));
    return tree ? tree->items.front().text : "?";
  };
  EXPECT_EQ(value(R"({"\u9879": "\ud842\udfb7\uD83D\uDE00"})"), "𠮷😀");
  EXPECT_EQ(value("\n{\t\"a\":\t\"b\\/c\\\\ud842\\\\udfb7\"\n}"), "b/c\\ud842\\udfb7");
  EXPECT_EQ(value(R"({"a": 1.50})"), "1.50");
  EXPECT_EQ(value(R"({"a": "\ud842"})"), "?");        // half a character
  EXPECT_EQ(value(R"({"a": "\udfb7\ud842"})"), "?");  // the wrong way round
  EXPECT_EQ(value(R"({"a": "\ud842x\udfb7"})"), "?");
  EXPECT_EQ(value(R"({"a": "\ud842\u00)"), "?");
  // Places are those of the text as it was handed in.
  const auto tree = read_yaml(yaml_source(R"({"a": "\ud842\udfb7", "b": ["\ud842\udfb7", "c"], "d": 1})"));
  ASSERT_TRUE(tree) << ids_and_places(tree.problems);
  EXPECT_EQ(tree->find("b")->items[1].text, "c");
  EXPECT_EQ(tree->find("b")->items[1].place.column, 46);
  EXPECT_EQ(tree->find("d")->place.column, 56);
  EXPECT_EQ(value("a: '\\ud842\\udfb7'"), "\\ud842\\udfb7");  // no JSON: as it stands
}

TEST(YamlTree, BlankValuesStandWhereTheirKeyStands) {
  const auto tree = read_yaml(yaml_source("甲: 1\n  \n乙:\n\n丙: 2\n"));
  ASSERT_TRUE(tree) << ids_and_places(tree.problems);
  EXPECT_EQ(tree->find("乙")->place.line, 3);
  EXPECT_EQ(tree->find("乙")->place.column, 1);
}

TEST(YamlTree, RefusesWhatYamlCppLetsPass) {
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: 1\nb: 2\na: 3\n")).problems), "L104@3:1");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: &x 1\nb: *x\n")).problems), "L105@1:4 L105@2:4");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: !!int 1\n")).problems).substr(0, 5), "L105@");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: 1\n---\nb: 2\n")).problems).substr(0, 5), "L106@");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("? [a]\n: 1\n")).problems).substr(0, 5), "L103@");
}

TEST(YamlTree, RefusesEmptyBinaryAndWrongEncodings) {
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("")).problems), "L107@1:1");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("# only a comment\n")).problems), "L107@1:1");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: 1\n二: \xFF\xFE\n")).problems), "L101@2:4");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source(std::string("a: \0b", 5))).problems), "L101@1:4");
}

TEST(YamlTree, LimitsDepthSizeAndCount) {
  EXPECT_EQ(
      ids_and_places(read_yaml(yaml_source(std::string(100000, '[') + std::string(100000, ']'))).problems)
          .substr(0, 5),
      "L102@");
  EXPECT_EQ(
      ids_and_places(read_yaml(yaml_source("a: " + std::string(kMaxFileBytes, 'x'))).problems).substr(0, 5),
      "L102@");
  std::string many = "[";
  for (std::size_t i = 0; i <= kMaxYamlNodes; ++i) many += "1,";
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source(many + "]")).problems).substr(0, 5), "L102@");
}

TEST(YamlTree, SaysWhyItIsNotYaml) {
  const auto tree = read_yaml(yaml_source("a: 'open\n"));
  ASSERT_EQ(tree.problems.size(), 1U);
  EXPECT_EQ(tree.problems[0].id, "L103");
  EXPECT_EQ(tree.problems[0].why, "引号没有结束。");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: 'open\nb: 2\n")).problems),
            "L103@1:4");  // yaml-cpp alone reads on
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: 'it''s'\nb: \"\\\"\"\n")).problems), "");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source(std::string(100000, '['))).problems).substr(0, 5), "L103@");
  EXPECT_EQ(ids_and_places(read_yaml(yaml_source("a: [1, 2\nb: 3\n")).problems).substr(0, 5), "L103@");
}

TEST(MappingReader, ReportsUnknownAndMissingKeysTogether) {
  const auto tree = read_yaml(yaml_source("预算数: 5\n执形数: 5\n"));
  ASSERT_TRUE(tree);
  std::vector<diag::Diagnostic> problems;
  {
    MappingReader reader(*tree, "预算", problems);
    EXPECT_TRUE(reader.ok());
    EXPECT_EQ(reader.required("预算数")->text, "5");
    EXPECT_EQ(reader.required("执行数"), nullptr);
  }
  EXPECT_EQ(ids_and_places(problems), "L110@1:1 L108@2:1");
  EXPECT_EQ(problems[1].fix, "是不是想写“执行数”？");
}

TEST(MappingReader, RefusesAnotherShape) {
  const auto tree = read_yaml(yaml_source("- 1\n"));
  ASSERT_TRUE(tree);
  std::vector<diag::Diagnostic> problems;
  const MappingReader reader(*tree, "预算", problems);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(ids_and_places(problems), "L109@1:1");
  EXPECT_EQ(scalar_text(*tree, "分值", problems), "");
  EXPECT_EQ(problems.size(), 2U);
}

}  // namespace
}  // namespace jiheng::rulebook
