// A folder of rules: what is read when, and whose mistakes are spoken of.
#include "engine/rulebook/rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace jiheng::rulebook {
namespace {

class RulesFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    std::filesystem::copy(JIHENG_SOURCE_DIR "/rules/forms", folder_ + "/forms",
                          std::filesystem::copy_options::recursive);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
  }
  void write_scheme(const std::string& name, const std::string& head) const {
    write(name, head +
                    "名称: 试用\n适用年度: 2023\n来源:\n  - {文号: 某表, 段落: 备注, 状态: 已见}\n"
                    "总分: 100\n规则:\n  - {编号: Q1, 名称: 达标得满分, 得分: 分值}\n");
  }

  std::string folder_ = ::testing::TempDir() + "jiheng_rules_" +
                        ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

std::vector<std::string> ids_of_schemes(const std::vector<const model::Scheme*>& schemes) {
  std::vector<std::string> ids;
  for (const model::Scheme* scheme : schemes) ids.push_back(scheme->id);
  return ids;
}

TEST_F(RulesFolder, ABrokenFileIsSpokenOfWhereItIsAskedFor) {
  write_scheme("good.yaml", "方案: good\n");
  write("broken.yaml", "方案: broken\n名称: [\n");
  Schemes schemes = load_schemes(folder_);
  ASSERT_NE(schemes.find("good"), nullptr);
  EXPECT_TRUE(schemes.problems().empty());
  EXPECT_EQ(schemes.find("broken"), nullptr);
  EXPECT_EQ(schemes.problems().size(), 1U);
  EXPECT_EQ(ids_of_schemes(schemes.all()), std::vector<std::string>{"good"});
  EXPECT_EQ(schemes.problems().size(), 1U);  // said once
}

TEST_F(RulesFolder, AllSpeakOfEveryFileInTheirOrder) {
  write("a.yaml", "");
  write("b.yaml", "方案: b\n");
  write_scheme("c.yaml", "方案: c\n");
  Schemes schemes = load_schemes(folder_);
  EXPECT_EQ(ids_of_schemes(schemes.all()), std::vector<std::string>{"c"});
  const auto problems = schemes.problems();
  ASSERT_GE(problems.size(), 2U);
  EXPECT_EQ(problems.front().id, "L107");
  EXPECT_TRUE(problems.front().place.source->name.ends_with("/a.yaml"));
  EXPECT_TRUE(problems.back().place.source->name.ends_with("/b.yaml"));
}

TEST_F(RulesFolder, AnIdIsFoundHoweverYamlWritesIt) {
  const std::vector<std::pair<std::string, std::string>> heads = {
      {"plain", "# 说明\n方案: plain\n"},
      {"crlf", "方案: crlf\r\n"},
      {"quoted", "方案: \"quoted\"\n"},
      {"单引号", "方案: '单引号'\n"},
      {"key", "\"方案\": key\n"},
      {"remark", "方案: remark   # 见附件\n"},
      {"two words", "方案: two\n  words\n"},
      {"folded", "方案: >-\n  folded\n"},
      {"spaced", "方案:     spaced\n"},
      {"第一", "方案: 第一\n"},
      {"document", "---\n方案: document\n"},
  };
  for (std::size_t i = 0; i < heads.size(); ++i) {
    write_scheme(std::to_string(i) + ".yaml", heads[i].second);
  }
  Schemes schemes = load_schemes(folder_);
  for (const auto& [id, head] : heads) {
    const model::Scheme* scheme = schemes.find(id);
    ASSERT_NE(scheme, nullptr) << head;
    EXPECT_EQ(scheme->id, id);
  }
  EXPECT_EQ(schemes.find("two"), nullptr);
  EXPECT_EQ(schemes.find(">-"), nullptr);
}

TEST_F(RulesFolder, AParentIsCompiledWithItsChildAndStays) {
  write_scheme("parent.yaml", "方案: parent\n");
  write("child.yaml",
        "方案: child\n继承: parent\n名称: 子\n适用年度: 2023\n来源:\n  - {文号: 某表, 段落: 备注, 状态: "
        "已见}\n");
  Schemes schemes = load_schemes(folder_);
  const model::Scheme* child = schemes.find("child");
  ASSERT_NE(child, nullptr);
  ASSERT_EQ(child->clauses.size(), 1U);
  EXPECT_EQ(child->clauses.front().id, "Q1");
  Schemes moved = std::move(schemes);
  EXPECT_EQ(moved.find("child"), child);
  EXPECT_EQ(ids_of_schemes(moved.all()), (std::vector<std::string>{"child", "parent"}));
  EXPECT_EQ(moved.find("child"), child);
}

}  // namespace
}  // namespace jiheng::rulebook
