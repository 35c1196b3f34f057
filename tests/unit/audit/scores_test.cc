// A2xx: for each finding a table that has it, one that is right, and one that comes near. Sums are kept right, so that
// one thing is found at a time.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

TEST(Scores, AgainstTheClause) {
  // 补贴性培训人数: ≥4754人, 4604人, 15 points: 15×4604÷4754 = 14.5267… -> 14.53
  expect_each({
      {"above full marks",
       "national-2020.yaml",
       {{"93班次, 分值: 10, 自报得分: 10", "93班次, 分值: 10, 自报得分: 11"},
        {"自报总分: 99.30", "自报总分: 100.30"}},
       "A201"},
      {"above full marks, without a scheme",
       "national-2020.yaml",
       {{"方案: national-2020\n", ""},
        {"93班次, 分值: 10, 自报得分: 10", "93班次, 分值: 10, 自报得分: 11"},
        {"自报总分: 99.30", "自报总分: 100.30"}},
       "A201"},
      {"execution above its full marks",
       "national-2020.yaml",
       {{"自报得分: 9.77}", "自报得分: 10.5}"}, {"自报总分: 99.30", "自报总分: 100.03"}},
       "A201"},
      {"missed but full",
       "national-2020.yaml",
       {{"自报得分: 14.53", "自报得分: 15"}, {"自报总分: 99.30", "自报总分: 99.77"}},
       "A203"},
      {"missed, the points printed at one place",
       "national-2020.yaml",
       {{"自报得分: 14.53", "自报得分: 14.5"}, {"自报总分: 99.30", "自报总分: 99.27"}},
       ""},
      {"missed, the points cut instead of rounded",
       "national-2020.yaml",
       {{"自报得分: 14.53", "自报得分: 14.52"}, {"自报总分: 99.30", "自报总分: 99.29"}},
       ""},
      {"missed, other points than the clause gives",
       "national-2020.yaml",
       {{"自报得分: 14.53", "自报得分: 14"}, {"自报总分: 99.30", "自报总分: 98.77"}},
       "A206"},
      {"a scorer's own judgement gives them: 15×80%",
       "national-2020.yaml",
       {{"自报得分: 14.53", "自报得分: 12, 评定: 80%"}, {"自报总分: 99.30", "自报总分: 96.77"}},
       ""},
      {"and does not",
       "national-2020.yaml",
       {{"自报得分: 14.53", "自报得分: 15, 评定: 80%"}, {"自报总分: 99.30", "自报总分: 99.77"}},
       "A206"},
      {"ceiling exceeded but full",
       "national-2020.yaml",
       {{"完成: 382元/人, 分值: 10, 自报得分: 10",
         "完成: 425元/人, 分值: 10, 自报得分: 10, 偏差原因: 材料涨价"}},
       "A204"},
      {"ceiling just reached", "national-2020.yaml", {{"完成: 382元/人", "完成: 400元/人"}}, ""},
      {"ceiling exceeded, points by the clause: 10×400÷425 = 9.41",
       "national-2020.yaml",
       {{"完成: 382元/人, 分值: 10, 自报得分: 10",
         "完成: 425元/人, 分值: 10, 自报得分: 9.41, 偏差原因: 材料涨价"},
        {"自报总分: 99.30", "自报总分: 98.71"}},
       ""},
      {"met but lost",
       "national-2020.yaml",
       {{"93班次, 分值: 10, 自报得分: 10", "93班次, 分值: 10, 自报得分: 7"},
        {"自报总分: 99.30", "自报总分: 96.30"}},
       "A205"},
      {"met, lost, and a reason says why",
       "national-2020.yaml",
       {{"93班次, 分值: 10, 自报得分: 10", "93班次, 分值: 10, 自报得分: 7, 偏差原因: 三个班次的佐证没有交齐"},
        {"自报总分: 99.30", "自报总分: 96.30"}},
       "A206"},
      {"a clause that takes off for far too much is no contradiction",
       "sichuan-2023.yaml",
       {{"方案: sichuan-2023", "方案: budget-system-cap"},
        {"预算数: 238.93, 调整预算数: 251.89, 执行数: 214.11, 自报执行率: 85.00%, 自报得分: 8.5",
         "预算数: 238.93, 调整预算数: 251.89, 执行数: 214.11, 自报执行率: 85.00%, 自报得分: 17"},
        {"≥512.6公里, 完成: 512.6公里, 分值: 20, 自报得分: 20",
         "≥512.6公里, 完成: 700公里, 分值: 10, 自报得分: 8, 偏差原因: 接养新线"},
        {"自报总分: 98.5", "自报总分: 95"}},
       ""},
  });
}

