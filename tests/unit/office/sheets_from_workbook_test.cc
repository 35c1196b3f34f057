#include "engine/office/workbook/sheets_from_workbook.h"

#include <gtest/gtest.h>

#include "engine/diag/print.h"
#include "engine/model/helper_sheets.h"
#include "tests/property/rounds.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/office/workbooks.h"

namespace jiheng::office {

using namespace intake;  // NOLINT: a sheet and the tables in it
namespace {

const std::string kCases = JIHENG_SOURCE_DIR "/tests/cases/import/";

/// What a person sees in the three files of the same workbook: written with openpyxl (formulas not computed), and saved
/// by LibreOffice as xlsx and as ods.
const std::string kSeen =
    "A1:H2 项目绩效自评表|（2023年度）\n"
    "A3 三级指标\nB3 完成值\n"
    "A4 培训合格率\nB4 # 96%\nC4 # 97.75%\nD4 # 29%\nE4 # 120%\n"
    "A5 完成时间\nB5 # 2024-12-31\nC5 # 2024-12-31\nD5 # 2024年12月\nE5 # 12月31日\nF5 # 2024-03-05 08:30\n"
    "A6 培训人数\nB6 # 1437\nC6 # 17.5\nD6 # 500份\nE6 # -4.4\nF6 # 8\nG6 # 1258\nH6 # 12345678.9\n";
const std::string kTruth = "A7 TRUE\nB7 FALSE\n";
const std::string kTruthOfLibreOffice = "A7 = TRUE\nB7 = FALSE\n";  // it saves them as formulas
const std::string kTexts = "C7 # 0\nD7 ≥96%\nE7 =100%\nF7 007\n";
const std::string kComputed = "A8 # = 35\nB8 = 已完成\nC8 = #DIV/0!\nD8 = TRUE\nE8 # = 97.75%\n";
const std::string kCorner = "H12 角\n";

TEST(SheetsFromWorkbook, AFileOfOpenpyxlHasNoValuesOfFormulas) {
  const auto sheets = read_workbook(file_text(kCases + "workbook-openpyxl.xlsx"));
  ASSERT_TRUE(sheets);
  ASSERT_EQ(sheets->size(), 2U);
  EXPECT_EQ(text_of((*sheets)[0]), kSeen + kTruth + kTexts + kCorner);
  EXPECT_EQ((*sheets)[0].source->sheet, "自评表");
  EXPECT_EQ((*sheets)[0].rows, 12);
  EXPECT_EQ((*sheets)[0].columns, 8);
  EXPECT_EQ(text_of((*sheets)[1]), "B2 隐藏\n");
  ASSERT_EQ(ids_of(sheets.problems), "I114 I117");
  EXPECT_EQ(sheets.problems[0].message, "有 6 格的公式没有算过的值，当作空格：A8、B8、C8、D8、E8、F8");
  EXPECT_EQ(diag::to_text(sheets.problems[0].place), "t.xlsx:自评表!A8");
  EXPECT_EQ(sheets.problems[1].message, "工作表“底稿”是隐藏的，照样读了");
}

TEST(SheetsFromWorkbook, FilesOfLibreOfficeAreReadAlikeInBothFormats) {
  for (const char* name : {"workbook-libreoffice.xlsx", "workbook-libreoffice.ods"}) {
    const auto sheets = read_workbook(file_text(kCases + name));
    ASSERT_TRUE(sheets) << name;
    ASSERT_EQ(sheets->size(), 2U) << name;
    EXPECT_EQ(text_of((*sheets)[0]), kSeen + kTruthOfLibreOffice + kTexts + kComputed + kCorner) << name;
    EXPECT_EQ(text_of((*sheets)[1]), "B2 隐藏\n") << name;
    ASSERT_EQ(ids_of(sheets.problems), "I116 I117") << name;
    EXPECT_EQ(sheets.problems[0].message, "有 1 格是错误值（#DIV/0! 一类）：C8") << name;
  }
}

TEST(SheetsFromXlsx, TextsOfAllKindsAreJoined) {
  XlsxTexts texts;
  texts.texts =
      "<si><t>产出</t></si><si><r><t>培</t></r><r><rPr><b/></rPr><t>训 </t></r><rPh sb=\"0\" "
      "eb=\"1\"><t>ペイ</t></rPh></si>"
      "<si><t>一_x000D_\n二&lt;三&#x56DB;_x0041__x005F_x0042_</t></si><si/>";
  texts.sheet =
      "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c "
      "t=\"s\"><v>3</v></c>"
      "<c t=\"inlineStr\"><is><r><t>行</t></r><r><t>内</t></r></is></c><c t=\"str\"><f>A1</f><v>结果</v></c>"
      "<c t=\"inlineStr\"><is><t> </t></is></c></row></sheetData>";
  EXPECT_EQ(sheet_text(xlsx_of(texts)), "A1 产出\nB1 培训 \nC1 一|二<三四A_x0042_\nE1 行内\nF1 = 结果\n");
}

TEST(SheetsFromXlsx, StylesSayHowNumbersAreShown) {
  XlsxTexts texts;
  texts.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0&quot;份&quot;\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf "
      "numFmtId=\"164\"/></cellXfs>";
  texts.sheet =
      "<sheetData><row r=\"2\"><c r=\"B2\"><v>17.5</v></c><c r=\"C2\" s=\"1\"><v>0.96</v></c>"
      "<c r=\"D2\" s=\"2\"><v>45657</v></c><c r=\"E2\" s=\"3\"><v>500</v></c>"
      "<c r=\"F2\" t=\"d\"><v>2024-12-31T00:00:00</v></c></row></sheetData>";
  EXPECT_EQ(sheet_text(xlsx_of(texts)),
            "B2 # 17.5\nC2 # 96%\nD2 # 2024-12-31\nE2 # 500份\nF2 # 2024-12-31\n");
  texts.workbook_head = "<workbookPr date1904=\"1\"/>";
  EXPECT_NE(sheet_text(xlsx_of(texts)).find("D2 # 2029-01-01\n"), std::string::npos) << "1462 days later";
}

TEST(SheetsFromXlsx, MergedCellsStandOnceAndWhatTheyCoverIsSaid) {
  const std::string sheet =
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"D1\"><v>4</v></c></row>"
      "<row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"C3\"><v>6</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C2:C4\"/><mergeCell "
      "ref=\"A3:A4\"/></mergeCells>";
  const auto sheets = read_workbook(xlsx_of({sheet}));
  ASSERT_EQ(ids_of(sheets.problems), "I119");
  EXPECT_EQ(sheets.problems[0].message, "有 2 格没有取：B1、C3");
  EXPECT_EQ(text_of(sheets->front()), "A1:B2 # 1\nD1 # 4\nA3:A4 # 5\n");
  EXPECT_EQ(sheets->front().rows, 4);
  EXPECT_EQ(sheets->front().columns, 4);
}

TEST(SheetsFromXlsx, WholeColumnsAndRowsAreMergedAsFarAsTheSheetIsFilled) {
  const std::string rows =
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"4\"><c "
      "r=\"C4\"><v>2</v></c></row></sheetData>";
  EXPECT_EQ(sheet_text(xlsx_of({rows + "<mergeCells><mergeCell ref=\"H:I\"/></mergeCells>"})),
            "A1 # 1\nC4 # 2\n");
  EXPECT_EQ(sheet_text(xlsx_of({rows + "<mergeCells><mergeCell ref=\"A:B\"/></mergeCells>"})),
            "A1:B4 # 1\nC4 # 2\n");
  EXPECT_EQ(sheet_text(xlsx_of({rows + "<mergeCells><mergeCell ref=\"1:2\"/></mergeCells>"})),
            "A1:C2 # 1\nC4 # 2\n");
  EXPECT_EQ(sheet_text(xlsx_of({rows + "<mergeCells><mergeCell ref=\"I:H\"/></mergeCells>"})),
            "problems: I108");
}

TEST(SheetsFromXlsx, HiddenRowsColumnsAndZerosAreNotRead) {
  const auto sheets = read_workbook(
      xlsx_of({"<sheetViews><sheetView showZeros=\"0\"/></sheetViews><cols><col min=\"3\" max=\"3\" "
               "hidden=\"1\"/></cols>"
               "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>0</v></c><c "
               "r=\"C1\"><v>3</v></c></row>"
               "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>4</v></c></row>"
               "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>5</v></c></row></sheetData>"
               "<mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells>"}));
  ASSERT_TRUE(sheets);
  EXPECT_EQ(text_of(sheets->front()), "A1 # 1\nA3:A4 # 5\n") << "a merged cell is seen where it reaches out";
  ASSERT_EQ(ids_of(sheets.problems), "I129 I127");
  EXPECT_EQ(sheets.problems[0].message, "第 2 行，C 列是隐藏的，里面的 2 格没有读");
  EXPECT_EQ(sheets.problems[1].message, "有 1 格里有值，表上看不见，当作空格：B1");
}

TEST(SheetsFromXlsx, StylesByTheTenThousandAreRead) {
  XlsxTexts texts;
  texts.styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0&quot;份&quot;\"/></numFmts><cellXfs>";
  for (int i = 0; i < 65000; ++i)
    texts.styles += "<xf numFmtId=\"" + std::to_string(i % 2 == 0 ? 9 : 164) + "\" fontId=\"" +
                    std::to_string(i * 7919 % 100000) + "\"/>";
  texts.styles += "</cellXfs><cellStyles>";
  for (int i = 0; i < 60000; ++i)
    texts.styles += "<cellStyle name=\"样式" + std::to_string(i) + "\" xfId=\"0\"/>";
  texts.styles += "</cellStyles><dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0%\"/></dxf></dxfs>";
  texts.sheet = "<sheetData><row><c s=\"64998\"><v>0.5</v></c><c s=\"64999\"><v>8</v></c></row></sheetData>";
  EXPECT_EQ(sheet_text(xlsx_of(texts)), "A1 # 50%\nB1 # 8份\n");
}

TEST(SheetsFromXlsx, WithoutItsStylesANumberIsAsStoredAndSaid) {
  Parts parts = xlsx_parts({"<sheetData><row><c><v>1</v></c><c s=\"3\"><v>0.5</v></c></row></sheetData>"});
  std::erase_if(parts, [](const auto& part) { return part.first == "xl/styles.xml"; });
  EXPECT_EQ(sheet_text(package_of(parts), "I128"), "A1 # 1\nB1 # 0.5\n");
}

TEST(SheetsFromXlsx, RadicalsAreReadAsTheIdeographsTheyLookLike) {
  EXPECT_EQ(sheet_text(xlsx_of_rows("<row><c t=\"inlineStr\"><is><t>⼯作⽬标</t></is></c><c "
                                    "t=\"inlineStr\"><is><t>⽤户</t></is></c></row>"),
                       "I139"),
            "A1 工作目标\nB1 用户\n");
}

TEST(SheetsFromXlsx, CellsInAnyOrderAreSorted) {
  EXPECT_EQ(sheet_text(xlsx_of_rows("<row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\"><v>3</v></c></row>"
                                    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")),
            "A1 # 1\nA2 # 3\nB2 # 4\n");
  EXPECT_EQ(
      sheet_text(xlsx_of_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"), "I119"),
      "A1 # 1\n");
  EXPECT_EQ(
      sheet_text(xlsx_of_rows(
          "<row><c><v>1</v></c><c r=\"E1\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>")),
      "A1 # 1\nE1 # 2\nF1 # 3\nA2 # 4\n")
      << "places that are left out count on";
}

TEST(SheetsFromXlsx, FormulasGiveTheirStoredResult) {
  EXPECT_EQ(sheet_text(xlsx_of_rows(
                "<row><c><f>1+1</f><v>2</v></c><c t=\"b\"><f>TRUE</f><v>1</v></c><c t=\"b\"><v>0</v></c>"
                "<c t=\"str\"><f>\"\"</f><v></v></c></row>")),
            "A1 # = 2\nB1 = TRUE\nC1 FALSE\n");
  EXPECT_EQ(
      sheet_text(xlsx_of_rows("<row><c><f>1+1</f></c><c><f>1+1</f><v></v></c><c><v>3</v></c></row>"), "I114"),
      "C1 # 3\n");
  EXPECT_EQ(
      sheet_text(xlsx_of_rows("<row><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"e\"><v>#N/A</v></c></row>"),
                 "I116"),
      "A1 = #DIV/0!\nB1 #N/A\n");
}

TEST(SheetsFromXlsx, WhatCannotBeReadIsListedAndLeftEmpty) {
  EXPECT_EQ(
      sheet_text(
          xlsx_of_rows(
              "<row><c t=\"s\"><v>7</v></c><c t=\"s\"><v>-1</v></c><c><v>abc</v></c><c s=\"9\"><v>1</v></c>"
              "<c t=\"?\"><v>1</v></c><c><v>1e300</v></c><c><v>1</v></c></row>"),
          "I119"),
      "G1 # 1\n");
}

TEST(SheetsFromXlsx, AListOfManyCellsIsCutAndCounted) {
  std::string row = "<row>";
  for (int i = 0; i < 30; ++i) row += "<c><f>1</f></c>";
  const auto sheets = read_workbook(xlsx_of_rows(row + "<c><v>1</v></c></row>"));
  ASSERT_EQ(ids_of(sheets.problems), "I114");
  EXPECT_EQ(sheets.problems[0].message,
            "有 30 "
            "格的公式没有算过的值，当作空格：A1、B1、C1、D1、E1、F1、G1、H1、I1、J1、K1、L1、M1、N1、O1、P1、"
            "Q1、R1、S1、T1……");
}

TEST(SheetsFromXlsx, SheetsThatThisProgramWroteBesideItsFormsAreLeft) {
  const auto named = [](const std::string& name, std::string_view first) {
    Parts parts = xlsx_parts({"<sheetData><row><c t=\"inlineStr\"><is><t>" + std::string(first) +
                              "</t></is></c><c><f>1+1</f></c></row></sheetData>"});
    for (auto& [path, text] : parts) {
      if (path == "xl/workbook.xml") text = replaced(text, "name=\"表\"", "name=\"" + name + "\"");
    }
    return read_workbook(package_of(parts));
  };
  for (const model::HelperSheet& helper : model::kHelperSheets) {
    const auto left = named(std::string(helper.name), helper.title);
    EXPECT_TRUE(left && left->empty()) << helper.name;
    EXPECT_EQ(ids_of(left.problems), "");
    const auto of_a_person = named(std::string(helper.name), "计分依据");
    EXPECT_TRUE(of_a_person && of_a_person->size() == 1) << helper.name;
    EXPECT_EQ(ids_of(of_a_person.problems), "I114");
    EXPECT_EQ(named("表一", helper.title)->size(), 1U);
  }
}

/// A sound workbook with one part in another spelling.
std::string xlsx_with(const std::string& part, const std::string& xml) {
  Parts parts = xlsx_parts(
      {"<sheetData><row><c t=\"s\"><v>0</v></c><c><v>5</v></c></row></sheetData>", "", "<si><t>五</t></si>"});
  for (auto& [name, text] : parts) {
    if (name == part) text = xml;
  }
  return package_of(parts);
}

TEST(SheetsFromXlsx, PartsInUtf16AreRead) {
  const std::string sheet =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<worksheet><sheetData><row><c "
      "t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>六</t></is></c></row></sheetData></worksheet>";
  EXPECT_EQ(sheet_text(xlsx_with("xl/worksheets/sheet1.xml", utf16_of(sheet))), "A1 五\nB1 六\n");
  EXPECT_EQ(sheet_text(xlsx_with("xl/sharedStrings.xml", utf16_of("<sst><si><t>七</t></si></sst>"))),
            "A1 七\nB1 # 5\n");
  EXPECT_EQ(sheet_text(xlsx_with("xl/sharedStrings.xml", "\xEF\xBB\xBF<sst><si><t>八</t></si></sst>")),
            "A1 八\nB1 # 5\n");
}

TEST(SheetsFromXlsx, AnyPrefixAndBothNamespacesAreRead) {
  for (const char* space : {"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                            "http://purl.oclc.org/ooxml/spreadsheetml/main"}) {
    const std::string sheet =
        "<x:worksheet xmlns:x=\"" + std::string(space) +
        "\"><x:sheetData><x:row r=\"2\"><x:c r=\"B2\" t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData>"
        "<x:mergeCells><x:mergeCell ref=\"B2:C3\"/></x:mergeCells></x:worksheet>";
    EXPECT_EQ(sheet_text(xlsx_with("xl/worksheets/sheet1.xml", sheet)), "B2:C3 五\n");
    EXPECT_EQ(sheet_text(xlsx_with("xl/sharedStrings.xml", "<s:sst xmlns:s=\"" + std::string(space) +
                                                               "\"><s:si><s:t>九</s:t></s:si></s:sst>")),
              "A1 九\nB1 # 5\n");
  }
}

TEST(SheetsFromXlsx, DeclarationsAndBrokenPartsAreRefusedWithTheirPart) {
  const std::string bomb =
      "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row>"
      "</sheetData></worksheet>";
  const std::string cut = "<worksheet><sheetData><row><c><v>5</v></c></row>";
  const std::string part = "xl/worksheets/sheet1.xml";
  for (const auto& [xml, id] : std::vector<std::pair<std::string, std::string>>{
           {bomb, "I112"},
           {utf16_of(bomb), "I112"},
           {"<!DOCTYPE worksheet><worksheet/>", "I112"},
           {cut, "I108"},
           {utf16_of(cut), "I108"},
           {"<worksheet><sheetData/></worksheet><worksheet/>", "I108"},
           {"<x:worksheet><x:sheetData/></x:worksheet>", "I108"}}) {
    const auto sheets = read_workbook(xlsx_with(part, xml));
    ASSERT_EQ(ids_of(sheets.problems), id) << xml;
    EXPECT_NE(sheets.problems[0].message.find(part), std::string::npos) << sheets.problems[0].message;
  }
}

TEST(SheetsFromXlsx, PlacesOutsideTheSheetAreDamage) {
  for (const char* rows :
       {"<row r=\"0\"><c><v>1</v></c></row>", "<row r=\"1048577\"><c><v>1</v></c></row>", "<row r=\"x\"/>",
        "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row><c r=\"1\"/></row>",
        "<row><c r=\"A99999999999\"/></row>", "<row><c r=\"AAAAAAAAAAAAAA1\"/></row>", "<c><v>1</v></c>"}) {
    EXPECT_EQ(ids_of(read_workbook(xlsx_of_rows(rows)).problems), "I108") << rows;
  }
  EXPECT_EQ(ids_of(read_workbook(xlsx_of({"<mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>"})).problems),
            "I108");
  EXPECT_EQ(sheet_text(xlsx_of_rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")),
            "XFD1048576 # 1\n");
}

TEST(SheetsFromXlsx, PartsThatAreMissingOrWrongAreNamed) {
  const Parts parts = xlsx_parts({"<sheetData/>"});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Parts less = parts;
    less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
    const bool formats = parts[i].first == "xl/styles.xml";  // without them numbers are as stored
    EXPECT_EQ(ids_of(read_workbook(package_of(less)).problems), i == 0    ? "I118"
                                                                : formats ? ""
                                                                          : "I108")
        << parts[i].first;
    for (const char* text : {"", "<a>", "<a></b>", "文字"}) {
      Parts wrong = parts;
      wrong[i].second = text;
      const auto sheets = read_workbook(package_of(wrong));
      EXPECT_FALSE(sheets) << parts[i].first << " " << text;
    }
    Parts hostile = parts;
    hostile[i].second = "<!DOCTYPE a [<!ENTITY a \"b\">]>" + hostile[i].second;
    EXPECT_EQ(ids_of(read_workbook(package_of(hostile)).problems), "I112") << parts[i].first;
  }
}

TEST(SheetsFromWorkbook, WhatIsNoWorkbookIsRefused) {
  EXPECT_EQ(ids_of(read_workbook("").problems), "I108");
  EXPECT_EQ(ids_of(read_workbook(package_of({{"a.txt", "a"}})).problems), "I118");
  EXPECT_EQ(
      ids_of(read_workbook(package_of({{"mimetype", "application/vnd.oasis.opendocument.text"}})).problems),
      "I118");
  Parts binary = xlsx_parts({""});
  binary[0].second = replaced(binary[0].second, "workbook.xml", "workbook.bin");
  EXPECT_EQ(ids_of(read_workbook(package_of(binary)).problems), "I118");
  const std::string whole = xlsx_of_rows("<row><c><v>1</v></c></row>");
  EXPECT_EQ(ids_of(read_workbook(whole.substr(0, whole.size() / 2)).problems), "I108");
}

TEST(SheetsFromWorkbook, LinksToOtherFilesAreSaidAndNotFollowed) {
  Parts parts = xlsx_parts({"<sheetData><row><c><f>[1]a!A1</f><v>3</v></c></row></sheetData>"});
  parts.emplace_back("xl/externalLinks/_rels/externalLink1.xml.rels",
                     "<Relationships><Relationship Id=\"r1\" Target=\"file:///d/2022.xlsx\" "
                     "TargetMode=\"External\"/></Relationships>");
  EXPECT_EQ(sheet_text(package_of(parts), "I113"), "A1 # = 3\n");
}

TEST(SheetsFromWorkbook, AMillionBlankRowsCostNothing) {
  std::string rows;
  for (int row = 1; row <= rounds(300000); ++row) {
    rows += "<row r=\"" + std::to_string(row) + "\" s=\"1\"><c r=\"A" + std::to_string(row) +
            "\" s=\"0\"/></row>";
  }
  EXPECT_EQ(sheet_text(xlsx_of_rows(rows + "<row r=\"1048576\"><c r=\"C1048576\"><v>1</v></c></row>")),
            "C1048576 # 1\n");
}

TEST(SheetsFromWorkbook, SixHundredThousandCellsAreRead) {
  constexpr int kRows = rounds(60000);
  std::string rows;
  for (int row = 0; row < kRows; ++row) {
    rows += "<row>";
    for (int column = 0; column < 10; ++column)
      rows += "<c><v>" + std::to_string(row * 10 + column) + "</v></c>";
    rows += "</row>";
  }
  const auto sheets = read_workbook(xlsx_of_rows(rows));
  ASSERT_TRUE(sheets);
  ASSERT_EQ(sheets->front().cells.size(), 10U * kRows);
  EXPECT_EQ(sheets->front().cells.back().text, std::to_string(10 * kRows - 1));
  EXPECT_EQ(sheets->front().cells.back().row, kRows);
}

TEST(SheetsFromWorkbook, ManyMergedCellsThatEndAreLeftBehind) {
  std::string merges = "<mergeCells>";
  for (int row = 1; row <= 200; ++row) {
    for (int column = 0; column < 300; ++column) {
      const std::string name{static_cast<char>('A' + column / 26), static_cast<char>('A' + column % 26)};
      merges += "<mergeCell ref=\"" + name + std::to_string(row) + ":" + name + std::to_string(row) + "\"/>";
    }
  }
  EXPECT_EQ(
      sheet_text(xlsx_of(
          {"<sheetData><row r=\"1\"><c r=\"AB1\"><v>1</v></c></row><row r=\"300\"><c r=\"ZZ300\"><v>2</v></c>"
           "</row></sheetData>" +
           merges + "</mergeCells>"})),
      "AB1 # 1\nZZ300 # 2\n");
}

TEST(SheetsFromWorkbook, TooManyCellsAreRefused) {
  // One text of 200 kB, shown by 2000 cells: 400 MB in the sheet, a few kB in the file.
  std::string text;
  for (unsigned i = 0; text.size() < 200000; ++i) text += std::to_string(i * 2654435761U);
  XlsxTexts texts;
  texts.texts = "<si><t>" + text + "</t></si>";
  texts.sheet = "<sheetData>";
  for (int row = 0; row < 2000; ++row) texts.sheet += "<row><c t=\"s\"><v>0</v></c></row>";
  texts.sheet += "</sheetData>";
  EXPECT_EQ(ids_of(read_workbook(xlsx_of(texts)).problems), "I115");
}

std::string ods_of(const std::string& table, const std::string& styles = "") {
  return package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                     {"content.xml", "<office:document-content" + std::string(kOdsNamespaces) + ">" + styles +
                                         "<office:body><office:spreadsheet>" + table +
                                         "</office:spreadsheet></office:body></office:document-content>"}});
}
std::string ods_of_rows(const std::string& rows) {
  return ods_of("<table:table table:name=\"表\">" + rows + "</table:table>");
}
std::string ods_cell(const std::string& type, const std::string& value, const std::string& shown) {
  return "<table:table-cell office:value-type=\"" + type + "\" " + value + "><text:p>" + shown +
         "</text:p></table:table-cell>";
}

TEST(SheetsFromOds, ValuesAreExactAndWordsAsShown) {
  EXPECT_EQ(
      sheet_text(ods_of_rows(
          "<table:table-row>" + ods_cell("percentage", "office:value=\"0.996\"", "100%") +
          ods_cell("float", "office:value=\"1437.25\"", "1,437.3份") +
          ods_cell("float", "office:value=\"12345\"", "1.2万") +
          ods_cell("currency", "office:value=\"5\"", "¥5.00") +
          ods_cell("boolean", "office:boolean-value=\"true\"", "TRUE") +
          ods_cell("date", "office:date-value=\"2024-12-31T08:30:00\"", "2024-12-31 08:30") +
          ods_cell("date", "office:date-value=\"2024-12-01\"", "2024年12月") + "</table:table-row>")),
      "A1 # 99.6%\nB1 # 1437.25份\nC1 # 1.2345万\nD1 # 5\nE1 TRUE\nF1 # 2024-12-31 08:30\nG1 # 2024年12月\n");
}

TEST(SheetsFromOds, WhatFormatsDoIsSeenInTheText) {
  const auto row = [](const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
  };
  EXPECT_EQ(
      sheet_text(ods_of_rows(row(ods_cell("percentage", "office:value=\"0.95\"", "≥95%") +
                                 ods_cell("float", "office:value=\"1250000\"", "125.0万元") +
                                 ods_cell("float", "office:value=\"20231231\"", "2023年12月31日") +
                                 ods_cell("float", "office:value=\"75\"", "达标") +
                                 ods_cell("float", "office:value=\"-1000\"", "(1,000)") +
                                 ods_cell("float", "office:value=\"12345\"", "1.23E+04") +
                                 ods_cell("date", "office:date-value=\"2024-12-31\"", "2024年12月31日前")))),
      "A1 # ≥95%\nB1 # 125万元\nC1 # 2023年12月31日\nD1 # 达标\nE1 # -1000\nF1 # 12345\n"
      "G1 # 2024年12月31日前\n");
  EXPECT_EQ(sheet_text(ods_of_rows(row(ods_cell("float", "office:value=\"0\"", "-") +
                                       ods_cell("float", "office:value=\"-5\"", "5"))),
                       "I128"),
            "A1 # 0\nB1 # -5\n");
  EXPECT_EQ(
      sheet_text(ods_of_rows(row(ods_cell("float", "office:value=\"0\"", "") + ods_cell("string", "", "甲"))),
                 "I127"),
      "B1 甲\n");
  EXPECT_EQ(
      sheet_text(ods_of_rows("<table:table-column/><table:table-column table:visibility=\"collapse\"/>" +
                             row(ods_cell("string", "", "甲") + ods_cell("string", "", "乙"))),
                 "I129"),
      "A1 甲\n");
}

TEST(SheetsFromOds, TextsWithSpacesLinesAndNotes) {
  EXPECT_EQ(
      sheet_text(ods_of_rows(
          "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>批注"
          "</text:p></office:annotation><text:p>一<text:s text:c=\"2\"/>二<text:line-break/><text:span>三"
          "</text:span></text:p><text:p>四</text:p><draw:frame><text:p>图</text:p></draw:frame>"
          "</table:table-cell></table:table-row>")),
      "A1 一  二|三|四\n");
}

TEST(SheetsFromOds, PrefixesMayBeAnyAndThePartInUtf16) {
  const std::string spaces = "urn:oasis:names:tc:opendocument:xmlns:";
  const std::string content = "<o:document-content xmlns:o=\"" + spaces + "office:1.0\" xmlns:x=\"" + spaces +
                              "table:1.0\" xmlns=\"" + spaces +
                              "text:1.0\"><x:table x:name=\"表\"><x:table-row><x:table-cell "
                              "o:value-type=\"float\" o:value=\"7\"><p>7份</p></x:table-cell></x:table-row>"
                              "</x:table></o:document-content>";
  for (const std::string& xml : {content, utf16_of(content)}) {
    EXPECT_EQ(sheet_text(package_of(
                  {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", xml}})),
              "A1 # 7份\n");
  }
}

TEST(SheetsFromOds, RepeatedCellsAndRowsAreCounted) {
  EXPECT_EQ(
      sheet_text(ods_of_rows("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
                             "table:number-columns-repeated=\"3\"/>"
                             "<table:table-cell table:number-columns-repeated=\"2\" "
                             "office:value-type=\"float\" office:value=\"7\"/>"
                             "</table:table-row>"
                             "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell "
                             "table:number-columns-repeated=\"16384\"/>"
                             "</table:table-row><table:table-row>" +
                             ods_cell("string", "", "底") + "</table:table-row>")),
      "D1 # 7\nE1 # 7\nD2 # 7\nE2 # 7\nA1048576 底\n");
  const std::string full =
      "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell "
      "table:number-columns-repeated=\"16384\" ";
  EXPECT_EQ(
      ids_of(read_workbook(
                 ods_of_rows(full + "office:value-type=\"float\" office:value=\"7\"/></table:table-row>"))
                 .problems),
      "I115");
  EXPECT_EQ(ids_of(read_workbook(ods_of_rows(full + "table:formula=\"of:=1\"/></table:table-row>")).problems),
            "I115");
}

TEST(SheetsFromOds, MergedFormulaAndErrorCells) {
  EXPECT_EQ(sheet_text(
                ods_of_rows(
                    "<table:table-row><table:table-cell table:number-columns-spanned=\"2\" "
                    "table:number-rows-spanned=\"1\" "
                    "office:value-type=\"string\"><text:p>合</text:p></table:table-cell>"
                    "<table:covered-table-cell "
                    "office:value-type=\"string\"><text:p>盖</text:p></table:covered-table-cell>"
                    "<table:table-cell table:formula=\"of:=1\"/>"
                    "<table:table-cell table:formula=\"of:=1/0\" calcext:value-type=\"error\" "
                    "office:value-type=\"string\" "
                    "office:string-value=\"\"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"),
                "I114 I116 I119"),
            "A1:B1 合\nD1 = #DIV/0!\n");
}

TEST(SheetsFromOds, HiddenTablesAreReadAndCopiesOfOtherFilesAreNot) {
  const std::string row = "<table:table-row>" + ods_cell("string", "", "字") + "</table:table-row>";
  const std::string bytes =
      ods_of("<table:table table:name=\"甲\" table:style-name=\"ta2\">" + row +
                 "</table:table>"
                 "<table:table table:name=\"'file:///b.ods'#$乙\"><table:table-source/>" +
                 row +
                 "</table:table>"
                 "<table:table "
                 "table:name=\"丙\"><table:shapes><draw:frame><table:table><table:table-row/></table:table></"
                 "draw:frame></table:shapes>" +
                 row + "</table:table>",
             "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
             "table:display=\"false\"/></style:style>");
  const auto sheets = read_workbook(bytes);
  ASSERT_EQ(ids_of(sheets.problems), "I117");
  ASSERT_EQ(sheets->size(), 2U);
  EXPECT_EQ((*sheets)[0].source->sheet, "甲");
  EXPECT_EQ((*sheets)[1].source->sheet, "丙");
  EXPECT_EQ(text_of((*sheets)[1]), "A1 字\n");
}

TEST(SheetsFromOds, AFileUnderAPasswordIsNamed) {
  EXPECT_EQ(
      ids_of(read_workbook(package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                       {"content.xml", "\x8F\x01\x02"},
                                       {"META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"}}))
                 .problems),
      "I109");
}

}  // namespace
}  // namespace jiheng::office
