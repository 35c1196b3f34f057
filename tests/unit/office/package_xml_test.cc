#include "engine/office/package_xml.h"

#include <gtest/gtest.h>

#include "tests/unit/office/packages.h"

namespace jiheng::office {

namespace {

diag::Result<std::string> read_part(const std::string& xml) {
  const auto package = ZipPackage::open(file_of(package_of({{"a.xml", xml}})));
  return read_xml(*package, "a.xml");
}

std::string nested(std::size_t depth) {
  std::string xml;
  for (std::size_t i = 0; i < depth; ++i) xml += "<a>";
  for (std::size_t i = 0; i < depth; ++i) xml += "</a>";
  return xml;
}

TEST(PackageXml, WellFormedPartsAreGivenWithoutByteOrderMark) {
  EXPECT_EQ(*read_part("\xEF\xBB\xBF<a/>"), "<a/>");
  const std::string xml =
      R"(<?xml version="1.0"?><a x="1>2" y='"'><!-- <b> --><![CDATA[<c>]]><d/>五&lt;</a>)";
  EXPECT_EQ(*read_part(xml), xml);
}

TEST(PackageXml, WhatIsNotWellFormedIsDamaged) {
  for (const char* xml :
       {"<a>", "<a></b>", "</a>", "<a", "<a x=\"1>", "<a><!-- </a>", "<a><![CDATA[</a>", "<?xml", "< a/>"}) {
    EXPECT_EQ(ids_of(read_part(xml).problems), "I108") << xml;
  }
  EXPECT_EQ(ids_of(read_part("<a>\xCE\xE5</a>").problems), "I108");  // 五 in GBK
}

TEST(PackageXml, ReferencesToCharactersThatXmlHasNotAreDamage) {
  const std::string good =
      "<a x=\"&quot;&#65;\">&lt;&gt;&amp;&apos;&#x4E00;&#10;&#x10FFFF;<![CDATA[&]]><!-- & --></a>";
  EXPECT_EQ(*read_part(good), good);
  for (const char* reference :
       {"&", "&;", "&a;", "&#;", "&#x;", "&#0;", "&#x1;", "&#xD800;", "&#xFFFE;", "&#x110000;",
        "&#99999999999999999999;", "&#-1;", "&#x41", "&lt", "&LT;", "&#X41;"}) {
    const std::string name = reference;
    EXPECT_EQ(ids_of(read_part("<a>" + name + "</a>").problems), "I108") << name;
    EXPECT_EQ(ids_of(read_part("<a x='" + name + "'/>").problems), "I108") << name;
  }
}

TEST(PackageXml, DeclarationsOfEntitiesAreRefused) {
  EXPECT_EQ(
      ids_of(read_part(R"(<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>)").problems),
      "I112");
  EXPECT_EQ(ids_of(read_part(R"(<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>)").problems), "I112");
  EXPECT_EQ(ids_of(read_part("<a><!ENTITY b \"b\"></a>").problems), "I112");
  EXPECT_EQ(ids_of(read_part(std::string("<\0a\0/\0>\0", 8)).problems), "I112");
}

TEST(PackageXml, Utf16IsReadByItsMark) {
  EXPECT_EQ(*read_part(utf16_of("<a>五</a>")), "<a>五</a>");
  EXPECT_EQ(*read_part(std::string("\xFE\xFF\0<\0a\0/\0>", 10)), "<a/>");  // the other order of bytes
  EXPECT_EQ(ids_of(read_part(utf16_of("<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>")).problems), "I112");
  EXPECT_EQ(ids_of(read_part(utf16_of(nested(kMaxXmlDepth + 1))).problems), "I112");
  EXPECT_EQ(ids_of(read_part(utf16_of("<a>")).problems), "I108");
  EXPECT_EQ(ids_of(read_part(utf16_of("<a/>") + "x").problems), "I108");                   // half a character
  EXPECT_EQ(ids_of(read_part("\xFF\xFE" + std::string("\x40\xD8", 2)).problems), "I108");  // half a pair
}

TEST(PackageXml, DeepNestingIsRefused) {
  EXPECT_EQ(ids_of(read_part(nested(kMaxXmlDepth)).problems), "");
  EXPECT_EQ(ids_of(read_part(nested(kMaxXmlDepth + 1)).problems), "I112");
  EXPECT_EQ(ids_of(read_part(nested(100000)).problems), "I112");
}

TEST(PackageXml, OutsideLinksAreCountedAndNotOpened) {
  const std::string relations =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
      R"(<Relationship Id="r1" Type="t" Target="file:///C:/a.xlsx" TargetMode="External"/>)"
      R"(<Relationship Id="r2" Type="t" Target="sheet1.xml"/></Relationships>)";
  const auto package = ZipPackage::open(file_of(
      package_of({{"xl/_rels/workbook.xml.rels", relations}, {"xl/externalLinks/_rels/1.rels", relations}})));
  const auto problems = outside_links(*package);
  ASSERT_EQ(ids_of(problems), "I113");
  EXPECT_EQ(problems[0].message, "文件里有 2 处指向外面的链接，一处也没有打开");
  const auto none = ZipPackage::open(file_of(package_of({{"a.rels", "<Relationships/>"}})));
  EXPECT_EQ(ids_of(outside_links(*none)), "");
  const auto hostile = ZipPackage::open(file_of(package_of({{"a.rels", "<!DOCTYPE a><a/>"}})));
  EXPECT_EQ(ids_of(outside_links(*hostile)), "I112");
}

}  // namespace
}  // namespace jiheng::office
