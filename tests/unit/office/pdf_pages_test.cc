// Pages of a file: turned, many, lost, past the steps that a file may take; tables that page ends cut; other layouts of the file.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "engine/office/pdf/objects/pdf_object_streams.h"
#include "engine/office/pdf/pdf_file.h"
#include "tests/unit/office/pdfs.h"

namespace jiheng::office {
namespace {

const std::vector<double> kThreeNarrow = {90, 90, 90};
const std::string kTable = "A1=指标|B1=目标|C1=完成|A2=培训人数|B2=≥100人|C2=120人";

std::string small_table() {
  return pdf_grid(700, kThreeNarrow, {{"指标", "目标", "完成"}, {"培训人数", "≥100人", "120人"}});
}

std::string bytes_of_case(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(JIHENG_SOURCE_DIR "/tests/cases/import/pdf/" + name, std::ios::binary).rdbuf();
  return text.str();
}

diag::Result<WrittenDocument> read_pdf_bytes(const std::string& bytes) {
  return sheets_from_pdf(file_of(bytes, "t.pdf"));
}

TEST(PdfPages, ATurnedPageReadsLikeAnUprightOne) {
  for (const char* entries : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/Rotate -90", "/Rotate 450"}) {
    const auto document = read_made({.pages = {small_table()}, .page_entries = entries});
    EXPECT_EQ(shown_tables(document), kTable) << entries;
  }
  // Drawn lying, shown upright: a wide table on a page that is turned.
  const std::string lying = "q 0 1 -1 0 800 0 cm " + small_table() + "Q ";
  EXPECT_EQ(shown_tables(read_made({.pages = {lying}, .page_entries = "/Rotate 90 /MediaBox [0 0 800 600]"})),
            kTable);
  // The box of a cell is on the page as it is shown: 600 by 800 points, turned to the right.
  const auto turned = read_made({.pages = {small_table()}, .page_entries = "/Rotate 90"});
  const auto* spot = base::spot_of({turned->tables[0].source, 1, 1, 0});
  ASSERT_NE(spot, nullptr);
  // From the lower left corner (50, 680) to (140, 700): shown, x is y, and y is x, from above.
  EXPECT_EQ((std::vector{spot->left, spot->top, spot->right, spot->bottom}),
            (std::vector{680, 50, 700, 140}));
}

TEST(PdfPages, ATableOfThreeLinesIsReadByItsColumns) {
  std::string page = pdf_line(50, 740, 350, 740) + pdf_line(50, 720, 350, 720) + pdf_line(50, 640, 350, 640);
  const std::vector<std::vector<std::string>> rows = {{"指标", "目标", "完成"},
                                                      {"培训人数", "≥100人", "120人"},
                                                      {"合格率", "≥95%", "96%"},
                                                      {"满意度", "≥90%", "93%"}};
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < 3; ++c)
      page += pdf_text(54 + 100.0 * static_cast<double>(c), 726 - 20.0 * static_cast<double>(r), rows[r][c]);
  const auto document = read_content(page);
  EXPECT_EQ(
      shown_tables(document),
      "A1=指标|B1=目标|C1=完成|A2=培训人数|B2=≥100人|C2=120人|A3=合格率|B3=≥95%|C3=96%|A4=满意度|B4=≥90%|"
      "C4=93%");
  EXPECT_EQ(ids_of(document), "I161");
}

TEST(PdfPages, AThousandPagesAreOneTable) {
  PdfMade made;
  std::size_t last = 0;
  for (int page = 0; page < 1000; ++page)
    made.pages.push_back(pdf_grid(700, kThreeNarrow,
                                  {{"指标", "目标", "完成"}, {fmt::format("指标{}", page), "≥1人", "2人"}}));
  const std::string bytes = pdf_of(made);
  std::size_t calls = 0;
  const auto document = sheets_from_pdf(file_of(bytes, "t.pdf"), [&](std::size_t done, std::size_t pages) {
    ++calls;
    EXPECT_EQ(done, ++last);
    EXPECT_EQ(pages, 1000U);
  });
  ASSERT_EQ(document->tables.size(), 1U);
  EXPECT_EQ(document->tables[0].rows, 1001);
  EXPECT_EQ(document->tables[0].cells.back().row, 1001);
  EXPECT_EQ(calls, 1000U);
}

TEST(PdfPages, FormsOfOneKindAPageEachAreNoHalvesOfAWideOne) {
  const auto form = [](const std::string& name, const std::string& target) {
    return pdf_text(150, 740, "项目绩效目标表") + pdf_grid(720, kThreeNarrow,
                                                           {{"项目名称", name, ""},
                                                            {"一级指标", "三级指标", "指标值"},
                                                            {"产出指标", "培训人数", target},
                                                            {"效益指标", "就业率", "≥90%"}});
  };
  const auto document =
      read_made({.pages = {form("甲", "≥100人"), form("乙", "≥200人"), form("丙", "≥300人")}});
  ASSERT_EQ(document->tables.size(), 3U);
  EXPECT_EQ(ids_of(document), "");
  EXPECT_EQ(document->tables[1].cells[1].text, "乙");
  EXPECT_EQ(document->tables[1].above.size(), 1U);
}

TEST(PdfPages, FormsWithTitlesOfTheirOwnAreNoHalvesOfAWideOne) {
  // Of two kinds: no row says the same, all have the same heights.
  const auto form = [](const std::string& title, const std::vector<std::vector<std::string>>& rows) {
    return pdf_text(150, 740, title) + pdf_grid(720, kThreeNarrow, rows);
  };
  const auto document = read_made({.pages = {form("单位绩效目标表", {{"单位名称", "某局", ""},
                                                                     {"一级指标", "三级指标", "指标值"},
                                                                     {"部门管理", "甲", "规范"},
                                                                     {"履职效果", "乙", "≥90%"}}),
                                             form("项目绩效目标表", {{"项目名称", "丙", ""},
                                                                     {"总体目标", "保障", ""},
                                                                     {"一级指标", "三级指标", "指标值"},
                                                                     {"产出指标", "丁", "1件"}})}});
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(ids_of(document), "");
  EXPECT_EQ(document->tables[1].above.size(), 1U);
}

TEST(PdfPages, FiguresOnBothSidesOfAPageEndAreTwoRows) {
  // The first row of a project stands alone at the end of the page, its others on the next one; most rows have a figure.
  const std::vector<double> columns = {60, 60, 60, 60};
  std::vector<std::vector<std::string>> rows = {{"名称", "金额", "指标", "目标"}};
  for (int i = 0; i < 4; ++i) rows.push_back({"", "", fmt::format("指标{}", i), "≥1人"});
  rows.push_back({"仲裁院", "3.00", "", ""});
  std::vector<std::vector<std::string>> next = {{"名称", "金额", "指标", "目标"},
                                                {"工作经费", "3.00", "结案率", "≥90%"}};
  const auto document = read_made({.pages = {pdf_grid(160, columns, rows), pdf_grid(760, columns, next)}});
  ASSERT_EQ(document->tables.size(), 1U);
  const std::string shown = shown_tables(document);
  EXPECT_TRUE(shown.ends_with("A6=仲裁院|B6=3.00|A7=工作经费|B7=3.00|C7=结案率|D7=≥90%")) << shown;
}

TEST(PdfPages, TextThatAPageEndDrivesOutOfItsCellGoesBack) {
  // The last cell of the page begins a name of two lines; the second one is drawn below the edge of the table, at the same pitch.
  std::string first = "50 60 60 40 re 110 60 100 40 re 50 100 60 20 re 110 100 100 20 re S " +
                      pdf_text(54, 106, "一级") + pdf_text(114, 106, "三级指标") +
                      pdf_text(54, 80, "投入管理") + pdf_text(114, 88, "一二三四五六七八九") +
                      pdf_text(114, 76, "十") + pdf_text(54, 68, "指标体系") + pdf_text(54, 56, "类");
  const auto document = read_content(first);
  EXPECT_EQ(shown_tables(document), "A1=一级|B1=三级指标|A2=投入管理指标体系类|B2=一二三四五六七八九十");
  EXPECT_EQ(document->prose->text, "");
  // Rows that stay whole leave the lower half of a page empty; above that no page end is.
  EXPECT_EQ(read_content("1 0 0 1 0 300 cm " + first)->prose->text, "");
  EXPECT_EQ(read_content("1 0 0 1 0 500 cm " + first)->prose->text, "类\n");
  // A note is no rest of a cell.
  const auto note = read_content(first.substr(0, first.size() - pdf_text(54, 56, "类").size()) +
                                 pdf_text(54, 56, "注：略"));
  EXPECT_EQ(shown_tables(note), "A1=一级|B1=三级指标|A2=投入管理指标体系|B2=一二三四五六七八九十");
  EXPECT_EQ(note->prose->text, "注：略\n");
  // Nor is what stands in brackets; one that is not closed goes on on the next page.
  const std::string cell = first.substr(0, first.size() - pdf_text(54, 56, "类").size());
  EXPECT_EQ(read_content(cell + pdf_text(54, 56, "（略）"))->prose->text, "（略）\n");
  EXPECT_EQ(read_content(cell + pdf_text(54, 56, "（略"))->prose->text, "");
}

TEST(PdfPages, TwoLinesInTheMiddleOverATableAreTwo) {
  // As printed from a workbook: the width of the page is that of the table, not of its title.
  const auto document =
      read_content(pdf_text(250, 740, "项目支出绩效自评表") + pdf_text(270, 728, "（2023年度）") +
                   pdf_grid(720, {250, 250}, {{"指标", "目标"}, {"培训人数", "≥100人"}}));
  EXPECT_EQ(document->prose->text, "项目支出绩效自评表\n（2023年度）\n");
  // Nor does their length tell: 20 characters over 19, 21 and 20, in the middle of a table that is 50 of them wide.
  for (const std::size_t length : {19U, 20U, 21U}) {
    std::string unit = "单位名称";
    while (base::count_characters(unit) < length) unit += "局";
    const double left = 300 - 5.0 * static_cast<double>(length);
    const auto same = read_content(pdf_text(200, 740, "一二三四五六七八九十一二三四五六七自评表") +
                                   pdf_text(left, 726, unit) +
                                   pdf_grid(716, {250, 250}, {{"指标", "目标"}, {"培训人数", "≥100人"}}));
    EXPECT_EQ(same->prose->text, "一二三四五六七八九十一二三四五六七自评表\n" + unit + "\n");
  }
  // A title as wide as the table: its rest stands in the middle of the next line, a label there is none.
  std::string wide;
  while (base::count_characters(wide) < 49) wide += "题";
  for (const auto& [next, text] :
       {std::pair("目标表", wide + "目标表\n"), std::pair("单位：局", wide + "\n单位：局\n")}) {
    const double left = 300 - 5.0 * static_cast<double>(base::count_characters(next));
    const auto titled = read_content(pdf_text(55, 740, wide) + pdf_text(left, 726, next) +
                                     pdf_grid(716, {250, 250}, {{"指标", "目标"}, {"培训人数", "≥100人"}}));
    EXPECT_EQ(titled->prose->text, text);
  }
}

TEST(PdfDamage, PagesThatAreLostAreSaidTheOthersRead) {
  std::string bytes = pdf_of({.pages = {small_table(), "0 0 m"}});
  bytes.replace(bytes.find("/Length 5 "), 10, "/Length 5 /Filter /NoSuchDecode ");
  const auto damaged = read_pdf_bytes(bytes);
  EXPECT_EQ(shown_tables(damaged), kTable);
  ASSERT_EQ(ids_of(damaged), "I166");
  EXPECT_EQ(damaged.problems[0].why, "第 2 页的内容解不开。");
  // The second of two pages is gone, as from a file that was not loaded down to its end.
  bytes = pdf_of({.pages = {small_table(), "0 0 m"}});
  bytes.replace(bytes.find("5 0 R"), 5, "9 0 R");
  const auto cut = read_pdf_bytes(bytes);
  EXPECT_EQ(shown_tables(cut), kTable);
  ASSERT_EQ(ids_of(cut), "I166");
  EXPECT_EQ(cut.problems[0].why, "写明有 2 页，只找到 1 页。");
}

TEST(PdfDamage, ObjectsOfObjectStreamsAreFoundWithoutTheList) {
  const std::string whole = bytes_of_case("object-streams.pdf");
  const auto right = read_pdf_bytes(whole);
  ASSERT_EQ(right->tables.size(), 1U);
  // The list of objects stands at the end: the end is missing, or overwritten.
  const std::size_t list = whole.find("/XRef");
  ASSERT_NE(list, std::string::npos);
  const std::size_t object = whole.rfind(" obj", list) - 4;
  EXPECT_EQ(shown_tables(read_pdf_bytes(whole.substr(0, object))), shown_tables(right));
  std::string overwritten = whole;
  overwritten.replace(list, 5, "/XXXX");
  EXPECT_EQ(shown_tables(read_pdf_bytes(overwritten)), shown_tables(right));
  // A stream that is cut off gives the objects that are whole; without one that holds the pages nothing is there.
  EXPECT_EQ(ids_of(read_pdf_bytes(whole.substr(0, 400))), "I108");
  EXPECT_EQ(with_objects_written_out("%PDF-1.5 /ObjStm /N 3 /First 9 stream\nx\nendstream"), "");
  EXPECT_EQ(with_objects_written_out("%PDF-1.5 /ObjStm /Encrypt"), "");
}

TEST(PdfDamage, HybridAndEncryptedFilesAreWhole) {
  EXPECT_EQ(shown_tables(read_pdf_bytes(bytes_of_case("hybrid.pdf"))),
            "A1=指标|B1=目标|A2=培训人数|B2=≥100人");
  EXPECT_EQ(shown_tables(read_pdf_bytes(bytes_of_case("empty-password-object-streams.pdf"))),
            shown_tables(read_pdf_bytes(bytes_of_case("linearized.pdf"))));
}

TEST(PdfWork, AFileThatTakesTooManyStepsEndsAtTheSamePage) {
  PdfMade made;
  for (int page = 0; page < 20; ++page) made.pages.push_back(small_table());
  const auto file = file_of(pdf_of(made), "t.pdf");
  std::vector<int> read;
  std::vector<int> ended;
  std::size_t a_page = 0;
  const auto take = [&](PdfPage&& page) {
    (page.work_ended ? ended : read).push_back(page.number);
    a_page = std::max(a_page, page.work);
    return std::size_t{0};
  };
  ASSERT_TRUE(read_pdf(file, {.take = take, .progress = {}}));
  EXPECT_EQ(read.size(), 20U);
  EXPECT_TRUE(ended.empty());
  read.clear();
  ASSERT_TRUE(read_pdf(file, {.take = take, .progress = {}, .work = 5 * (a_page + 100)}));
  EXPECT_EQ(read, (std::vector{1, 2, 3, 4, 5}));
  EXPECT_EQ(ended.size(), 15U);
}

TEST(PdfWork, WhiteTextOverThousandsOfAreasEnds) {
  std::string content = "0.5 g ";
  for (int i = 0; i < 4000; ++i) content += fmt::format("{} {} 8 8 re f ", 300 + i % 60, 100 + i / 60);
  std::string line;
  for (int i = 0; i < 500; ++i) line += "7532";
  content += "1 g ";
  for (int i = 0; i < 100; ++i) content += fmt::format("BT /F1 1 Tf 10 {} Td <{}> Tj ET ", 700 - i, line);
  content += "0 g " + pdf_text(50, 500, "看得见");
  const auto document = read_content(content);
  EXPECT_EQ(ids_of(document), "I165 I163");
  EXPECT_EQ(document->prose->text, "看得见\n");
}

}  // namespace
}  // namespace jiheng::office
