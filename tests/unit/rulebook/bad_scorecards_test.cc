// Scorecard files that no clerk wrote: each gives one clear message with its place, and nothing is read from
// it.
#include <gtest/gtest.h>

#include <string>

#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

diag::Result<std::vector<model::Scorecard>> read_cards(std::string text) {
  return scorecards_from_yaml(
      std::make_shared<const base::Source>(base::Source{"表/p01.yaml", std::move(text)}));
}

/// The first problem as "L107@1:1"; "" for a file that loads.
std::string first_problem(const std::string& text) {
  const auto cards = read_cards(text);
  if (cards.problems.empty()) return cards ? "" : "no value and no problem";
  if (cards) return "a value beside " + cards.problems.front().id;
  const diag::Diagnostic& p = cards.problems.front();
  EXPECT_FALSE(p.message.empty() || p.fix.empty()) << p.id;
  EXPECT_NE(p.place.source, nullptr) << p.id;
  return p.id + "@" + std::to_string(p.place.line) + ":" + std::to_string(p.place.column);
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  text.reserve(piece.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

const std::string kCard =
    "类型: 项目\n项目名称: 甲\n绩效指标:\n  - 一级: 产出指标\n    三级: 乙\n    目标: ≥96%\n";

TEST(BadScorecards, EmptyFiles) {
  EXPECT_EQ(first_problem(""), "L107@1:1");
  EXPECT_EQ(first_problem("\n\n# 只有说明\n"), "L107@1:1");
  EXPECT_EQ(first_problem("\xEF\xBB\xBF"), "L107@1:1");
}

TEST(BadScorecards, BinaryAndWrongEncodings) {
  EXPECT_EQ(first_problem(std::string("PK\x03\x04\x00\x00\xFF\xFE", 8)).substr(0, 5), "L101@");
  EXPECT_EQ(first_problem(kCard + "自报等级: \xD3\xC5\n"), "L101@7:7");  // 优 in GB18030
  EXPECT_EQ(first_problem(kCard + "自报等级: 优" + std::string(1, 0)).substr(0, 7), "L101@7:");
  EXPECT_EQ(first_problem("\xFF\xFE"
                          "a\0"),
            "L101@1:1");  // UTF-16
}

TEST(BadScorecards, AByteOrderMarkIsAccepted) {
  const auto cards = read_cards("\xEF\xBB\xBF" + kCard);
  ASSERT_TRUE(cards);
  EXPECT_TRUE(cards.problems.empty());
  EXPECT_EQ(cards->front().sections[0].indicators[0].target.text, "≥96%");
  EXPECT_EQ(cards->front().sections[0].indicators[0].target.place.line, 6);
}

TEST(BadScorecards, WindowsLineEndsAreAccepted) {
  std::string text;
  for (const char c : kCard) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto cards = read_cards(text);
  ASSERT_TRUE(cards) << cards.problems.front().message;
  EXPECT_EQ(cards->front().sections[0].indicators[0].target.text, "≥96%");
}

TEST(BadScorecards, AliasBombs) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before +
            repeated(", " + before, 8) + "]\n";
  }
  EXPECT_EQ(first_problem(bomb), "L105@1:5");
  EXPECT_EQ(first_problem("&a [*a]\n").substr(0, 5), "L105@");
}

TEST(BadScorecards, NestingWithoutEnd) {
  EXPECT_EQ(first_problem(repeated("[", 100000) + repeated("]", 100000)), "L102@1:33");
  EXPECT_EQ(first_problem(repeated("[", 100000)), "L103@1:1");
  EXPECT_EQ(first_problem(repeated("{a: ", 100000)), "L103@1:1");
  EXPECT_EQ(first_problem(repeated("- ", 100000)).substr(0, 7), "L102@1:");
  EXPECT_EQ(first_problem(repeated("? ", 100000)).substr(0, 5), "L103@");
  EXPECT_EQ(first_problem("绩效指标: " + repeated("[", 100000) + repeated("]", 100000)).substr(0, 7),
            "L102@1:");
}

TEST(BadScorecards, ACellOfFiftyMegabytes) {
  EXPECT_EQ(first_problem(kCard + "    完成: " + repeated("字", 17500000) + "\n"), "L102@0:0");
}

TEST(BadScorecards, FilesThatAreNoScorecards) {
  EXPECT_EQ(first_problem("你好\n"), "L109@1:1");
  EXPECT_EQ(first_problem("[1, 2]\n"), "L109@1:1");
  EXPECT_EQ(first_problem("自评表: []\n"), "L109@1:6");
  EXPECT_EQ(first_problem("自评表: 甲\n"), "L109@1:6");
  EXPECT_EQ(first_problem("自评表: [甲]\n"), "L109@1:7");
  EXPECT_EQ(first_problem("类型: 项目\n  项目名称: 甲\n").substr(0, 7), "L103@2:");
  EXPECT_EQ(first_problem("类型: 项目\n\t项目名称: 甲\n").substr(0, 5), "L103@");
  EXPECT_EQ(first_problem(kCard + "---\n" + kCard), "L106@8:1");
}

}  // namespace
}  // namespace jiheng::rulebook
