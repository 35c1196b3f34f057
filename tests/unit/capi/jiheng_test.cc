// The C face as its callers use it: what it gives is what the program gives, on any number of threads; whatever is handed in
// gives an answer.
#include "engine/capi/jiheng.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "engine/app/score_paths.h"
#include "engine/report/json/json.h"

namespace jiheng::capi {
namespace {

const std::string kRules = JIHENG_SOURCE_DIR "/rules";

struct Close {
  void operator()(jiheng_rules* rules) const { jiheng_close(rules); }
};
using Rules = std::unique_ptr<jiheng_rules, Close>;

Rules opened() {
  jiheng_rules* rules = nullptr;
  EXPECT_EQ(jiheng_open(kRules.c_str(), &rules, nullptr), JIHENG_DONE);
  return Rules(rules);
}

struct Said {
  int code = -1;
  std::string json, said;
};

template <class Call>
Said called(const Call& call) {
  char* json = nullptr;
  char* said = nullptr;
  Said out;
  out.code = call(&json, &said);
  if (json != nullptr) out.json = json;
  if (said != nullptr) out.said = said;
  jiheng_free(json);
  jiheng_free(said);
  return out;
}

Said scored(jiheng_rules* rules, const std::string& card, const char* scheme = nullptr) {
  return called(
      [&](char** json, char** said) { return jiheng_score(rules, card.c_str(), scheme, json, said); });
}

constexpr const char* kCard = R"({
	"类型": "项目", "编号": "p1", "年度": 2023, "方案": "national-2020", "项目名称": "\u6280能培训\ud842\udfb7",
  "预算": {"单位": "万元", "预算数": 100, "执行数": 80},
  "绩效指标": [
    {"一级": "产出指标", "二级": "数量指标", "三级": "培训人数", "目标": "≥100人", "完成": "120人", "分值": 50},
    {"一级": "满意度指标", "三级": "学员满意度", "目标": "≥90%", "完成": "81%", "分值": 40}
  ]})";

// 10 points × 80% = 8, 120 of 100 is met: 50, 81/90 of 40 is 36: 94 in all.
TEST(Jiheng, ScoresACardAsTheProgramDoes) {
  const Rules rules = opened();
  const Said said = scored(rules.get(), kCard);
  EXPECT_EQ(said.code, JIHENG_DONE);
  EXPECT_EQ(said.said, "");
  EXPECT_NE(said.json.find("\"total\": \"94.00\""), std::string::npos) << said.json;
  EXPECT_NE(said.json.find("\"title\": \"技能培训𠮷\""), std::string::npos) << said.json;

  app::ScoreRequest request;
  request.paths = {"-"};
  request.standard_input = kCard;
  auto language = rulebook::load_language(kRules);
  const auto outcome = app::score_paths(request, *language, rulebook::load_schemes(kRules));
  EXPECT_EQ(said.json, report::json_from_scores(outcome.scores));
}

TEST(Jiheng, ChecksACard) {
  const Rules rules = opened();
  const Said said =
      called([&](char** json, char** text) { return jiheng_check(rules.get(), kCard, "", json, text); });
  EXPECT_EQ(said.code, JIHENG_DONE);  // A302 is a warning: 81% is short of 90%, and no reason is given
  EXPECT_NE(said.json.find("\"id\": \"A302\""), std::string::npos) << said.json;
}

TEST(Jiheng, ParsesACell) {
  const Rules rules = opened();
  const Said said = called([&](char** json, char** text) {
    return jiheng_parse(rules.get(), "12月底前", 2024, 0, nullptr, json, text);
  });
  EXPECT_EQ(said.code, JIHENG_DONE);
  EXPECT_NE(said.json.find("\"value\":\"2024-12-31\""), std::string::npos) << said.json;
  const Said unread = called([&](char** json, char** text) {
    return jiheng_parse(rules.get(), "≥百分之玖陆点", 0, 0, "产出指标", json, text);
  });
  EXPECT_EQ(unread.code, JIHENG_FINDINGS);
  EXPECT_NE(unread.json.find("T104"), std::string::npos) << unread.json;
  const Said no_year = called([&](char** json, char** text) {
    return jiheng_parse(rules.get(), "12月底前", -5, 0, nullptr, json, text);
  });
  EXPECT_EQ(no_year.code, JIHENG_NOT_DONE);
  EXPECT_NE(no_year.said.find("年度不能是 -5"), std::string::npos) << no_year.said;
}

struct Row {
  const char *scheme, *year, *level1, *level2, *name, *target, *actual, *marks;
};

