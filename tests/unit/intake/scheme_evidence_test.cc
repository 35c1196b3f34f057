// Forms and schemes made by hand: what is proposed, with which evidence, and when nothing is.
#include "engine/intake/scheme_evidence.h"

#include <gtest/gtest.h>

namespace jiheng::intake {

namespace {

using base::Decimal;
using model::Scheme;

Scheme scheme(std::string id, int execution, Scheme::NoMarks no_marks) {
  Scheme s;
  s.id = std::move(id);
  s.first_year = 2020;
  s.no_marks = no_marks;
  if (execution > 0) {
    s.execution.emplace();
    s.execution->full_marks = Decimal(execution);
  }
  return s;
}

model::Field field(std::string text) { return {std::move(text), {}}; }

/// Rows "产出指标 40", the points in 分值 or, with `claimed`, in 得分.
model::Scorecard card(const std::vector<std::pair<std::string, int>>& rows, bool claimed) {
  model::Scorecard c;
  c.year = 2023;
  c.sections.emplace_back();
  for (const auto& [level1, points] : rows) {
    model::Indicator row;
    row.level1 = field(level1);
    row.name = field("指标");
    row.actual = field("100%");
    (claimed ? row.claimed : row.full_marks) = model::NumberField{Decimal(points), {}};
    c.sections.front().indicators.push_back(row);
  }
  return c;
}

Printed twenty_points() {
  Printed printed;
  printed.execution_marks = field("20");
  return printed;
}

SchemeProposal proposal_for(const model::Scorecard& form, const Printed& printed,
                            const std::vector<Scheme>& schemes) {
  std::vector<const Scheme*> all;
  for (const Scheme& s : schemes) all.push_back(&s);
  return intake::propose_scheme(form, printed, all);
}

std::string id_of(const SchemeProposal& proposal) { return proposal.scheme ? proposal.scheme->id : "-"; }

TEST(SchemeEvidence, PointsOfExecutionAndTheMissingColumnDecide) {
  const std::vector<Scheme> schemes = {scheme("twenty", 20, Scheme::NoMarks::claimed),
                                       scheme("ten", 10, Scheme::NoMarks::refuse)};
  const auto form = card({{"产出指标", 40}}, true);
  const SchemeProposal proposal = proposal_for(form, twenty_points(), schemes);
  EXPECT_EQ(id_of(proposal), "twenty");
  EXPECT_EQ(to_text(proposal), "建议方案 twenty：预算执行 20 分，没有分值栏，2023 年度");
  Printed ten;
  ten.execution_marks = field("10");
  EXPECT_EQ(to_text(proposal_for(card({{"产出指标", 50}}, false), ten, schemes)),
            "建议方案 ten：预算执行 10 分，有分值栏，2023 年度");
  // 10 分 and no 分值: neither can be the scheme of this form.
  EXPECT_EQ(to_text(proposal_for(form, ten, schemes)), "看不出用哪个方案");
}

TEST(SchemeEvidence, PointsOfExecutionFollowFromScoreAndRate) {
  const std::vector<Scheme> schemes = {scheme("twenty", 20, Scheme::NoMarks::claimed),
                                       scheme("ten", 10, Scheme::NoMarks::claimed)};
  auto form = card({{"产出指标", 40}}, true);
  form.budget.claimed_score = model::NumberField{*Decimal::parse("19.55"), {}};
  form.budget.claimed_rate = field("97.75%");
  EXPECT_EQ(to_text(proposal_for(form, {}, schemes)),
            "建议方案 twenty：执行率 97.75% 自报 19.55 分，合 20 分，没有分值栏，2023 年度");
  form.budget.claimed_rate = field("0");
  EXPECT_EQ(id_of(proposal_for(form, {}, schemes)), "-");
}

TEST(SchemeEvidence, BlocksTellSchemesApart) {
  std::vector<Scheme> schemes = {scheme("a", 20, Scheme::NoMarks::claimed),
                                 scheme("b", 20, Scheme::NoMarks::claimed)};
  schemes[0].project_weights = {{"产出指标", "", Decimal(40)}, {"效益指标", "", Decimal(40)}};
  schemes[1].project_weights = {{"产出指标", "", Decimal(60)}, {"效益指标", "", Decimal(20)}};
  const auto form = card({{"产出指标", 30}, {"产出指标", 30}, {"效益指标", 20}}, true);
  const SchemeProposal proposal = proposal_for(form, twenty_points(), schemes);
  EXPECT_EQ(to_text(proposal),
            "建议方案 b：预算执行 20 分，没有分值栏，产出指标 60 分、效益指标 20 分，2023 年度");
  // Blocks that are neither's leave both.
  const SchemeProposal neither = proposal_for(card({{"产出指标", 80}}, true), twenty_points(), schemes);
  EXPECT_EQ(to_text(neither), "分不清用哪个方案：a、b 都合");
}

TEST(SchemeEvidence, WordsOfTheFormAndNamesOfIndicators) {
  std::vector<Scheme> schemes = {scheme("plain", 10, Scheme::NoMarks::refuse),
                                 scheme("three", 10, Scheme::NoMarks::refuse),
                                 scheme("rates", 0, Scheme::NoMarks::refuse)};
  schemes[1].parent = "plain";
  schemes[1].recognition.printed = {"指标性质", "度量单位"};
  model::Computed adjusted;
  adjusted.name = "预算调整率";
  model::Clause staff;
  staff.applies.names = {"在职人员控制率"};
  schemes[2].computed = {adjusted};
  schemes[2].clauses = {staff};
  Printed printed;
  printed.execution_marks = field("10");
  auto form = card({{"产出指标", 90}}, false);
  // Nothing of the child's own: the parent, and that the child is not told apart.
  EXPECT_EQ(to_text(proposal_for(form, printed, schemes)),
            "建议方案 plain：预算执行 10 分，有分值栏，2023 年度；three 由它改来，从表上分不出");
  printed.headings = {field("三级指标"), field("度量单位")};
  EXPECT_EQ(to_text(proposal_for(form, printed, schemes)),
            "建议方案 three：预算执行 10 分，有分值栏，印有“度量单位”，2023 年度");
  auto rates = card({{"投入", 5}, {"投入", 5}}, false);
  rates.sections[0].indicators[0].name = field("部门预算调整率");
  rates.sections[0].indicators[1].name = field("在职人员控制率");
  EXPECT_EQ(
      to_text(proposal_for(rates, {}, schemes)),
      "建议方案 rates：有分值栏，2 个指标在方案里有自己的算法：“部门预算调整率”“在职人员控制率”，2023 年度");
}

TEST(SchemeEvidence, StandardsPrintedBesideTheRowsAskForTheSchemeThatReadsThem) {
  Scheme own = scheme("printed-standards", 0, Scheme::NoMarks::refuse);
  own.clauses.emplace_back();
  own.clauses.back().points = model::ByStandard{};
  const std::vector<Scheme> schemes = {scheme("plain", 0, Scheme::NoMarks::refuse), own};
  auto form = card({{"产出指标", 10}, {"产出指标", 5}, {"效益指标", 5}}, false);
  EXPECT_EQ(to_text(proposal_for(form, {}, schemes)), "看不出用哪个方案");
  auto& rows = form.sections.front().indicators;
  rows[0].standard = field("合格率95%以上得10分，否则不得分");
  EXPECT_EQ(id_of(proposal_for(form, {}, schemes)), "-");  // one of three
  rows[2].standard = field("每发现一处扣1分");
  EXPECT_EQ(to_text(proposal_for(form, {}, schemes)),
            "建议方案 printed-standards：有分值栏，3 个指标里 2 个印着评分标准，2023 年度");
  // points of execution on the form: a scheme without them is not the form's
  EXPECT_EQ(to_text(proposal_for(form, twenty_points(), schemes)), "看不出用哪个方案");
}

TEST(SchemeEvidence, YearsOnlyWeighBetweenForms) {
  std::vector<Scheme> schemes = {scheme("new", 10, Scheme::NoMarks::refuse),
                                 scheme("old", 10, Scheme::NoMarks::refuse)};
  schemes[1].first_year = 2016;
  schemes[1].last_year = 2019;
  schemes[1].parent = "new";
  Printed printed;
  printed.execution_marks = field("10");
  auto form = card({{"产出指标", 90}}, false);
  EXPECT_EQ(id_of(proposal_for(form, printed, schemes)), "new");
  form.year = 2018;
  EXPECT_EQ(id_of(proposal_for(form, printed, schemes)), "old");
  form.year = 2014;
  EXPECT_EQ(to_text(proposal_for(form, printed, schemes)),
            "建议方案 new：预算执行 10 分，有分值栏；但表是 2014 年度，不在方案的适用年度里；old "
            "由它改来，从表上分不出");
  // A year alone is no evidence.
  EXPECT_EQ(id_of(proposal_for(card({}, false), {}, schemes)), "-");
}

TEST(SchemeEvidence, WhatIsOffOrNotToBeSeenIsNeverProposed) {
  std::vector<Scheme> schemes = {scheme("a", 20, Scheme::NoMarks::claimed),
                                 scheme("b", 20, Scheme::NoMarks::claimed)};
  schemes[0].enabled = false;
  schemes[1].recognition.proposed = false;
  const auto form = card({{"产出指标", 80}}, true);
  EXPECT_EQ(to_text(proposal_for(form, twenty_points(), schemes)), "看不出用哪个方案");
  EXPECT_EQ(to_text(proposal_for(form, twenty_points(), std::vector<Scheme>{})), "看不出用哪个方案");
}

TEST(SchemeEvidence, EvidenceNamesItsPlace) {
  const std::vector<Scheme> schemes = {scheme("twenty", 20, Scheme::NoMarks::claimed)};
  const auto text = std::make_shared<const base::Source>(base::Source{"a.txt", ""});
  const auto sheet = std::make_shared<const base::Source>(base::Source{"a.xlsx", "", "项目一"});
  Printed printed = twenty_points();
  printed.execution_marks.place = {text, 6, 3, 0};
  const auto form = card({{"产出指标", 80}}, true);
  EXPECT_EQ(to_text(proposal_for(form, printed, schemes)),
            "建议方案 twenty：预算执行 20 分（第 6 行），没有分值栏，2023 年度");
  printed.execution_marks.place = {sheet, 6, 5, 0};
  EXPECT_EQ(to_text(proposal_for(form, printed, schemes)),
            "建议方案 twenty：预算执行 20 分（E6），没有分值栏，2023 年度");
}

}  // namespace
}  // namespace jiheng::intake
