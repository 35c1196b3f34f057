// 检查: decisions and the review sheet that carries them out and back; the submission before beside this one.
#include <algorithm>
#include <set>

#include "tests/unit/web/contract.h"
#include "tests/unit/web/sessions.h"

namespace jiheng::web {
namespace {

using base::Json;

Json decision(const std::string& key, const std::string& opinion, const std::string& note) {
  return {{"key", key}, {"opinion", opinion}, {"note", note}, {"by", "绩效科"}, {"date", "2024-03-01"}};
}

Json decide(TestSession& session, std::vector<Json> list) {
  Json decisions = Json::array();
  for (Json& one : list) decisions.push_back(std::move(one));
  return session.result("decide", {{"decisions", std::move(decisions)}});
}

const Json& finding_of(const Json& checked, std::string_view id) {
  const Json::Array& all = checked.find("findings")->items();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Json& f) { return text_at(f, "id") == id; });
  EXPECT_NE(found, all.end()) << id;
  return *found;
}

TEST(Review, EveryFindingHasAKeyOfItsOwn) {
  TestSession session;
  session.open(kTongcheng);
  session.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  const Json checked = session.result("check");
  std::set<std::string> keys;
  for (const Json& finding : checked.find("findings")->items()) keys.insert(text_at(finding, "key"));
  EXPECT_EQ(keys.size(), checked.find("findings")->items().size());
}

TEST(Review, AFileOfWaiversHoldsForEveryTable) {
  const std::string waivers = base::read_file(kRoot + "/samples/findings/A901/good.waivers.yaml", 4096).text;
  TestSession session;
  session.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  finding_of(session.result("check"), "A104");
  session.put_bytes("送来的/豁免.yaml", waivers);
  const Json desk = session.result("open", {{"paths", std::vector<std::string>{"送来的/豁免.yaml"}}});
  EXPECT_EQ(desk.find("tables")->items().size(), 1U);
  EXPECT_TRUE(desk.find("problems")->items().empty());
  const Json checked = session.result("check");
  expect_as_described(checked, "check");
  for (const Json& finding : checked.find("findings")->items()) EXPECT_NE(text_at(finding, "id"), "A104");
  ASSERT_EQ(checked.find("waived")->items().size(), 1U);
  const Json& waived = checked.find("waived")->items()[0];
  EXPECT_EQ(text_at(waived, "id"), "A104");
  EXPECT_EQ(text_at(waived, "reason"), "等级由上级另行评定，不按总分");
  EXPECT_EQ(text_at(waived, "place"), "豁免.yaml 第 2 行");
  // Away with the desk.
  session.result("clear");
  session.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  finding_of(session.result("check"), "A104");
}

TEST(Review, WaiversBesideTheTablesHoldForTheirFolder) {
  const std::string waivers = base::read_file(kRoot + "/samples/findings/A901/good.waivers.yaml", 4096).text;
  const std::string table = base::read_file(kRoot + "/samples/findings/A104/bad.check.yaml", 65536).text;
  TestSession session;
  session.put_bytes("甲/表.yaml", table);
  session.put_bytes("甲/豁免.yaml", waivers);
  session.put_bytes("乙/表.yaml", table);
  session.result("open", {{"paths", std::vector<std::string>{"甲"}}});
  EXPECT_EQ(session.result("check").find("waived")->items().size(), 1U);
  session.result("clear");
  session.put_bytes("乙/表.yaml", table);
  session.put_bytes("甲/豁免.yaml", waivers);
  session.result("open", {{"paths", std::vector<std::string>{"乙"}}});
  EXPECT_TRUE(session.result("check").find("waived")->items().empty());
}

