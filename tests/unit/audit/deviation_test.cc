// A3xx: for each finding a table that has it, one that is right, and one that comes near.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

const std::string kNationalReason =
    "偏差原因: 补贴性培训人数：比目标少 150 人，一个班次因场地维修改到次年一月开班。\n";
const std::string kOwnReason = ", 偏差原因: 一个班次因场地维修改到次年一月开班";

TEST(Deviation, MissingReasons) {
  expect_each({
      {"missed, the row's own reason is enough", "national-2020.yaml", {{kNationalReason, ""}}, ""},
      {"missed, the table's reason is enough", "national-2020.yaml", {{kOwnReason, ""}}, ""},
      {"missed without a reason", "national-2020.yaml", {{kOwnReason, ""}, {kNationalReason, ""}}, "A302"},
      {"missed, and the table says 无",
       "national-2020.yaml",
       {{kOwnReason, ""}, {kNationalReason, "偏差原因: 无\n"}},
       "A306"},
      {"far above the target without a reason",
       "national-2020.yaml",
       {{kNationalReason, ""}, {"完成: 93班次", "完成: 117班次"}},
       "A301"},
      {"129.99% is not far above",
       "national-2020.yaml",
       {{kNationalReason, ""}, {"≥90班次, 完成: 93班次", "≥10000班次, 完成: 12999班次"}},
       ""},
      {"far below a ceiling is not far above",
       "national-2020.yaml",
       {{"完成: 382元/人", "完成: 182元/人"}},
       ""},
      {"the only row that deviates needs no name",
       "national-2020.yaml",
       {{kOwnReason, ""}, {kNationalReason, "偏差原因: 一个班次因场地维修改期。\n"}},
       ""},
      {"of two rows one is not mentioned",
       "national-2020.yaml",
       {{kOwnReason, ""}, {"完成: 93班次", "完成: 117班次"}},
       "A303"},
      {"a name is mentioned by four of its characters",
       "national-2020.yaml",
       {{kOwnReason, ""},
        {"完成: 93班次", "完成: 117班次"},
        {kNationalReason, "偏差原因: 补贴性培训少一个班；培训班次含两个乡镇的。\n"}},
       ""},
      {"without a scheme nothing is asked for",
       "national-2020.yaml",
       {{"方案: national-2020\n", ""}, {kOwnReason, ""}, {kNationalReason, ""}},
       ""},
  });
}

TEST(Deviation, NeedlessReasons) {
  expect_each({
      {"a row exactly on its target with a reason",
       "hubei-2023.yaml",
       {{"目标: ≥118人, 完成: 118人, 自报得分: 10}\n          - {一级: 效益",
         "目标: ≥118人, 完成: 118人, 自报得分: 10, 偏差原因: 报名不足}\n          - {一级: 效益"}},
       "A305"},
      {"a row a little above its target with a reason",
       "hubei-2023.yaml",
       {{"完成: 99.15%, 自报得分: 10}", "完成: 99.15%, 自报得分: 10, 偏差原因: 一人离职}"}},
       ""},
      {"a reason that names nothing on a table with rows above their targets",
       "hubei-2023.yaml",
       {{"偏差原因: 无", "偏差原因: 年初目标按往年测算"}},
       ""},
      {"a reason that names a row exactly on its target",
       "hubei-2023.yaml",
       {{"偏差原因: 无", "偏差原因: 公开招聘录取人数：报名不足"}},
       "A305"},
      {"a low execution rate may be what it is about",
       "sichuan-2023.yaml",
       {{"偏差原因: 预算执行率 85%：", "偏差原因: 日常养护里程："}},
       ""},
  });
}

TEST(Deviation, StockPhrases) {
  const std::string bad = text_of_file("samples/findings/A304/bad.check.yaml");
  const Audited audited(bad);
  EXPECT_EQ(audited.ids(), "A304");
  EXPECT_EQ(audited.findings().front().where.size(), 3U);
  // With a figure it is a fact; in two tables it may be one cause.
  EXPECT_EQ(Audited(edited(bad, {{"往年数据", "2022年数据"}})).ids(), "");
  EXPECT_EQ(Audited(edited(bad, {{"往年数据测算", "上年数测算"}})).ids(), "");
}

TEST(Deviation, CalledDone) {
  const std::string done = "改进措施: 次年一月开班";
  expect_each({
      {"all done, and a row is missed", "national-2020.yaml", {{done, "改进措施: 年度目标全部完成"}}, "A307"},
      {"all done, and it is", "hubei-2023.yaml", {{"改进措施: 无", "改进措施: 年度目标全部完成"}}, ""},
  });
}

TEST(Deviation, ATextThatCallsAFigureOneHundredPercent) {
  std::vector<model::Scorecard> cards =
      scoring::cards_from(text_of_file("samples/findings/A301/bad.check.yaml"));
  const model::Scheme scheme = scoring::shipped_scheme("national-2020");
  const auto results = explain::score(scheme, cards, scoring::context());
  const auto said_of = [&](const std::string& text, const std::string& figure) {
    const std::vector<model::Claim> claims = {{text, {figure, "100%"}, {}}};
    std::string ids;
    for (const Finding& f : audit(batch_of(results, claims, scoring::context().units,
                                           scoring::context().words, shipped_names(), shipped_years()))) {
      ids += f.id + " ";
      if (f.id != "A307") continue;
      EXPECT_EQ(f.where.size(), 2U);
      EXPECT_EQ(f.where.front().card, nullptr);
      EXPECT_EQ(f.where.back().row->name.text, "培训人数");
    }
    return ids;
  };
  EXPECT_EQ(said_of("全年培训人数482人，完成率100%。", "482人"), "A301 A307 ");
  EXPECT_EQ(said_of("全年培训人数482人，超过目标。", "482人"), "A301 ");
  EXPECT_EQ(said_of("全年就业482人，完成率100%。", "482人"), "A301 ");      // another matter
  EXPECT_EQ(said_of("全年培训人数300人，完成率100%。", "300人"), "A301 ");  // another figure
}

TEST(Deviation, TheFindingSaysWhatItIsAbout) {
  const Audited audited(edited(text_of_file("samples/good/national-2020.yaml"),
                               {{kOwnReason, ""}, {"完成: 93班次", "完成: 117班次"}}));
  const Finding* f = audited.find("A303");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->message, "偏差原因没有提到“培训班次”");
  ASSERT_EQ(f->figures.size(), 1U);
  EXPECT_EQ(f->figures[0].second, "目标值 ≥90班次，完成值 117班次，是目标值的 130.00%");
}

}  // namespace
}  // namespace jiheng::audit
