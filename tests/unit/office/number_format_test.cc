#include "engine/office/number_format.h"

#include <gtest/gtest.h>

namespace jiheng::office {

namespace {

std::string shown(std::string_view stored, std::string_view code, bool since_1904 = false) {
  return shown_number(stored, number_format_of(code), since_1904).value_or("(none)");
}
std::string built_in(std::string_view stored, int id) {
  return shown_number(stored, built_in_format(id), false).value_or("(none)");
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
  // Where the format does more than that, the number alone.
  EXPECT_EQ(shown("12345", "0!.0,\"万\""), "12345") << "what is shown is 1.2万";
  EXPECT_EQ(shown("12345", "0,\"千\""), "12345");
  EXPECT_EQ(shown("5", "[>=1]0\"个\";0"), "5");
  EXPECT_EQ(shown("5", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "), "5");
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