// Two units, each with its own waivers, a table by itself, and a decision: all of it comes back where nothing is known of them.
TEST(Review, WhatIsSavedBringsItsWaiversAndDecisions) {
  const std::string waivers = base::read_file(kRoot + "/samples/findings/A901/good.waivers.yaml", 4096).text;
  const std::string table = base::read_file(kRoot + "/samples/findings/A104/bad.check.yaml", 65536).text;
  const auto of_unit = [](std::string text, const std::string& unit) {
    const std::string was = "某县人力资源和社会保障局";
    return text.replace(text.find(was), was.size(), unit);
  };
  TestSession here;
  here.put_bytes("全县/甲/表.yaml", of_unit(table, "甲局"));
  here.put_bytes("全县/甲/豁免.yaml", waivers);
  here.put_bytes("全县/乙/表.yaml", of_unit(table, "乙局"));
  here.result("open", {{"paths", std::vector<std::string>{"全县"}}});
  const Json checked = here.result("check");
  ASSERT_EQ(checked.find("waived")->items().size(), 1U);
  const std::string key = text_at(finding_of(checked, "A104"), "key");
  const Json decision = {
      {"key", key}, {"opinion", "需说明"}, {"note", "等回话"}, {"by", "审核科"}, {"date", "2024-03-01"}};
  Json of_others = decision;
  of_others["key"] = "丙局|2023|别的项目||A104";
  Json decisions = Json::array();
  decisions.push_back(decision);
  decisions.push_back(of_others);
  here.result("decide", {{"decisions", std::move(decisions)}});
  const std::string saved = here.output({{"job", "work"}});

  TestSession there;
  there.put_bytes("收到的.zip", saved);
  const Json desk = there.result("open", {{"paths", std::vector<std::string>{"收到的.zip"}}});
  EXPECT_EQ(desk.find("tables")->items().size(), 2U);
  EXPECT_TRUE(desk.find("problems")->items().empty()) << desk.dump();
  const Json again = there.result("check");
  ASSERT_EQ(again.find("waived")->items().size(), 1U);  // of 甲 alone
  const Json& finding = finding_of(again, "A104");
  EXPECT_EQ(text_at(finding.find("where")->items()[0], "unit"), "乙局");
  EXPECT_EQ(text_at(finding, "opinion"), "需说明");
  EXPECT_EQ(text_at(finding, "note"), "等回话");
  const Json known = there.result("decisions");
  expect_as_described(known, "decisions");
  EXPECT_EQ(known.find("decisions")->items().size(), 1U);  // those of other tables stayed where they were
  EXPECT_EQ(there.output({{"job", "work"}}), there.output({{"job", "work"}}));

  // What was decided here later than in the file stays.
  TestSession later;
  Json newer = Json::array();
  newer.push_back(
      {{"key", key}, {"opinion", "属实"}, {"note", ""}, {"by", "审核科"}, {"date", "2024-03-02"}});
  later.result("decide", {{"decisions", std::move(newer)}});
  later.put_bytes("收到的.zip", saved);
  later.result("open", {{"paths", std::vector<std::string>{"收到的.zip"}}});
  EXPECT_EQ(text_at(finding_of(later.result("check"), "A104"), "opinion"), "属实");
}

std::string saved_with(const std::string& key, const std::string& opinion, const std::string& by,
                       const std::string& date) {
  TestSession session;
  session.put_bytes("甲/表.yaml",
                    base::read_file(kRoot + "/samples/findings/A104/bad.check.yaml", 65536).text);
  session.put_bytes("甲/豁免.yaml",
                    base::read_file(kRoot + "/samples/findings/A901/good.waivers.yaml", 4096).text);
  session.result("open", {{"paths", std::vector<std::string>{"甲"}}});
  Json decisions = Json::array();
  decisions.push_back({{"key", key}, {"opinion", opinion}, {"note", ""}, {"by", by}, {"date", date}});
  session.result("decide", {{"decisions", std::move(decisions)}});
  return session.output({{"job", "work"}});
}

// Whoever saves a file may write any name into it: what came is said, and taken away again.
TEST(Review, WhatAFileBroughtIsSaidAndDropped) {
  TestSession here;
  here.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  const std::string key = text_at(finding_of(here.result("check"), "A104"), "key");
  decide(here, {decision(key, "属实", "扣分")});
  here.result("clear");
  const auto opinion = [&here, &key] {
    const Json known = here.result("decisions");
    for (const Json& one : known.find("decisions")->items()) {
      if (text_at(one, "key") == key) return text_at(one, "opinion");
    }
    return std::string();
  };
  const std::vector<std::string> files = {"一.zip", "二.zip"};
  here.put_bytes(files[0], saved_with(key, "不属实", "绩效科", "2024-03-02"));
  here.put_bytes(files[1], saved_with(key, "已改正", "复核科", "2024-03-03"));
  const Json desk = here.result("open", {{"paths", files}});
  expect_as_described(desk, "open");
  EXPECT_EQ(opinion(), "已改正");
  const Json::Array& brought = desk.find("brought")->items();
  ASSERT_EQ(brought.size(), 2U);
  EXPECT_EQ(brought[1].dump(),
            R"({"file":"二.zip","decisions":1,"decided_by":["复核科"],"waivers":1,"waived_by":["绩效科"]})");
  EXPECT_EQ(here.result("check").find("waived")->items().size(), 2U);
  const Json dropped = here.result("drop_brought", {{"files", files}});
  expect_as_described(dropped, "drop_brought");
  EXPECT_TRUE(dropped.find("desk")->find("brought")->items().empty());
  ASSERT_EQ(dropped.find("decisions")->items().size(), 1U);
  EXPECT_EQ(text_at(dropped.find("decisions")->items()[0], "note"), "扣分");
  EXPECT_EQ(opinion(), "属实");
  EXPECT_EQ(dropped.find("desk")->find("tables")->items().size(), 2U);
  EXPECT_TRUE(here.result("check").find("waived")->items().empty());
}

