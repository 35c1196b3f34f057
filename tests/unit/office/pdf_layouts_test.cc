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

/// The last piece of what two pages give: columns of 90, 90 and 48, of which 8 characters, 8 and 4 fill a line.
std::string over_two_pages(const std::vector<std::vector<std::string>>& first,
                           const std::vector<std::vector<std::string>>& second) {
  const std::vector<double> columns = {90, 90, 48};
  return shown_tables(read_made({.pages = {pdf_grid(200, columns, first), pdf_grid(760, columns, second)}}));
}

TEST(PdfPageEnds, ARowGoesOnWhereEveryLineBeforeThePageEndIsFull) {
  const std::vector<std::string> before = {"产出指标", "培训次数", "9次"};
  EXPECT_EQ(over_two_pages({before, {"", "新增高技能人才培", "≥110000"}},
                           {{"", "训人数", "人"}, {"", "乙", "2件"}}),
            "A1=产出指标|B1=培训次数|C1=9次|B2=新增高技能人才培训人数|C2=≥110000人|B3=乙|C3=2件");
  // The rest of one cell alone, and the decimals of a figure.
  EXPECT_EQ(over_two_pages({before, {"效益指标", "增加我区专业技术", "提高"}},
                           {{"", "人才", ""}, {"", "乙", "2件"}}),
            "A1=产出指标|B1=培训次数|C1=9次|A2=效益指标|B2=增加我区专业技术人才|C2=提高|B3=乙|C3=2件");
  EXPECT_EQ(over_two_pages({before, {"", "甲", "131000.0"}}, {{"", "", "0"}, {"", "乙", "2件"}}),
            "A1=产出指标|B1=培训次数|C1=9次|B2=甲|C2=131000.00|B3=乙|C3=2件");
}

TEST(PdfPageEnds, RowsThatMayBeTwoStayTwo) {
  const std::vector<std::string> before = {"产出指标", "培训次数", "9次"};
  const std::string begin = "A1=产出指标|B1=培训次数|C1=9次|B2=";
  // Room behind the value: that of the next row is another one.
  EXPECT_EQ(over_two_pages({before, {"", "新增高技能人才培", "及时"}}, {{"", "训班次", "4次"}}),
            begin + "新增高技能人才培|C2=及时|B3=训班次|C3=4次");
  // Two values, and two names of a kind, fill their lines too.
  EXPECT_EQ(over_two_pages({before, {"", "新增高技能人才数", "≥110000"}}, {{"", "补贴", "≥120000"}}),
            begin + "新增高技能人才数|C2=≥110000|B3=补贴|C3=≥120000");
  EXPECT_EQ(over_two_pages({before, {"", "一次验收的合格率", ""}}, {{"", "抽检合格率", ""}}),
            begin + "一次验收的合格率|B3=抽检合格率");
  // Names and values that are whole above, whatever stands below.
  EXPECT_EQ(over_two_pages({before, {"", "新增享受政策人数", "≥42600人"}}, {{"", "代缴合规", "完成"}}),
            begin + "新增享受政策人数|C2=≥42600人|B3=代缴合规|C3=完成");
  // A long word that did not fit tells nothing about a short line.
  EXPECT_EQ(over_two_pages({before, {"", "029032", ""}}, {{"", "419001240000000", ""}}),
            begin + "029032|B3=419001240000000");
}

TEST(PdfPageEnds, TheRestOfALongMergedTextGoesToItsCell) {
  const std::vector<double> columns = {130, 50, 60, 50};
  const std::vector<std::vector<std::string>> first = {{"项目名称", "金额", "指标", "目标"},
                                                       {"中等职业教育学生资助资金", "3.00", "甲", "1人"},
                                                       {"^", "^", "乙", "2人"}};
  const auto read = [&](const std::vector<std::vector<std::string>>& second) {
    return shown_tables(
        read_made({.pages = {pdf_grid(180, columns, first), pdf_grid(760, columns, second)}}));
  };
  const std::string head = "A1=项目名称|B1=金额|C1=指标|D1=目标|";
  EXPECT_EQ(read({{"（结转）", "", "丙", "3人"}, {"^", "^", "丁", "4人"}}),
            head +
                "A2(4x1)=中等职业教育学生资助资金（结转）|B2(4x1)=3.00|C2=甲|D2=1人|C3=乙|D3=2人|C4=丙|D4="
                "3人|C5=丁|"
                "D5=4人");
  // The amount is another one: so is the project.
  EXPECT_EQ(
      read({{"补贴", "5.00", "丙", "3人"}, {"^", "^", "丁", "4人"}}),
      head +
          "A2(2x1)=中等职业教育学生资助资金|B2(2x1)=3.00|C2=甲|D2=1人|C3=乙|D3=2人|A4(2x1)=补贴|B4(2x1)=5.00|"
          "C4=丙|D4=3人|C5=丁|D5=4人");
}

