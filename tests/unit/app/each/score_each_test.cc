// Cards scored one by one, a part of the files at a time, against all of them at once: the same order, departments, problems
// and findings.
#include "engine/app/each/score_each.h"

#include <gtest/gtest.h>

#include <utility>

#include "engine/base/file_store.h"
#include "engine/rulebook/load.h"
#include "tests/unit/app/shipped_language.h"

namespace jiheng::app {
namespace {

std::string said(const std::vector<diag::Diagnostic>& problems) {
  std::string text;
  for (const diag::Diagnostic& d : problems) {
    const std::string where = d.place.source ? d.place.source->name + ":" + std::to_string(d.place.line) : "";
    text += d.id + " " + d.message + " " + d.why + " " + d.fix + " " + where + "\n";
  }
  return text;
}

void put_ids(const std::vector<diag::Diagnostic>& findings, std::set<std::string, std::less<>>& ids) {
  for (const diag::Diagnostic& d : findings) ids.insert(d.id);
}

std::string text_of(const scoring::CardResult& card) {
  std::string text = card.card->id + " " + card.card->title.text + " " + card.scheme->id + " " +
                     card.total.low.to_string() + ".." + card.total.high.to_string() + card.grade + "\n";
  for (const scoring::IndicatorResult& row : card.indicators) text += row.why + "\n" + said(row.findings);
  return text + said(card.findings);
}

std::string text_of(const std::vector<results::DepartmentScores>& departments) {
  std::string text;
  for (const results::DepartmentScores& d : departments) {
    text += d.name + (d.has_own ? " own " : " ") + std::to_string(d.first) + "+" + std::to_string(d.count) +
            " " + d.roll_up.budget.to_string() + " " + d.roll_up.executed.to_string() + " " +
            (d.roll_up.average ? d.roll_up.average->low.to_string() : "-") + " " +
            (d.own ? d.own->total.low.to_string() + d.own->grade : "-") + "\n";
    for (const scoring::RollUpRow& row : d.roll_up.rows)
      text += row.name + " " + row.target + " " + row.actual + "\n";
    text += said(d.findings);
  }
  return text;
}

void expect_the_same(const ScoreRequest& request) {
  const ScoreOutcome whole = score_paths(request, language(), rulebook::load_schemes(kRules));
  std::string cards;
  std::set<std::string, std::less<>> ids;
  for (const scoring::CardResult& card : whole.scores.cards) {
    cards += text_of(card);
    put_ids(card.findings, ids);
    if (card.execution) put_ids(card.execution->findings, ids);
    for (const scoring::IndicatorResult& row : card.indicators) put_ids(row.findings, ids);
  }
  for (const results::DepartmentScores& department : whole.scores.departments)
    put_ids(department.findings, ids);
  for (const std::size_t files : {1U, 2U, 3U, 100U}) {
    for (const unsigned threads : {1U, 4U}) {
      SCOPED_TRACE(testing::Message() << files << " files at a time on " << threads << " threads");
      ScoreRequest here = request;
      here.threads = threads;
      std::vector<std::string> texts;
      const EachScored each = score_each(here, language(), rulebook::load_schemes(kRules),
                                         {[](const scoring::CardResult& card) { return text_of(card); },
                                          [&texts](std::string&& text) { texts.push_back(std::move(text)); }},
                                         files);
      std::string in_order;
      for (const std::size_t card : each.cards) in_order += texts[card];
      EXPECT_EQ(in_order, cards);
      EXPECT_EQ(text_of(each.outcome.scores.departments), text_of(whole.scores.departments));
      EXPECT_EQ(said(each.outcome.problems), said(whole.problems));
      EXPECT_EQ(each.outcome.files, whole.files);
      EXPECT_EQ(each.ids, ids);
    }
  }
}

std::string table(const std::string& head, const std::string& actual) {
  return head +
         "年度: 2023\n预算: {预算数: 10, 执行数: 9}\n绩效指标:\n  - {一级: 产出指标, 二级: 数量指标, 三级: "
         "培训人数, 目标: ≥100人, 完成: " +
         actual + ", 分值: 90}\n";
}

base::NamedBytes stored(const std::vector<std::pair<std::string, std::string>>& files) {
  base::NamedBytes store;
  for (const auto& [name, bytes] : files) store.put(name, bytes);
  return store;
}

TEST(ScoreEach, TheShippedDepartment) {
  ScoreRequest request;
  request.paths = {kRoot + "/scorecards/2023-tongcheng"};
  expect_the_same(request);
}

TEST(ScoreEach, UnitsWhoseTablesStandApart) {
  const std::string scheme = "方案: national-2020\n";
  const base::NamedBytes files = stored({
      {"t/01.yaml", table("项目名称: 甲一\n单位名称: 某县农业局\n" + scheme, "90人")},
      {"t/02.yaml", table("项目名称: 乙一\n单位名称: 乙局\n" + scheme, "110人")},
      {"t/03.yaml", table("项目名称: 乙二\n单位名称: 乙局\n" + scheme, "二百")},
      {"t/04.yaml", table("项目名称: 甲一\n单位名称: 某县农业局\n" + scheme, "90人")},   // twice
      {"t/05.yaml", table("项目名称: 乙一(终稿)\n单位名称: 乙局\n" + scheme, "100人")},  // a version
      {"t/06.yaml", table("项目名称: 甲二\n主管部门: 县农业局\n" + scheme, "80人")},
      {"t/07.yaml", table("项目名称: 无名\n" + scheme, "80人")},
      {"t/08.yaml",
       "类型: 部门\n单位名称: 乙局\n年度: 2023\n" + scheme +
           "预算: {预算数: 9, 执行数: 9}\n年度目标:\n  - 名称: 目标1\n    绩效指标:\n      - {一级: "
           "产出指标, 二级: 数量指标, 三级: 人数, 目标: ≥5人, 完成: 4人, 分值: 90}\n"},
      {"t/09.yaml", "项目名称: 坏\n绩效指标: 无\n"},
      {"t/10.txt", "没有表"},
  });
  ScoreRequest request;
  request.paths = {"t"};
  request.files = &files;
  expect_the_same(request);
}

TEST(ScoreEach, SchemesThatAreNotNamedOrNotKnown) {
  const base::NamedBytes files = stored({
      {"t/1/01.yaml", table("项目名称: 一\n", "90人")},
      {"t/1/02.yaml", table("项目名称: 二\n方案: nowhere\n", "90人")},
      {"t/1/03.yaml", table("项目名称: 三\n类型: 部门\n单位名称: 乙局\n方案: nowhere-2\n", "90人")},
      {"t/2/绩衡.yaml", "方案: national-2020\n"},
      {"t/2/01.yaml", table("项目名称: 四\n", "90人")},
      {"t/3/绩衡.yaml", "方按: national-2020\n"},
      {"t/3/01.yaml", table("项目名称: 五\n", "90人")},
      {"t/4/绩衡.yaml", "又错: national-2020\n"},
      {"t/4/01.yaml", table("项目名称: 六\n单位名称: 甲局\n类型: 部门\n", "90人")},
  });
  ScoreRequest request;
  request.paths = {"t"};
  request.files = &files;
  expect_the_same(request);
  request.usual_scheme = "hubei-2023";
  expect_the_same(request);
  request.scheme = "national-2020";
  expect_the_same(request);
  request.scheme = "nowhere";
  expect_the_same(request);
}

}  // namespace
}  // namespace jiheng::app
