// A file written piece by piece: whole or not at all.
#include "engine/base/file_writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace jiheng::base {
namespace {

namespace fs = std::filesystem;

class FileWriterTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_ = fs::path(testing::TempDir()) / "jiheng_file_writer";
};

TEST_F(FileWriterTest, PiecesStandInTheirOrderUnderTheNameOnceTheyAreAllThere) {
  FileWriter file(path("a.csv"), Overwrite::no);
  file.write("一,");
  file.write("");
  file.write("二\n");
  EXPECT_FALSE(fs::exists(path("a.csv")));
  EXPECT_EQ(file.commit(), IoStatus::ok);
  EXPECT_EQ(text_of(path("a.csv")), "一,二\n");
  EXPECT_EQ(files(), 1U);
}

TEST_F(FileWriterTest, WhatIsNotCommittedLeavesNothing) {
  {
    FileWriter file(path("a.csv"), Overwrite::no);
    file.write("一");
  }
  EXPECT_EQ(files(), 0U);
}

TEST_F(FileWriterTest, AnOldFileStaysUntilTheNewOneIsWhole) {
  std::ofstream(path("a.csv")) << "旧";
  EXPECT_EQ(FileWriter(path("a.csv"), Overwrite::no).commit(), IoStatus::exists);
  FileWriter file(path("a.csv"), Overwrite::yes);
  file.write("新");
  EXPECT_EQ(text_of(path("a.csv")), "旧");
  EXPECT_EQ(file.commit(), IoStatus::ok);
  EXPECT_EQ(text_of(path("a.csv")), "新");
  EXPECT_EQ(files(), 1U);
}

TEST_F(FileWriterTest, AFileThatCameMeanwhileIsKept) {
  FileWriter file(path("a.csv"), Overwrite::no);
  file.write("我");
  std::ofstream(path("a.csv")) << "他";
  EXPECT_EQ(file.commit(), IoStatus::exists);
  EXPECT_EQ(text_of(path("a.csv")), "他");
  EXPECT_EQ(files(), 1U);
}

TEST_F(FileWriterTest, AFileThatIsKeptIsGoneOnWithBehindItsFirstBytes) {
  {
    FileWriter file(path("a.csv"), Overwrite::no, 0);
    file.write("一,二,三");
    EXPECT_EQ(file.sync(), IoStatus::ok);
    EXPECT_EQ(file.size(), 11U);
    FileWriter other(path("a.csv"), Overwrite::no, 0);
    EXPECT_EQ(other.status(), IoStatus::failed);
    EXPECT_TRUE(other.taken());
  }
  EXPECT_FALSE(fs::exists(path("a.csv")));
  EXPECT_EQ(text_of(path("a.csv.part")), "一,二,三");
  EXPECT_EQ(FileWriter(path("a.csv"), Overwrite::no, 12).status(), IoStatus::failed) << "it has fewer bytes";
  FileWriter file(path("a.csv"), Overwrite::no, 4);  // 一,
  file.write("四");
  EXPECT_EQ(file.commit(), IoStatus::ok);
  EXPECT_EQ(text_of(path("a.csv")), "一,四");
  EXPECT_EQ(files(), 1U);
}

TEST_F(FileWriterTest, AFileThatIsKeptCanBeThrownAway) {
  FileWriter file(path("a.csv"), Overwrite::no, 0);
  file.write("一");
  file.discard();
  EXPECT_EQ(files(), 0U);
}

TEST_F(FileWriterTest, WhereNoFileCanBe) {
  EXPECT_EQ(FileWriter(path("no/a.csv"), Overwrite::no).commit(), IoStatus::not_found);
  EXPECT_EQ(FileWriter(folder_.string(), Overwrite::yes).commit(), IoStatus::is_directory);
  FileWriter full("/dev/full", Overwrite::yes);
  full.write("x");
  EXPECT_EQ(full.commit(), IoStatus::not_a_file);
}

}  // namespace
}  // namespace jiheng::base
