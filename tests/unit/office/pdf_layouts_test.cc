// Tables as printers lay them out: broken lines, dotted lines, cells and tables cut by the ends and sides of pages.
#include <gtest/gtest.h>

#include "engine/diag/print.h"
#include "tests/unit/office/pdfs.h"

namespace jiheng::office {
namespace {

const std::vector<double> kColumns = {90, 90, 90};
/// Two cells side by side, 100 wide, whose text stands 4 from the left: 92 of room.
const std::string kTwoCells = "50 640 100 60 re 150 640 100 60 re S ";

std::string two_lines(const std::string& first, const std::string& second) {
  return pdf_text(54, 686, first) + pdf_text(54, 672, second);
}

TEST(PdfLines, TheBlankThatABreakSwallowsComesBackWhereTheWidthsProveIt) {
  // 16 figures are 80 wide: 人 would have had room behind them, a blank and 人 had not.
  EXPECT_EQ(shown_tables(read_content(kTwoCells + two_lines("1234567890123456", "人"))),
            "A1=1234567890123456 人");
  EXPECT_EQ(shown_tables(read_content(kTwoCells + two_lines("12345678901234567", "人"))),
            "A1=12345678901234567人");
  // A number longer than the cell is broken anywhere, and stays one.
  EXPECT_EQ(shown_tables(read_content(kTwoCells + two_lines("123456789012345678", "345"))),
            "A1=123456789012345678345");
  // Between other characters nobody writes a blank.
  EXPECT_EQ(shown_tables(read_content(kTwoCells + two_lines("一二三四五六七八", "九"))),
            "A1=一二三四五六七八九");
}

TEST(PdfLines, TheBlankThatABreakSwallowsComesBackWhereTheSameWordsHaveOne) {
  const std::string cell = kTwoCells + two_lines("全县水质检测完成率", "98.5%");
  EXPECT_EQ(shown_tables(read_content(cell + pdf_text(154, 686, "完成率 96%"))),
            "A1=全县水质检测完成率 98.5%|B1=完成率 96%");
  EXPECT_EQ(shown_tables(read_content(cell + pdf_text(154, 686, "完成率96%"))),
            "A1=全县水质检测完成率98.5%|B1=完成率96%");
}

TEST(PdfLines, AnOpeningBracketIsNotLeftAtTheEndOfALine) {
  // 75 and 12 of padding leave 13: room for the bracket, not for the character behind it, so nobody broke the line.
  EXPECT_EQ(shown_tables(read_content(kTwoCells + two_lines("123456789012345", "（待核）"))),
            "A1=123456789012345（待核）");
}

TEST(PdfLines, RaisedFiguresStayRaised) {
  const std::string raised = "BT /F1 10 Tf 54 686 Td <" + utf16_hex("10") + "> Tj /F1 6 Tf 4 Ts <" +
                             utf16_hex("4") + "> Tj 0 Ts /F1 10 Tf <" + utf16_hex("吨") + "> Tj ET ";
  EXPECT_EQ(shown_tables(read_content(kTwoCells + raised)), "A1=10⁴吨");
  // Smaller, but on the base line.
  const std::string small =
      "BT /F1 10 Tf 54 686 Td <" + utf16_hex("10") + "> Tj /F1 6 Tf <" + utf16_hex("4") + "> Tj ET ";
  EXPECT_EQ(shown_tables(read_content(kTwoCells + small)), "A1=104");
}

TEST(PdfLines, ARowOfDotsIsALine) {
  std::string dots;
  for (int x = 50; x <= 250; x += 2)
    for (const int y : {700, 680, 660}) dots += fmt::format("{} {} 1 1 re ", x, y);
  for (int y = 660; y <= 700; y += 2)
    for (const int x : {50, 150, 250}) dots += fmt::format("{} {} 1 1 re ", x, y);
  EXPECT_EQ(shown_tables(read_content(dots + "f " + pdf_text(54, 686, "甲") + pdf_text(154, 686, "乙") +
                                      pdf_text(54, 666, "丙") + pdf_text(154, 666, "丁"))),
            "A1=甲|B1=乙|A2=丙|B2=丁");
}

TEST(PdfPageEnds, ANameThatThePageEndCutsIsOne) {
  const std::vector<std::vector<std::string>> first = {{"一级指标", "三级指标", "目标值"},
                                                       {"产出指标", "甲", "1件"},
                                                       {"效益指标", "乙", "2件"},
                                                       {"满意度", "丙", "3件"}};
  EXPECT_EQ(shown_tables(read_made({.pages = {pdf_grid(200, kColumns, first),
                                              pdf_grid(760, kColumns, {{"指标", "丁", "4件"}})}})),
            "A1=一级指标|B1=三级指标|C1=目标值|A2=产出指标|B2=甲|C2=1件|A3=效益指标|B3=乙|C3=2件|"
            "A4(2x1)=满意度指标|B4=丙|C4=3件|B5=丁|C5=4件");
  // Whole names stay two.
  const auto whole = shown_tables(read_made(
      {.pages = {pdf_grid(200, kColumns, {first[0], first[1], first[2]}),
                 pdf_grid(760, kColumns, {{"满意度指标", "丙", "3件"}, {"成本指标", "丁", "4件"}})}}));
  EXPECT_TRUE(
      whole.ends_with("|A3=效益指标|B3=乙|C3=2件|A4=满意度指标|B4=丙|C4=3件|A5=成本指标|B5=丁|C5=4件"))
      << whole;
}

TEST(PdfPageEnds, ACellThatHasNoLinesOnTheNextPageGoesOn) {
  const std::string right_part =
      "140 740 90 20 re 230 740 90 20 re S " + pdf_text(144, 746, "丙") + pdf_text(234, 746, "3件");
  EXPECT_EQ(
      shown_tables(read_made(
          {.pages = {pdf_grid(200, kColumns, {{"绩效目标", "甲", "1件"}, {"^", "乙", "2件"}}), right_part}})),
      "A1(3x1)=绩效目标|B1=甲|C1=1件|B2=乙|C2=2件|B3=丙|C3=3件");
}

/// Rows of three heights from y 700 down, without the lines between the columns at the sides that are open.
std::string tall_rows(const std::vector<double>& widths, const std::vector<std::vector<std::string>>& rows,
                      const std::vector<double>& heights) {
  std::string out;
  double y = 700;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    double x = 50;
    for (std::size_t c = 0; c < widths.size(); ++c) {
      out += fmt::format("{} {} {} {} re S ", x, y - heights[r], widths[c], heights[r]);
      out += pdf_text(x + 4, y - 14, rows[r][c]);
      x += widths[c];
    }
    y -= heights[r];
  }
  return out;
}

const std::vector<std::vector<std::string>> kLeft = {
    {"三级指标", "目标值"}, {"甲", "1件"}, {"乙", "2件"}, {"丙", "3件"}};
const std::vector<std::vector<std::string>> kRight = {
    {"完成值", "得分"}, {"1件", "10"}, {"3件", "20"}, {"4件", "30"}};

TEST(PdfPageSides, TheRightPartOfAWideSheetStandsBesideTheLeftOne) {
  const std::vector<double> heights = {20, 40, 20, 30};
  const auto document =
      read_made({.pages = {pdf_text(60, 740, "自评") + tall_rows({100, 60}, kLeft, heights),
                           pdf_text(60, 740, "表") + tall_rows({60, 40}, kRight, heights)}});
  EXPECT_EQ(
      shown_tables(document),
      "A1=三级指标|B1=目标值|C1=完成值|D1=得分|A2=甲|B2=1件|C2=1件|D2=10|A3=乙|B3=2件|C3=3件|D3=20|A4=丙|"
      "B4=3件|C4=4件|D4=30");
  EXPECT_EQ(ids_of(document), "");
  ASSERT_EQ(document->tables[0].above.size(), 1U);  // half of the title stands on each page
  EXPECT_EQ(document->tables[0].above[0].text, "自评表");
  EXPECT_EQ(diag::to_text(base::Place{document->tables[0].source, 3, 3, 0}), "t.pdf:第2页 第4行");
}

TEST(PdfPageSides, ATextOverTheCutIsPutTogetherLineByLine) {
  const std::string left =
      "50 680 m 150 680 l 50 640 m 150 640 l 50 620 m 150 620 l 50 600 m 150 600 l S "
      "50 600 m 50 680 l 100 600 m 100 640 l 150 600 m 150 640 l S ";
  const std::string right =
      "50 680 m 130 680 l 50 640 m 130 640 l 50 620 m 130 620 l 50 600 m 130 600 l S "
      "130 600 m 130 680 l 50 600 m 50 640 l S ";
  EXPECT_EQ(shown_tables(read_made(
                {.pages = {left + pdf_text(100, 666, "全县水质") + pdf_text(100, 652, "合格，群众") +
                               pdf_text(54, 626, "甲") + pdf_text(104, 626, "乙") + pdf_text(54, 606, "丙") +
                               pdf_text(104, 606, "丁"),
                           right + pdf_text(50, 666, "全面检测") + pdf_text(50, 652, "满意") +
                               pdf_text(54, 626, "一") + pdf_text(54, 606, "二")}})),
            "A1(1x3)=全县水质全面检测合格，群众满意|A2=甲|B2=乙|C2=一|A3=丙|B3=丁|C3=二");
}

TEST(PdfPageSides, WhatIsNotSurelyTheRightPartIsLeftAloneAndSaid) {
  const auto document = read_made({.pages = {tall_rows({100, 60}, kLeft, {20, 40, 20, 30}),
                                             tall_rows({60, 40}, kRight, {20, 40, 25, 25})}});
  EXPECT_EQ(ids_of(document), "I164");
  EXPECT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(diag::to_text(document.problems.at(0).place), "t.pdf:第2页 第1行");
  // A table of another height is another table; so is one as wide with other columns.
  EXPECT_EQ(ids_of(read_made({.pages = {tall_rows({100, 60}, kLeft, {20, 40, 20, 30}),
                                        tall_rows({60, 40}, kRight, {20, 40, 20, 60})}})),
            "");
}

}  // namespace
}  // namespace jiheng::office
