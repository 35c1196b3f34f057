// Archives of every kind with names in every encoding, and such as are made to harm.
#include "engine/office/archive/archive_members.h"

#include <gtest/gtest.h>

#include "engine/office/zip_package.h"
#include "tests/unit/office/archives.h"
#include "tests/unit/office/packages.h"

namespace jiheng::office {
namespace {

diag::Result<ArchiveMembers> members(const std::string& bytes) {
  return members_of_archive(archive_file(bytes),
                            [](std::string_view name) { return !name.ends_with(".png"); });
}

/// "甲/a.txt=内容 b.txt=x I109"
std::string shown(const diag::Result<ArchiveMembers>& result) {
  std::string out;
  if (result) {
    for (const ArchiveMember& m : result->taken) out += m.name + "=" + m.bytes.substr(0, 20) + " ";
    for (const std::string& name : result->left) out += "-" + name + " ";
  }
  for (const diag::Diagnostic& d : result.problems) out += d.id + " ";
  return out;
}

const std::string kGbk = "\xBC\xD7\xB5\xA5\xCE\xBB/\xD7\xD4\xC6\xC0.txt";  // 甲单位/自评.txt

TEST(ArchiveMembers, EveryKindGivesTheSame) {
  const Files files = {{"乙.txt", "二"}, {"甲单位/自评.txt", "一"}, {"图.png", "x"}};
  const std::string expected = "乙.txt=二 甲单位/自评.txt=一 -图.png ";
  for (const Packing& packing : {kZip, kSevenZip, kTar, kTarGz, kTarXz}) {
    const std::string bytes = archive_of(files, packing);
    EXPECT_TRUE(is_archive(bytes));
    EXPECT_EQ(shown(members(bytes)), expected);
  }
  EXPECT_EQ(shown(members(package_of(files))), expected);  // marked as UTF-8
  EXPECT_EQ(shown(members(rar5_of(files))), expected);
  EXPECT_TRUE(is_archive(rar4_of(files)));
  EXPECT_TRUE(is_archive(rar5_of(files)));
}

TEST(ArchiveMembers, NamesInGbkAreRead) {
  const Files files = {{kGbk, "一"}};
  for (const std::string& bytes : {archive_of(files), archive_of(files, kTar), rar4_of(files)})
    EXPECT_EQ(shown(members(bytes)), "甲单位/自评.txt=一 ");
  EXPECT_EQ(shown(members(rar4_of({{"a\\b.txt", "x"}}))), "a/b.txt=x ");
}

TEST(ArchiveMembers, NamesThatLeadOutAreLeft) {
  EXPECT_EQ(shown(members(archive_of({{"../a.txt", "1"}, {"b.txt", "2"}}))), "b.txt=2 I111 ");
  EXPECT_EQ(shown(members(archive_of({{"甲/../../a.txt", "1"}}))), "I111 ");
  EXPECT_EQ(shown(members(archive_of({{"/etc/a.txt", "1"}, {"b.txt", "2"}}, kTar))), "b.txt=2 I111 ");
  EXPECT_EQ(shown(members(rar4_of({{"C:\\a.txt", "1"}, {"b.txt", "2"}}))), "b.txt=2 I111 ");
  EXPECT_EQ(shown(members(archive_of({{"a.txt", "1"}, {"a.txt", "2"}}))), "a.txt=1 I111 ");
  EXPECT_EQ(shown(members(archive_of({{"甲/", ""}, {"甲/a..b.txt", "1"}}))), "甲/a..b.txt=1 ");
}

TEST(ArchiveMembers, LimitsHold) {
  const Files bomb = {{"a.txt", std::string(32U << 20U, 'x')}};
  for (const Packing& packing : {kZip, kSevenZip, kTarGz, kTarXz})
    EXPECT_EQ(shown(members(archive_of(bomb, packing))), "I110 ");
  EXPECT_EQ(shown(members(archive_of({{"a.png", bomb[0].second}}))),
            "I110 ");  // not wanted, counted all the same
  EXPECT_EQ(shown(members(archive_of({{"a.txt", std::string(900000, 'x')}}))).substr(0, 12), "a.txt=xxxxxx");
  Files many;
  for (std::size_t i = 0; i <= kMaxParts; ++i) many.emplace_back(std::to_string(i) + ".txt", "");
  EXPECT_EQ(shown(members(archive_of(many))), "I110 ");
  many.pop_back();
  EXPECT_EQ(members(archive_of(many))->taken.size(), kMaxParts);
  const std::string once = archive_of({{"a.txt", "1"}}, kTarGz);
  EXPECT_EQ(shown(members_of_archive(archive_file(std::string(kMaxPackageBytes + 1, 'x')), {})), "I110 ");
  EXPECT_EQ(shown(members(once)), "a.txt=1 ");
}

TEST(ArchiveMembers, OneFileUnderAPasswordLeavesTheOthers) {
  EXPECT_EQ(shown(members(package_of({{"a.txt", "1"}, {"b.txt", "2"}}, "secret"))), "I109 I109 ");
}

TEST(ArchiveMembers, DamagedOnesGiveWhatCanBeRead) {
  std::string text;
  for (unsigned i = 0; i < 5000; ++i) text += std::to_string(i * 2654435761U % 9973);
  const Files files = {{"a.txt", "1"}, {"b.txt", text}, {"c.txt", "3"}};
  for (const Packing& packing : {kZip, kTarGz, kTarXz, kTar, kSevenZip}) {
    const std::string whole = archive_of(files, packing);
    for (const std::size_t size : {whole.size() / 2, whole.size() / 4, std::size_t{40}}) {
      const auto read = members(whole.substr(0, size));
      EXPECT_FALSE(read.problems.empty()) << size;
      for (const diag::Diagnostic& d : read.problems) EXPECT_EQ(d.id, "I108");
    }
  }
  std::string flipped = archive_of(files);
  flipped[flipped.find("b.txt") + 200] ^= 0x55;
  EXPECT_EQ(shown(members(flipped)).substr(0, 8), "a.txt=1 ");
  EXPECT_NE(shown(members(flipped)).find("I108"), std::string::npos);
  for (const std::string& head :
       {std::string("PK\x03\x04"), std::string("7z\xBC\xAF\x27\x1C"), std::string("Rar!\x1A\x07\x01\0", 8),
        std::string("\x1F\x8B\x08"), std::string("BZh91AY&SY"), std::string("Rar!\x1A\x07\0", 7)}) {
    EXPECT_TRUE(is_archive(head));
    for (const std::string& rest : {std::string(), std::string(3000, 'g'), std::string(3000, '\0')})
      EXPECT_EQ(shown(members(head + rest)).find_first_not_of("I1089 "), std::string::npos);
  }
}

TEST(ArchiveMembers, AnArchiveThatIsPackedTwiceIsRefused) {
  const std::string once = archive_of({{"a.txt", "1"}}, kTarGz);
  std::string twice(1U << 20U, '\0');
  std::size_t size = 0;
  archive* a = archive_write_new();
  archive_write_set_format_raw(a);
  archive_write_add_filter_gzip(a);
  archive_write_open_memory(a, twice.data(), twice.size(), &size);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(a, entry);
  archive_write_data(a, once.data(), once.size());
  archive_entry_free(entry);
  archive_write_close(a);
  archive_write_free(a);
  twice.resize(size);
  EXPECT_EQ(shown(members(twice)), "I110 ");
}

TEST(ArchiveMembers, WhatIsAnArchive) {
  EXPECT_FALSE(is_archive("%PDF-1.7"));
  EXPECT_FALSE(is_archive(""));
  EXPECT_FALSE(is_archive("项目绩效自评表"));
  EXPECT_TRUE(is_archive(archive_of({{"a", "1"}}, kTar)));
}

}  // namespace
}  // namespace jiheng::office
