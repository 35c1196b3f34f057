// What a check wrote is read back whole; what is no result of a check is C111 with its piece.
#include "engine/report/json/findings_from_json.h"

#include <gtest/gtest.h>

#include "engine/report/json/json.h"
#include "engine/results/findings.h"

namespace jiheng::report {
namespace {

diag::Result<std::vector<audit::Earlier>> read(std::string text) {
  return findings_from_json(std::make_shared<const base::Source>(base::Source{"上次.json", std::move(text)}));
}

TEST(FindingsFromJson, GivesBackWhatWasWritten) {
  model::Scorecard card;
  card.id = "p1";
  card.title.text = "培训";
  card.unit_name.text = "某局";
  card.year = 2023;
  model::Indicator row;
  row.name.text = "人数";
  const auto source = std::make_shared<const base::Source>(base::Source{"2023/p1.yaml", ""});
  const auto text = std::make_shared<const base::Source>(base::Source{"2023/公开.txt", ""});
  const auto sheet = std::make_shared<const base::Source>(base::Source{"2023/p2.xlsx", "", "表1"});
  const audit::Findings findings = {{"A203",
                                     "没有达标",
                                     {{"目标", "3"}},
                                     {{{source, 3, 5}, &card, &row}, {{sheet, 4, 2}, &card, nullptr}},
                                     "",
                                     ""},
                                    {"A307", "全部完成", {}, {{{text, 9, 1}, nullptr, nullptr}}, "", ""}};
  model::Waiver waiver;
  const std::vector<audit::Waived> waived = {{findings[0], &waiver}};
  const std::vector<scoring::CardResult> cards;
  const auto earlier = read(json_from_findings({cards, findings, waived}));
  ASSERT_TRUE(earlier) << earlier.problems.front().message;
  ASSERT_EQ(earlier->size(), 3U);
  const audit::Earlier& first = earlier->front();
  EXPECT_EQ(first.id, "A203");
  EXPECT_EQ(first.message, "没有达标");
  ASSERT_EQ(first.where.size(), 2U);
  EXPECT_EQ(first.where[0].spot, audit::spot_of(findings[0].where[0]));
  EXPECT_EQ(first.where[0].file, "2023/p1.yaml");
  EXPECT_EQ(first.where[0].line, 3);
  EXPECT_EQ(first.where[0].column, 5);
  EXPECT_EQ(first.where[0].card, "p1");
  EXPECT_EQ(first.where[1].spot, audit::spot_of(findings[0].where[1]));
  EXPECT_EQ(first.where[1].sheet, "表1");
  EXPECT_EQ((*earlier)[1].where[0].spot, audit::spot_of(findings[1].where[0]));
  EXPECT_FALSE((*earlier)[1].waived);
  EXPECT_TRUE((*earlier)[2].waived);
}

TEST(FindingsFromJson, NoJsonIsC111WithItsPlace) {
  const auto cut = read("{\n \"schéma\": 1, x\n}");
  ASSERT_EQ(cut.problems.size(), 1U);
  EXPECT_EQ(cut.problems[0].id, "C111");
  EXPECT_EQ(cut.problems[0].place.line, 2);
  EXPECT_EQ(cut.problems[0].place.column, 15);  // characters, not bytes
  for (const char* text : {"", "\xff\xfe", "{\"a\":\"\xc3\x28\"}", "[1,2", "nul"}) {
    const auto result = read(text);
    ASSERT_EQ(result.problems.size(), 1U) << text;
    EXPECT_EQ(result.problems[0].id, "C111");
    EXPECT_GE(result.problems[0].place.line, 1);
  }
  EXPECT_FALSE(read(std::string(1000000, '[')));
}

TEST(FindingsFromJson, AnotherJsonIsC111WithThePiece) {
  const std::string where =
      R"({"file":"a.yaml","line":1,"column":1,"card":"p","indicator":null,"unit":"u","year":2023,"title":"t"})";
  const auto one = [&](const std::string& place, const std::string& id = "A203") {
    return R"({"schema":1,"findings":[{"id":")" + id + R"(","message":"m","where":[)" + place +
           R"(]}],"waived":[]})";
  };
  ASSERT_TRUE(read(one(where)));
  ASSERT_TRUE(read(R"({"schema":1,"findings":[],"waived":[]})"));
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[]", "最外层"},
      {"3", "最外层"},
      {R"({"findings":[],"waived":[]})", "schema"},
      {R"({"schema":2,"findings":[],"waived":[]})", "schema"},
      {R"({"schema":"1","findings":[],"waived":[]})", "schema"},
      {R"({"schema":1,"cards":[]})", "findings"},
      {R"({"schema":1,"findings":{},"waived":[]})", "findings"},
      {R"({"schema":1,"findings":[]})", "waived"},
      {R"({"schema":1,"findings":[7],"waived":[]})", "findings[0]"},
      {R"({"schema":1,"findings":[{"id":"A203"}],"waived":[]})", "findings[0].message"},
      {one(where, "A999"), "findings[0].id"},
      {one(where, "a203"), "findings[0].id"},
      {one(""), "findings[0].where"},
      {one(where + ",null"), "findings[0].where[1]"},
      {one(R"({"file":"a.yaml","line":1,"column":1,"card":"p","indicator":null})"),
       "findings[0].where[0].title"},
      {one(R"({"file":"a.yaml","line":-1,"column":1,"card":"p"})"), "findings[0].where[0].line"},
      {one(R"({"file":"a.yaml","line":1e30,"column":1,"card":"p"})"), "findings[0].where[0].line"},
      {one(R"({"file":3,"line":1,"column":1,"card":"p"})"), "findings[0].where[0].file"},
  };
  for (const auto& [text, piece] : cases) {
    const auto result = read(text);
    ASSERT_EQ(result.problems.size(), 1U) << text;
    EXPECT_EQ(result.problems[0].id, "C111");
    EXPECT_NE(result.problems[0].message.find("“" + piece + "”"), std::string::npos)
        << text << ": " << result.problems[0].message;
  }
}

}  // namespace
}  // namespace jiheng::report