TEST(Scores, ThatNothingSupports) {
  expect_each({
      {"no actual", "national-2020.yaml", {{"完成: 95.1%, ", ""}}, "A207"},
      {"a dash for the actual", "national-2020.yaml", {{"完成: 95.1%, ", "完成: —, "}}, "A207"},
      {"no target", "national-2020.yaml", {{"目标: ≥90%, 完成: 95.1%", "完成: 95.1%"}}, "A207"},
      {"no actual, no points: scoring's own words",
       "national-2020.yaml",
       {{"完成: 95.1%, 分值: 10, 自报得分: 10", "分值: 10, 自报得分: 0"},
        {"自报总分: 99.30", "自报总分: 89.30"},
        {"自报等级: 优", "自报等级: 良"}},
       "S101"},
      {"a rate answered with a word", "national-2020.yaml", {{"完成: 95.1%", "完成: 良好"}}, "A208"},
      {"a rate answered by its tier", "national-2020.yaml", {{"完成: 95.1%", "完成: 达成预期指标"}}, "A208"},
      {"a number answered by its tier, judged by a person",
       "national-2020.yaml",
       {{"完成: 95.1%, 分值: 10", "完成: 达成预期指标, 评定: 100%, 分值: 10"}},
       ""},
      {"a word answered with the same word",
       "national-2020.yaml",
       {{"目标: ≥90%, 完成: 95.1%", "目标: 满意, 完成: 满意"}},
       ""},
      {"a word answered by its tier: 8 to 10 points",
       "national-2020.yaml",
       {{"目标: ≥90%, 完成: 95.1%", "目标: 满意, 完成: 达成预期指标"}},
       ""},
      {"fewer points than the tier gives",
       "national-2020.yaml",
       {{"目标: ≥90%, 完成: 95.1%, 分值: 10, 自报得分: 10",
         "目标: 满意, 完成: 达成预期指标, 分值: 10, 自报得分: 7"},
        {"自报总分: 99.30", "自报总分: 96.30"}},
       "A206"},
  });
}

TEST(Scores, OnAFormWithoutFullMarks) {
  // h2: 引进高层次人才人数 8 of 10: 8 points were kept of 10; the other rows have 70, together 78 of 80
  expect_each({
      {"the points taken off follow the clause", "hubei-2023.yaml", {}, ""},
      {"nothing was taken off",
       "hubei-2023.yaml",
       {{"完成: 8人, 自报得分: 8", "完成: 8人, 自报得分: 10"}, {"自报总分: 98", "自报总分: 100"}},
       "A203"},
      {"too little was taken off",
       "hubei-2023.yaml",
       {{"完成: 8人, 自报得分: 8", "完成: 8人, 自报得分: 9"}, {"自报总分: 98", "自报总分: 99"}},
       "A206"},
      {"points are missing and no row is missed",
       "hubei-2023.yaml",
       {{"完成: 8人, 自报得分: 8", "完成: 10人, 自报得分: 8"},
        {"偏差原因: 引进高层次人才人数：两名拟引进人员体检后放弃。", "偏差原因: 无"}},
       "A109"},
      {"a goal with points missing and no row missed",
       "hubei-2023.yaml",
       {{"完成: 118人, 自报得分: 10", "完成: 118人, 自报得分: 9"}, {"自报总分: 100", "自报总分: 99"}},
       "A109"},
      {"they may be missing where nothing can be compared",
       "hubei-2023.yaml",
       {{"完成: 118人, 自报得分: 10", "完成: 完成较好, 自报得分: 9"}, {"自报总分: 100", "自报总分: 99"}},
       "A208"},
      {"a rate answered by its tier", "hubei-2023.yaml", {{"完成: 118人", "完成: 达成预期指标"}}, "A208"},
      {"a sum of rows above the table",
       "hubei-2023.yaml",
       {{"完成: 385.7元/例, 自报得分: 10", "完成: 385.7元/例, 自报得分: 12"},
        {"自报总分: 99.44", "自报总分: 101.44"}},
       "A201"},
  });
}

