#include "engine/intake/tables/text_lines.h"

#include <gtest/gtest.h>

#include "tests/unit/intake/documents.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it
namespace {

TEST(TextLines, ALineOfMarksAloneIsBlank) {
  for (const char* marks : {"**", "****", "# **", "** **", "  **"}) {
    const auto lines = lines_of(source_of(std::string("甲\n") + marks + "\n乙\n"));
    ASSERT_EQ(lines.size(), 2U) << marks;
    EXPECT_EQ(lines[1].blank_before, 1) << marks;
  }
}

TEST(TextLines, CellsBetweenTabsKnowTheirColumnAndPlace) {
  const auto lines = lines_of(source_of("\xEF\xBB\xBF\n一级 指标\t\t≥2 场\r\n"));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].grid);
  EXPECT_EQ(lines[0].number, 2);
  EXPECT_EQ(lines[0].blank_before, 1);
  ASSERT_EQ(lines[0].pieces.size(), 2U);
  EXPECT_EQ(lines[0].pieces[0].text, "一级指标");
  EXPECT_EQ(lines[0].pieces[0].place.column, 1);
  EXPECT_EQ(lines[0].pieces[1].text, "≥2 场");
  EXPECT_EQ(lines[0].pieces[1].column, 2U);
  EXPECT_EQ(lines[0].pieces[1].place.column, 8);
}

TEST(TextLines, WordsBetweenSpaces) {
  const auto lines = lines_of(source_of("数量指标 人数  5 人\n"));
  ASSERT_EQ(lines[0].pieces.size(), 4U);
  EXPECT_FALSE(lines[0].grid);
  EXPECT_EQ(lines[0].pieces[2].text, "5");
  EXPECT_EQ(lines[0].pieces[2].place.column, 10);
}

TEST(TextLines, TagsTicksAndMarkdown) {
  EXPECT_EQ(lines_of(source_of("<p>甲。</p> <p>乙</p>\tx\n"))[0].pieces[0].text, "甲。乙");
  EXPECT_EQ(lines_of(source_of("1、新增 <input checked=\"\"/> 2、持续 <input type=\"checkbox\"/>\tx\n"))[0]
                .pieces[0]
                .text,
            "1、新增 √ 2、持续 □");
  EXPECT_EQ(lines_of(source_of("## **绩效目标表**\n"))[0].text, "绩效目标表");
  EXPECT_EQ(lines_of(source_of("<1% <\n"))[0].pieces.size(), 2U);
}

TEST(TextLines, PageNumbers) {
  for (const char* text : {"- 12 -\n", "—3—\n", "第 12 页\n", "甲\n\n\n12\n"}) {
    EXPECT_TRUE(is_page_number(lines_of(source_of(text)).back())) << text;
  }
  for (const char* text : {"12\n", "甲\n\n12\n", "12人\n", "- 甲 -\n", "12345\n"}) {
    EXPECT_FALSE(is_page_number(lines_of(source_of(text)).back())) << text;
  }
}

TEST(TextLines, APageBeginsWithAFormFeedOrSetInBelowALine) {
  EXPECT_TRUE(lines_of(source_of("\f甲\n"))[0].page_start);
  EXPECT_TRUE(lines_of(source_of("甲\n 乙\n"))[1].page_start);
  EXPECT_FALSE(lines_of(source_of("甲\n\n 乙\n"))[1].page_start);
}

TEST(TextLines, JoinedKeepsLatinWordsApart) {
  EXPECT_EQ(joined("验收合格", "率"), "验收合格率");
  EXPECT_EQ(joined("≥40 公", "里"), "≥40 公里");
  EXPECT_EQ(joined("AB", "12"), "AB 12");
  EXPECT_EQ(joined("", "12"), "12");
}

}  // namespace
}  // namespace jiheng::intake