TEST(PdfPageEnds, AHeadPrintedAgainMayBeCut) {
  EXPECT_EQ(over_two_pages({{"三级指标", "财政专户管理资金", "目标"}, {"甲", "1", "1件"}, {"乙", "", "2件"}},
                           {{"三级指标", "财政专户", "目标"}, {"丙", "", "3件"}}),
            "A1=三级指标|B1=财政专户管理资金|C1=目标|A2=甲|B2=1|C2=1件|A3=乙|C3=2件|A4=丙|C4=3件");
}

TEST(PdfPageEnds, AHeadInOtherRowsIsTheSame) {
  // 丙 is 4 points higher than the cells beside it: on this page the head has three rows.
  std::string second =
      "50 740 90 20 re 140 740 90 20 re 230 736 90 24 re 50 720 90 20 re 140 720 90 20 re "
      "230 720 90 16 re 50 700 90 20 re 140 700 90 20 re 230 700 90 20 re S ";
  const std::vector<std::vector<std::string>> head = {{"甲", "乙", "丙"}, {"丁", "戊", "己"}};
  for (std::size_t r = 0; r < 2; ++r)
    for (std::size_t c = 0; c < 3; ++c)
      second += pdf_text(54 + 90.0 * static_cast<double>(c), 746 - 20.0 * static_cast<double>(r), head[r][c]);
  second += pdf_text(54, 706, "壬") + pdf_text(144, 706, "3");
  EXPECT_EQ(shown_tables(read_made(
                {.pages = {pdf_grid(200, kColumns, {head[0], head[1], {"庚", "1", ""}, {"辛", "2", ""}}),
                           second}})),
            "A1=甲|B1=乙|C1=丙|A2=丁|B2=戊|C2=己|A3=庚|B3=1|A4=辛|B4=2|A5=壬|B5=3");
}

TEST(PdfPageEnds, ARowOfValuesIsNoHeadPrintedAgain) {
  EXPECT_EQ(
      over_two_pages({{"一级", "三级指标", "目标"}, {"产出", "人员满意度", "≥98%"}, {"效益", "乙", "2件"}},
                     {{"产出", "人员满意度", "≥98%"}}),
      "A1=一级|B1=三级指标|C1=目标|A2=产出|B2=人员满意度|C2=≥98%|A3=效益|B3=乙|C3=2件|A4=产出|B4=人员满意度|"
      "C4=≥98%");
}

TEST(PdfPageEnds, FiguresAreNoNamesThatArePutTogether) {
  EXPECT_EQ(over_two_pages({{"项目", "金额", "目标"},
                            {"甲", "12.80", "1件"},
                            {"乙", "11.80", "2件"},
                            {"丙", "14.00", "3件"},
                            {"^", "^", "4件"}},
                           {{"丁", "2.80", "5件"}, {"^", "^", "6件"}}),
            "A1=项目|B1=金额|C1=目标|A2=甲|B2=12.80|C2=1件|A3=乙|B3=11.80|C3=2件|A4(2x1)=丙|B4(2x1)=14.00|C4="
            "3件|C5=4件|"
            "A6(2x1)=丁|B6(2x1)=2.80|C6=5件|C7=6件");
}

TEST(PdfPageEnds, TheSameAmountBesideAnotherProjectIsItsOwn) {
  EXPECT_EQ(
      over_two_pages({{"项目", "金额", "目标"}, {"甲", "2.80", "1件"}, {"^", "^", "2件"}},
                     {{"乙", "2.80", "3件"}, {"^", "^", "4件"}}),
      "A1=项目|B1=金额|C1=目标|A2(2x1)=甲|B2(2x1)=2.80|C2=1件|C3=2件|A4(2x1)=乙|B4(2x1)=2.80|C4=3件|C5=4件");
  // Printed again beside the rest of its own rows.
  EXPECT_EQ(over_two_pages({{"项目", "金额", "目标"}, {"甲", "2.80", "1件"}, {"^", "^", "2件"}},
                           {{"甲", "2.80", "3件"}, {"^", "^", "4件"}}),
            "A1=项目|B1=金额|C1=目标|A2(4x1)=甲|B2(4x1)=2.80|C2=1件|C3=2件|C4=3件|C5=4件");
}

