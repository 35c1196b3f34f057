// The shipped rules/words.yaml loads whole; bad files are refused with every problem at its place.
#include <gtest/gtest.h>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

using target::WordPart;

SourcePtr words_source(std::string text) {
  return std::make_shared<const base::Source>(base::Source{"words.yaml", std::move(text)});
}

TEST(WordsFromYaml, TheShippedFileLoads) {
  const base::ReadOutcome file = base::read_file(JIHENG_SOURCE_DIR "/rules/words.yaml", 1U << 20U);
  const auto words = words_from_yaml(words_source(file.text));
  for (const auto& p : words.problems) ADD_FAILURE() << p.place.line << ": " << p.message;
  ASSERT_TRUE(words);
  const auto found = words->longest_at("有效缓解", 0);
  ASSERT_EQ(found.length, std::string_view("有效").size());
  EXPECT_NE(found.word->as(WordPart::adverb), nullptr);
  EXPECT_NE(found.word->as(WordPart::adjective), nullptr);
  EXPECT_EQ(found.word->as(WordPart::yes), nullptr);
}

std::string all_parts_but(std::string_view adverbs) {
  std::string text = "版本: 1\n程度: ";
  text += adverbs;
  text += "\n";
  for (const char* key : {"变化", "维持", "办理", "形容", "答案", "是", "否", "否定", "中心语", "引用",
                          "依据词", "依据", "名称"}) {
    text += std::string(key) + ": []\n";
  }
  return text;
}

TEST(WordsFromYaml, AWordTwiceInOnePartIsL133) {
  const auto words = words_from_yaml(words_source(all_parts_but("[{词: [显著, 显著]}]")));
  ASSERT_EQ(words.problems.size(), 1U);
  EXPECT_EQ(words.problems[0].id, "L133");
  EXPECT_EQ(words.problems[0].place.line, 2);
}

TEST(WordsFromYaml, AStrengthThatIsNoSmallNumberIsL134) {
  const auto words =
      words_from_yaml(words_source(all_parts_but("[{强度: 很强, 词: [显著]}, {强度: 12, 词: [明显]}]")));
  ASSERT_EQ(words.problems.size(), 2U);
  EXPECT_EQ(words.problems[0].id, "L134");
  EXPECT_EQ(words.problems[1].id, "L134");
}

TEST(WordsFromYaml, UnknownKeysAndMissingPartsAreRefused) {
  const auto words = words_from_yaml(words_source("版本: 1\n程度: []\n副词: []\n"));
  bool unknown = false;
  bool missing = false;
  for (const auto& p : words.problems) {
    unknown = unknown || p.id == "L108";
    missing = missing || p.id == "L110";
  }
  EXPECT_FALSE(words);
  EXPECT_TRUE(unknown);
  EXPECT_TRUE(missing);
}

}  // namespace
}  // namespace jiheng::rulebook
