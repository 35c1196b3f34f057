// What makes a card sound, on cards made by hand: whoever fills one in is held to the same.
#include "engine/model/sound_card.h"

#include <gtest/gtest.h>

#include <functional>

namespace jiheng::model {
namespace {

NumberField number(std::string_view text) { return {*base::Decimal::parse(text), {}}; }

Scorecard sound() {
  Scorecard card;
  card.id = "p01";
  card.title.text = "技能培训";
  card.year = 2023;
  card.header = {{{"填报日期", {}}, {"2024年2月26日", {}}}};
  card.budget.unit.text = "万元";
  card.budget.planned = number("50");
  card.sections.resize(1);
  Indicator row;
  row.level1.text = "产出指标";
  row.name.text = "培训人数";
  row.full_marks = number("10");
  row.judged = number("0.85");
  row.history = {{{"2022年", {}}, {"90人", {}}}};
  card.sections[0].indicators = {row};
  return card;
}

std::string ids_of(const Problems& problems) {
  std::string ids;
  for (const diag::Diagnostic& d : problems) ids += (ids.empty() ? "" : " ") + d.id;
  return ids;
}

/// The ids said of a sound card after a change.
std::string after(const std::function<void(Scorecard&, Indicator&)>& change) {
  Scorecard card = sound();
  change(card, card.sections[0].indicators[0]);
  Problems problems;
  check_card(card, "自评表", problems);
  return ids_of(problems);
}

std::string text(std::size_t characters) {
  std::string out;
  for (std::size_t i = 0; i < characters; ++i) out += "字";
  return out;
}

TEST(SoundCard, NothingIsSaidOfOne) {
  EXPECT_EQ(after([](Scorecard&, Indicator&) {}), "");
}

TEST(SoundCard, WhatIsRequired) {
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.title.text.clear(); }), "L110");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.kind = CardKind::department; }), "L110");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.level1.text.clear(); }), "L110");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.name.text.clear(); }), "L110");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.history[0].first.text.clear(); }), "L109");
}

TEST(SoundCard, TextsHaveALimitEachCharacterCountingOnce) {
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.name.text = text(500); }), "");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.name.text = text(501); }), "L205");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.improvement.text = text(10000); }), "");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.improvement.text = text(10001); }), "L205");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.target.text = "≥\x01人"; }), "L208");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.sections[0].goal.text = "一\x7F"; }), "L208");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.reason.text = "一\n二\t三"; }), "");
}

TEST(SoundCard, NumbersHaveSignsAndBounds) {
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.full_marks = number("-1"); }), "L202");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.budget.executed = number("-0.01"); }), "L202");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.claimed_total = number("1000000000000000000"); }), "L202");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.judged = number("1.01"); }), "L202");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.inputs = {{{"调整数", {}}, number("-5")}}; }), "");
}

TEST(SoundCard, DaysYearsUnitsAndNamesOfAGroup) {
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.header[0].second.text = "2023年2月29日"; }), "L204");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.header[0].second.text = "单位负责人签字:"; }), "L204");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.year = 1899; }), "L204");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.year = 2999; }), "");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.budget.unit.text = "角"; }), "L203");
  EXPECT_EQ(after([](Scorecard&, Indicator& r) { r.history.push_back(r.history[0]); }), "L104");
}

TEST(SoundCard, RowsAndSomethingToScore) {
  EXPECT_EQ(after([](Scorecard& c, Indicator& r) { c.sections[0].indicators.resize(kMaxIndicators, r); }),
            "");
  EXPECT_EQ(after([](Scorecard& c, Indicator& r) { c.sections[0].indicators.resize(kMaxIndicators + 1, r); }),
            "L102");
  EXPECT_EQ(after([](Scorecard& c, Indicator&) { c.sections.clear(); }), "");  // the budget is scored
  EXPECT_EQ(after([](Scorecard& c, Indicator&) {
              c.sections.clear();
              c.budget.planned.reset();
            }),
            "L207");
}

TEST(SoundCard, AllOfItIsSaidAndRowsAreNamedAsTheyStand) {
  Scorecard card = sound();
  card.sections[0].title.text = "年度目标1";
  Section long_term;
  long_term.horizon = Horizon::long_term;
  long_term.indicators.resize(2, card.sections[0].indicators[0]);
  long_term.indicators[1].name.text.clear();
  card.sections.insert(card.sections.begin(), long_term);
  card.sections[1].indicators[0].level1.text.clear();
  Problems problems;
  check_card(card, "自评表", problems);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].message, "“长期目标第 1 项的绩效指标第 2 项”的“三级”是空的");
  EXPECT_EQ(problems[1].message, "“年度目标第 1 项的绩效指标第 1 项”的“一级”是空的");
}

TEST(SoundCard, AnIdIsTakenOnce) {
  std::set<std::string> taken;
  Problems problems;
  check_id(sound(), taken, problems);
  EXPECT_TRUE(problems.empty());
  check_id(sound(), taken, problems);
  EXPECT_EQ(ids_of(problems), "L206");
}

TEST(SoundCard, CellsAboveAndBelowTheRowsCanBeLeftOut) {
  Scorecard card = sound();
  card.header.insert(card.header.begin(), {{"主管部门", {}}, {"教育局", {}}});
  card.header[1].second.text = "单位负责人签字:";
  card.improvement.text = text(10001);
  card.deviation_reason.text = "如上";
  EXPECT_EQ(ids_of(leave_out_unsound_cells(card)), "L204 L205");
  ASSERT_EQ(card.header.size(), 1U);
  EXPECT_EQ(card.header[0].second.text, "教育局");
  EXPECT_TRUE(card.improvement.empty());
  EXPECT_EQ(card.deviation_reason.text, "如上");
  Problems problems;
  check_card(card, "自评表", problems);
  EXPECT_TRUE(problems.empty());
}

}  // namespace
}  // namespace jiheng::model
