// What the directory of an old office file says, of whole, cut and circular ones.
#include "engine/office/old/old_office_file.h"

#include <gtest/gtest.h>

#include "tests/unit/office/ole_files.h"

namespace jiheng::office {
namespace {

std::string kind(const std::string& bytes) {
  constexpr std::string_view kNames[] = {"none", "damaged", "workbook", "word", "sealed", "other"};
  const OldOfficeFile file = old_office_file_in(bytes);
  return std::string(kNames[static_cast<std::size_t>(file.kind)]) + (file.encrypted ? "!" : "");
}

TEST(OldOfficeFile, TheDirectorySaysWhatIsInside) {
  EXPECT_EQ(kind(ole_of({{"Workbook", workbook_head(false)}})), "workbook");
  EXPECT_EQ(kind(ole_of({{"\5SummaryInformation", ""}, {"Book", workbook_head(false)}})), "workbook");
  EXPECT_EQ(kind(ole_of({{"1Table", ""}, {"WordDocument", word_head(false)}})), "word");
  EXPECT_EQ(kind(ole_of({{"PowerPoint Document", ""}})), "other");
  EXPECT_EQ(kind(ole_of({{"EncryptionInfo", ""}, {"EncryptedPackage", ""}})), "sealed!");
  EXPECT_EQ(kind(ole_of({{"Workbook", workbook_head(false), true}})), "other");  // of an embedded table
  EXPECT_EQ(kind("{\\rtf1\\ansi x}"), "word");
  EXPECT_EQ(kind("PK\x03\x04"), "none");
  EXPECT_EQ(kind(""), "none");
}

TEST(OldOfficeFile, PasswordsAreSeen) {
  EXPECT_EQ(kind(ole_of({{"Workbook", workbook_head(true)}})), "workbook!");
  EXPECT_EQ(kind(ole_of({{"WordDocument", word_head(true)}})), "word!");
}

TEST(OldOfficeFile, CutOnesAndGarbageAreDamaged) {
  const std::string whole = ole_of({{"Workbook", workbook_head(false) + std::string(9000, 'x')}});
  EXPECT_EQ(kind(whole), "workbook");
  for (std::size_t size = 8; size + 512 < whole.size(); size += 131)
    EXPECT_EQ(kind(whole.substr(0, size)), "damaged") << size;
  EXPECT_EQ(kind("\xD0\xCF\x11\xE0..."), "damaged");
  EXPECT_EQ(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(9000, 'g')), "damaged");
  EXPECT_EQ(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(9000, '\0')), "damaged");
}

TEST(OldOfficeFile, CirclesEnd) {
  std::string file = ole_of({{"A", ""}, {"Workbook", workbook_head(false)}});
  const auto put = [&](std::size_t at, std::uint32_t value) { file.replace(at, 4, low_first(value, 4)); };
  put(512 + 4, 1);  // the directory goes on in itself
  EXPECT_EQ(kind(file), "workbook");
  put(1024 + 128 + 72, 1);  // the first entry is its own neighbour
  EXPECT_EQ(kind(file), "other");
  put(68, 0);  // the tables of sectors go on in themselves
  put(72, 0xFFFFFFFF);
  EXPECT_EQ(kind(file), "other");
}

}  // namespace
}  // namespace jiheng::office
