// Kinds by content and ending: a table of names and first bytes.
#include "engine/intake/document_kind.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/unit/office/ole_files.h"
#include "tests/unit/office/packages.h"

namespace jiheng::intake {

namespace {

std::string kind_name(const std::string& name, const std::string& bytes) {
  const auto found = kind_of(std::make_shared<const base::Source>(base::Source{name, bytes}));
  if (!found) return found.problems.front().id;
  constexpr std::string_view kNames[] = {"scorecards", "text", "delimited",    "workbook", "word",
                                         "pdf",        "page", "old_workbook", "old_word", "archive"};
  return std::string(kNames[static_cast<std::size_t>(found->kind)]) + (found->ending_misleads ? "!" : "");
}

TEST(DocumentKind, TextsGoByTheirEndingElseByTheirLook) {
  const std::string csv = "一级指标,二级指标,三级指标\n产出指标,数量指标,培训人数\n";
  EXPECT_EQ(kind_name("a.txt", csv), "text");
  EXPECT_EQ(kind_name("a.CSV", csv), "delimited");
  EXPECT_EQ(kind_name("a.tsv", "一行文字"), "delimited");
  EXPECT_EQ(kind_name("-", csv), "delimited");
  EXPECT_EQ(kind_name("-", "一级指标\t二级指标\t三级指标\n产出指标\t数量指标\t人数\n"), "delimited");
  EXPECT_EQ(kind_name("-", "第三部分 决算情况说明\n\n一、概况，人员，经费\n"), "text");
  EXPECT_EQ(kind_name("-", "# 建议方案 甲\n类型: 项目\n"), "scorecards");
  EXPECT_EQ(kind_name("-", "自评表:\n  - 类型: 项目\n"), "scorecards");
  EXPECT_EQ(kind_name("-", "{\"类型\":\"项目\",\"年度\":2023,\"方案\":\"national-2020\"}"), "scorecards");
  EXPECT_EQ(kind_name("1.json", " {\n\t\"自评表\": [\n 1, 2,\n 3, 4]}\n"), "scorecards");
  EXPECT_EQ(kind_name("-", "{}"), "scorecards");
  EXPECT_EQ(kind_name("-", "{注} 一级指标\n"), "text");
  EXPECT_EQ(kind_name("a.txt", "{\"类型\":\"项目\"}"), "text");
  EXPECT_EQ(kind_name("-", "项目名称：渠道清淤\n"), "text");
  EXPECT_EQ(kind_name("a.yml", "x"), "scorecards");
  EXPECT_EQ(kind_name("2023.年/决算", "x"), "text");
  for (const char* name : {"a.xlsx", "a.txt", "a.zip", "2023.年/决算"})
    EXPECT_EQ(kind_name(name, ""), "I108") << name;
  EXPECT_EQ(kind_name("a.html", "x"), "page");
  EXPECT_EQ(kind_name("a.xls", "\xEF\xBB\xBF<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"),
            "page!");
  EXPECT_EQ(kind_name("-", "<!DOCTYPE html><table>"), "page");
  EXPECT_EQ(kind_name("a.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"),
            "page");
  EXPECT_EQ(kind_name("a.txt", "<table><tr><td>一级指标</td></tr></table>"), "text");
  EXPECT_EQ(kind_name("a.md", "<!-- 说明 -->\n第一部分\n"), "text");
  EXPECT_EQ(kind_name("a.pdf", "%PDF-1.7"), "pdf");
  EXPECT_EQ(kind_name("a.docx", "%PDF-1.7"), "pdf!");
  EXPECT_EQ(kind_name("-", "%PDF-1.4\n"), "pdf");
  EXPECT_EQ(kind_name("a.PDF", "HTTP/1.1 200\n%PDF-1.4\n"), "pdf");
  EXPECT_EQ(kind_name("a.txt", "里面写着 %PDF-1.4"), "text");
  EXPECT_EQ(kind_name("a.pdf", "x"), "pdf");  // its reader says that it is damaged
}

TEST(DocumentKind, CsvUnderTheNameOfAWorkbook) {
  const std::string csv = "一级指标,二级指标,三级指标\n产出指标,数量指标,培训人数\n";
  EXPECT_EQ(kind_name("a.xls", csv), "delimited!");
  EXPECT_EQ(kind_name("a.xlsx", csv), "delimited!");
  EXPECT_EQ(kind_name("a.xls", "项目绩效自评表\n"), "text!");
  EXPECT_EQ(kind_name("a.et", csv), "delimited!");
  EXPECT_EQ(kind_name("a.xls", office::utf16_of("项目名称\t渠道清淤\n")), "delimited!");
  EXPECT_EQ(kind_name("a.xls", "自评表\n项目名称,甲\n" + csv), "delimited!");
  EXPECT_EQ(kind_name("a.zip", csv), "delimited!");
  EXPECT_EQ(kind_name("a.xls", std::string("\x09\x04\x06\x00", 4)), "I108");
  EXPECT_EQ(kind_name("a.rar", std::string(9, '\1')), "I108");
  EXPECT_EQ(kind_name("a.xlsx", "x"), "workbook");  // its reader says that it is damaged
}

TEST(DocumentKind, WhatCannotBeReadIsSaidByContentAndByEnding) {
  EXPECT_EQ(kind_name("a.txt", "\xD0\xCF\x11\xE0..."), "I108");
  EXPECT_EQ(kind_name("a.txt", "\x89PNG\r\n"), "I106");
  for (const char* name : {"a.OFD", "a.jpg", "a.odt", "a.xlsb"}) {
    EXPECT_EQ(kind_name(name, "x"), "I106") << name;
  }
  EXPECT_EQ(kind_name("a.xlsx", "PK\x03\x04..."), "I108");
  EXPECT_EQ(kind_name("a.txt", "MM 文字"), "text");
}

TEST(DocumentKind, ContainersAreToldByTheirContent) {
  using namespace office;
  const std::string book = ole_of({{"Workbook", workbook_head(false)}});
  const std::string word = ole_of({{"WordDocument", word_head(false)}});
  EXPECT_EQ(kind_name("a.xls", book), "old_workbook");
  EXPECT_EQ(kind_name("a.ET", book), "old_workbook");
  EXPECT_EQ(kind_name("-", book), "old_workbook");
  EXPECT_EQ(kind_name("a.xlsx", book), "old_workbook!");
  EXPECT_EQ(kind_name("a.doc", book), "old_workbook!");
  EXPECT_EQ(kind_name("a.wps", word), "old_word");
  EXPECT_EQ(kind_name("a.doc", "{\\rtf1 x}"), "old_word");
  EXPECT_EQ(kind_name("a.doc", ole_of({{"PowerPoint Document", ""}})), "I106");
  EXPECT_EQ(kind_name("a.doc", word.substr(0, 3000)), "I108");
  const std::string zip = archive_of({{"a.txt", "x"}});
  EXPECT_EQ(kind_name("a.zip", zip), "archive");
  EXPECT_EQ(kind_name("a.docx", zip), "archive!");
  EXPECT_EQ(kind_name("a.tar.gz", archive_of({{"a.txt", "x"}}, kTarGz)), "archive");
  EXPECT_EQ(kind_name("a.rar", rar5_of({{"a.txt", "x"}})), "archive");
  EXPECT_EQ(kind_name("a.zip", package_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", ""}})),
            "workbook!");
  EXPECT_EQ(kind_name("a.zip", package_of({{"[Content_Types].xml", "<Types/>"}, {"ppt/a.xml", ""}})), "I106");
  EXPECT_EQ(kind_name("a.txt", zip), "archive!");
  EXPECT_EQ(kind_name("a.txt", "BZh 开头的文字"), "text");
}

TEST(DocumentKind, EveryEndingHasOneKind) {
  std::set<std::string_view> endings;
  for (const KindRow& row : kinds()) {
    std::string_view rest = row.endings;
    while (!rest.empty()) {
      const std::string_view ending = rest.substr(0, rest.find(' '));
      EXPECT_TRUE(endings.insert(ending).second) << ending;
      EXPECT_TRUE(is_document_ending(ending) || is_scorecard_ending(ending)) << ending;
      rest.remove_prefix(std::min(ending.size() + 1, rest.size()));
    }
  }
  EXPECT_FALSE(is_document_ending(""));
  EXPECT_FALSE(is_document_ending(".png"));
}

}  // namespace
}  // namespace jiheng::intake