TEST(PdfPageEnds, ALineThatIsNotDrawnThereJoinsNoTwoRows) {
  std::string first;
  for (const int y : {200, 180}) first += pdf_line(50, y, 320, y);
  for (const int x : {50, 140, 230, 320}) first += pdf_line(x, 200, x, 160);
  first += pdf_line(50, 160, 140, 160) + pdf_line(230, 160, 320, 160);
  const std::vector<std::vector<std::string>> rows = {{"三级指标", "目标", "完成"}, {"甲", "100%", "1件"}};
  for (std::size_t r = 0; r < 2; ++r)
    for (std::size_t c = 0; c < 3; ++c)
      first += pdf_text(54 + 90.0 * static_cast<double>(c), 186 - 20.0 * static_cast<double>(r), rows[r][c]);
  EXPECT_EQ(shown_tables(read_made({.pages = {first, pdf_grid(760, kColumns, {{"乙", "提高", "2件"}})}})),
            "A1=三级指标|B1=目标|C1=完成|A2=甲|B2=100%|C2=1件|A3=乙|B3=提高|C3=2件");
}

TEST(PdfPageEnds, AMergedCellThatBothPageEndsCutHasItsEdge) {
  const std::string second = "140 740 90 20 re 230 740 90 20 re 140 720 90 20 re 230 720 90 20 re S " +
                             pdf_line(50, 760, 50, 720) + pdf_text(54, 736, "绩效目标") +
                             pdf_text(144, 746, "丙") + pdf_text(234, 746, "3件") + pdf_text(144, 726, "丁") +
                             pdf_text(234, 726, "4件");
  const auto document =
      read_made({.pages = {pdf_grid(200, kColumns, {{"", "甲", "1件"}, {"^", "乙", "2件"}}), second}});
  EXPECT_EQ(shown_tables(document), "A1(4x1)=绩效目标|B1=甲|C1=1件|B2=乙|C2=2件|B3=丙|C3=3件|B4=丁|C4=4件");
  EXPECT_EQ(document->prose->text, "");
}

TEST(PdfPageEnds, TitlesThatStandOnEveryPageAreThoseOfTheirForms) {
  const std::string titles = pdf_text(20, 790, "某县财政局 2024") + pdf_text(150, 760, "项目绩效目标表") +
                             pdf_text(160, 748, "（2024年度）");
  const auto form = [&](const std::string& name) {
    return titles + pdf_grid(744, kColumns, {{"项目名称", name, ""}, {"一级指标", "三级指标", "目标"}});
  };
  const auto forms = read_made({.pages = {form("甲"), form("乙"), form("丙")}});
  ASSERT_EQ(forms->tables.size(), 3U);
  for (const Sheet& sheet : forms->tables) {
    ASSERT_EQ(sheet.above.size(), 2U);
    EXPECT_EQ(sheet.above[0].text, "项目绩效目标表");
    EXPECT_EQ(sheet.above[1].text, "（2024年度）");
  }
  // The day and the name that a browser prints over each page are no title of a table that goes on.
  const std::string day = pdf_text(50, 765, "2024/1/15") + pdf_text(250, 765, "绩效目标表");
  const auto goes_on = read_made(
      {.pages = {day + pdf_grid(755, kColumns, {{"一级指标", "三级指标", "目标"}, {"", "甲", "1件"}}),
                 day + pdf_grid(755, kColumns, {{"", "乙", "2件"}})}});
  ASSERT_EQ(goes_on->tables.size(), 1U);
  EXPECT_TRUE(goes_on->tables[0].above.empty());
  // Over a head that is printed again they are printed again too.
  const auto page = [&](const std::string& name) {
    return titles + pdf_grid(744, kColumns, {{"一级指标", "三级指标", "目标"}, {"产出指标", name, "1件"}});
  };
  EXPECT_EQ(shown_tables(read_made({.pages = {page("甲"), page("乙"), page("丙")}})),
            "A1=一级指标|B1=三级指标|C1=目标|A2=产出指标|B2=甲|C2=1件|A3=产出指标|B3=乙|C3=1件|A4=产出指标|"
            "B4=丙|C4=1件");
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
