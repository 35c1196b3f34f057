#include "engine/office/workbook/number_format.h"

#include <gtest/gtest.h>

namespace jiheng::office {

namespace {

std::string seen_text(const std::optional<ShownValue>& value) {
  if (!value) return "(none)";
  return value->hidden() ? "(hidden)" : value->text + (value->otherwise ? " (otherwise)" : "");
}
std::string shown(std::string_view stored, std::string_view code, bool since_1904 = false) {
  return seen_text(shown_number(stored, number_format_of(code), since_1904));
}
std::string built_in(std::string_view stored, int id) {
  return seen_text(shown_number(stored, built_in_format(id), false));
}
std::string shown_as_text(std::string text, std::string_view code) {
  return seen_text(shown_text(std::move(text), number_format_of(code)));
}

TEST(NumberFormat, NumbersArePlainDecimals) {
  EXPECT_EQ(shown("17.5", "General"), "17.5");
  EXPECT_EQ(shown("1437", "#,##0"), "1437");
  EXPECT_EQ(shown("1437.0", "0"), "1437");
  EXPECT_EQ(shown("0", "0.00"), "0");
  EXPECT_EQ(shown("-0", "0.00"), "0");
  EXPECT_EQ(shown("-4.4", "0.00"), "-4.4");
  EXPECT_EQ(shown("1.2345678E7", "General"), "12345678");
  EXPECT_EQ(shown("5E-3", "General"), "0.005");
  EXPECT_EQ(shown("123456789012345", "0"), "123456789012345");
  // Noise of binary numbers ends at 15 significant digits, as in the spreadsheet itself.
  EXPECT_EQ(shown("19.549999999999997", "0.00"), "19.55");
  EXPECT_EQ(shown("0.30000000000000004", "General"), "0.3");
  EXPECT_EQ(shown("1E-40", "General"), "0");
}

TEST(NumberFormat, PercentMovesThePointExactly) {
  EXPECT_EQ(shown("0.96", "0%"), "96%");
  EXPECT_EQ(shown("0.9775", "0.00%"), "97.75%");
  EXPECT_EQ(shown("0.28999999999999998", "0%"), "29%");
  EXPECT_EQ(shown("1", "0%"), "100%");
  EXPECT_EQ(shown("0.0005", "0.00%"), "0.05%");
  EXPECT_EQ(shown("-0.1", "0%"), "-10%");
  EXPECT_EQ(built_in("0.5", 9), "50%");
  EXPECT_EQ(built_in("0.12345", 10), "12.345%");
  EXPECT_EQ(shown("0.996", "0%"), "99.6%") << "shown as 100%, but it is not";
  EXPECT_EQ(shown("0.9", "0.0_ %"), "90%");
  EXPECT_EQ(shown("0.9", "0%;[Red]-0%"), "90%");
  EXPECT_EQ(shown("0.9", "\"%\"0"), "%0.9") << "a percent sign in quotes is a word";
}

TEST(NumberFormat, DatesSayWhatTheFormatShows) {
  EXPECT_EQ(shown("45657", "yyyy-mm-dd"), "2024-12-31");
  EXPECT_EQ(shown("45657.75", "yyyy/m/d"), "2024-12-31");
  EXPECT_EQ(shown("45657", "yyyy\"年\"m\"月\"d\"日\""), "2024-12-31");
  EXPECT_EQ(shown("45657", "[$-804]yyyy年m月"), "2024年12月");
  EXPECT_EQ(shown("45657", "m月d日"), "12月31日");
  EXPECT_EQ(shown("45657.354166666664", "yyyy-m-d h:mm"), "2024-12-31 08:30");
  EXPECT_EQ(shown("0.354166666666667", "h:mm"), "08:30");
  EXPECT_EQ(shown("1.5", "[h]:mm"), "(none)");
  for (const int id : {14, 15, 31}) EXPECT_EQ(built_in("45657", id), "2024-12-31") << id;
  EXPECT_EQ(built_in("45657", 57), "2024年12月");
  EXPECT_EQ(built_in("45657", 58), "12月31日");
  EXPECT_EQ(built_in("45657.5", 22), "2024-12-31 12:00");
  // Day 60 is the 29 February 1900 that never was; day 61 the 1 March, day 1 the 1 January.
  EXPECT_EQ(built_in("1", 14), "1900-01-01");
  EXPECT_EQ(built_in("59", 14), "1900-02-28");
  EXPECT_EQ(built_in("60", 14), "(none)");
  EXPECT_EQ(built_in("61", 14), "1900-03-01");
  EXPECT_EQ(built_in("0", 14), "(none)");
  EXPECT_EQ(built_in("-1", 14), "(none)");
  EXPECT_EQ(built_in("1E9", 14), "(none)");
  EXPECT_EQ(shown("44195", "yyyy-mm-dd", true), "2024-12-31") << "1462 days less since 1904";
}

TEST(NumberFormat, WordsAroundTheNumberAreKept) {
  EXPECT_EQ(shown("500", "0\"份\""), "500份");
  EXPECT_EQ(shown("0.96", "≥0%"), "≥96%");
  EXPECT_EQ(shown("8", "\"≤\"#,##0.00\"万元\""), "≤8万元");
  EXPECT_EQ(shown("8", "0\\人"), "8人");
  EXPECT_EQ(shown("1258", "\"¥\"#,##0.00"), "1258");
  EXPECT_EQ(shown("100", "General\"人\""), "100人");
  EXPECT_EQ(shown("126", "G/通用格式\"人\""), "126人");
  EXPECT_EQ(shown("-3", "General\"℃\""), "-3℃");
  EXPECT_EQ(shown("5", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "), "5");
  EXPECT_EQ(shown("8", "[$¥-804]#,##0.00"), "8");
  EXPECT_EQ(shown("0.05", "+0%;-0%"), "5%");
}

TEST(NumberFormat, ScaledFormatsShowTensOfThousands) {
  EXPECT_EQ(shown("12345", "0!.0,\"万\""), "1.2345万");
  EXPECT_EQ(shown("1250000", "0\\.0,"), "125");
  EXPECT_EQ(shown("1250000", "#\".\"0,"), "125");
  EXPECT_EQ(shown("1250000", "0\\.0000"), "125");
  EXPECT_EQ(shown("12345", "0,\"千\""), "12.345千");
  EXPECT_EQ(shown("1250000", "#,##0.00,"), "1250");
  EXPECT_EQ(shown("1250000", "#,##0,.00"), "1250");
  EXPECT_EQ(shown("1250000", "0.00,,\"百万元\""), "1.25百万元");
  EXPECT_EQ(shown("1250000", "#,##0"), "1250000") << "a comma between digits stands between thousands";
  EXPECT_EQ(shown("-1250000", "0\\.0,;-0\\.0,"), "-125");
}

TEST(NumberFormat, TheSectionOfTheNumberIsTaken) {
  EXPECT_EQ(shown("0.95", "[=0]\"\";0%"), "95%");
  EXPECT_EQ(shown("0.96", "[=0]\"\";0.00%"), "96%");
  EXPECT_EQ(shown("0", "[=0]\"\";0%"), "(hidden)");
  EXPECT_EQ(shown("-0.5", "[=0]\"\";0%"), "-50%");
  EXPECT_EQ(shown("5", "[>=1]0\"个\";0"), "5个");
  EXPECT_EQ(shown("0.5", "[>=1]0\"个\";0%"), "50%");
  EXPECT_EQ(shown("75", "[>=60]\"达标\";\"未达标\""), "达标");
  EXPECT_EQ(shown("59", "[>=60]\"达标\";\"未达标\""), "未达标");
  EXPECT_EQ(shown("5", "[<1]0%;[<10]0\"个\";0\"人\""), "5个");
  EXPECT_EQ(shown("50", "[<1]0%;[<10]0\"个\";0\"人\""), "50人");
  EXPECT_EQ(shown("12.5", "0.0\"万元\";-0.0\"万元\""), "12.5万元");
  EXPECT_EQ(shown("-12.5", "0.0\"万元\";-0.0\"万元\""), "-12.5万元");
  EXPECT_EQ(shown("0", "0;-0;\"无\""), "无");
  EXPECT_EQ(shown("-5", "\"增加\"0;\"减少\"0"), "减少5");
  EXPECT_EQ(shown("-1000", "#,##0_);(#,##0)"), "-1000") << "the way of accounts";
  EXPECT_EQ(shown("7", "\"达标\""), "达标");
  EXPECT_EQ(shown("5", "[<1]0;[>9]0"), "(none)") << "the sheet shows ####";
}

TEST(NumberFormat, WhatIsNotShownIsHidden) {
  EXPECT_EQ(shown("0", "0;-0;;@"), "(hidden)");
  EXPECT_EQ(shown("8", "0;-0;;@"), "8");
  EXPECT_EQ(shown("8", ";;;"), "(hidden)");
  EXPECT_EQ(shown("-8", "0;;0"), "(hidden)");
  EXPECT_EQ(shown("0", "#,###"), "(hidden)");
  EXPECT_EQ(shown_as_text("甲", ";;;"), "(hidden)");
  EXPECT_EQ(shown_as_text("甲", "0;-0;0;"), "(hidden)");
}

TEST(NumberFormat, WhatIsSeenInAnotherWritingIsSaid) {
  EXPECT_EQ(shown("0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "), "0 (otherwise)");
  EXPECT_EQ(built_in("0", 43), "0 (otherwise)");
  EXPECT_EQ(shown("-5", "0.00;[Red]0.00"), "-5 (otherwise)");
  EXPECT_EQ(shown("0.5", "# ?/?"), "0.5 (otherwise)");
  EXPECT_EQ(shown("0.5", "# ?/8"), "0.5 (otherwise)");
  EXPECT_EQ(shown("123", "[DBNum1][$-804]General"), "123 (otherwise)");
  EXPECT_EQ(shown("12345", "0.00E+00"), "12345") << "the same number";
  for (const char* code : {"[Red]", "[", "\"", "\\"}) EXPECT_EQ(shown("5", code), "5 (otherwise)") << code;
  EXPECT_EQ(shown("5", "\"\""), "(hidden)");
  EXPECT_EQ(shown("5", "\"" + std::string(2000, 'x') + "\"0"), "5 (otherwise)") << "too long to be a code";
}

TEST(NumberFormat, WordsBetweenTheDigitsAreSeen) {
  EXPECT_EQ(shown("20231231", "0000\"年\"00\"月\"00\"日\""), "2023年12月31日");
  EXPECT_EQ(shown("20231130", "0000-00-00"), "2023-11-30");
  EXPECT_EQ(shown("202305", "0000年00月"), "2023年05月");
  EXPECT_EQ(shown("5", "00\"-\"00"), "00-05");
}

TEST(NumberFormat, TextsHaveASectionOfTheirOwn) {
  EXPECT_EQ(shown_as_text("8", "@\"万元\""), "8万元");
  EXPECT_EQ(shown_as_text("8", "0;-0;0;\"≥\"@"), "≥8");
  EXPECT_EQ(shown_as_text("8", "0\"人\""), "8");
  EXPECT_EQ(shown_as_text("8", "@"), "8");
  EXPECT_EQ(shown("8", "@"), "8");
}

TEST(NumberFormat, WordsOfADateStay) {
  EXPECT_EQ(shown("45657", "yyyy\"年\"m\"月底前\""), "2024年12月底前");
  EXPECT_EQ(shown("45657", "\"截至\"yyyy\"年\"mm\"月\"dd\"日\""), "截至2024年12月31日");
  EXPECT_EQ(shown("45657", "e\"年\"m\"月\"d\"日\""), "2024-12-31");
  EXPECT_EQ(shown("45657", "[$-804]aaaa"), "星期二");
  EXPECT_EQ(shown("45657", "yyyy\\-mm\\-dd;@"), "2024-12-31");
  EXPECT_EQ(shown("45657", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"), "2024-12-31");
  EXPECT_EQ(shown("0.354166666666667", "h\"时\"mm\"分\""), "8时30分");
}

TEST(NumberFormat, WhatIsNoNumberIsNone) {
  for (const char* stored : {"", "abc", "1,5", "1 ", "nan", "inf", "1e400", "1e21", "0x10"}) {
    EXPECT_EQ(shown(stored, "General"), "(none)") << stored;
  }
}

TEST(NumberFormat, AnyCodeIsTaken) {
  for (const char* code : {"", "\"", "\\", "[", "[h", "_", "*", ";", ";;;", "0\"", "0\\", "#", "%"}) {
    EXPECT_NE(shown("1", code), "") << code;
  }
}

}  // namespace
}  // namespace jiheng::office