TEST(Review, WhatIsKnownHereAlreadyOrWasNotReadToTheEndBringsNothing) {
  TestSession here;
  here.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  const std::string key = text_at(finding_of(here.result("check"), "A104"), "key");
  const std::string saved = saved_with(key, "不属实", "绩效科", "2024-03-02");
  here.put_bytes("一.zip", saved);
  here.result("begin_open", {{"paths", std::vector<std::string>{"一.zip"}}});
  while (*here.result("read_on").find("tables")->whole() == 0) {
  }
  here.result("begin_score");
  EXPECT_TRUE(here.result("give_up").find("brought")->items().empty());
  EXPECT_TRUE(here.result("decisions").find("decisions")->items().empty());
  here.put_bytes("二.zip", saved);
  here.result("open", {{"paths", std::vector<std::string>{"二.zip"}}});
  here.put_bytes("三.zip", saved);
  const Json again = here.result("open", {{"paths", std::vector<std::string>{"三.zip"}}});
  ASSERT_EQ(again.find("brought")->items().size(), 2U);
  EXPECT_EQ(*again.find("brought")->items()[1].find("decisions")->whole(), 0);  // its waivers alone are new
}

// An archive that somebody hands in brings no waivers of its own (docs/audit.md).
TEST(Review, AnArchiveThatIsNoSavedWorkBringsNone) {
  TestSession session;
  session.open(kRoot + "/samples/documents/2023-submission.zip");
  EXPECT_TRUE(session.result("decisions").find("decisions")->items().empty());
}

TEST(Review, WaiversThatCannotBeReadAreSpokenOf) {
  TestSession session;
  session.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  session.put_bytes("豁免.yaml", "豁免: [\n");
  session.result("open", {{"paths", std::vector<std::string>{"豁免.yaml"}}});
  const Json checked = session.result("check");
  EXPECT_FALSE(checked.find("problems")->items().empty());
  finding_of(checked, "A104");
}

TEST(Review, DecisionsStayWithTheirFindings) {
  TestSession session;
  session.open(kTongcheng);
  const std::string key = text_at(finding_of(session.result("check"), "A204"), "key");
  const Json decided = decide(session, {decision(key, "属实", "上限没有提高")});
  expect_as_described(decided, "decide");
  const Json checked = session.result("check");
  expect_as_described(checked, "check");
  EXPECT_EQ(text_at(finding_of(checked, "A204"), "opinion"), "属实");
  EXPECT_EQ(text_at(finding_of(checked, "A204"), "by"), "绩效科");
  // The desk cleared and the tables opened again: the decision is there; an empty one takes it away.
  session.result("clear");
  session.open(kTongcheng);
  EXPECT_EQ(text_at(finding_of(session.result("check"), "A204"), "note"), "上限没有提高");
  decide(session, {decision(key, "", "")});
  EXPECT_EQ(text_at(finding_of(session.result("check"), "A204"), "opinion"), "");
  decide(session, {decision(key, "属实", "")});
  const Json forgotten = session.result("forget_decisions");
  expect_as_described(forgotten, "forget_decisions");
  EXPECT_EQ(text_at(finding_of(session.result("check"), "A204"), "opinion"), "");
}

