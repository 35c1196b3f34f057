// Web pages -> tables, cell by cell, and the text around them.
#include "engine/office/html/sheets_from_html.h"

#include <gtest/gtest.h>

#include "tests/unit/office/pdfs.h"

namespace jiheng::office {
namespace {

diag::Result<WrittenDocument> page(const std::string& html) {
  return sheets_from_html(file_of("<!DOCTYPE html><meta charset=utf-8><body>" + html, "t.html"));
}

TEST(HtmlTables, SpansAndBreaks) {
  const auto document = page(
      "<h1>自评表</h1><p>单位：某局</p><table><tr><td rowspan=2>产出指标<td>数量<br>指标<td>≥96%</tr>"
      "<tr><td colspan=2>质量&nbsp;指标</tr><tr><th>总分<td><td>  100 </table><p>注：1。");
  EXPECT_EQ(shown_tables(document), "A1(2x1)=产出指标|B1=数量/指标|C1=≥96%|B2(1x2)=质量 指标|A3=总分|C3=100");
  EXPECT_EQ(document->prose->text, "自评表\n单位：某局\n注：1。\n");
  EXPECT_EQ(document->tables.at(0).above.size(), 2U);
}

TEST(HtmlTables, RowSpansEndWithTheTableAndCellsMoveAside) {
  EXPECT_EQ(shown_tables(page("<table><tr><td>甲<td rowspan=9>乙<td>丙<tr><td>丁<td>戊</table>")),
            "A1=甲|B1(2x1)=乙|C1=丙|A2=丁|C2=戊");
}

TEST(HtmlTables, WhatIsNotSeenOrIsOfThePageIsNotRead) {
  const auto document = page(
      "<nav>首页 > 公开</nav><script>var 甲 = '<table>';</script><style>td{}</style>"
      "<table><tr><td>甲<td>乙<a href=x>[下载]</a><tr style='display: none'><td>隐<td>隐"
      "<tr><td>丙<span hidden>隐</span><td>丁</table><a href=#>打印本页</a>");
  EXPECT_EQ(shown_tables(document), "A1=甲|B1=乙|A2=丙|B2=丁");
  EXPECT_EQ(document->prose->text, "");
  EXPECT_EQ(ids_of(document), "I129");
}

TEST(HtmlTables, TickBoxesChoicesAndRaisedNumbers) {
  EXPECT_EQ(shown_tables(page(
                "<table><tr><td>持续<input type=checkbox checked>新增<input type=checkbox><td>10m<sup>2</sup>"
                "<tr><td><select><option>否<option selected>是</select><td><input value=95%></table>")),
            "A1=持续☑新增□|B1=10m²|A2=是|B2=95%");
}

TEST(HtmlTables, TablesInTablesAndTablesThatAreOnlyLayout) {
  EXPECT_EQ(shown_tables(page("<table><tr><td>框<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table></table>")),
            "A1=甲|B1=乙|A2=丙|B2=丁");
  EXPECT_EQ(
      shown_tables(page("<table><tr><td>外<td><table><tr><td>甲<td>乙</table><tr><td>丙<td>丁</table>")),
      "A1=外|A2=丙|B2=丁\nA1=甲|B1=乙");
  EXPECT_EQ(page("<table><tr><td>一句话</table>")->prose->text, "一句话\n");
}

TEST(HtmlTables, OtherEncodingsAndSavedPages) {
  // 指标 in GBK, under the name that Excel's exports have.
  const auto gbk = sheets_from_html(file_of(
      "<html><meta charset=gb2312><table><tr><td>\xD6\xB8\xB1\xEA<td>1<tr><td>a<td>b</table>", "t.xls"));
  EXPECT_EQ(shown_tables(gbk), "A1=指标|B1=1|A2=a|B2=b");
  EXPECT_EQ(ids_of(gbk), "I120");
  const std::string saved =
      "From: <Saved by Browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; "
      "boundary=\"--X\"\r\n\r\n"
      "----X\r\nContent-Type: text/css\r\n\r\ntd{}\r\n----X\r\nContent-Type: "
      "text/html\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\n\r\n<table><tr><td>=E6=8C=87=\r\n=E6=A0=87<td "
      "class=3D\"x\">1<tr><td>a<td>b</table>\r\n----X--\r\n";
  EXPECT_TRUE(is_html(saved));
  EXPECT_EQ(shown_tables(sheets_from_html(file_of(saved, "t.mht"))), "A1=指标|B1=1|A2=a|B2=b");
  EXPECT_FALSE(is_html("一级指标,二级指标\n<table>"));
}

TEST(HtmlTables, StyleSheetsHideToo) {
  const auto document = page(
      "<style>.hide, td.no {display:none} #old { visibility : collapse } /* .show {display:none} */ .back "
      "{display:none} .back {display:table-row} @media print {.screen {display:none}} div .show "
      "{display:none}"
      "</style><table><tr><td>甲<span class='a hide'>隐</span><td class=screen>1件<td class=no>隐"
      "<tr class=hide><td>隐<td>隐<tr id=old><td>隐<td>隐<tr class=show><td>乙<td>2件"
      "<tr class=back><td>丙<td>3件<tr class=hide style='display:table-row'><td>丁<td>4件"
      "<tr height=0 style='mso-hide:all'><td>隐<td>隐</table>");
  EXPECT_EQ(shown_tables(document), "A1=甲|B1=1件|A2=乙|B2=2件|A3=丙|B3=3件|A4=丁|B4=4件");
  EXPECT_EQ(ids_of(document), "I129");
}

TEST(HtmlTables, AFewCellsWithoutLinesAroundALargerTableAreTheLayoutOfThePage) {
  const std::string form = "<table border=1><tr><td>指标<td>目标<tr><td>合格率<td>95%</table>";
  const auto document =
      page("<table width=1000><tr><td>栏目<td><h1>自评表</h1><p>单位：万元</p>" + form + "</table>");
  EXPECT_EQ(shown_tables(document), "A1=指标|B1=目标|A2=合格率|B2=95%");
  ASSERT_EQ(document->tables.at(0).above.size(), 3U);
  EXPECT_EQ(document->tables[0].above[1].text, "自评表");
  // With lines, or with more cells than the inner one, it is a table.
  EXPECT_EQ(shown_tables(page("<table border=1><tr><td>附表<td>" + form + "</table>")),
            "A1=附表\nA1=指标|B1=目标|A2=合格率|B2=95%");
  EXPECT_EQ(shown_tables(page("<table><tr><td>一<td>二<td>三<tr><td>四<td>五<td>" + form + "</table>")),
            "A1=一|B1=二|C1=三|A2=四|B2=五\nA1=指标|B1=目标|A2=合格率|B2=95%");
}

TEST(HtmlTables, StruckOutTextIsGoneAndBoxesOfTextAreRead) {
  EXPECT_EQ(shown_tables(page("<table><tr><td><del>90%</del>95%<td><textarea>群众外出</textarea></table>")),
            "A1=95%|B1=群众外出");
}

TEST(HtmlTables, MessagesMayHavePartsInParts) {
  const std::string saved =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"A\"\n\n--A\nContent-Type: "
      "multipart/alternative; boundary=\"B\"\n\n--B\nContent-Type: text/plain\n\nplain\n--B\nContent-Type: "
      "text/html\nContent-Transfer-Encoding: base64\n\n"
      "PHRhYmxlPjx0cj48dGQ+1rix6jx0ZD7Evw==\n--B--\n--A--\n";  // <table><tr><td>指标<td>目 in GBK
  EXPECT_EQ(shown_tables(sheets_from_html(file_of(saved, "t.mht"))), "A1=指标|B1=目");
}

TEST(HtmlTables, HostilePagesAreRefusedOrRead) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  EXPECT_EQ(shown_tables(page(deep)), "I112");
  EXPECT_EQ(shown_tables(page("<table><tr><td colspan=99999999>甲<td>乙</table>")), "I122");
  EXPECT_EQ(shown_tables(page("<table><tr><td>甲<td>乙<tr")), "A1=甲|B1=乙");
  EXPECT_EQ(shown_tables(page("</table></td><table><table><td>甲<td>乙")), "A1=甲|B1=乙");
}

}  // namespace
}  // namespace jiheng::office
