// The door of the page: what it is described to give, edits and what they change, what it refuses.
#include "engine/web/session.h"

#include <algorithm>

#include "tests/unit/web/contract.h"
#include "tests/unit/web/sessions.h"

namespace jiheng::web {
namespace {

using base::Json;

TEST(Contract, EveryAnswerIsAsDescribed) {
  TestSession session;
  expect_as_described(session.result("schemes"), "schemes");
  session.put(kRoot + "/samples/documents/2023-selfeval.txt");
  const Json desk = session.open(kTongcheng);
  expect_as_described(desk, "open");
  const std::size_t p26 = number_of(desk, "p26");
  const Json table = session.result("table", {{"table", p26}});
  expect_as_described(table, "table");
  expect_as_described(session.result("why", {{"table", p26}, {"row", 0}}), "why");
  expect_as_described(session.result("check"), "check");
  expect_as_described(session.result("page", {{"id", "A204"}}), "page");
  expect_as_described(session.result("output", {{"job", "score"}, {"face", "csv"}}), "output");
  expect_as_described(
      session.result("edit", {{"table", p26}, {"row", 0}, {"field", "实际完成值"}, {"text", "1"}}), "edit");
  expect_as_described(session.open(kRoot + "/samples/documents/2023-selfeval.txt"), "open");
  expect_as_described(session.result("new_table", {{"scheme", "national-2020"}}), "new_table");
  const Json row = {{"table", p26 + 1}, {"row", 0}, {"word", "add"}, {"changes", true}};
  expect_as_described(session.result("edit_rows", row), "edit_rows");
  expect_as_described(session.result("undo", {{"changes", true}}), "undo");
  expect_as_described(session.result("undo"), "undo");
  expect_as_described(session.result("redo"), "redo");
  Json cells = Json::array();
  cells.push_back({{"row", 0}, {"field", "分值"}, {"text", "十五"}});
  cells.push_back({{"row", 0}, {"field", "年初目标值"}, {"text", "≥3个"}});
  expect_as_described(session.result("edit_cells", {{"table", p26}, {"cells", cells}}), "edit_cells");
  expect_as_described(
      session.result("edit",
                     {{"table", p26}, {"row", 0}, {"field", "实际完成值"}, {"text", "2"}, {"changes", true}}),
      "edit");
  expect_as_described(session.result("begin_open", {{"paths", std::vector<std::string>{kTongcheng}}}),
                      "begin_open");
  expect_as_described(session.result("read_on", {{"files", 3}}), "read_on");
  expect_as_described(session.result("end_open"), "end_open");
  expect_as_described(session.result("clear"), "clear");
  for (const Json::Member& call : contract().find("calls")->members())
    EXPECT_NE(contract().find("types")->find(*call.value.text()), nullptr) << call.key;
}

TEST(Edit, ScoresFollow) {
  TestSession session;
  const Json desk = session.open(kTongcheng);
  const std::size_t p26 = number_of(desk, "p26");
  const Json table = session.result("table", {{"table", p26}});
  EXPECT_EQ(text_at(table, "total"), "98.37");
  const std::size_t row = row_named(table, kRow);
  const auto total_with = [&](const char* actual) {
    const Json edited =
        session.result("edit", {{"table", p26}, {"row", row}, {"field", "实际完成值"}, {"text", actual}});
    EXPECT_EQ(text_at(*edited.find("line"), "total"), text_at(*edited.find("table"), "total"));
    return text_at(*edited.find("table"), "total");
  };
  EXPECT_EQ(total_with("8万元"), "100.00");         // ≤8万元 is met: all of its 3 points
  EXPECT_EQ(total_with("9万元"), "99.67");          // 3 × 8 ÷ 9 = 2.67
  EXPECT_EQ(total_with("看情况"), "97.00-100.00");  // read as no number: from 0 to 3 points
  EXPECT_EQ(total_with("17.5万元"), "98.37");

  // What was scored by itself is what it is among all: taking its own scheme again scores everything.
  const std::string alone = session.output({{"job", "score"}, {"face", "json"}});
  session.result("take_scheme", {{"tables", Json()}, {"scheme", "hubei-2023"}});
  EXPECT_EQ(session.output({{"job", "score"}, {"face", "json"}}), alone);
}

TEST(Edit, WhatAPersonDecides) {
  TestSession session;
  const Json desk = session.open(kTongcheng);
  const std::size_t p26 = number_of(desk, "p26");
  const std::size_t row = row_named(session.result("table", {{"table", p26}}), kRow);
  const auto total_after = [&](const char* field, const char* text) {
    return text_at(*session.result("edit", {{"table", p26}, {"row", row}, {"field", field}, {"text", text}})
                        .find("table"),
                   "total");
  };
  EXPECT_EQ(total_after("评定", "50%"), "98.50");  // half of 3 points
  EXPECT_EQ(total_after("评定", ""), "98.37");
  EXPECT_EQ(total_after("偏差原因", "返乡人数超过预计"), "98.37");
  const Json table = session.result("table", {{"table", p26}});
  EXPECT_EQ(text_at(table.find("rows")->items()[row], "reason_given"), "返乡人数超过预计");
}

TEST(Edit, WhatIsNoNumberChangesNothing) {
  TestSession session;
  const std::size_t p26 = number_of(session.open(kTongcheng), "p26");
  const auto message = [&](const char* field, const char* text, bool of_row) {
    Json edit = {{"table", p26}, {"field", field}, {"text", text}};
    if (of_row) edit["row"] = 0;
    const Json answer = session.call("edit", edit);
    const Json* error = answer.find("error");
    return error == nullptr ? std::string() : text_at(*error, "message");
  };
  EXPECT_EQ(message("执行数", "很多", false), "执行数不能是“很多”");
  EXPECT_EQ(message("执行数", "-3", false), "执行数不能是“-3”");
  EXPECT_EQ(message("分值", "十五", true), "分值不能是“十五”");
  EXPECT_EQ(message("评定", "120%", true), "评定不能是“120%”");
  EXPECT_EQ(message("得分", "3", true), "“得分”这一栏不能在这里改");
  EXPECT_EQ(message("三级指标", "", true).empty(), false);  // an indicator without a name
  EXPECT_EQ(text_at(session.result("table", {{"table", p26}}), "total"), "98.37");
}

TEST(Open, ProposalsAreTakenByHand) {
  TestSession session;
  const Json desk = session.open(kRoot + "/samples/documents/2023-selfeval.xlsx");
  const Json& line = desk.find("tables")->items().front();
  ASSERT_NE(line.find("proposal"), nullptr);
  ASSERT_FALSE(line.find("proposal")->is_null());
  EXPECT_EQ(text_at(line, "total"), "");
  const std::string scheme = text_at(*line.find("proposal"), "scheme");
  ASSERT_FALSE(scheme.empty());
  EXPECT_FALSE(line.find("proposal")->find("evidence")->items().empty());
  Json numbers = Json::array();
  for (std::size_t i = 0; i < desk.find("tables")->items().size(); ++i) numbers.push_back(i);
  const Json taken = session.result("take_scheme", {{"tables", numbers}, {"scheme", scheme}});
  EXPECT_NE(text_at(taken.find("tables")->items().front(), "total"), "");
  EXPECT_NE(session.call("take_scheme", {{"tables", numbers}, {"scheme", "no-such"}}).find("error"), nullptr);
}

TEST(Open, WhatIsSavedIsReadAgain) {
  TestSession session;
  session.open(kTongcheng);
  const std::string scores = session.output({{"job", "score"}, {"face", "csv"}});
  const std::string saved = session.output({{"job", "work"}});
  Session again(kRules, kRoot + "/docs/findings");
  again.put("存盘.yaml", saved);
  again.call("open", R"({"paths":["存盘.yaml"]})");
  again.call("output", R"({"job":"score","face":"csv"})");
  EXPECT_EQ(again.bytes(), scores);
}

TEST(Output, SomeTablesAreAsIfNoOthersLayThere) {
  TestSession alone;
  alone.open(kTongcheng);
  TestSession session;
  session.open(kRoot + "/scorecards/2024-tongcheng");
  const Json desk = session.open(kTongcheng);
  Json numbers = Json::array();
  for (const Json& line : desk.find("tables")->items()) {
    if (*line.find("year")->whole() == 2023) numbers.push_back(*line.find("number")->whole());
  }
  ASSERT_EQ(numbers.items().size(), 27U);
  for (const char* job : {"score", "report", "summary"}) {
    const char* face = std::string_view(job) == "score" ? "json" : "docx";
    EXPECT_EQ(session.output({{"job", job}, {"face", face}, {"tables", numbers}}),
              alone.output({{"job", job}, {"face", face}}))
        << job;
  }
  EXPECT_EQ(session.output({{"job", "set"}, {"tables", numbers}}), alone.output({{"job", "set"}}));
}

std::vector<std::string> ids_of(const Json& desk) {
  std::vector<std::string> ids;
  for (const Json& line : desk.find("tables")->items()) ids.push_back(text_at(line, "id"));
  return ids;
}

TEST(Open, AnEmptyFileIsSaidToBeEmpty) {
  TestSession session;
  for (const char* name :
       {"空.xlsx", "空.docx", "空.csv", "空.txt", "空.pdf", "空.html", "空.zip", "空.xls"}) {
    session.put_bytes(name, "");
    const Json desk = session.result("open", {{"paths", std::vector<std::string>{name}}});
    const Json& said = desk.find("problems")->items().back();
    EXPECT_EQ(text_at(said, "message"), std::string("“") + name + "”是空的，里面什么也没有");
  }
}

TEST(Open, APlaceIsSaidInWords) {
  TestSession session;
  session.put_bytes("坏.yaml", "类型: 项目\n年度: 两千\n");
  const Json desk = session.result("open", {{"paths", std::vector<std::string>{"坏.yaml"}}});
  const Json::Array& said = desk.find("problems")->items();  // 年度 is on the second line
  EXPECT_TRUE(std::any_of(said.begin(), said.end(),
                          [](const Json& one) { return text_at(one, "place") == "坏.yaml 第 2 行"; }));
  const Json book = session.open(kRoot + "/samples/documents/2023-selfeval.xlsx");
  const std::string place = text_at(book.find("tables")->items()[0], "place");
  EXPECT_NE(place.find("2023-selfeval.xlsx 的“"), std::string::npos) << place;
}

TEST(PutAway, IsTakenBackWhereItWas) {
  TestSession session;
  const Json desk = session.open(kTongcheng);
  const std::vector<std::string> before = ids_of(desk);
  const std::string whole = session.output({{"job", "score"}, {"face", "json"}});
  const std::size_t p02 = number_of(desk, "p02");
  const std::size_t p26 = number_of(desk, "p26");
  session.result("edit", {{"table", p26}, {"row", 0}, {"field", "实际完成值"}, {"text", "1"}});
  Json numbers = Json::array();
  for (const std::size_t n : {p26, p02, p26, std::size_t{99}}) numbers.push_back(n);
  const Json away = session.result("put_away", {{"tables", numbers}});
  expect_as_described(away, "put_away");
  std::vector<std::string> left = before;
  std::erase_if(left, [](const std::string& id) { return id == "p02" || id == "p26"; });
  EXPECT_EQ(ids_of(*away.find("desk")), left);
  const Json back = session.result("undo");
  EXPECT_EQ(ids_of(*back.find("desk")), before);
  session.result("undo");  // the edit of before
  EXPECT_EQ(session.output({{"job", "score"}, {"face", "json"}}), whole);
  session.result("redo");
  EXPECT_EQ(ids_of(*session.result("redo").find("desk")), left);
}

TEST(PutAway, TheTextOfAFileGoesWithIt) {
  TestSession session;
  session.open(kTongcheng);
  const std::string alone = session.output({{"job", "check"}, {"face", "json"}});
  const std::string file = kRoot + "/samples/documents/2023-selfeval.txt";
  const Json desk = session.open(file);
  Json numbers = Json::array();
  for (const Json& line : desk.find("tables")->items()) {
    if (text_at(line, "file") == file) numbers.push_back(*line.find("number")->whole());
  }
  const std::string both = session.output({{"job", "check"}, {"face", "json"}});
  ASSERT_NE(both, alone);
  session.result("put_away", {{"tables", numbers}, {"files", std::vector<std::string>{file}}});
  EXPECT_EQ(session.output({{"job", "check"}, {"face", "json"}}), alone);
  session.result("undo");
  EXPECT_EQ(session.output({{"job", "check"}, {"face", "json"}}), both);
}

TEST(Door, RefusesWhatItCannotDo) {
  TestSession session;
  for (const auto& [method, parameters] :
       {std::pair("table", "{}"), std::pair("table", R"({"table":7})"), std::pair("why", R"({"table":-1})"),
        std::pair("edit", R"({"table":0,"field":"完成","text":"1"})"), std::pair("no such word", "{}"),
        std::pair("open", "no json"), std::pair("open", R"({"paths":3})"),
        std::pair("page", R"({"id":"Z999"})"), std::pair("output", R"({"job":"score","face":"xlsx"})"),
        std::pair("output", R"({"job":"set"})"), std::pair("new_table", R"({"scheme":"no-such"})"),
        std::pair("edit_rows", R"({"table":0,"row":0,"word":"add"})"),
        std::pair("edit_cells", R"({"table":3})")}) {
    const std::string answer = session.raw(method, parameters);
    const bool empty_desk = answer.starts_with(R"({"result":{"tables":[])");
    EXPECT_TRUE(answer.starts_with(R"({"error":{"message":")") || empty_desk) << method << " " << answer;
  }
}

}  // namespace
}  // namespace jiheng::web
