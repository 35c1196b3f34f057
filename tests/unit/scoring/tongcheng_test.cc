// The 27 tables of a county bureau, 2023, under the form's own scheme and under one that reduces
// over-achievement.
#include <map>
#include <set>
#include <string>

#include "engine/explain/roll_up.h"
#include "engine/scoring/claims.h"
#include "scoring_from_yaml.h"

namespace jiheng::scoring {
namespace {

const std::vector<model::Scorecard>& tables() {
  static const std::vector<model::Scorecard> cards = [] {
    std::vector<model::Scorecard> all;
    const auto list = base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng", {".yaml"}, 100);
    for (const std::string& path : list.paths) {
      for (model::Scorecard& c : cards_from(base::read_file(path, rulebook::kMaxFileBytes).text))
        all.push_back(std::move(c));
    }
    return all;
  }();
  return cards;
}

TEST(Tongcheng, AllAreHundredButOne) {
  const model::Scheme scheme = shipped_scheme("hubei-2023");
  const std::vector<CardResult> results = score(scheme, tables(), context());
  ASSERT_EQ(results.size(), 27U);
  for (const CardResult& r : results) {
    const bool one = r.card->id == "p26";
    EXPECT_EQ(r.total.low.to_string(), one ? "98.37" : "100.00") << r.card->id;
    EXPECT_TRUE(r.total.exact()) << r.card->id;
    EXPECT_EQ(ids_of(r.findings), "") << r.card->id;
    EXPECT_EQ(r.grade, "优");
    for (const IndicatorResult& row : r.indicators) {
      const model::Indicator& i = row_of(*r.card, row.id);
      const bool claim = one && i.target.text == "≤8万元";
      EXPECT_EQ(row.status, claim ? target::Status::missed : target::Status::met)
          << r.card->id << " " << i.name.text;
      EXPECT_EQ(ids_of(row.findings), "") << r.card->id << " " << i.name.text;
      EXPECT_EQ(is_right_claim(i.claimed->value, row), !claim) << r.card->id << " " << i.name.text;
      if (claim) {
        EXPECT_EQ(text_of(row.score), "1.37");
      }
    }
  }
}

TEST(Tongcheng, FarAboveTheTargetLosesPointsWhereTheSchemeSaysSo) {
  const model::Scheme scheme = shipped_scheme("budget-system-cap");
  std::set<std::string> reduced;
  for (const CardResult& r : score(scheme, tables(), context())) {
    for (const IndicatorResult& row : r.indicators) {
      const model::Indicator& i = row_of(*r.card, row.id);
      const std::string target = i.target.text;
      if (target.find("500") == std::string::npos || i.actual.text.find("4824") == std::string::npos)
        continue;
      reduced.insert(r.card->id);
      EXPECT_LT(row.score.high, *row.full_marks) << r.card->id;
      EXPECT_EQ(row.clause->id, "Q6");
    }
  }
  EXPECT_GE(reduced.size(), 2U);
}

TEST(Tongcheng, TargetsOfTheNextYearAreNotScored) {
  const model::Scheme scheme = shipped_scheme("hubei-2023");
  for (const char* folder : {"2024-tongcheng", "2024-hezheng"}) {
    const auto list =
        base::list_files(std::string(JIHENG_SOURCE_DIR "/scorecards/") + folder, {".yaml"}, 100);
    ASSERT_FALSE(list.paths.empty());
    for (const std::string& path : list.paths) {
      const auto cards = cards_from(base::read_file(path, rulebook::kMaxFileBytes).text);
      for (const CardResult& r : score(scheme, cards, context())) {
        EXPECT_FALSE(r.scored) << path;
        EXPECT_EQ(r.grade, "") << path;
      }
    }
  }
}

TEST(Tongcheng, ProjectsRolledUp) {
  const model::Scheme scheme = shipped_scheme("hubei-2023");
  std::vector<model::Scorecard> projects;
  for (const model::Scorecard& c : tables()) {
    if (c.kind == model::CardKind::project) projects.push_back(c);
  }
  const std::vector<CardResult> results = score(scheme, projects, context());
  const RollUp all = explain::roll_up(results, context()).roll_up;
  EXPECT_EQ(all.projects, 26U);
  EXPECT_EQ(all.scored, 26U);
  // The budgets printed in the 26 tables.
  EXPECT_EQ(all.budget.trimmed().to_string(), "21468.3");
  EXPECT_EQ(all.executed.trimmed().to_string(), "21468.3");
  EXPECT_EQ(all.rate->to_string(), "100.00");
  EXPECT_EQ(all.grades, (std::vector<std::pair<std::string, std::size_t>>{{"优", 26}}));
  // 100 − 1.63 × 10 ÷ 21468.3 = 99.9992…
  EXPECT_EQ(all.average->low.to_string(), "100.00");
}

}  // namespace
}  // namespace jiheng::scoring
