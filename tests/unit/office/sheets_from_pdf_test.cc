// Pages of lines and characters -> tables, cell by cell; the expected cells are those the drawing was made of.
#include "engine/office/pdf/sheets_from_pdf.h"

#include <gtest/gtest.h>

#include "engine/diag/print.h"
#include "tests/unit/office/pdfs.h"

namespace jiheng::office {
namespace {

const std::vector<double> kThree = {100, 100, 100};

TEST(PdfTables, CellsLieBetweenLines) {
  const auto document =
      read_content(pdf_text(50, 760, "自评表") +
                   pdf_grid(740, kThree, {{"指标", "目标", "完成"}, {"人数", "≥96%", "97%"}}));
  EXPECT_EQ(shown_tables(document), "A1=指标|B1=目标|C1=完成|A2=人数|B2=≥96%|C2=97%");
  EXPECT_EQ(document->prose->text, "自评表\n");
  ASSERT_EQ(document->tables.at(0).above.size(), 1U);
  EXPECT_EQ(ids_of(document), "");
  const base::Place place{document->tables[0].source, 2, 2, 0};
  EXPECT_EQ(diag::to_text(place), "t.pdf:第1页 第3行");
  const base::PageSpot* spot = base::spot_of(place);
  ASSERT_NE(spot, nullptr);  // from the left, and from above: 800 - 720 = 80 to 100
  EXPECT_EQ(std::vector({spot->left, spot->top, spot->right, spot->bottom}),
            std::vector({150, 80, 250, 100}));
  EXPECT_EQ(diag::to_text(base::Place{document->prose, 1, 1, 0}), "t.pdf:第1页 第1行");
}

TEST(PdfTables, CellsAreMergedWhereNoLineStands) {
  EXPECT_EQ(
      shown_tables(read_content(pdf_grid(
          700, kThree, {{"产出指标", "数量", "人数"}, {"^", "质量", "<"}, {"满意度", "满意", "很满意"}}))),
      "A1(2x1)=产出指标|B1=数量|C1=人数|B2(1x2)=质量|A3=满意度|B3=满意|C3=很满意");
}

TEST(PdfTables, LinesAreStrokesRectanglesAndTheirEdgesWholeOrInPieces) {
  const std::string texts =
      pdf_text(54, 686, "甲") + pdf_text(154, 686, "乙") + pdf_text(54, 666, "丙") + pdf_text(154, 666, "丁");
  const std::string cells = "A1=甲|B1=乙|A2=丙|B2=丁";
  EXPECT_EQ(
      shown_tables(read_content("50 660 200 40 re S 50 680 200 0.5 re f 150 660 0.5 40 re f* " + texts)),
      cells);
  EXPECT_EQ(shown_tables(read_content(
                "50 660 100 20 re 150 660 100 20 re 50 680 100 20 re 150 680 100 20 re S " + texts)),
            cells);
  std::string pieces;  // a line of dashes, one by one
  for (int x = 50; x < 250; x += 4)
    pieces += fmt::format("{} 700 2 1 re f {} 680 2 1 re f {} 660 2 1 re f ", x, x, x);
  EXPECT_EQ(shown_tables(read_content(
                pieces + "50 660 m 50 700 l 150 660 m 150 700 l 250 660 m 250 700 l S " + texts)),
            cells);
  // In another space, and in a form: half as large, drawn twice as large.
  EXPECT_EQ(
      shown_tables(read_content(
          "q 2 0 0 2 0 0 cm 25 330 50 10 re 75 330 50 10 re 25 340 50 10 re 75 340 50 10 re S Q " + texts)),
      cells);
  PdfMade made{.pages = {"/X1 Do " + texts}};
  made.resources = "/XObject << /X1 100 0 R >>";
  made.objects = {pdf_stream("25 330 50 10 re 75 330 50 10 re 25 340 50 10 re 75 340 50 10 re S",
                             "/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Matrix [2 0 0 2 0 0]")};
  EXPECT_EQ(shown_tables(read_made(made)), cells);
}

TEST(PdfTables, OuterLinesMayBeMissingAndAFrameIsNone) {
  const std::string texts =
      pdf_text(54, 686, "甲") + pdf_text(154, 686, "乙") + pdf_text(54, 666, "丙") + pdf_text(154, 666, "丁");
  EXPECT_EQ(shown_tables(read_content(
                "50 700 m 250 700 l 50 680 m 250 680 l 50 660 m 250 660 l 150 660 m 150 700 l S " + texts)),
            "A1=甲|B1=乙|A2=丙|B2=丁");
  const auto framed = read_content("40 650 300 100 re S " + texts);
  EXPECT_EQ(shown_tables(framed), "");
  EXPECT_EQ(framed->prose->text, "甲  乙\n丙  丁\n");
  // White lines, areas and curves are no lines.
  EXPECT_EQ(shown_tables(read_content("1 G 50 660 200 40 re 150 660 m 150 700 l S 0.9 g 50 660 100 40 re f "
                                      "0 G 50 660 m 60 670 70 680 80 660 c S " +
                                      texts)),
            "");
}

TEST(PdfTables, BrokenLinesOfACellAreOneUnlessSomebodyBrokeThem) {
  const std::string box = "50 640 100 60 re 150 640 100 60 re S ";
  // 92 points of room: nine characters of ten; the tenth went down.
  EXPECT_EQ(
      shown_tables(read_content(box + pdf_text(54, 686, "零一二三四五六七八") + pdf_text(54, 672, "九十") +
                                pdf_text(154, 686, "第一") + pdf_text(154, 672, "第二"))),
      "A1=零一二三四五六七八九十|B1=第一/第二");
}

TEST(PdfTables, TextThatIsNotSeenIsNotRead) {
  const std::string box = "50 680 100 20 re 150 680 100 20 re S ";
  EXPECT_EQ(
      shown_tables(read_content(box + pdf_text(54, 686, "见") + "q 0 0 10 10 re W n " +
                                pdf_text(154, 686, "不见") + "Q " + "3 Tr " + pdf_text(164, 686, "隐"))),
      "A1=见");
  EXPECT_EQ(shown_tables(read_content(box + "2 Tr " + pdf_text(54, 686, "粗") + pdf_text(54.4, 686, "粗"))),
            "A1=粗");
  EXPECT_EQ(shown_tables(read_content(box + pdf_text(54, 686, "人人"))), "A1=人人");
  // A watermark across the page, an inline picture with what looks like operators in it.
  EXPECT_EQ(shown_tables(read_content(box + "BT /F1 20 Tf 0.7 0.7 -0.7 0.7 60 682 Tm <" + utf16_hex("样本") +
                                      "> Tj ET " + "BI /W 2 /H 2 /BPC 8 /CS /G ID q Q EI " +
                                      pdf_text(54, 686, "字"))),
            "A1=字");
}

TEST(PdfTables, RadicalsAreReadAsTheCharactersTheyLookLike) {
  const auto document = read_content("50 680 100 20 re 150 680 100 20 re S " + pdf_text(54, 686, "⼯作⽬标"));
  EXPECT_EQ(shown_tables(document), "A1=工作目标");
  EXPECT_EQ(ids_of(document), "I139");
}

TEST(PdfTables, ThePageAndItsTextMayBeTurned) {
  const std::string grid = pdf_grid(500, kThree, {{"甲", "乙", "丙"}, {"一", "二", "三"}});
  const std::string cells = "A1=甲|B1=乙|C1=丙|A2=一|B2=二|C2=三";
  PdfMade landscape{.pages = {"0 1 -1 0 600 0 cm " + grid}};  // drawn standing, shown lying
  EXPECT_EQ(shown_tables(read_made(landscape)), cells);
  landscape.page_entries = "/Rotate 90";
  const auto turned = read_made(landscape);
  EXPECT_EQ(shown_tables(turned), cells);
  const base::PageSpot* spot = base::spot_of({turned->tables[0].source, 1, 1, 0});
  ASSERT_NE(spot,
            nullptr);  // the page as it is shown is 800 wide and 600 high; row 1 is drawn from y 480 to 500
  EXPECT_EQ(std::vector({spot->left, spot->top, spot->right, spot->bottom}),
            std::vector({50, 100, 150, 120}));
  for (const char* angle : {"180", "270", "-90"}) {
    landscape.page_entries = std::string("/Rotate ") + angle;
    EXPECT_EQ(shown_tables(read_made(landscape)), cells) << angle;
  }
}

TEST(PdfTables, ATableInACellIsOneOfItsOwn) {
  EXPECT_EQ(shown_tables(read_content("40 600 300 150 re S 340 600 m 440 600 l 440 750 l 340 750 l S " +
                                      pdf_text(350, 700, "外") +
                                      pdf_grid(720, {60, 60}, {{"甲", "乙"}, {"丙", "丁"}}))),
            "B1=外\nA1=甲|B1=乙|A2=丙|B2=丁");
}

TEST(PdfTables, WithoutLinesColumnsAreToldByThePlacesOfTheText) {
  std::string content = pdf_text(50, 720, "表格没有线");
  const char* rows[][3] = {
      {"指标", "目标", "完成"}, {"培训人数", "≥100人", "120人"}, {"合格率", "≥95%", "96%"}};
  double y = 700;
  for (const auto& row : rows) {
    content += pdf_text(50, y, row[0]) + pdf_text(200, y, row[1]) + pdf_text(300, y, row[2]);
    y -= 20;
  }
  const auto document = read_content(content + pdf_text(50, 500, "下面的话"));
  EXPECT_EQ(shown_tables(document),
            "A1=指标|B1=目标|C1=完成|A2=培训人数|B2=≥100人|C2=120人|A3=合格率|B3=≥95%|C3=96%");
  EXPECT_EQ(ids_of(document), "I161");
  EXPECT_EQ(diag::to_text(document.problems[0].place), "t.pdf:第1页 第2行");
  EXPECT_EQ(document->prose->text, "表格没有线\n下面的话\n");
}

TEST(PdfPages, ATableGoesOnWithoutItsHeadAndPageNumbers) {
  const std::vector<std::vector<std::string>> head = {{"一级指标", "三级指标", "目标值"}};
  auto first = head;
  first.insert(first.end(), {{"产出指标", "甲", "1件"}, {"^", "乙", "2件"}});
  auto second = head;
  second.insert(second.end(), {{"", "丙", "3件"}, {"效益指标", "丁", "4件"}});
  const auto document = read_made({.pages = {pdf_grid(700, kThree, first) + pdf_text(290, 30, "- 1 -"),
                                             pdf_grid(760, kThree, second) + pdf_text(290, 30, "- 2 -")}});
  EXPECT_EQ(shown_tables(document),
            "A1=一级指标|B1=三级指标|C1=目标值|A2(3x1)=产出指标|B2=甲|C2=1件|B3=乙|C3=2件|B4=丙|C4=3件|A5="
            "效益指标|B5=丁|C5=4件");
  EXPECT_EQ(document->prose->text, "");
  EXPECT_EQ(diag::to_text(base::Place{document->tables[0].source, 4, 2, 0}), "t.pdf:第2页 第2行");
}

TEST(PdfPages, ARowThatThePageEndCutsIsOne) {
  const std::vector<double> five = {80, 80, 80, 80, 80};
  std::vector<std::vector<std::string>> first = {{"二级指标", "三级指标", "目标值", "完成值", "得分"}};
  for (const char* name : {"甲", "乙", "丙", "丁"}) first.push_back({"数量指标", name, "1件", "2件", "5"});
  first.push_back({"社会效", "保障农民工", "100%", "96%", "4"});
  const auto document = read_made(
      {.pages = {
           pdf_grid(700, five, first),
           pdf_grid(760, five, {{"益指标", "合法权益", "", "", ""}, {"满意度", "戊", "3件", "3件", "5"}})}});
  ASSERT_TRUE(document);
  EXPECT_TRUE(shown_tables(document).ends_with(
      "|A6=社会效益指标|B6=保障农民工合法权益|C6=100%|D6=96%|E6=4|A7=满意度|B7=戊|C7=3件|D7=3件|E7=5"))
      << shown_tables(document);
}

TEST(PdfPages, AWholeRowAtThePageEndStaysOne) {
  std::vector<std::vector<std::string>> first = {{"一级指标", "三级指标", "目标值"}};
  for (const char* name : {"甲", "乙", "丙", "丁"}) first.push_back({"产出指标", name, "1件"});
  const auto document = read_made(
      {.pages = {pdf_grid(700, kThree, first), pdf_grid(760, kThree, {{"效益指标", "戊", "2件"}})}});
  ASSERT_TRUE(document);
  EXPECT_TRUE(shown_tables(document).ends_with("|A5=产出指标|B5=丁|C5=1件|A6=效益指标|B6=戊|C6=2件"))
      << shown_tables(document);
}

TEST(PdfPages, ATableWithATitleAboveItOrOtherColumnsIsAnotherOne) {
  const std::string grid = pdf_grid(700, kThree, {{"甲", "乙", "丙"}});
  EXPECT_EQ(shown_tables(read_made({.pages = {grid, pdf_text(50, 720, "第二张表") + grid}})),
            "A1=甲|B1=乙|C1=丙\nA1=甲|B1=乙|C1=丙");
  EXPECT_EQ(shown_tables(read_made({.pages = {grid, pdf_grid(700, {60, 60}, {{"丁", "戊"}})}})),
            "A1=甲|B1=乙|C1=丙\nA1=丁|B1=戊");
}

TEST(PdfPages, LinesOfTextArePutTogetherToParagraphs) {
  const auto document =
      read_content(pdf_text(70, 700, "全年完成培训一千零四十六人，比上年") +
                   pdf_text(50, 684, "多培训四十六人，合格率九成。") + pdf_text(70, 668, "二、存在的问题"));
  EXPECT_EQ(document->prose->text,
            "全年完成培训一千零四十六人，比上年多培训四十六人，合格率九成。\n二、存在的问题\n");
}

TEST(PdfPages, ATitleLongerThanALineIsOne) {
  const auto document = read_content(pdf_text(50, 700, "二〇二三年度被征地农民养老保险经费自评") +
                                     pdf_text(140, 688, "表") + pdf_text(50, 640, "单位名称"));
  EXPECT_EQ(document->prose->text, "二〇二三年度被征地农民养老保险经费自评表\n单位名称\n");
}

TEST(PdfPages, RunningHeadsAreNoText) {
  const std::string head = pdf_text(200, 770, "某县2023年度部门决算");
  const auto document =
      read_made({.pages = {head + pdf_text(50, 600, "第一段。"), head + pdf_text(50, 600, "第二段。")}});
  EXPECT_EQ(document->prose->text, "第一段。\n第二段。\n");
}

TEST(PdfPages, APageThatIsAPictureIsSaidToBeOne) {
  PdfMade made{.pages = {"q 600 0 0 800 0 0 cm /Im1 Do Q 3 Tr " + pdf_text(50, 700, "识别的字"),
                         pdf_text(50, 700, "有字")}};
  made.resources = "/XObject << /Im1 100 0 R >>";
  made.objects = {pdf_stream(
      "x", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")};
  const auto document = read_made(made);
  EXPECT_EQ(ids_of(document), "I160");
  EXPECT_EQ(document.problems.at(0).message, "第 1 页是图片，带一层看不见的识别文字，没有读（共 2 页）");
  EXPECT_EQ(document->prose->text, "有字\n");
}

}  // namespace
}  // namespace jiheng::office
