// 豁免.yaml: what is taken, and every problem of a file at its place.
#include <gtest/gtest.h>

#include "engine/rulebook/load.h"

namespace jiheng::rulebook {
namespace {

diag::Result<std::vector<model::Waiver>> read_waivers(std::string text) {
  return waivers_from_yaml(std::make_shared<const base::Source>(base::Source{"豁免.yaml", std::move(text)}));
}

std::string ids_and_lines(const diag::Result<std::vector<model::Waiver>>& result) {
  std::string ids;
  for (const auto& p : result.problems) {
    ids += (ids.empty() ? "" : " ") + p.id + ":" + std::to_string(p.place.line);
  }
  return ids;
}

std::string entry(const std::string& id, const std::string& place) {
  return "  - 编号: " + id + "\n    位置: " + place +
         "\n    原因: 上级另行评定\n    谁: 绩效科\n    日期: 2024-03-01\n";
}

TEST(WaiversFromYaml, InATableAndInAText) {
  const auto waivers = read_waivers("豁免:\n" + entry("a204", "{表: p26, 指标: 培训人数}") +
                                    entry("A105", "{表: p26}") + entry("A307", "{文件: 公开.txt, 行: 12}"));
  EXPECT_EQ(ids_and_lines(waivers), "");
  ASSERT_TRUE(waivers);
  ASSERT_EQ(waivers->size(), 3U);
  EXPECT_EQ((*waivers)[0].id.text, "A204");
  EXPECT_EQ((*waivers)[0].table.text, "p26");
  EXPECT_EQ((*waivers)[0].indicator.text, "培训人数");
  EXPECT_EQ((*waivers)[0].reason.text, "上级另行评定");
  EXPECT_EQ((*waivers)[0].by.text, "绩效科");
  EXPECT_EQ((*waivers)[0].date.text, "2024-03-01");
  EXPECT_EQ((*waivers)[0].place.line, 2);
  EXPECT_TRUE((*waivers)[1].indicator.empty());
  EXPECT_EQ((*waivers)[2].file.text, "公开.txt");
  EXPECT_EQ((*waivers)[2].line, 12);
}

TEST(WaiversFromYaml, EveryKeyIsAskedFor) {
  EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n  - {}\n")), "L110:2 L110:2 L110:2 L110:2 L110:2");
  EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry("''", "{表: p26}"))), "L110:2");
  EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry("A204", "{表: p26}") + "    备注: 无\n")), "L108:7");
  EXPECT_EQ(ids_and_lines(read_waivers("豁免: A204\n")), "L109:1");
  EXPECT_EQ(ids_and_lines(read_waivers("自评表: []\n")), "L110:1 L108:1");
}

TEST(WaiversFromYaml, AnIdThatNoCheckGivesIsL150) {
  for (const char* id : {"A140", "A2", "L103", "C101", "I104", "A204,A205"}) {
    EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry(id, "{表: p26}"))), "L150:2") << id;
  }
  for (const char* id : {"S119", "T104", "A901"}) {
    EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry(id, "{表: p26}"))), "") << id;
  }
}

TEST(WaiversFromYaml, APlaceThatIsNoneIsL151) {
  for (const char* place :
       {"{}", "{指标: 培训人数}", "{表: p26, 文件: 公开.txt, 行: 3}", "{文件: 公开.txt}",
        "{文件: 公开.txt, 行: 0}", "{文件: 公开.txt, 行: 1.5}", "{文件: 公开.txt, 行: 999999999999}",
        "{文件: 公开.txt, 行: 3, 指标: 培训人数}", "{表: p26, 行: 3}", "{表: ''}"}) {
    EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry("A204", place))), "L151:3") << place;
  }
  EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry("A204", "p26"))), "L109:3");
  EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry("A204", "{文件: 公开.txt, 行: 三}"))), "L201:3");
}

TEST(WaiversFromYaml, TheSameTwiceIsL152) {
  EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry("A204", "{表: p26}") + entry("a204", "{表: p26}"))),
            "L152:7");
  EXPECT_EQ(ids_and_lines(read_waivers("豁免:\n" + entry("A204", "{表: p26}") +
                                       entry("A204", "{表: p26, 指标: 人数}"))),
            "");
}

TEST(WaiversFromYaml, ADayThatIsNoneIsL204) {
  const auto waivers =
      read_waivers("豁免:\n  - {编号: A204, 位置: {表: p26}, 原因: 问过, 谁: 某, 日期: 2024-02-30}\n");
  EXPECT_EQ(ids_and_lines(waivers), "L204:2");
}

}  // namespace
}  // namespace jiheng::rulebook
