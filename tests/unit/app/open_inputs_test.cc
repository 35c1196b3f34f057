// Archives and folders with everything mixed: which documents come out, under which names, what is said of the others.
#include "engine/app/inputs/open_inputs.h"

#include <gtest/gtest.h>

#include <atomic>

#include "engine/app/cards_from_paths.h"
#include "engine/app/import_documents.h"
#include "engine/base/files.h"
#include "engine/base/scratch_folder.h"
#include "tests/unit/intake/forms.h"
#include "tests/unit/office/ole_files.h"
#include "tests/unit/office/packages.h"

namespace jiheng::app {
namespace {

using office::archive_of;

std::string form(const std::string& title, const std::string& actual = "42公里") {
  return "项目绩效自评表\n项目名称," + title +
         "\n一级指标,二级指标,三级指标,年初目标值,实际完成值,分值,得分\n产出指标,数量指标,清淤渠道长度,"
         "≥40公里," +
         actual + ",50,50\n产出指标,质量指标,验收合格率,100%,100%,50,50\n";
}

/// "提交.zip/甲.csv:1 乙.csv:0 坏.xlsx:x | I108 I141": tables of each, what was said.
std::string shown(const ImportOutcome& outcome) {
  std::string out;
  for (const InputTally& input : outcome.inputs)
    out += input.path + ":" + (input.read ? std::to_string(input.tables) : "x") + " ";
  out += "|";
  for (const diag::Diagnostic& d : outcome.problems) out += " " + d.id;
  return out;
}

ImportOutcome imported(const std::string& bytes, unsigned threads = 1) {
  return import_documents({{"-"}, bytes, threads}, intake::forms());
}

TEST(OpenInputs, TheFilesOfAnArchiveAreDocuments) {
  const std::string zip = archive_of({{"乙/b.csv", form("乙项目")}, {"甲.csv", form("甲项目")}});
  const ImportOutcome outcome = imported(zip);
  EXPECT_EQ(shown(outcome), "-/乙/b.csv:1 -/甲.csv:1 |");
  ASSERT_EQ(outcome.documents.size(), 2U);
  EXPECT_EQ(outcome.documents[1].tables[0].id, "t02");
  EXPECT_EQ(outcome.documents[0].tables[0].rows[0].target.place.source->name, "-/乙/b.csv");
}

TEST(OpenInputs, OneThatCannotBeReadLeavesTheOthers) {
  const std::string bytes =
      archive_of({{"a.csv", form("甲")},
                  {"坏.xlsx", "PK\x03\x04..."},
                  {"坏.doc", "\xD0\xCF\x11\xE0..."},
                  {"旧.xls", office::ole_of({{"Workbook", office::workbook_head(false)}})},
                  {"说明.txt", "没有表"},
                  {"图.png", "x"},
                  {"b.csv", form("乙")}});
  EXPECT_EQ(shown(imported(bytes)),
            "-/a.csv:1 -/b.csv:1 -/坏.doc:x -/坏.xlsx:x -/旧.xls:x -/说明.txt:0 | I108 I108 I105 I141 I141");
}

TEST(OpenInputs, WhatSystemsLeaveBehindIsPassedOver) {
  const std::string bytes = archive_of({{"a.csv", form("甲")},
                                        {"~$a.csv", "x"},
                                        {"__MACOSX/._a.csv", "x"},
                                        {".DS_Store", "x"},
                                        {"甲/Thumbs.db", "x"},
                                        {"甲/__MACOSX/b.csv", "x"}});
  const ImportOutcome outcome = imported(bytes);
  EXPECT_EQ(shown(outcome), "-/a.csv:1 | I141");
  EXPECT_NE(outcome.problems[0].message.find("5 个系统和临时文件没有看"), std::string::npos);
}

TEST(OpenInputs, AnArchiveInAnArchiveIsOpenedOnce) {
  const std::string inner = archive_of({{"a.csv", form("甲")}}, office::kTarGz);
  const std::string deep = archive_of({{"最里.tgz", inner}, {"b.csv", form("乙")}});
  EXPECT_EQ(shown(imported(archive_of({{"里.tar.gz", inner}}))), "-/里.tar.gz/a.csv:1 |");
  EXPECT_EQ(shown(imported(archive_of({{"里.zip", deep}}))), "-/里.zip/b.csv:1 -/里.zip/最里.tgz:x | I106");
}

TEST(OpenInputs, AnArchiveWithoutTablesIsSaid) {
  EXPECT_EQ(shown(imported(archive_of({{"图.png", "x"}}))), "-:x | C104");
  EXPECT_EQ(shown(imported(archive_of({}))), "-:x | C104");
  EXPECT_EQ(shown(imported("7z\xBC\xAF\x27\x1C...")), "-:x | I108");
}

TEST(OpenInputs, ThreadsChangeNothing) {
  office::Files files;
  for (int i = 0; i < 40; ++i)
    files.emplace_back(std::to_string(i) + ".csv", form("项目" + std::to_string(i)));
  const std::string bytes = archive_of(files);
  EXPECT_EQ(shown(imported(bytes, 1)), shown(imported(bytes, 8)));
}

TEST(OpenInputs, HowFarItIsIsTold) {
  std::atomic<std::size_t> last = 0;
  std::atomic<std::size_t> most = 0;
  ImportRequest request{{"-"}, archive_of({{"a.csv", form("甲")}, {"b.csv", form("乙")}}), 2};
  request.means.progress = [&](std::size_t done, std::size_t all) {
    if (done > last) last = done;
    most = all;
  };
  static_cast<void>(import_documents(request, intake::forms()));
  EXPECT_EQ(last, 2U);
  EXPECT_EQ(most, 2U);
}

TEST(OpenInputs, AFolderMayHoldEverything) {
  const base::ScratchFolder folder("/tmp");
  const auto put = [&](const std::string& name, const std::string& bytes) {
    ASSERT_EQ(base::write_file(folder.path() + "/" + name, bytes, base::Overwrite::no), base::IoStatus::ok);
  };
  put("a.csv", form("甲"));
  put("b.zip", archive_of({{"甲.csv", form("乙")}}));
  put("c.xls", form("丙"));
  put("~$a.csv", "x");
  const ImportOutcome outcome = import_documents({{folder.path()}, {}}, intake::forms());
  EXPECT_EQ(shown(outcome), folder.path() + "/a.csv:1 " + folder.path() + "/b.zip/甲.csv:1 " + folder.path() +
                                "/c.xls:1 | I141 I140");
  const CardsRead cards = cards_from_paths(intake::forms(), {folder.path()}, {});
  EXPECT_EQ(cards.cards.size(), 3U);
  EXPECT_EQ(cards.files, 3U);
  EXPECT_EQ(cards.inputs.size(), 3U);
}

}  // namespace
}  // namespace jiheng::app
