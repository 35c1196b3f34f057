#include "engine/base/text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jiheng::base {
namespace {

TEST(Text, DecodesEveryLength) {
  const std::string text = "a\xC2\xA5≥𠮷";
  EXPECT_EQ(decode_at(text, 0).value, U'a');
  EXPECT_EQ(decode_at(text, 1).value, char32_t{0xA5});
  EXPECT_EQ(decode_at(text, 1).bytes, 2U);
  EXPECT_EQ(decode_at(text, 3).value, U'≥');
  EXPECT_EQ(decode_at(text, 3).bytes, 3U);
  EXPECT_EQ(decode_at(text, 6).value, U'𠮷');
  EXPECT_EQ(decode_at(text, 6).bytes, 4U);
  EXPECT_EQ(decode_at(text, 10).bytes, 0U);
  EXPECT_EQ(decode_at(text, 11).bytes, 0U);
}

TEST(Text, EveryCodePointComesBack) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const CodePoint back = decode_at(text, 0);
    ASSERT_EQ(back.value, c);
    ASSERT_EQ(back.bytes, text.size());
    ASSERT_FALSE(first_invalid_utf8(text));
  }
}

TEST(Text, FindsTheFirstInvalidByte) {
  struct Case {
    std::string text;
    std::size_t offset;
  };
  const std::vector<Case> cases = {
      {"\x80", 0},              // a continuation without a lead
      {"ab\xC0\xAF", 2},        // overlong '/'
      {"\xC1\xBF", 0},          // overlong
      {"\xE0\x80\xAF", 0},      // overlong in three bytes
      {"\xF0\x80\x80\xAF", 0},  // overlong in four bytes
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
      {"\xF5\x80\x80\x80", 0},  // no such lead
      {"\xFF", 0},
      {"\xE7\xBB", 0},      // cut
      {"绩\xE7\xBB", 3},    // cut after a good one
      {"绩效\xE7\x41", 6},  // a lead followed by a letter
  };
  for (const Case& c : cases) {
    ASSERT_TRUE(first_invalid_utf8(c.text)) << c.text;
    EXPECT_EQ(*first_invalid_utf8(c.text), c.offset) << c.text;
    EXPECT_EQ(decode_at(c.text, c.offset).value, char32_t{0xFFFD});
    EXPECT_EQ(decode_at(c.text, c.offset).bytes, 1U);
    // Far into a text, wherever it is cut to be looked at, with all kinds of characters before.
    std::string before = "é绩😀";
    while (before.size() < 1000) before += "效a";
    for (int more = 0; more < 60; ++more, before += 'b') {
      const std::string text = before + c.text + "c" + before;
      ASSERT_EQ(first_invalid_utf8(text), before.size() + c.offset) << c.text << before.size();
      ASSERT_FALSE(first_invalid_utf8(before + before)) << before.size();
    }
  }
  for (const char* text :
       {"", "96%", "绩效自评 ≥９６％", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF", "\xEE\x80\x80"}) {
    EXPECT_FALSE(first_invalid_utf8(text)) << text;
  }
}

TEST(Text, CountsCharactersAndColumns) {
  EXPECT_EQ(count_characters("≥96%"), 4U);
  EXPECT_EQ(count_characters("绩效a"), 3U);
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(display_width("≥96%"), 4U);
  EXPECT_EQ(display_width("绩效a"), 5U);
  EXPECT_EQ(display_width("９６％"), 6U);
  EXPECT_EQ(display_width("，。“”"), 6U);  // the curly quotes are narrow
  EXPECT_EQ(display_width("\xE3\x80\x80"), 2U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);           // a combining accent
  EXPECT_EQ(display_width("\xE2\x80\x8B"), 0U);        // zero width space
  EXPECT_EQ(display_width("葛\xF3\xA0\x84\x80"), 2U);  // a variation selector
  EXPECT_EQ(display_width("𠮷"), 2U);
  EXPECT_EQ(display_width("\x1b[31m"), 4U);
}

TEST(Text, FoldsFullWidth) {
  EXPECT_EQ(fold_full_width(U'９'), U'9');
  EXPECT_EQ(fold_full_width(U'％'), U'%');
  EXPECT_EQ(fold_full_width(U'　'), U' ');
  EXPECT_EQ(fold_full_width(U'绩'), U'绩');
  EXPECT_EQ(fold_full_width(U'～'), U'~');
}

TEST(Text, TrimsEveryKindOfSpace) {
  EXPECT_EQ(trimmed("  ≥96% \t\r\n"), "≥96%");
  EXPECT_EQ(trimmed("\xE3\x80\x80绩 效\xC2\xA0\xE2\x80\x8B\xEF\xBB\xBF"), "绩 效");
  EXPECT_EQ(trimmed("\xE2\x80\xA8x\xE2\x80\xA9"), "x");
  EXPECT_EQ(trimmed(" \xE3\x80\x80 "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Text, ClipsByColumns) {
  EXPECT_EQ(clipped("绩效自评", 8), "绩效自评");
  EXPECT_EQ(clipped("绩效自评", 7), "绩效自…");
  EXPECT_EQ(clipped("绩效自评", 6), "绩效…");
  EXPECT_EQ(clipped("绩效自评", 1), "…");
  EXPECT_EQ(clipped("abcdef", 4), "abc…");
  EXPECT_EQ(clipped_inside("受理案件数.目标", 15), "受理案件数.目标");
  EXPECT_EQ(clipped_inside("受理案件数.目标", 14), "受理案件数.…标");  // 14 ÷ 4: three columns, one character
  EXPECT_EQ(clipped_inside("2023 年劳动仲裁受理案件数.目标", 28), "2023 年劳动仲裁受理…数.目标");
  EXPECT_EQ(clipped_inside("abcdef", 1), "…");
}

TEST(Text, WrapsByColumns) {
  EXPECT_EQ(wrapped("绩效自评表", 4), (std::vector<std::string>{"绩效", "自评", "表"}));
  EXPECT_EQ(wrapped("a绩效", 4), (std::vector<std::string>{"a绩", "效"}));
  EXPECT_EQ(wrapped("一\n二", 10), (std::vector<std::string>{"一", "二"}));
  EXPECT_EQ(wrapped("", 10), (std::vector<std::string>{""}));
  EXPECT_EQ(wrapped("绩效", 1), (std::vector<std::string>{"绩", "效"}));
  // Numbers stay whole, closing marks do not begin a line, a broken space is gone.
  EXPECT_EQ(wrapped("得分98.37", 8), (std::vector<std::string>{"得分", "98.37"}));
  EXPECT_EQ(wrapped("不少于≥96%的", 8), (std::vector<std::string>{"不少于", "≥96%的"}));
  EXPECT_EQ(wrapped("绩效，好", 4), (std::vector<std::string>{"绩", "效，", "好"}));
  EXPECT_EQ(wrapped("ab cd", 3), (std::vector<std::string>{"ab", "cd"}));
  EXPECT_EQ(wrapped("123456", 4), (std::vector<std::string>{"1234", "56"}));
}

TEST(Text, ShowsNoControlCharacters) {
  EXPECT_EQ(printable("a\x1b[31mb\nc\td\x7F"), "a [31mb c d ");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            " 31m");                                           // C1: a control sequence in one code point
  EXPECT_EQ(printable("\xE2\x80\xAE绩\xE2\x81\xA6"), " 绩 ");  // marks that turn the direction of writing
  EXPECT_EQ(printable("绩\xFF效"), "绩\xEF\xBF\xBD效");
}

}  // namespace
}  // namespace jiheng::base
