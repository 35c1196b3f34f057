// The same finding in two submissions: by unit, year, title, row and id, whatever lines, files and order do.
#include "engine/audit/baseline.h"

#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

/// "A203 known, A101 new; gone A105 fixed".
std::string compared(const Audited& now, const std::vector<Earlier>& before) {
  const Batch batch = batch_of(now.results(), {}, scoring::context().units, scoring::context().words,
                               shipped_names(), shipped_years());
  const Comparison c = compare(batch, now.findings(), now.waived(), before);
  std::string text;
  for (std::size_t i = 0; i < c.known.size(); ++i) {
    text += (i == 0 ? "" : ", ") + now.findings()[i].id + (c.known[i] ? " known" : " new");
  }
  for (const Gone& g : c.gone) text += "; " + g.finding.id + (g.handed_in_again ? " fixed" : " not there");
  return text;
}

std::string first() {
  return edited(text_of_file("samples/findings/A104/bad.check.yaml"),
                {{"自报得分: 40", "自报得分: 50"}, {"自报等级: 优", "自报等级: 良"}});
}

TEST(Baseline, TheSameTablesGiveTheSameFindings) {
  const Audited now(first());
  EXPECT_EQ(compared(now, earlier_of(now.findings(), {})), "A203 known, A101 known");
  EXPECT_EQ(compared(now, {}), "A203 new, A101 new");
}

TEST(Baseline, MovedLinesOtherFiguresAndAnotherIdAreNoDifference) {
  const Audited before(first());
  // Two lines and a row above it, an id of the file, another claimed score that is wrong as well.
  const Audited now(
      edited(first(), {{"类型: 项目\n", "# 改\n\n类型: 项目\n编号: 新\n"},
                       {"完成: 240人, 分值: 50, 自报得分: 50", "完成: 230人, 分值: 50, 自报得分: 50"}}));
  EXPECT_EQ(compared(now, earlier_of(before.findings(), {})), "A203 known, A101 known");
}

TEST(Baseline, WhatIsPutRightAndWhatIsNew) {
  const Audited before(first());
  const Audited now(
      edited(first(), {{"自报得分: 50", "自报得分: 40"}, {"自报执行率: 100%", "自报执行率: 98%"}}));
  EXPECT_EQ(compared(now, earlier_of(before.findings(), {})), "A105 new; A203 fixed; A101 fixed");
}

TEST(Baseline, AnotherRowTableYearOrUnitIsAnother) {
  const Audited before(first());
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"项目名称: 技能培训补贴", "项目名称: 就业补贴"},
                                                        {"年度: 2023", "年度: 2024"},
                                                        {"单位名称: 某县", "单位名称: 另一县"}}) {
    const Audited now(edited(first(), {{from, to}}));
    EXPECT_EQ(compared(now, earlier_of(before.findings(), {})),
              "A203 new, A101 new; A203 not there; A101 not there")
        << to;
  }
  const Audited now(edited(first(), {{"三级: 培训人数", "三级: 参训人数"}}));
  EXPECT_EQ(compared(now, earlier_of(before.findings(), {})),
            "A203 new, A101 known, A303 new; A203 fixed");  // the reason still speaks of 培训人数
}

TEST(Baseline, WhatIsWaivedIsNeitherNewNorPutRight) {
  const Audited before(first());
  model::Waiver w;
  w.id.text = "A203";
  w.table.text = "技能培训补贴";
  w.indicator.text = "培训人数";
  const Audited now(first(), {w});
  EXPECT_EQ(compared(now, earlier_of(before.findings(), {})), "A101 known");
  std::vector<Earlier> earlier = earlier_of(before.findings(), {});
  earlier[0].waived = true;  // then; not any more
  EXPECT_EQ(compared(before, earlier), "A203 known, A101 known");
  EXPECT_EQ(compared(Audited(edited(first(), {{"自报得分: 50", "自报得分: 40"}})), earlier), "; A101 fixed");
}

TEST(Baseline, AFindingOverSeveralTablesIsTheSameWhereOneOfThemIs) {
  const std::string three = text_of_file("samples/findings/A304/bad.check.yaml");
  std::vector<Earlier> earlier = earlier_of(Audited(three).findings(), {});
  std::erase_if(earlier, [](const Earlier& e) { return e.id != "A304"; });
  ASSERT_EQ(earlier.size(), 1U);
  earlier[0].where.erase(earlier[0].where.begin());
  earlier[0].where[0].spot.title = "没有再交的";
  const Audited now(three);
  const Batch batch = batch_of(now.results(), {}, scoring::context().units, scoring::context().words,
                               shipped_names(), shipped_years());
  const Comparison c = compare(batch, now.findings(), {}, earlier);
  for (std::size_t i = 0; i < c.known.size(); ++i) EXPECT_EQ(c.known[i], now.findings()[i].id == "A304");
  EXPECT_TRUE(c.gone.empty());
}

TEST(Baseline, EachEarlierOneIsUsedOnce) {
  const auto source = std::make_shared<const base::Source>(base::Source{"公开.txt", ""});
  const Batch batch{
      {}, {}, {}, scoring::context().units, scoring::context().words, shipped_names(), shipped_years()};
  const Finding one{"A307", "占 50%", {}, {{{source, 12, 1}, nullptr, nullptr}}, "", ""};
  Findings two = {one, one};
  two[1].where[0].place.line = 40;
  const std::vector<Earlier> earlier = {
      {"A307", "占 50%", {{spot_of(one.where[0]), "去年/公开.txt", "", "", 9, 1}}, false}};
  EXPECT_EQ(compare(batch, two, {}, earlier).known, (std::vector<bool>{true, false}));
  two[0].message = "占 51%";  // another statement of the text
  EXPECT_EQ(compare(batch, two, {}, earlier).known, (std::vector<bool>{false, true}));
}

}  // namespace
}  // namespace jiheng::audit
