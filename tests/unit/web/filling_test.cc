// Filling in as a person does it: rows added, removed and moved, new tables, blocks pasted; and every step taken back.
#include <algorithm>

#include "tests/unit/web/sessions.h"

namespace jiheng::web {
namespace {

using base::Json;

std::vector<std::string> texts_of_rows(const Json& table, const char* key) {
  std::vector<std::string> out;
  for (const Json& row : table.find("rows")->items()) out.push_back(text_at(row, key));
  return out;
}

std::size_t undo_steps(const Json& edited) { return static_cast<std::size_t>(*edited.find("undo")->whole()); }

class Filling : public testing::Test {
 protected:
  Filling() : p26_(number_of(session_.open(kTongcheng), "p26")) {}

  Json table(std::size_t number) { return session_.result("table", {{"table", number}}); }
  Json rows(std::size_t row, const char* word) {
    return session_.result("edit_rows", {{"table", p26_}, {"row", row}, {"word", word}});
  }
  Json edit(std::size_t row, const char* field, const char* text, bool more = false) {
    return session_.result("edit",
                           {{"table", p26_}, {"row", row}, {"field", field}, {"text", text}, {"more", more}});
  }
  std::string saved() { return session_.output({{"job", "work"}}); }
  void undo_all() {
    while (undo_steps(session_.result("undo")) > 0) {
    }
  }

