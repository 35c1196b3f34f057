// Kinds by content and ending: a table of names and first bytes.
#include "engine/intake/document_kind.h"

#include <gtest/gtest.h>

namespace jiheng::intake {

namespace {

std::string kind_name(const std::string& name, const std::string& bytes) {
  const auto found = kind_of(std::make_shared<const base::Source>(base::Source{name, bytes}));
  if (!found) return found.problems.front().id;
  constexpr std::string_view kNames[] = {"scorecards", "text", "delimited", "workbook",
                                         "word",       "pdf",  "page"};
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
  EXPECT_EQ(kind_name("-", "项目名称：渠道清淤\n"), "text");
  EXPECT_EQ(kind_name("a.yml", "x"), "scorecards");
  EXPECT_EQ(kind_name("2023.年/决算", ""), "text");
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
  EXPECT_EQ(kind_name("a.xls", "x"), "I105");
  EXPECT_EQ(kind_name("a.xlsx", "x"), "workbook");  // its reader says that it is damaged
}

TEST(DocumentKind, WhatCannotBeReadIsSaidByContentAndByEnding) {
  EXPECT_EQ(kind_name("a.txt", "\xD0\xCF\x11\xE0..."), "I105");
  EXPECT_EQ(kind_name("a.txt", "\x89PNG\r\n"), "I106");
  for (const char* name : {"a.OFD", "a.jpg", "a.odt", "a.wps", "a.et", "a.rar"}) {
    EXPECT_EQ(kind_name(name, "x"), "I106") << name;
  }
  EXPECT_EQ(kind_name("a.xlsx", "PK\x03\x04..."), "I108");
  EXPECT_EQ(kind_name("a.txt", "MM 文字"), "text");
}

}  // namespace
}  // namespace jiheng::intake
