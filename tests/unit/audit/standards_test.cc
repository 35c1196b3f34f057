// A212, A421-A424, A614: the samples of each, and what comes near without being one. Points worked out by hand.
#include "engine/audit/printed_standards.h"
#include "engine/scoring/standard_row.h"
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

std::string sample(const std::string& id, const char* which) {
  return text_of_file("samples/findings/" + id + "/" + which + ".check.yaml");
}

TEST(Standards, EachIsFoundInItsSampleAndNotInItsTwin) {
  for (const char* id : {"A212", "A421", "A422", "A423", "A424", "A614"}) {
    SCOPED_TRACE(id);
    const Audited bad(sample(id, "bad"));
    EXPECT_NE(bad.ids().find(id), std::string::npos) << bad.ids();
    const Audited good(sample(id, "good"));
    EXPECT_EQ(good.ids().find(id), std::string::npos) << good.ids();
  }
}

TEST(Standards, AClaimQuotesThePieceAndTheSum) {
  const Audited bad(sample("A212", "bad"));
  const Finding* f = bad.find("A212");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->message, "“在职人员控制率”得 50 分，按它的评分标准是 35 分");  // 50 - 3×5
  EXPECT_NE(f->why.find("“每超过一个百分点扣5分”扣 15 分"), std::string::npos) << f->why;
}

TEST(Standards, AClaimInsideAllReadingsIsNoFinding) {
  // 101.5%: whole units 45, linear 42.5, started 40
  for (const char* claim : {"45", "42.5", "40"}) {
    const Audited audited(edited(sample("A212", "good"),
                                 {{"103%", "101.5%"}, {"自报得分: 35", std::string("自报得分: ") + claim}}));
    EXPECT_EQ(audited.ids().find("A212"), std::string::npos) << claim << " " << audited.ids();
  }
  const Audited more(edited(sample("A212", "good"), {{"103%", "101.5%"}, {"自报得分: 35", "自报得分: 50"}}));
  EXPECT_NE(more.ids().find("A212"), std::string::npos) << more.ids();
}

Batch batch_of_results(const Audited& audited, const quantity::UnitTable& units) {
  return batch_of(audited.results(), {}, units, scoring::context().words, shipped_names(), shipped_years());
}

TEST(Standards, WhatScoringReadIsNotReadAgain) {
  // Without units nothing can be read out of "每超过一个百分点扣5分": who reads the text again finds something else.
  const quantity::UnitTable none;
  std::size_t found = 0;
  for (const char* id : {"A421", "A422", "A423", "A424", "A614"}) {
    SCOPED_TRACE(id);
    const Audited bad(sample(id, "bad"));
    const auto of_standards = [](const Findings& findings) {
      std::vector<std::string> messages;
      for (const Finding& f : findings) {
        if (f.id.starts_with("A42") || f.id == "A614") messages.push_back(f.id + f.message);
      }
      return messages;
    };
    const auto again = of_standards(audit(batch_of_results(bad, none)));
    EXPECT_EQ(again, of_standards(bad.findings()));
    found += again.size();
  }
  EXPECT_GE(found, 5U);
}

TEST(Standards, ATextIsReadOnceForTheSameMarks) {
  const std::string both = sample("A614", "bad");  // two rows of 50 with one text
  const Audited by_them(both);
  const Batch scored = batch_of_results(by_them, scoring::context().units);
  PrintedStandards carried(scored);
  for (const Row& row : scored.tables.front().rows)
    EXPECT_EQ(&carried.of(row), row.result->standard->printed.get());
  EXPECT_EQ(&carried.of(scored.tables[0].rows[0]), &carried.of(scored.tables[0].rows[1]));

  const Audited by_others(edited(both, {{"printed-standards", "national-2020"}}));
  const Batch other = batch_of_results(by_others, scoring::context().units);
  PrintedStandards read(other);
  EXPECT_EQ(other.tables[0].rows[0].result->standard, nullptr);
  EXPECT_EQ(&read.of(other.tables[0].rows[0]), &read.of(other.tables[0].rows[1]));
  EXPECT_TRUE(read.of(other.tables[0].rows[0]).computable);

  const Audited apart(edited(both, {{"分值: 50", "分值: 40"}}));
  const Batch marks = batch_of_results(apart, scoring::context().units);
  PrintedStandards two(marks);
  EXPECT_NE(&two.of(marks.tables[0].rows[0]), &two.of(marks.tables[0].rows[1]));
}

}  // namespace
}  // namespace jiheng::audit
