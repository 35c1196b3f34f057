// Writing a card and reading it back gives the same card, whatever its texts hold.
#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "engine/rulebook/load.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

using model::Field;
using model::NumberField;

class Lister {
 public:
  void put(std::string_view name, std::string_view text) {
    out_ += std::string(name) + "=[" + std::string(text) + "]\n";
  }
  void put(std::string_view name, const Field& field) { put(name, field.text); }
  void put(std::string_view name, const std::optional<NumberField>& number) {
    put(name, number ? number->value.to_string() : "-");
  }
  template <class Value>
  void put(std::string_view name, const std::vector<std::pair<Field, Value>>& entries) {
    for (const auto& [key, value] : entries) {
      if constexpr (std::is_same_v<Value, Field>) {
        put(std::string(name) + "." + key.text, value.text);
      } else if constexpr (std::is_same_v<Value, bool>) {
        put(std::string(name) + "." + key.text, value ? "1" : "0");
      } else {
        put(std::string(name) + "." + key.text, value.value.to_string());
      }
    }
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Every field of the model on one line each, places left out.
std::string listed(const model::Scorecard& card) {
  Lister l;
  l.put("id", card.id);
  l.put("kind", card.kind == model::CardKind::department ? "d" : "p");
  l.put("title", card.title);
  l.put("year", card.year ? std::to_string(*card.year) : "-");
  l.put("scheme", card.scheme);
  l.put("unit", card.unit_name);
  l.put("header", card.header);
  const model::Budget& b = card.budget;
  l.put("unit", b.unit);
  for (const auto* n : {&b.initial, &b.adjusted, &b.approved, &b.planned, &b.executed, &b.basic, &b.project,
                        &b.claimed_score, &card.claimed_total}) {
    l.put("amount", *n);
  }
  l.put("rate", b.claimed_rate);
  for (const model::Section& s : card.sections) {
    l.put("section", s.horizon == model::Horizon::annual ? "a" : "l");
    l.put("title", s.title);
    l.put("goal", s.goal);
    l.put("marks", s.full_marks);
    for (const model::Indicator& i : s.indicators) {
      for (const auto* f :
           {&i.level1, &i.level2, &i.name, &i.target, &i.actual, &i.reason, &i.evidence, &i.basis}) {
        l.put("field", *f);
      }
      l.put("marks", i.full_marks);
      l.put("claimed", i.claimed);
      l.put("judged", i.judged);
      l.put("na", i.not_applicable ? "1" : "0");
      l.put("inputs", i.inputs);
      l.put("conditions", i.conditions);
      l.put("cuts", i.cut_points);
      l.put("history", i.history);
    }
  }
  l.put("grade", card.claimed_grade);
  l.put("reason", card.deviation_reason);
  l.put("improvement", card.improvement);
  return l.take();
}

Field field(std::string text) { return {std::move(text), {}}; }
NumberField number_field(std::string_view text) { return {base::Decimal::parse(text).value(), {}}; }

model::Indicator row(std::string name) {
  model::Indicator i;
  i.level1 = field("产出指标");
  i.name = field(std::move(name));
  return i;
}

void expect_same_after_round_trip(const model::Scorecard& card) {
  const std::string text = yaml_from_scorecard(card);
  const auto back = scorecards_from_yaml(yaml_source(text));
  ASSERT_TRUE(back.problems.empty()) << back.problems.front().message << "\n" << text;
  ASSERT_EQ(back->size(), 1U);
  EXPECT_EQ(listed(back->front()), listed(card)) << text;
}

TEST(YamlFromScorecard, WritesKeysInTheFormsOrder) {
  model::Scorecard card;
  card.id = "p01";
  card.year = 2023;
  card.title = field("甲");
  card.budget.planned = number_field("5.00");
  card.sections.emplace_back();
  card.sections[0].indicators.push_back(row("受理例数"));
  card.sections[0].indicators[0].target = field("≥96%");
  card.sections[0].indicators[0].judged = number_field("0.855");
  card.claimed_total = number_field("99.5");
  EXPECT_EQ(yaml_from_scorecard(card), R"(类型: 项目
编号: p01
年度: 2023
项目名称: 甲
预算:
  预算数: 5.00
绩效指标:
  - 一级: 产出指标
    三级: 受理例数
    目标: ≥96%
    评定: 85.5%
自报总分: 99.5
)");
  expect_same_after_round_trip(card);
}

TEST(YamlFromScorecard, EveryFieldComesBack) {
  model::Scorecard card;
  card.id = "d";
  card.kind = model::CardKind::department;
  card.title = field("部门整体");
  card.year = 2024;
  card.scheme = field("hubei-2023");
  card.unit_name = field("某局");
  card.header = {{field("主管部门"), field("甲局")}, {field("填报日期"), field("2024 年 2 月 26 日")}};
  card.budget.unit = field("万元");
  card.budget.initial = number_field("1");
  card.budget.adjusted = number_field("2.50");
  card.budget.approved = number_field("3");
  card.budget.planned = number_field("4");
  card.budget.executed = number_field("0");
  card.budget.basic = number_field("6");
  card.budget.project = number_field("7");
  card.budget.claimed_rate = field("100.00");
  card.budget.claimed_score = number_field("20");
  model::Section annual;
  annual.title = field("年度目标1");
  annual.goal = field("一、做好招聘: 全年\n二、按时 # 完成");
  annual.full_marks = number_field("10");
  model::Indicator i = row("录取人数");
  i.level2 = field("数量指标");
  i.target = field("118 人");
  i.actual = field("0");
  i.full_marks = number_field("0");
  i.claimed = number_field("2");
  i.judged = number_field("1.00");
  i.not_applicable = true;
  i.reason = field("原因");
  i.evidence = field("台账");
  i.inputs = {{field("年初数"), number_field("-12.5")}};
  i.conditions = {{field("制度: 健全"), true}, {field("按时"), false}};
  i.cut_points = {{field("优"), number_field("100")}};
  i.history = {{field("2022年"), field("103例")}};
  i.basis = field("计划标准");
  annual.indicators = {i, row("二")};
  model::Section long_term;
  long_term.horizon = model::Horizon::long_term;
  long_term.title = field("长期目标1");
  long_term.indicators = {row("三")};
  card.sections = {long_term, annual};
  card.claimed_total = number_field("100");
  card.claimed_grade = field("优");
  card.deviation_reason = field("无");
  card.improvement = field("- 加强");
  expect_same_after_round_trip(card);
}

TEST(YamlFromScorecard, AwkwardTextsComeBackUnchanged) {
  const char* const texts[] = {
      "~",          "null",    "是",        "-",          "- 甲",     "-4.40",     "?",           "? 甲",
      ": 甲",       "甲: 乙",  "甲:",       "甲 # 乙",    "#1",       "[甲]",      "{甲}",        "甲, 乙",
      "*甲",        "&甲",     "!甲",       "|",          ">97%",     "'甲'",      "\"甲\"",      "%",
      "@甲",        "`甲`",    "=100%",     "<<",         " 甲",      "甲 ",       "甲\n乙",      "甲\t乙",
      "甲\\n乙",    "---",     "--- 甲",    "...",        "　甲　乙", "0",         "010",         "1e3",
      "2023-12-31", "≥９６％", "-4.0~-4.5", "当年：1500", "“死”档",   "a\"b\\c'd", "甲\n\n 乙\n", "甲 乙"};
  for (const char* text : texts) {
    model::Scorecard card;
    card.id = text;
    card.title = field(text);
    card.sections.emplace_back();
    model::Indicator i = row(text);
    i.target = field(text);
    i.reason = field(text);
    i.inputs = {{field(text), number_field("1")}};
    i.history = {{field(text), field(text)}};
    card.sections[0].indicators = {i};
    expect_same_after_round_trip(card);
  }
}

}  // namespace
}  // namespace jiheng::rulebook