  TestSession session_;
  std::size_t p26_;
};

TEST_F(Filling, ARowIsAddedBelowInItsGroup) {
  const Json before = table(p26_);
  const Json edited = rows(0, "add");
  const Json& after = *edited.find("table");
  EXPECT_EQ(*edited.find("row")->whole(), 1);
  EXPECT_EQ(after.find("rows")->items().size(), before.find("rows")->items().size() + 1);
  EXPECT_EQ(text_at(after.find("rows")->items()[1], "level2"),
            text_at(before.find("rows")->items()[0], "level2"));
  EXPECT_EQ(text_at(after.find("rows")->items()[1], "name"), "");
  EXPECT_EQ(text_at(edit(1, "三级指标", "新加的指标").find("table")->find("rows")->items()[1], "name"),
            "新加的指标");
}

TEST_F(Filling, ARowIsRemovedAndItsPointsWithIt) {
  const std::size_t row = row_named(table(p26_), kRow);
  const Json edited = rows(row, "remove");
  const auto names = texts_of_rows(*edited.find("table"), "name");
  EXPECT_EQ(std::find(names.begin(), names.end(), kRow), names.end());
  EXPECT_EQ(text_at(*edited.find("table"), "total"), "97.00");  // 98.37 without its 1.37
  EXPECT_EQ(text_at(*session_.result("undo").find("table"), "total"), "98.37");
}

TEST_F(Filling, TheLastRowStays) {
  const Json edited = session_.result("new_table", {{"scheme", "national-2020"}});
  const auto fresh = static_cast<std::size_t>(*edited.find("line")->find("number")->whole());
  const std::size_t count = edited.find("table")->find("rows")->items().size();
  ASSERT_GT(count, 1U);
  const Json call = {{"table", fresh}, {"row", 0}, {"word", "remove"}};
  for (std::size_t i = 1; i < count; ++i) session_.result("edit_rows", call);
  EXPECT_EQ(text_at(*session_.call("edit_rows", call).find("error"), "message"), "这是最后一行，不能删去");
}

TEST_F(Filling, ARowMovesPastItsNeighbourAndIntoTheNextGroup) {
  Json now = table(p26_);
  const auto names = texts_of_rows(now, "name");
  const auto groups = texts_of_rows(now, "level2");
  std::size_t edge = 1;  // the last row of the first group
  while (groups[edge] == groups[edge - 1]) ++edge;
  --edge;
  ASSERT_GT(edge, 0U);
  const Json up = rows(edge, "up");
  EXPECT_EQ(*up.find("row")->whole(), static_cast<std::int64_t>(edge) - 1);
  EXPECT_EQ(texts_of_rows(*up.find("table"), "name")[edge - 1], names[edge]);
  rows(edge - 1, "down");
  const Json over = rows(edge, "down");  // it stays where it is and belongs to the next group
  EXPECT_EQ(*over.find("row")->whole(), static_cast<std::int64_t>(edge));
  EXPECT_EQ(texts_of_rows(*over.find("table"), "name"), names);
  EXPECT_EQ(texts_of_rows(*over.find("table"), "level2")[edge], groups[edge + 1]);
  const Json top = rows(0, "up");  // there is nothing above it
  EXPECT_EQ(texts_of_rows(*top.find("table"), "name"), names);
  undo_all();
  EXPECT_EQ(texts_of_rows(table(p26_), "level2"), groups);
}

TEST_F(Filling, EveryStepIsTakenBackAndMadeAgain) {
  const std::string at_first = saved();
  Json cells = Json::array();
  for (int i = 0; i < 3; ++i)
    cells.push_back({{"row", i}, {"field", "实际完成值"}, {"text", std::to_string(11 + i) + "人"}});
  edit(2, "实际完成值", "9万元");
  session_.result("edit", {{"table", p26_}, {"field", "改进措施"}, {"text", "早作安排"}});
  session_.result("edit_cells", {{"table", p26_}, {"cells", cells}});
  rows(1, "add");
  edit(2, "三级指标", "加的一行");
  rows(0, "down");
  rows(3, "remove");
  session_.result("new_table", {{"scheme", "national-2020"}, {"department", true}, {"unit", "某局"}});
  rows(0, "down");  // numbers have moved by one: a department's own table stands first
  session_.result("edit", {{"table", p26_ + 1}, {"field", "执行数"}, {"text", "9"}});
  const std::string at_last = saved();
  undo_all();
  EXPECT_EQ(saved(), at_first);
  while (*session_.result("redo").find("redo")->whole() > 0) {
  }
  EXPECT_EQ(saved(), at_last);
  undo_all();
  EXPECT_EQ(saved(), at_first);
  const Json none = session_.result("undo");
  EXPECT_TRUE(none.find("line")->is_null());
  EXPECT_EQ(saved(), at_first);
}

TEST_F(Filling, AWordTypedIsOneStep) {
  edit(2, "实际完成值", "1");
  edit(2, "实际完成值", "17", true);
  edit(2, "实际完成值", "17.5", true);
  EXPECT_EQ(undo_steps(edit(2, "实际完成值", "3")), 2U);  // another word: another step
  EXPECT_EQ(text_at(session_.result("undo").find("table")->find("rows")->items()[2], "actual"), "17.5");
  const std::string before =
      text_at(session_.result("undo").find("table")->find("rows")->items()[2], "actual");
  EXPECT_NE(before, "1");
  // Typed on after an undo it is a step of its own.
  edit(2, "实际完成值", "4", true);
  EXPECT_EQ(text_at(session_.result("undo").find("table")->find("rows")->items()[2], "actual"), before);
}

TEST_F(Filling, ABlockIsPutInAsFarAsItGoes) {
  Json cells = Json::array();
  cells.push_back({{"row", 0}, {"field", "分值"}, {"text", "十五"}});
  cells.push_back({{"row", 0}, {"field", "年初目标值"}, {"text", "≥3个"}});
  cells.push_back({{"row", 1}, {"field", "实际完成值"}, {"text", "看情况"}});
  cells.push_back({{"row", 900}, {"field", "实际完成值"}, {"text", "1"}});
  const Json edited = session_.result("edit_cells", {{"table", p26_}, {"cells", cells}});
  ASSERT_EQ(edited.find("refused")->items().size(), 1U);
  EXPECT_EQ(text_at(edited.find("refused")->items()[0], "message"), "分值不能是“十五”");
  EXPECT_EQ(text_at(edited.find("table")->find("rows")->items()[0], "target"), "≥3个");
  EXPECT_EQ(text_at(edited.find("table")->find("rows")->items()[1], "actual"), "看情况");
  EXPECT_EQ(undo_steps(edited), 1U);
  EXPECT_EQ(text_at(*session_.result("undo").find("table"), "total"), "98.37");
}

/// What the page holds after a change is what the whole table would be.
Json with_change(Json table, const Json& change) {
  for (const Json::Member& part : change.members()) {
    if (part.key == "cells" || part.key == "rows") continue;
    table[part.key] = part.value;
  }
  for (const Json& item : change.find("cells")->items())
    table["form"]["cells"].items()[static_cast<std::size_t>(*item.find("at")->whole())] = *item.find("cell");
  for (const Json& item : change.find("rows")->items())
    table["rows"].items()[static_cast<std::size_t>(*item.find("at")->whole())] = *item.find("row");
  return table;
}

TEST_F(Filling, OnlyWhatChangedIsSent) {
  Json shown = table(p26_);
  const std::size_t row = row_named(shown, kRow);
  for (const char* text : {"9万元", "看情况", "", "10万元"}) {
    const Json edited = session_.result(
        "edit", {{"table", p26_}, {"row", row}, {"field", "实际完成值"}, {"text", text}, {"changes", true}});
    ASSERT_TRUE(edited.find("table")->is_null()) << text;
    const Json& change = *edited.find("change");
    EXPECT_EQ(change.find("rows")->items().size(), 1U);
    EXPECT_LT(change.dump().size() * 4, shown.dump().size());
    session_.result("why", {{"table", p26_}, {"row", row}});  // asks for nothing that the table is shown by
    shown = with_change(shown, change);
    EXPECT_EQ(shown.dump(), session_.result("table", {{"table", p26_}}).dump()) << text;
  }
  // In full: paper could do without 分值, but the column stays while somebody types (form_with_marks.h).
  const Json full = session_.result(
      "edit", {{"table", p26_}, {"row", row}, {"field", "实际完成值"}, {"text", "8万元"}, {"changes", true}});
  EXPECT_TRUE(full.find("table")->is_null());
  EXPECT_EQ(session_.result("table", {{"table", p26_}}).find("form")->find("widths")->items().size() + 1,
            shown.find("form")->find("widths")->items().size());
  // Another table, or other rows: all of it.
  const Json other = session_.result(
      "edit", {{"table", p26_ - 1}, {"row", 0}, {"field", "实际完成值"}, {"text", "1"}, {"changes", true}});
  EXPECT_FALSE(other.find("table")->is_null());
  const Json grown =
      session_.result("edit_rows", {{"table", p26_ - 1}, {"row", 0}, {"word", "add"}, {"changes", true}});
  EXPECT_FALSE(grown.find("table")->is_null());
}

TEST_F(Filling, ANewTableIsFilledInStepByStep) {
  const Json edited =
      session_.result("new_table", {{"scheme", "national-2020"}, {"year", 2024}, {"unit", "某局"}});
  const auto fresh = static_cast<std::size_t>(*edited.find("line")->find("number")->whole());
  EXPECT_EQ(text_at(*edited.find("line"), "title"), "新项目");
  const auto put = [&](const char* field, const char* text, std::optional<std::size_t> row) {
    Json parameters = {{"table", fresh}, {"field", field}, {"text", text}};
    if (row) parameters["row"] = *row;
    return session_.result("edit", parameters);
  };
  put("项目名称", "道路养护", std::nullopt);
  put("年度", "2025", std::nullopt);
  put("三级指标", "养护里程", 0);
  put("年初目标值", "≥100公里", 0);
  put("分值", "20", 0);
  const Json done = put("实际完成值", "50公里", 0);
  const Json& row = done.find("table")->find("rows")->items()[0];
  EXPECT_EQ(text_at(row, "score"), "10");  // 20 × 50 ÷ 100
  EXPECT_EQ(text_at(*done.find("line"), "title"), "道路养护");
  EXPECT_EQ(*done.find("line")->find("year")->whole(), 2025);
}

TEST_F(Filling, ATableThatIsNotWholeIsKept) {
  for (const bool department : {false, true}) {
    session_.result("clear");
    const Json edited =
        session_.result("new_table", {{"scheme", "national-2020"}, {"department", department}});
    session_.result("edit", {{"table", 0}, {"row", 1}, {"field", "年初目标值"}, {"text", "≥3个"}});
    Session reader(kRules, kRoot + "/docs/findings");
    reader.put("存盘.yaml", saved());
    const auto read = base::parse_json(reader.call("open", R"({"paths":["存盘.yaml"]})"));
    const Json desk = *std::get<Json>(read).find("result");
    EXPECT_EQ(desk.find("problems")->dump(), "[]");
    ASSERT_EQ(desk.find("tables")->items().size(), 1U);
    EXPECT_EQ(*desk.find("tables")->items()[0].find("rows")->whole(), 1);  // the one somebody wrote into
  }
}

TEST_F(Filling, ChangesOfSeveralTablesAreOneStep) {
  const std::size_t p02 = number_of(session_.result("desk"), "p02");
  const auto change = [this](std::size_t number, std::string_view row, const char* text, bool joined) {
    Json asked = {{"table", number}, {"cells", Json::array()}, {"joined", joined}};
    asked["cells"].push_back(
        {{"row", row_named(table(number), row)}, {"field", "实际完成值"}, {"text", text}});
    return session_.result("edit_cells", asked);
  };
  const auto totals = [&](const Json& desk) {
    std::vector<std::string> out;
    for (const std::size_t number : {p02, p26_})
      out.push_back(text_at(desk.find("tables")->items()[number], "total"));
    return out;
  };
  const std::vector<std::string> before = {"100.00", "98.37"};
  const std::vector<std::string> after = {"99.60", "99.67"};  // 10 × 96%; 97 and 3 × 8 ÷ 9
  change(p02, "劳动仲裁案件结案率", "96%", false);
  change(p26_, kRow, "9万元", true);
  EXPECT_EQ(totals(session_.result("desk")), after);
  const Json undone = session_.result("undo");
  EXPECT_EQ(undo_steps(undone), 0U);
  EXPECT_EQ(totals(*undone.find("desk")), before);
  const Json again = session_.result("redo");
  EXPECT_EQ(totals(*again.find("desk")), after);
  EXPECT_EQ(*again.find("redo")->whole(), 0);
  // A step before them stays by itself.
  edit(0, "实际完成值", "看情况");
  EXPECT_EQ(totals(session_.result("desk"))[0], "99.60");
  EXPECT_TRUE(session_.result("undo").find("desk")->is_null());
  EXPECT_EQ(totals(*session_.result("undo").find("desk")), before);
}

TEST_F(Filling, BlankRowsGoAllAtOnce) {
  const Json edited = session_.result("new_table", {{"scheme", "national-2020"}, {"unit", "某局"}});
  const auto fresh = static_cast<std::size_t>(*edited.find("line")->find("number")->whole());
  session_.result("edit", {{"table", fresh}, {"row", 3}, {"field", "三级指标"}, {"text", "合格率"}});
  const Json left = session_.result("edit_rows", {{"table", fresh}, {"row", 0}, {"word", "remove_blank"}});
  EXPECT_EQ(texts_of_rows(*left.find("table"), "name"), std::vector<std::string>{"合格率"});
  const Json back = session_.result("undo");
  EXPECT_EQ(back.find("table")->find("rows")->items().size(),
            edited.find("table")->find("rows")->items().size());
}

TEST_F(Filling, ATableLikeLastYears) {
  const Json before = table(p26_);
  const Json edited = session_.result("new_table", {{"table", p26_}, {"year", 2024}});
  const Json& fresh = *edited.find("table");
  EXPECT_EQ(texts_of_rows(fresh, "name"), texts_of_rows(before, "name"));
  EXPECT_EQ(texts_of_rows(fresh, "target"), texts_of_rows(before, "target"));
  for (const std::string& actual : texts_of_rows(fresh, "actual")) EXPECT_EQ(actual, "");
  EXPECT_EQ(text_at(fresh, "title"), text_at(before, "title"));
  EXPECT_EQ(text_at(*fresh.find("execution"), "planned"), "");  // last year's money is not this year's
  EXPECT_EQ(*edited.find("line")->find("year")->whole(), 2024);
  EXPECT_NE(saved().find("2023年: 621 人"), std::string::npos);  // last year's actual value stands in 近两年
  const Json gone = session_.result("undo");
  EXPECT_TRUE(gone.find("line")->is_null());
  EXPECT_EQ(gone.find("desk")->find("tables")->items().size(), 27U);
}

TEST(Reading, InStepsAsInOne) {
  for (const std::string& path : {kTongcheng, kRoot + "/samples/documents", kRoot + "/samples/manual/2023",
                                  kRoot + "/samples/good/national-2020.yaml"}) {
    SCOPED_TRACE(path);
    TestSession whole;
    const Json wanted = whole.open(path);
    TestSession steps;
    steps.put(path);
    Json now = steps.result("begin_open", {{"paths", std::vector<std::string>{path}}});
    while (*now.find("done")->whole() < *now.find("files")->whole())
      now = steps.result("read_on", {{"files", 2}});
    EXPECT_EQ(steps.result("end_open").dump(), wanted.dump());
  }
}

TEST(Reading, AnArchiveIsReadFileByFile) {
  const std::string path = kRoot + "/samples/documents/2023-submission.zip";
  TestSession session;
  session.put(path);
  Json now = session.result("begin_open", {{"paths", std::vector<std::string>{path}}});
  EXPECT_EQ(*now.find("files")->whole(), 1);
  // The first by its bytes of a web page, a csv and a text; behind them what is said of the archive (.DS_Store).
  now = session.result("read_on", {{"files", 1}});
  EXPECT_EQ(*now.find("done")->whole(), 1);
  EXPECT_EQ(*now.find("files")->whole(), 3 + 1);
  EXPECT_EQ(*now.find("tables")->whole(), 1);
  const Json desk = session.result("end_open");  // stopped inside it: what was read stays
  ASSERT_EQ(desk.find("tables")->items().size(), 1U);
  EXPECT_TRUE(
      text_at(desk.find("tables")->items()[0], "file").ends_with("2023-submission.zip/乙单位/自评.html"));
}

TEST(Reading, StoppedItKeepsWhatWasRead) {
  TestSession session;
  session.put(kTongcheng);
  session.result("begin_open", {{"paths", std::vector<std::string>{kTongcheng}}});
  const Json now = session.result("read_on", {{"files", 5}});
  EXPECT_EQ(*now.find("done")->whole(), 5);
  const Json desk = session.result("end_open");
  EXPECT_EQ(desk.find("tables")->items().size(), static_cast<std::size_t>(*now.find("tables")->whole()));
  EXPECT_NE(text_at(desk.find("tables")->items().back(), "total"), "");
  const Json more = session.result("read_on", {{"files", 5}});  // nothing waits any more
  EXPECT_EQ(*more.find("files")->whole(), 0);
}

TEST(Reading, WhatComesBetweenEndsIt) {
  for (const bool table : {true, false}) {
    TestSession session;
    session.put(kTongcheng);
    session.put(kRoot + "/samples/good/national-2020.yaml");
    session.result("begin_open", {{"paths", std::vector<std::string>{kTongcheng}}});
    session.result("read_on", {{"files", 3}});
    if (table) {
      session.result("new_table", {{"scheme", "national-2020"}, {"department", true}, {"unit", "某局"}});
    } else {
      session.open(kRoot + "/samples/good/national-2020.yaml");
    }
    EXPECT_EQ(*session.result("read_on", {{"files", 5}}).find("files")->whole(), 0);
    EXPECT_EQ(session.result("end_open").find("tables")->items().size(), 4U);
    if (table) {
      EXPECT_EQ(undo_steps(session.result("undo")), 0U);
    }
    EXPECT_EQ(session.result("desk").find("tables")->items().size(), table ? 3U : 4U);
  }
}

}  // namespace
}  // namespace jiheng::web
