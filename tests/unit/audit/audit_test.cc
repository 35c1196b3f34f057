// The order of findings, what is folded, what of scoring's own findings is shown, and the tables that are right.
#include "engine/audit/arrange.h"

#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

TEST(Audit, TablesThatAreRightAreSilent) {
  const auto files = base::list_files(JIHENG_SOURCE_DIR "/samples/good", {".yaml"}, 100);
  ASSERT_GE(files.paths.size(), 3U);
  for (const std::string& path : files.paths) {
    const Audited audited(base::read_file(path, rulebook::kMaxFileBytes).text);
    for (const Finding& f : audited.findings()) ADD_FAILURE() << path << ": " << f.id << " " << f.message;
  }
}

TEST(Audit, MostSevereFirstWithinTheOrderOfTables) {
  const std::string good = text_of_file("samples/good/hubei-2023.yaml");
  // dept: a warning (A107) on line 8; h1: two errors, the total (line 44) and the rate (line 35)
  const Audited audited(edited(good, {{"预算数: 255.5, 执行数: 255.5", "预算数: 55, 执行数: 55"},
                                      {"自报总分: 99.44", "自报总分: 99.45"},
                                      {"自报执行率: 97.20", "自报执行率: 97.30"}}));
  EXPECT_EQ(audited.ids(), "A107 A105 A101");
}

TEST(Audit, OneCauseIsSaidOnceWithAllItsPlaces) {
  // Three tables of 2019 under a scheme of 2023: the choice of the scheme is one cause.
  std::string text = text_of_file("samples/good/hubei-2023.yaml");
  for (int i = 0; i < 3; ++i) text = edited(text, {{"年度: 2023", "年度: 2019"}});
  const Audited audited(text);
  EXPECT_EQ(audited.ids(), "S119");
  EXPECT_EQ(audited.findings().front().where.size(), 3U);
  EXPECT_TRUE(concerns_several_tables(audited.findings().front()));
}

TEST(Audit, FindingsWithoutACauseStayApart) {
  const Batch batch{
      {}, {}, {}, scoring::context().units, scoring::context().words, shipped_names(), shipped_years()};
  Findings findings(4);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    findings[i] = {"A101", "x", {}, {{{nullptr, static_cast<int>(4 - i)}, nullptr, nullptr}}, "", ""};
  }
  findings[0].cause = findings[3].cause = "same";
  arrange(batch, findings);
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].where.front().place.line, 2);  // by place
  EXPECT_EQ(findings[2].where.size(), 2U);
  EXPECT_EQ(findings[2].where[1].place.line, 1);
  EXPECT_EQ(findings[2].message, "x");  // of running text: what it is recognized by
}

TEST(Audit, TablesOfTargetsAreNoFault) {
  const Audited audited(scoring::cards_from(text_of_file("scorecards/2024-tongcheng/dept.yaml")));
  for (const Finding& f : audited.findings()) EXPECT_NE(f.id, "S116");
}

}  // namespace
}  // namespace jiheng::audit
