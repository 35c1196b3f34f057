// Long work in steps: the same as in one, given up in the middle, and what else is asked between the steps.
#include "tests/unit/web/contract.h"
#include "tests/unit/web/sessions.h"

namespace jiheng::web {
namespace {

using base::Json;

Json begin_reading_of(TestSession& session, const std::string& path) {
  session.put(path);
  return session.result("begin_open", {{"paths", std::vector<std::string>{path}}});
}

std::int64_t count_of(const Json& json, const std::string& key) { return *json.find(key)->whole(); }

TEST(Steps, ScoringInStepsIsScoringAtOnce) {
  TestSession whole;
  const Json wanted = whole.open(kTongcheng);
  TestSession session;
  begin_reading_of(session, kTongcheng);
  session.result("read_on", {{"files", 1000}});
  Json now = session.result("begin_score");
  expect_as_described(now, "begin_score");
  EXPECT_EQ(count_of(now, "done"), 0);
  EXPECT_EQ(count_of(now, "all"), 27);  // the department's own table and 26 projects
  std::int64_t steps = 0;
  for (; count_of(now, "done") < count_of(now, "all"); ++steps) {
    const std::int64_t before = count_of(now, "done");
    now = session.result("score_on", {{"tables", 5}});
    expect_as_described(now, "score_on");
    EXPECT_GT(count_of(now, "done"), before);
    EXPECT_LE(count_of(now, "done"), before + 5);
  }
  EXPECT_GE(steps, 6);
  EXPECT_EQ(session.result("end_open").dump(), wanted.dump());
  EXPECT_EQ(session.output({{"job", "score"}, {"face", "json"}}),
            whole.output({{"job", "score"}, {"face", "json"}}));
}

TEST(Steps, AScoringGivenUpLeavesTheDeskAsItWas) {
  TestSession session;
  const Json before = session.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  begin_reading_of(session, kTongcheng);
  session.result("read_on", {{"files", 1000}});
  session.result("begin_score");
  session.result("score_on", {{"tables", 3}});
  const Json after = session.result("give_up");
  expect_as_described(after, "give_up");
  EXPECT_EQ(after.dump(), before.dump());
  EXPECT_EQ(session.result("desk").dump(), before.dump());
  // And goes on: the same folder read again is whole.
  EXPECT_EQ(session.open(kTongcheng).find("tables")->items().size(), 28U);
}

TEST(Steps, WhateverElseIsAskedFinishesAScoring) {
  TestSession whole;
  const Json wanted = whole.open(kTongcheng);
  TestSession session;
  begin_reading_of(session, kTongcheng);
  session.result("read_on", {{"files", 1000}});
  session.result("begin_score");
  session.result("score_on", {{"tables", 3}});
  EXPECT_EQ(session.result("desk").dump(), wanted.dump());
  EXPECT_EQ(count_of(session.result("score_on", {{"tables", 3}}), "all"), 0);
}

TEST(Steps, ASchemeGivenUpIsTakenBack) {
  TestSession session;
  const Json before = session.open(kRoot + "/samples/documents/2023-selfeval.xlsx");
  const Json& line = before.find("tables")->items()[0];
  ASSERT_EQ(text_at(line, "scheme"), "");
  Json asked = {{"tables", Json::array()}, {"scheme", "national-2020"}};
  asked["tables"].push_back(0);
  expect_as_described(session.result("begin_scheme", asked), "begin_scheme");
  EXPECT_EQ(session.result("give_up").dump(), before.dump());
  session.result("begin_scheme", asked);
  const Json taken = session.result("end_open");
  EXPECT_EQ(text_at(taken.find("tables")->items()[0], "scheme"), "national-2020");
  EXPECT_NE(session.call("begin_scheme", {{"tables", asked["tables"]}, {"scheme", "没有的"}}).find("error"),
            nullptr);
}

TEST(Steps, CheckingInStepsIsCheckingAtOnce) {
  TestSession session;
  const Json desk = session.open(kTongcheng);
  const std::string wanted = session.result("check").dump();
  Json now = session.result("begin_check");
  expect_as_described(now, "begin_check");
  EXPECT_EQ(count_of(now, "families"), 9);  // A1 to A8, and what scoring says
  std::size_t steps = 0;
  for (; count_of(now, "families_done") < count_of(now, "families"); ++steps) {
    const std::int64_t before = count_of(now, "families_done");
    EXPECT_TRUE(before == 0 || count_of(now, "done") == count_of(now, "all"));
    now = session.result("check_on", {{"tables", 10}});
    EXPECT_LE(count_of(now, "families_done"), before + 1);
  }
  EXPECT_GE(steps, 3 + 9);  // 27 tables, ten at a time; the families
  expect_as_described(now, "check_on");
  EXPECT_EQ(session.result("check").dump(), wanted);
  // An edit between the steps drops what was begun: the check is of the tables as they are.
  session.result("begin_check");
  session.result("check_on", {{"tables", 10}});
  const std::size_t p26 = number_of(desk, "p26");
  session.result("edit", {{"table", p26}, {"row", 0}, {"field", "实际完成值"}, {"text", "看情况"}});
  EXPECT_EQ(count_of(session.result("check_on", {{"tables", 10}}), "all"), 0);
  EXPECT_NE(session.result("check").dump(), wanted);
  session.result("undo");
  EXPECT_EQ(session.result("check").dump(), wanted);
}

}  // namespace
}  // namespace jiheng::web
