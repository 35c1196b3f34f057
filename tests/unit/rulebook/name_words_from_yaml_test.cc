// The shipped rules/names.yaml loads whole and reads names as a person does; bad files are refused with every problem.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

SourcePtr names_source(std::string text) {
  return std::make_shared<const base::Source>(base::Source{"names.yaml", std::move(text)});
}

std::string shipped_names() { return base::read_file(JIHENG_SOURCE_DIR "/rules/names.yaml", 1U << 20U).text; }

TEST(NameWordsFromYaml, TheShippedFileReadsNames) {
  const auto names = name_words_from_yaml(names_source(shipped_names()));
  for (const auto& p : names.problems) ADD_FAILURE() << p.place.line << ": " << p.message;
  ASSERT_TRUE(names);
  const auto fits = [](const model::NameList& list, std::string_view name) {
    return list.fits(model::plain_name(name));
  };
  EXPECT_TRUE(fits(names->rate, "补贴发放 及时率（％）"));
  EXPECT_FALSE(fits(names->rate, "业务网络建设效率"));
  EXPECT_FALSE(fits(names->rate, "及时率较高的单位数"));
  EXPECT_TRUE(fits(names->share, "应补尽补"));
  EXPECT_FALSE(fits(names->share, "维护就业创业工作正常开展。"));
  EXPECT_TRUE(fits(names->standard, "每名考生考务费用"));
  EXPECT_TRUE(fits(names->limited, "因就业问题发生重大群体性事件数量"));
  EXPECT_FALSE(fits(names->limited, "处理案件数"));
  ASSERT_FALSE(names->units.empty());
  EXPECT_EQ(names->units.front().endings.front(), "人数");
}

TEST(NameWords, APlainNameHasNoBracketOrStopAtItsEnd) {
  EXPECT_EQ(model::plain_name(" 满意度 （含 家长）。"), "满意度");
  EXPECT_EQ(model::plain_name("（新增）人数"), "(新增)人数");
  EXPECT_EQ(model::plain_name("(全)"), "(全)");
}

TEST(NameWordsFromYaml, AWordTwiceInOneListIsL133) {
  std::string text = shipped_names();
  const std::string_view from = "结尾: [率, ";
  text.replace(text.find(from), from.size(), "结尾: [率, 率, ");
  const auto names = name_words_from_yaml(names_source(text));
  ASSERT_EQ(names.problems.size(), 1U);
  EXPECT_EQ(names.problems[0].id, "L133");
}

TEST(NameWordsFromYaml, UnknownKeysMissingListsAndEmptyOnesAreRefused) {
  const auto names = name_words_from_yaml(names_source("版本: 2\n比率: {开头: [率]}\n份额: {}\n量词: 人\n"));
  EXPECT_FALSE(names);
  const auto count = [&](std::string_view id) {
    return std::count_if(names.problems.begin(), names.problems.end(),
                         [&](const diag::Diagnostic& p) { return p.id == id; });
  };
  EXPECT_EQ(count("L109"), 2);   // 版本, 量词
  EXPECT_EQ(count("L108"), 1);   // 开头
  EXPECT_EQ(count("L110"), 14);  // eleven lists, 反向; 比率 and 份额 without words
}

}  // namespace
}  // namespace jiheng::rulebook