// The answer of a tier gives 60% to 80% of 10, another 80% to 100%; a rate answered by its tier has no number.
TEST(Scores, AboveWhatTheRowCanHave) {
  const auto row = [](const std::string& cells, const std::string& total) {
    return Case{"",
                "national-2020.yaml",
                {{"目标: ≥90%, 完成: 95.1%, 分值: 10, 自报得分: 10", cells},
                 {"自报总分: 99.30", "自报总分: " + total}},
                ""};
  };
  const auto ids = [&](const std::string& cells, const std::string& total) {
    const Case c = row(cells, total);
    return Audited(edited(text_of_file(std::string("samples/good/") + c.file), c.edits)).ids();
  };
  EXPECT_EQ(ids("目标: 满意, 完成: 部分达成预期指标, 分值: 10, 自报得分: 8", "97.30"), "");
  EXPECT_EQ(ids("目标: 满意, 完成: 部分达成预期指标, 分值: 10, 自报得分: 9", "98.30"), "A211");
  EXPECT_EQ(ids("目标: 满意, 完成: 部分达成预期指标, 分值: 10, 自报得分: 5", "94.30"), "A206");
  EXPECT_EQ(ids("目标: 满意, 完成: 未达成预期指标, 分值: 10, 自报得分: 7", "96.30"),
            "A211 A303");  // the reason is of another row
  EXPECT_EQ(ids("目标: ≥90%, 完成: 部分达成预期指标, 分值: 10, 自报得分: 9", "98.30"), "A211");
}

// p04: 10 of 90 points are 不适用 and go to the others, so 16 become 16×90÷80 = 18.
TEST(Scores, FullMarksGrowWhereOtherRowsDoNotApply) {
  const std::string text = text_of_file("scorecards/2023-zijiang/p04.yaml");
  EXPECT_EQ(Audited(text).ids().find("A201"), std::string::npos) << Audited(text).ids();
  const Audited above(edited(text, {{"分值: 16\n    自报得分: 18\n", "分值: 16\n    自报得分: 18.5\n"}}));
  EXPECT_EQ(above.find("A201")->message, "“补贴农机具台数”得 18.5 分，分值是 18 分");
  const Audited all_apply(edited(text, {{"    不适用: 是\n", "    完成: 2023年11月20日\n"}}));
  EXPECT_EQ(all_apply.find("A201")->message, "“补贴农机具台数”得 18 分，分值是 16 分");
}

TEST(Scores, BelowZeroOnAFormWithoutFullMarks) {
  std::vector<model::Scorecard> cards = scoring::cards_from(text_of_file("samples/good/hubei-2023.yaml"));
  model::Indicator& row = cards.front().sections.front().indicators.front();
  row.claimed->value = -1;  // a yaml table cannot say so (L202); a form that was read can
  const Audited audited(std::move(cards));
  EXPECT_EQ(audited.find("A201")->message,
            "“" + audited.find("A201")->where.front().row->name.text + "”得 -1 分，小于 0");
}

TEST(Scores, CapAndPerfection) {
  const std::string capped = edited(text_of_file("samples/findings/A210/bad.check.yaml"), {});
  EXPECT_EQ(Audited(capped).ids(), "A210");
  EXPECT_EQ(Audited(edited(capped, {{"自报总分: 95", "自报总分: 89"}})).ids(),
            "A101");  // the cap is kept, the sum is not
  const std::string perfect = text_of_file("samples/findings/A209/bad.check.yaml");
  EXPECT_EQ(Audited(perfect).ids(), "A209");
  // Four tables of one unit are too few; so are five of two units.
  EXPECT_EQ(
      Audited(edited(perfect, {{"单位名称: 某县人力资源和社会保障局", "单位名称: 某县医疗保障局"}})).ids(),
      "");
}

TEST(Scores, TheFindingSaysClauseAndFigures) {
  const Audited audited(edited(text_of_file("samples/good/national-2020.yaml"),
                               {{"完成: 382元/人, 分值: 10, 自报得分: 10",
                                 "完成: 425元/人, 分值: 10, 自报得分: 10, 偏差原因: 材料涨价"}}));
  const Finding* f = audited.find("A204");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->message,
            "“人均培训补贴标准”目标“≤400元/人”，完成“425元/人”超过上限，却得满分 10 分；按规则是 9.41 分");
  EXPECT_NE(f->why.find("10×400÷425"), std::string::npos) << f->why;
  ASSERT_EQ(f->where.size(), 1U);
  EXPECT_EQ(f->where[0].row->name.text, "人均培训补贴标准");
}

}  // namespace
}  // namespace jiheng::audit
