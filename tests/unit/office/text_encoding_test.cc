#include "engine/office/text_encoding.h"

#include <gtest/gtest.h>

namespace jiheng::office {

namespace {

using namespace std::string_literals;

diag::Result<base::SourcePtr> read_bytes(std::string bytes) {
  return text_from_bytes("t.txt", std::move(bytes));
}

struct Case {
  std::string bytes;
  std::string text;
  std::string said;  ///< part of the message of I120; empty: nothing is said
};

TEST(TextEncoding, Utf8Utf16AndGb18030AreRead) {
  const Case cases[] = {
      {"", "", ""},
      {"a,b\n", "a,b\n", ""},
      {"绩效≥96%", "绩效≥96%", ""},
      {"\xEF\xBB\xBF绩效", "绩效", ""},
      {"\xFF\xFE\xE9\x7E\x48\x65\x0A\x00"s, "绩效\n", "UTF-16"},
      {"\xFE\xFF\x7E\xE9\x65\x48\xD8\x40\xDC\x00"s, "绩效𠀀", "UTF-16"},
      {"\xBC\xA8\xD0\xA7\xA1\xDD"
       "96%",
       "绩效≥96%", "GB18030"},
      // 镕 stands in GBK beyond GB 2312, 㐂 takes four bytes.
      {"\xBC\xA8\xD0\xA7\xC4\xBF\xB1\xEA\xE9\x46\xD6\xB8\xB1\xEA", "绩效目标镕指标", "GB18030"},
      {"\xBC\xA8\xD0\xA7\xC4\xBF\xB1\xEA\x81\x39\xEF\x31\xD6\xB8\xB1\xEA", "绩效目标㐂指标", "GB18030"},
  };
  for (const Case& c : cases) {
    const auto result = read_bytes(c.bytes);
    ASSERT_TRUE(result) << c.text;
    EXPECT_EQ((*result)->text, c.text);
    EXPECT_EQ((*result)->name, "t.txt");
    ASSERT_EQ(result.problems.size(), c.said.empty() ? 0U : 1U) << c.text;
    if (c.said.empty()) continue;
    EXPECT_EQ(result.problems[0].id, "I120");
    EXPECT_NE(result.problems[0].message.find(c.said), std::string::npos);
  }
}

TEST(TextEncoding, AGermanOrTraditionalTextIsNotTakenForGb18030) {
  // 項目績效 in Big5, "Prüfung für Müller" in Latin-1: every byte pair exists in GB18030.
  for (const std::string& bytes : {"\xB6\xB5\xA5\xD8\xC1\x5A\xAE\xC4"s,
                                   "Pr\xFC"
                                   "fung f\xFCr M\xFCller"s}) {
    const auto result = read_bytes(bytes);
    EXPECT_FALSE(result);
    EXPECT_EQ(result.problems.at(0).id, "I102");
  }
}

struct BadBytes {
  std::string bytes;
  int line;
  int column;
};

TEST(TextEncoding, WhatIsNeitherIsRefusedWithThePlaceOfTheFirstBadByte) {
  const BadBytes cases[] = {
      {"\xFF", 1, 1},
      {"绩效\n目标\xFFx", 2, 3},
      {"\xBC\xA8\n\xD0\xA7\xFF", 2, 2},  // GB18030 up to there
      {"绩效\xE7\xBB", 1, 3},            // cut off inside a character
      {"a\0b"s, 1, 2},
      {"\x00\x7E"s, 1, 1},
      {"\xFF\xFE\xE9\x7E\x00\x00"s, 1, 2},          // NUL in UTF-16
      {"\xFF\xFE\xE9\x7E\x48"s, 1, 2},              // half a character
      {"\xFF\xFE\x0A\x00\x00\xD8\x0A\x00"s, 2, 1},  // half of a pair
  };
  for (const BadBytes& c : cases) {
    const auto result = read_bytes(c.bytes);
    EXPECT_FALSE(result) << c.bytes;
    ASSERT_EQ(result.problems.size(), 1U) << c.bytes;
    EXPECT_EQ(result.problems[0].id, "I102");
    EXPECT_EQ(result.problems[0].place.line, c.line) << c.bytes;
    EXPECT_EQ(result.problems[0].place.column, c.column) << c.bytes;
  }
}

}  // namespace
}  // namespace jiheng::office
