#include "engine/office/word/sheets_from_docx.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "engine/intake/tables/tables_from_text.h"
#include "engine/office/sheet_limits.h"
#include "tests/unit/intake/forms.h"
#include "tests/unit/office/word_documents.h"

namespace jiheng::office {

using namespace intake;  // NOLINT: a sheet and the tables in it
namespace {

TEST(SheetsFromDocx, CellsHaveTheirRowAndColumn) {
  const auto document = read(p(r("标题")) + tbl(tr(c("甲") + c("乙")) + tr(c("") + c("丙"))));
  EXPECT_EQ(tables_of(document), "表格1 A1=甲|B1=乙|B2=丙");
  EXPECT_TRUE(document.problems.empty());
  const Sheet& sheet = document->tables[0];
  EXPECT_EQ(sheet.source->name, "t.docx");
  EXPECT_EQ(sheet.rows, 2);
  EXPECT_EQ(sheet.columns, 2);
}

TEST(SheetsFromDocx, MergedCellsStandOnceWithTheirReach) {
  EXPECT_EQ(tables_of(read(tbl(tr(c("产出", kRestart) + c("甲", "<w:gridSpan w:val=\"2\"/>") + c("1")) +
                               tr(c("", kContinue) + c("乙") + c("丙") + c("2")) +
                               tr(c("", "<w:vMerge w:val=\"continue\"/>") + c("丁") + c("戊") + c("3")) +
                               tr(c("效益", kRestart) + c("己") + c("庚") + c("4"))))),
            "表格1 A1(3x1)=产出|B1(1x2)=甲|D1=1|B2=乙|C2=丙|D2=2|B3=丁|C3=戊|D3=3|A4=效益|B4=己|C4=庚|D4=4");
  // Both ways at once, and the old way of merging to the side.
  EXPECT_EQ(
      tables_of(read(tbl(tr(c("甲", std::string("<w:gridSpan w:val=\"2\"/>") + kRestart) + c("1")) +
                         tr(c("", std::string("<w:gridSpan w:val=\"2\"/>") + kContinue) + c("2")) +
                         tr(c("乙", "<w:hMerge w:val=\"restart\"/>") + c("", "<w:hMerge/>") + c("3"))))),
      "表格1 A1(2x2)=甲|C1=1|C2=2|A3(1x2)=乙|C3=3");
  // A cell that continues nothing begins one.
  EXPECT_EQ(tables_of(read(
                tbl(tr(c("甲", kContinue) + c("1")) + tr(c("", kContinue) + c("2")) + tr(c("乙") + c("3"))))),
            "表格1 A1(2x1)=甲|B1=1|B2=2|A3=乙|B3=3");
}

TEST(SheetsFromDocx, RowsThatBeginLaterKeepTheirColumns) {
  EXPECT_EQ(tables_of(read(tbl(tr(c("甲") + c("乙") + c("丙")) +
                               tr(c("丁"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")))),
            "表格1 A1=甲|B1=乙|C1=丙|B2=丁");
}

TEST(SheetsFromDocx, ATableInACellIsASheetOfItsOwn) {
  const auto document = read(
      tbl(tr(c("甲") + tc(p(r("前")) + tbl(tr(c("内1") + c("内2"))) + p(r("后")))) + tr(c("乙") + c("丙"))) +
      tbl(tr(c("丁") + c("戊"))));
  EXPECT_EQ(tables_of(document), "表格1 A1=甲|B1=前/后|A2=乙|B2=丙\n表格2 A1=内1|B1=内2\n表格3 A1=丁|B1=戊");
}

TEST(SheetsFromDocx, AFrameAroundTextOrTablesIsNoTable) {
  const auto inner = tbl(tr(c("内1") + c("内2")));
  // One cell; one cell a row with a table in one of them; one cell inside a cell.
  auto document = read(tbl(tr(tc(p(r("框里的字")) + inner))));
  EXPECT_EQ(tables_of(document), "表格1 A1=内1|B1=内2");
  EXPECT_EQ(document->prose->text, "框里的字\n");
  ASSERT_EQ(document->tables[0].above.size(), 1U);
  document = read(tbl(tr(c("自评表")) + tr(tc(inner + p("")))));
  EXPECT_EQ(tables_of(document), "表格1 A1=内1|B1=内2");
  EXPECT_EQ(document->tables[0].above.at(0).text, "自评表");
  EXPECT_EQ(tables_of(read(tbl(tr(tc(tbl(tr(c("里"))) + p("")) + c("外"))))), "表格1 A1=里|B1=外");
  // A list of one column without a table in it is a table.
  EXPECT_EQ(tables_of(read(tbl(tr(c("一")) + tr(c("二"))))), "表格1 A1=一|A2=二");
}

TEST(SheetsFromDocx, AlternativesAreReadOnceAndTextBoxesToo) {
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><wps:wsp><wps:txbx>"
      "<w:txbxContent>" +
      p(r("框")) + tbl(tr(c("内1") + c("内2"))) +
      "</w:txbxContent></wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict>"
      "<v:textbox><w:txbxContent>" +
      p(r("框")) + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  const auto document = read(p(r("段") + box) + tbl(tr(tc(p(r("甲") + box)) + c("x"))));
  EXPECT_EQ(tables_of(document), "表格1 A1=内1|B1=内2\n表格2 A1=甲/框|B1=x\n表格3 A1=内1|B1=内2");
  EXPECT_EQ(document->prose->text, "段\n框\n");
  EXPECT_EQ(text_of("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p(r("旧框")) +
                    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
            "旧框");
}

TEST(SheetsFromDocx, ParagraphsBetweenTablesStandAboveTheNextWithTheirPlaces) {
  const auto document =
      read(p(r("一")) + p("") + p("<w:r><w:t>二</w:t><w:br/><w:t>续</w:t></w:r>") +
           tbl(tr(c("甲") + c("乙"))) + p(r("三")) + tbl(tr(c("丙") + c("丁"))) + p(r("四")));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->prose->text, "一\n二 续\n三\n四\n");
  EXPECT_EQ(document->prose->name, "t.docx");
  ASSERT_EQ(document->tables.size(), 2U);
  ASSERT_EQ(document->tables[0].above.size(), 2U);
  const model::Field& second = document->tables[0].above[1];
  EXPECT_EQ(second.text, "二 续");
  EXPECT_EQ(second.place.source, document->prose);
  EXPECT_EQ(second.place.line, 2);
  EXPECT_EQ(second.place.column, 1);
  EXPECT_EQ(second.place.length, 3);
  ASSERT_EQ(document->tables[1].above.size(), 1U);
  EXPECT_EQ(document->tables[1].above[0].place.line, 3);
}

TEST(SheetsFromDocx, ClaimsAreReadFromTheProseAndOnlyTheRestStaysAboveOrIsPassedOver) {
  auto document = read(p(r("一、自评结论")) + p(r("全年预算数 50 万元，执行率 100%。")) +
                       p(r("项目绩效自评表")) + tbl(tr(c("甲") + c("60 万元"))) + p(r("附件")));
  ASSERT_TRUE(document);
  const Document claims = claims_around_sheets(forms(), document->prose, document->tables);
  ASSERT_EQ(claims.claims.size(), 1U);
  EXPECT_EQ(claims.claims[0].figures, (std::vector<std::string>{"50 万元", "100%"}));
  EXPECT_EQ(claims.claims[0].place.line, 2);
  EXPECT_TRUE(claims.tables.empty());
  ASSERT_EQ(document->tables[0].above.size(), 2U);  // the heading and the title, left to the reader of sheets
  EXPECT_EQ(document->tables[0].above[1].text, "项目绩效自评表");
  ASSERT_EQ(claims.passed_over.size(), 1U);
  EXPECT_EQ(claims.passed_over[0].text, "附件");
  EXPECT_EQ(claims.passed_over[0].place.line, 4);
}

// The forms as they were typed in: with python-docx, and with LibreOffice from an OpenDocument text.
// All 27 tables of the 2023 accounts as Word tables, level cells merged, against their transcription.
TEST(SheetsFromDocx, WhatIsNoWordFileIsRefused) {
  for (const Parts& parts :
       {Parts{{"xl/workbook.xml", "<workbook/>"}}, Parts{{"word/document.xml", "<w:glossary/>"}},
        Parts{{"word/document.xml", "<w:document/>"}},
        Parts{{"_rels/.rels",
               "<Relationships><Relationship Type=\"x/officeDocument\" "
               "Target=\"/xl/workbook.xml\"/></Relationships>"},
              {"xl/workbook.xml", "<workbook/>"}}}) {
    EXPECT_EQ(ids_of(sheets_from_docx(file_of(package_of(parts), "t.docx")).problems), "I123")
        << parts[0].first;
  }
  const std::string whole = docx_of(p(r("甲")));
  EXPECT_EQ(ids_of(sheets_from_docx(file_of(whole.substr(0, whole.size() / 2))).problems), "I108");
  EXPECT_EQ(ids_of(sheets_from_docx(file_of("")).problems), "I108");
  const auto xml_only = [](const std::string& xml) {
    return ids_of(sheets_from_docx(file_of(package_of({{"word/document.xml", xml}}))).problems);
  };
  EXPECT_EQ(xml_only("<w:document><w:body>"), "I108");
  EXPECT_EQ(xml_only("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b "
                     "\"&a;&a;\">]><w:document><w:body>&b;</w:body></w:document>"),
            "I112");
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:tbl><w:tr><w:tc>";
  std::string back;
  for (int i = 0; i < 300; ++i) back += "</w:tc></w:tr></w:tbl>";
  EXPECT_EQ(xml_only(document_xml(deep + back)), "I112");
}

TEST(SheetsFromDocx, TheMainPartIsTheOneThePackageNames) {
  const auto document =
      sheets_from_docx(file_of(package_of({{"_rels/.rels",
                                            "<Relationships><Relationship Type=\"http://x/officeDocument\" "
                                            "Target=\"word/document2.xml\"/></Relationships>"},
                                           {"word/document2.xml", document_xml(p(r("甲")))}})));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->prose->text, "甲\n");
}

TEST(SheetsFromDocx, LargeAndHostileFilesAreBounded) {
  std::string paragraphs;
  std::string same;
  for (std::uint64_t i = 1; i <= 1000000; ++i) {
    paragraphs += "<w:p w:rsidR=\"" + std::to_string(i * 2654435761U % 4294967296U) + "\"/>";
    same += "<w:p/>";
  }
  EXPECT_EQ(ids_of(read(same).problems), "I110");  // it inflates like a bomb
  const auto empty = read(paragraphs);
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->tables.empty());
  EXPECT_EQ(empty->prose->text, "");
  EXPECT_EQ(tables_of(read(tbl(tr(c("甲", "<w:gridSpan w:val=\"999999999\"/>") + c("乙"))))), "refused");
  EXPECT_EQ(ids_of(read(tbl(tr(c("甲") + c("乙"), "<w:gridBefore w:val=\"2147483647\"/>"))).problems),
            "I122");
  EXPECT_EQ(ids_of(read(tbl(tr(c(std::string(kMaxCellCharacters + 1, 'x')) + c("乙")))).problems), "I122");
  EXPECT_EQ(
      tables_of(read(tbl(tr(c("甲", "<w:gridSpan w:val=\"-5\"/>") + c("乙", "<w:gridSpan w:val=\"x\"/>"))))),
      "表格1 A1=甲|B1=乙");
  std::string rows;
  for (int i = 0; i < 20000; ++i)
    rows += tr(c(i == 0 ? "甲" : "", i == 0 ? kRestart : kContinue) + tc("", kContinue),
               "<!--" + std::to_string(i * i) + "-->");
  EXPECT_EQ(tables_of(read(tbl(rows + tr(c("") + c("末"))))), "表格1 A1(20000x1)=甲|B20001=末");
}

}  // namespace
}  // namespace jiheng::office