TEST(Review, TheSheetGoesOutAndComesBack) {
  TestSession out;
  out.open(kTongcheng);
  const Json checked = out.result("check");
  const std::string blank = out.output({{"job", "check"}, {"face", "xlsx"}});
  std::vector<Json> all;
  std::size_t n = 0;
  for (const Json& finding : checked.find("findings")->items()) {
    all.push_back(
        decision(text_at(finding, "key"), n % 2 == 0 ? "属实" : "需说明", "第" + std::to_string(n) + "条"));
    ++n;
  }
  decide(out, all);
  const std::string sheet = out.output({{"job", "check"}, {"face", "xlsx"}});
  EXPECT_NE(sheet, blank);

  TestSession back;
  back.open(kTongcheng);
  back.put_bytes("审核表.xlsx", sheet);
  const Json read = back.result("read_review", {{"path", "审核表.xlsx"}});
  expect_as_described(read, "read_review");
  EXPECT_EQ(read.find("left")->items().size(), 0U);
  ASSERT_EQ(read.find("taken")->items().size(), all.size());
  EXPECT_EQ(back.result("check").dump(), out.result("check").dump());
  EXPECT_EQ(back.output({{"job", "check"}, {"face", "xlsx"}}), sheet);

  // Of other tables nothing is taken, and each row is said; a blank sheet decides nothing.
  TestSession other;
  other.open(kRoot + "/samples/findings/A104/bad.check.yaml");
  other.put_bytes("审核表.xlsx", sheet);
  const Json none = other.result("read_review", {{"path", "审核表.xlsx"}});
  EXPECT_EQ(none.find("taken")->items().size(), 0U);
  EXPECT_EQ(none.find("left")->items().size(), all.size());
  other.put_bytes("空.xlsx", blank);
  EXPECT_EQ(other.result("read_review", {{"path", "空.xlsx"}}).find("left")->items().size(), 0U);
  // A workbook that is no review sheet, a file that is none at all, a name nobody gave.
  other.put(kRoot + "/samples/documents/2023-selfeval.xlsx");
  other.put_bytes("坏.xlsx", "no workbook");
  for (const std::string& path :
       {kRoot + "/samples/documents/2023-selfeval.xlsx", std::string("坏.xlsx"), std::string("没有.xlsx")})
    EXPECT_NE(other.call("read_review", {{"path", path}}).find("error"), nullptr) << path;
}

TEST(Compare, TwoSubmissionsSideBySide) {
  TestSession session;
  const Json desk = session.open(kTongcheng);
  const std::size_t p26 = number_of(desk, "p26");
  const Json table = session.result("table", {{"table", p26}});
  std::size_t row = 0;
  while (text_at(table.find("rows")->items()[row], "name") !=
         "2023 年发放符合条件的返乡创业人员一次性创业补贴")
    ++row;
  session.result("edit", {{"table", p26}, {"row", row}, {"field", "实际完成值"}, {"text", "8万元"}});
  session.result("edit", {{"table", p26}, {"field", "执行数"}, {"text", "8"}});
  const Json compared = session.result("compare", {{"paths", std::vector<std::string>{kTongcheng}}});
  expect_as_described(compared, "compare");
  std::size_t changes = 0;
  for (const Json& one : compared.find("tables")->items()) {
    EXPECT_EQ(text_at(one, "handed_in"), "both");
    if (*one.find("table")->whole() != static_cast<std::int64_t>(p26)) {
      EXPECT_EQ(one.find("changes")->items().size(), 0U);
      continue;
    }
    EXPECT_EQ(text_at(*one.find("before"), "total"), "98.37");
    EXPECT_EQ(text_at(*one.find("after"), "total"), "96.00");  // 20 × 8 ÷ 10 = 16; the row now has its 3
    changes = one.find("changes")->items().size();
    const Json& cell = one.find("changes")->items().back();
    EXPECT_EQ(text_at(cell, "field"), "实际完成值");
    EXPECT_EQ(text_at(cell, "from"), "17.5 万元");
    EXPECT_EQ(text_at(cell, "to"), "8万元");
    EXPECT_EQ(*cell.find("row")->whole(), static_cast<std::int64_t>(row));
  }
  EXPECT_EQ(changes, 2U);
  EXPECT_EQ(compared.find("known")->items().size(), compared.find("findings")->items().size());
  // A204 said of the old figure that it had full marks: it is mended.
  const Json::Array& gone = compared.find("gone")->items();
  EXPECT_TRUE(
      std::any_of(gone.begin(), gone.end(), [](const Json& g) { return text_at(g, "id") == "A204"; }));
}

TEST(Compare, TablesOfOneSubmissionOnly) {
  TestSession session;
  session.open(kTongcheng + "/p02.yaml");
  session.put(kTongcheng + "/p05.yaml");
  const Json compared =
      session.result("compare", {{"paths", std::vector<std::string>{kTongcheng + "/p05.yaml"}}});
  ASSERT_EQ(compared.find("tables")->items().size(), 2U);
  EXPECT_EQ(text_at(compared.find("tables")->items()[0], "handed_in"), "second");
  EXPECT_EQ(text_at(compared.find("tables")->items()[1], "handed_in"), "first");
  EXPECT_NE(session.call("compare", {{"paths", std::vector<std::string>{"没有"}}}).find("error"), nullptr);
  EXPECT_NE(session.call("compare").find("error"), nullptr);
}

}  // namespace
}  // namespace jiheng::web