/// "low high status attainment deviation rule", or the problem.
std::vector<std::string> points_of(jiheng_rules* rules, const std::vector<Row>& rows) {
  std::vector<std::vector<const char*>> columns(8);
  for (const Row& row : rows) {
    const char* const cells[] = {row.scheme, row.year,   row.level1, row.level2,
                                 row.name,   row.target, row.actual, row.marks};
    for (std::size_t c = 0; c < columns.size(); ++c) columns[c].push_back(cells[c]);
  }
  const jiheng_columns in = {rows.size(),       columns[0].data(), columns[1].data(),
                             columns[2].data(), columns[3].data(), columns[4].data(),
                             columns[5].data(), columns[6].data(), columns[7].data()};
  jiheng_points* points = nullptr;
  const int code = jiheng_score_rows(rules, &in, &points, nullptr);
  std::vector<std::string> out;
  int expected = JIHENG_DONE;
  for (std::size_t r = 0; r < points->rows; ++r) {
    if (points->problem[r][0] != '\0') expected = JIHENG_FINDINGS;
    out.push_back(points->problem[r][0] != '\0'
                      ? std::string(points->problem[r])
                      : fmt::format("{} {} {} {} {} {}", points->low[r], points->high[r], points->status[r],
                                    points->attainment[r], points->deviation[r], points->rule[r]));
  }
  EXPECT_EQ(code, expected);
  jiheng_free_points(points);
  return out;
}

constexpr Row kMet = {"national-2020", "2023", "产出指标", "数量指标", "培训人数", "≥100人", "120人", "50"};
constexpr Row kShort = {"national-2020", "2023", "满意度指标", nullptr, "学员满意度", "≥90%", "81%", "40"};

TEST(Jiheng, ScoresRowsByTheirColumns) {
  const Rules rules = opened();
  Row open = kMet;
  open.actual = "二百";
  open.marks = "9.5";
  EXPECT_EQ(points_of(rules.get(), {kMet, kShort, open, kMet}),
            (std::vector<std::string>{"50.00 50.00 met 120.00 20.00 N1", "36.00 36.00 missed 90.00 -10.00 N2",
                                      "9.50 9.50 met 200.00 100.00 N1", "50.00 50.00 met 120.00 20.00 N1"}));
  EXPECT_TRUE(points_of(rules.get(), {}).empty());
}

TEST(Jiheng, ARowWithAProblemSaysItAndLeavesTheOthers) {
  const Rules rules = opened();
  const auto changed = [](const char* Row::*cell, const char* text) {
    Row row = kMet;
    row.*cell = text;
    return row;
  };
  Row computed = changed(&Row::scheme, "jiyuan-department-2024");  // its 计算 takes two amounts of the card
  computed.name = "预算执行率";
  const std::vector<std::string> said = points_of(
      rules.get(), {changed(&Row::scheme, "没有-2020"), changed(&Row::scheme, nullptr),
                    changed(&Row::year, "今年"), changed(&Row::marks, "五分"), changed(&Row::marks, ""),
                    changed(&Row::name, ""), changed(&Row::target, "\xFF"), computed, kMet});
  const char* const expected[] = {"没有方案“没有-2020”",
                                  "没有写方案",
                                  "年度“今年”不是年份",
                                  "“分值”里的“五分”不是数",
                                  "没有分值",
                                  "三级",
                                  "不是 UTF-8",
                                  "要由表上别的数算出",
                                  "50.00 50.00 met"};
  ASSERT_EQ(said.size(), std::size(expected));
  for (std::size_t i = 0; i < said.size(); ++i)
    EXPECT_NE(said[i].find(expected[i]), std::string::npos) << said[i];
}

TEST(Jiheng, ManyThreadsGetWhatOneGets) {
  const Rules rules = opened();
  const Said alone = scored(rules.get(), kCard);
  std::vector<std::string> different(4);
  std::vector<std::thread> threads;
  for (std::string& found : different) {
    threads.emplace_back([&] {
      for (int i = 0; i < 3; ++i) {
        if (scored(rules.get(), kCard).json != alone.json) found = "card";
        if (points_of(rules.get(), {kShort, kMet}).back() != "50.00 50.00 met 120.00 20.00 N1")
          found = "rows";
        if (scored(rules.get(), kCard, "没有").code != JIHENG_NOT_DONE) found = "scheme";
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, std::vector<std::string>(4));
}

TEST(Jiheng, WhateverIsHandedInGivesAnAnswer) {
  const Rules rules = opened();
  const std::string deep = "{\"类型\":" + std::string(5000, '[');
  for (const std::string& card :
       {std::string(), std::string("[]"), std::string("x"), std::string("{"), std::string("{}"),
        std::string("{\"类型\":1}"), std::string("{\"自评表\":{}}"), std::string("{\"自评表\":[[]]}"),
        std::string("{\"类型\":\"项目\",\"类型\":\"部门\"}"), std::string("{\"\\ud83d\":\"\xC0\"}"), deep,
        std::string("PK\x03\x04"), std::string("%PDF-1.7")}) {
    const Said said = scored(rules.get(), card);
    EXPECT_EQ(said.code, JIHENG_NOT_DONE) << card;
    EXPECT_EQ(said.json, "") << card;
    EXPECT_NE(said.said.find("错误"), std::string::npos) << card;
  }
  EXPECT_EQ(scored(rules.get(), {}).said.find("没有自评表") != std::string::npos, true);
  jiheng_rules* none = nullptr;
  EXPECT_EQ(jiheng_open("/no/such/folder", &none, nullptr), JIHENG_NOT_DONE);
  EXPECT_EQ(none, nullptr);
  jiheng_close(none);
}

}  // namespace
}  // namespace jiheng::capi
