// How the formulas take a cell apart, and the parts of sheet names and addresses. What the formulas compute is checked by a
// spreadsheet: tests/spreadsheet/recompute.py.
#include "engine/report/forms/xlsx_formulas.h"

#include <gtest/gtest.h>

#include "engine/office/workbook/xlsx_book.h"

namespace jiheng::report {
namespace {

std::string split(std::string_view text) {
  const SheetAmount a = split_amount(text);
  return a.sign + "|" + a.digits + "|" + a.unit + "|" + (a.number ? a.number->to_string() : "-");
}

TEST(SplitAmount, SignNumberUnit) {
  EXPECT_EQ(split("≥96%"), "≥|96|%|0.96");
  EXPECT_EQ(split("17.5 万元"), "|17.5|万元|17.5");
  EXPECT_EQ(split("-4.40"), "|-4.40||-4.40");
  EXPECT_EQ(split("5‰"), "|5|‰|0.005");
  EXPECT_EQ(split("100％"), "|100|%|1.00");
  EXPECT_EQ(split("80."), "|80.||80.0");
}

TEST(SplitAmount, WhatIsNoNumberWithItsUnitIsNotRead) {
  for (const char* text : {"", "长期", "300-400人", "1.2.3人", "m2", "=100人", "2023年12月31日", "--5", "-",
                           ".", "3/4人", "1,437人", "九十", "1234567890.123456"}) {
    EXPECT_FALSE(split_amount(text).number) << text;
  }
}

TEST(XlsxBook, AddressesAndNames) {
  EXPECT_EQ(office::cell_address(0, 0), "A1");
  EXPECT_EQ(office::cell_address(11, 26, true), "$AA$12");
  office::XlsxBook book;
  EXPECT_EQ(book.prefix(book.add_sheet("a/b[c]:d*?\\")), "'a b c  d'!");
  EXPECT_EQ(book.prefix(book.add_sheet("'甲'乙'")), "'甲''乙'!");
  EXPECT_EQ(book.prefix(book.add_sheet("A B C  D")),
            "'A B C  D(2)'!");  // the same but for the case of its letters
  EXPECT_EQ(book.prefix(book.add_sheet("  ")), "'自评表'!");
  std::string longest;
  for (int i = 0; i < 40; ++i) longest += "字";
  std::string kept;
  for (int i = 0; i < 31; ++i) kept += "字";
  EXPECT_EQ(book.prefix(book.add_sheet(longest)), "'" + kept + "'!");
  EXPECT_EQ(book.prefix(book.add_sheet(longest)), "'" + kept.substr(0, kept.size() - 9) + "(2)'!");
  EXPECT_TRUE(book.bytes());
}

TEST(XlsxBook, HeightsFollowTheWidthOfTheText) {
  EXPECT_DOUBLE_EQ(office::text_height("甲", 10), 17.5);
  EXPECT_DOUBLE_EQ(office::text_height("甲乙丙丁戊", 10), 31);  // ten columns do not fit into nine
  EXPECT_DOUBLE_EQ(office::text_height("甲\n乙\n丙", 10), 44.5);
}

}  // namespace
}  // namespace jiheng::report
