#include "engine/office/zip_package.h"

#include <gtest/gtest.h>

#include "tests/unit/office/packages.h"

namespace jiheng::office {

namespace {

std::string ids_when_opened(const std::string& bytes) {
  return ids_of(ZipPackage::open(file_of(bytes)).problems);
}

/// The 4 little-endian bytes of a size.
std::string four(std::uint32_t n) {
  std::string out;
  for (int i = 0; i < 4; ++i) out += static_cast<char>((n >> (8 * i)) & 0xFFU);
  return out;
}

TEST(ZipPackage, GivesItsPartsByName) {
  const auto package = ZipPackage::open(
      file_of(package_of({{"xl/b.xml", "二"}, {"xl/", ""}, {"a.xml", std::string(5000, 'x')}})));
  ASSERT_TRUE(package);
  EXPECT_EQ(package->names(), (std::vector<std::string>{"xl/b.xml", "a.xml"}));
  EXPECT_TRUE(package->has("a.xml"));
  EXPECT_TRUE(package->has("A.xml")) << "names are the same in capitals";
  EXPECT_FALSE(package->has("c.xml"));
  EXPECT_EQ(*package->read("xl/b.xml"), "二");
  EXPECT_EQ(package->read("a.xml")->size(), 5000U);
  EXPECT_EQ(ids_of(package->read("c.xml").problems), "I108");
}

TEST(ZipPackage, OtherWritingsOfAName) {
  const auto package =
      ZipPackage::open(file_of(package_of({{"xl\\Workbook.xml", "甲"}, {"XL/b.xml", "乙"}})));
  ASSERT_TRUE(package);
  EXPECT_EQ(*package->read("xl/workbook.xml"), "甲");
  EXPECT_EQ(*package->read("xl/b.xml"), "乙");
  // They lead out of the package no more than others do, and one part has one name.
  for (const char* name : {"..\\a.xml", "xl\\..\\..\\a.xml", "\\a.xml", "C:\\a.xml"})
    EXPECT_EQ(ids_when_opened(package_of({{name, "x"}})), "I111") << name;
  EXPECT_EQ(ids_when_opened(package_of({{"xl/a.xml", "1"}, {"xl/A.xml", "2"}})), "I111");
  EXPECT_EQ(ids_when_opened(package_of({{"xl/a.xml", "1"}, {"xl\\a.xml", "2"}})), "I111");
}

TEST(ZipPackage, DamagedFilesAreRefused) {
  const std::string whole = package_of({{"a.xml", std::string(3000, 'x') + "abcdefgh"}, {"b.xml", "b"}});
  EXPECT_EQ(ids_when_opened(""), "I108");
  EXPECT_EQ(ids_when_opened("text"), "I108");
  EXPECT_EQ(ids_when_opened("PK\x03\x04"), "I108");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(ids_when_opened(whole.substr(0, size)), "I108") << size;
  }
}

TEST(ZipPackage, ADamagedPartIsRefused) {
  std::string bytes = package_of({{"a.xml", "abcdefgh"}});  // so short that it is stored
  const std::size_t at = bytes.find("abcdefgh");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'X';
  const auto package = ZipPackage::open(file_of(bytes));
  ASSERT_TRUE(package);
  const auto part = package->read("a.xml");
  EXPECT_FALSE(part);
  EXPECT_EQ(ids_of(part.problems), "I108");
}

TEST(ZipPackage, WhatInflatesTooMuchIsRefused) {
  // 3 MB of one letter deflate to 3 kB: 1000 times.
  EXPECT_EQ(ids_when_opened(package_of({{"a.xml", std::string(3000000, 'x')}})), "I110");
  // As much of text that is no joke to compress is read.
  std::string text;
  for (unsigned i = 0; text.size() < 3000000; ++i) text += std::to_string(i * 2654435761U) + " ";
  EXPECT_EQ(ids_when_opened(package_of({{"a.xml", text}})), "");
}

TEST(ZipPackage, ADeclaredSizeThatIsNotTrueIsRefusedWhileInflating) {
  const std::string bytes = package_of({{"a.xml", std::string(900000, 'x')}});
  // The directory says 500 bytes (both headers): the part is left after its first steps.
  const auto package = ZipPackage::open(file_of(replaced(bytes, four(900000), four(500))));
  ASSERT_TRUE(package);
  EXPECT_EQ(ids_of(package->read("a.xml").problems), "I110");
  const auto longer = ZipPackage::open(file_of(replaced(bytes, four(900000), four(900001))));
  ASSERT_TRUE(longer);
  EXPECT_EQ(ids_of(longer->read("a.xml").problems), "I108");
}

TEST(ZipPackage, TooManyPartsAndTooLargePartsAreRefused) {
  Parts parts;
  for (std::size_t i = 0; i <= kMaxParts; ++i) parts.emplace_back(std::to_string(i), "");
  EXPECT_EQ(ids_when_opened(package_of(parts)), "I110");
  parts.pop_back();
  EXPECT_EQ(ids_when_opened(package_of(parts)), "");
  const std::string bytes = package_of({{"a.xml", std::string(900000, 'x')}});
  EXPECT_EQ(ids_when_opened(replaced(bytes, four(900000), four(0x7FFFFFFF))), "I110");
  EXPECT_EQ(ids_when_opened("PK\x03\x04" + std::string(kMaxPackageBytes, ' ')), "I110");
}

TEST(ZipPackage, NamesThatLeadOutOfThePackageAreRefused) {
  for (const char* name : {"../a.xml", "xl/../../a", "xl/..", "/etc/a", "C:/a"}) {
    EXPECT_EQ(ids_when_opened(package_of({{name, "x"}})), "I111") << name;
  }
  EXPECT_EQ(ids_when_opened(package_of({{"a..b/c...xml", "x"}})), "");
  const std::string bytes = package_of({{"one.xml", "1"}, {"two.xml", "2"}});
  EXPECT_EQ(ids_when_opened(replaced(bytes, "two.xml", "one.xml")), "I111");
}

TEST(ZipPackage, PasswordsAreNamed) {
  EXPECT_EQ(ids_when_opened(package_of({{"a.xml", "x"}}, "secret")), "I109");
  // What Excel writes under a password is no zip: the old container, with a stream of this name in UTF-16.
  std::string container = "\xD0\xCF\x11\xE0 ... ";
  for (const char c : std::string("EncryptedPackage")) container += {c, '\0'};
  EXPECT_EQ(ids_when_opened(container), "I109");
}

TEST(ZipPackage, MessagesSayWhatToDo) {
  const auto package =
      ZipPackage::open(file_of(replaced(package_of({{"../aE[31m.xml", "x"}}), "aE[", "a\x1B[")));
  ASSERT_EQ(package.problems.size(), 1U);
  EXPECT_EQ(package.problems[0].message, "文件里有名称不正常的部分“../a [31m.xml”，没有读");
  EXPECT_EQ(package.problems[0].place.source->name, "t.xlsx");
  EXPECT_FALSE(package.problems[0].fix.empty());
}

}  // namespace
}  // namespace jiheng::office
