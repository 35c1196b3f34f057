#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "engine/report/faces/file_names.h"

namespace jiheng::report {
namespace {

TEST(FileStem, KeepsWhatEveryFileSystemTakes) {
  EXPECT_EQ(file_stem("p26 就业专项资金县级配套"), "p26 就业专项资金县级配套");
  EXPECT_EQ(file_stem("“三支一扶”（2023年）"), "“三支一扶”（2023年）");
}

TEST(FileStem, LeavesNoWayOutOfTheFolder) {
  EXPECT_EQ(file_stem("../../etc/passwd"), "_.._etc_passwd");
  EXPECT_EQ(file_stem("a\\b:c*d?e\"f<g>h|i"), "a_b_c_d_e_f_g_h_i");
  EXPECT_EQ(file_stem("."), "未命名");
  EXPECT_EQ(file_stem(".."), "未命名");
  EXPECT_EQ(file_stem(".hidden"), "hidden");
  EXPECT_EQ(file_stem("-rf"), "_-rf");
}

TEST(FileStem, FoldsSpacesAndControls) {
  EXPECT_EQ(file_stem("  a \t\n b\xE3\x80\x80 "), "a b");
  EXPECT_EQ(file_stem(std::string_view("a\0b\x1b", 4)), "a_b_");
  EXPECT_EQ(file_stem("\xE2\x80\xAE"
                      "a"),
            "_a");  // U+202E
  EXPECT_EQ(file_stem("\xFF"), "\xEF\xBF\xBD");
  EXPECT_EQ(file_stem(""), "未命名");
  EXPECT_EQ(file_stem(" . "), "未命名");
}

TEST(FileStem, AvoidsNamesOfDevices) {
  EXPECT_EQ(file_stem("CON"), "_CON");
  EXPECT_EQ(file_stem("nul.txt"), "_nul.txt");
  EXPECT_EQ(file_stem("Com1"), "_Com1");
  EXPECT_EQ(file_stem("COM10"), "COM10");
  EXPECT_EQ(file_stem("console"), "console");
}

TEST(FileStem, IsCutBetweenCharacters) {
  std::string title;
  for (int i = 0; i < 100; ++i) title += "表";
  const std::string stem = file_stem(title);
  EXPECT_EQ(stem.size(), kMaxStemBytes);  // 60 characters of 3 bytes
  EXPECT_FALSE(base::first_invalid_utf8(stem));
  EXPECT_FALSE(base::first_invalid_utf8(file_stem("a" + title)));
}

TEST(UniqueStems, NumbersTheSecond) {
  UniqueStems stems;
  EXPECT_EQ(stems.take("表"), "表");
  EXPECT_EQ(stems.take("表"), "表 (2)");
  EXPECT_EQ(stems.take("表 (2)"), "表 (2) (2)");
  EXPECT_EQ(stems.take("A/b"), "A_b");
  EXPECT_EQ(stems.take("a?B"), "a_B (2)");
}

}  // namespace
}  // namespace jiheng::report
