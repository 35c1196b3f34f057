// The shipped rules and scorecards through app: what is read, in which order, and what is said where it
// cannot be.
#include "engine/app/score_paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "engine/base/files.h"
#include "engine/diag/print.h"
#include "engine/rulebook/load.h"
#include "tests/unit/app/shipped_language.h"
#include "tests/unit/intake/forms.h"

namespace jiheng::app {
namespace {

ScoreOutcome score_them(std::vector<std::string> paths, const std::string& scheme = "") {
  ScoreRequest request;
  request.paths = std::move(paths);
  request.scheme = scheme;
  return score_paths(request, language(), rulebook::load_schemes(kRules));
}

std::vector<std::string> ids_of(const std::vector<diag::Diagnostic>& problems) {
  std::vector<std::string> ids;
  for (const diag::Diagnostic& d : problems) ids.push_back(d.id);
  return ids;
}

TEST(Rules, AllSchemesShippedAreSound) {
  rulebook::Schemes schemes = rulebook::load_schemes(kRules);
  EXPECT_EQ(schemes.all().size(), 9U);
  EXPECT_TRUE(schemes.problems().empty());
  EXPECT_NE(schemes.find("hubei-2023"), nullptr);
  EXPECT_EQ(schemes.find("hubei"), nullptr);
}

TEST(Rules, NoFolder) {
  EXPECT_EQ(ids_of(rulebook::load_language("/nowhere").problems), std::vector<std::string>{"C105"});
  EXPECT_EQ(ids_of(rulebook::load_schemes("/nowhere").problems()), std::vector<std::string>{"C105"});
}

/// The sample of printed standards, its points worked out by hand in the table beside it.
TEST(ScorePaths, StandardsPrintedOnAWordForm) {
  const std::string folder = kRoot + "/samples/standards/";
  const ScoreOutcome outcome = score_them({folder + "2023-printed-standards.docx"}, "printed-standards");
  EXPECT_EQ(ids_of(outcome.problems), std::vector<std::string>{});
  ASSERT_EQ(outcome.scores.cards.size(), 1U);
  const scoring::CardResult& card = outcome.scores.cards[0];
  std::istringstream expected(base::read_file(folder + "expected.csv", 1U << 20U).text);
  std::string line;
  std::getline(expected, line);
  std::size_t row = 0;
  for (; std::getline(expected, line); ++row) {
    ASSERT_LT(row, card.indicators.size());
    const std::vector<std::string> cells = [&line] {  // name, actual, marks, points, how
      std::vector<std::string> out;
      std::istringstream in(line);
      for (std::string cell; std::getline(in, cell, ',');) out.push_back(cell);
      return out;
    }();
    ASSERT_GE(cells.size(), 4U);
    const scoring::IndicatorResult& result = card.indicators[row];
    EXPECT_EQ(row_of(*card.card, result.id).name.text, cells[0]);
    const std::size_t dash = cells[3].find('-');
    EXPECT_EQ(result.score.low, *base::Decimal::parse(cells[3].substr(0, dash))) << cells[0] << "\n"
                                                                                 << result.why;
    EXPECT_EQ(result.score.high,
              *base::Decimal::parse(dash == std::string::npos ? cells[3] : cells[3].substr(dash + 1)))
        << cells[0] << "\n"
        << result.why;
  }
  EXPECT_EQ(row, card.indicators.size());
}

TEST(ScorePaths, ADepartment) {
  const ScoreOutcome outcome = score_them({kRoot + "/scorecards/2023-tongcheng"});
  EXPECT_EQ(ids_of(outcome.problems), std::vector<std::string>{});
  ASSERT_EQ(outcome.scores.cards.size(), 27U);
  EXPECT_EQ(outcome.scores.cards[0].card->kind, model::CardKind::department);
  EXPECT_EQ(outcome.scores.cards[1].card->id, "p01");
  EXPECT_EQ(outcome.scores.cards[26].card->id, "p26");
  ASSERT_EQ(outcome.scores.departments.size(), 1U);
  EXPECT_TRUE(outcome.scores.departments.front().has_own);
  EXPECT_EQ(outcome.scores.departments.front().roll_up.projects, 26U);
  // The form's own rule: 3 × 8 ÷ 17.5 = 1.37 of 3 points, so 98.37; every other table keeps its 100.
  for (const scoring::CardResult& card : outcome.scores.cards) {
    const base::Decimal total = card.card->id == "p26" ? *base::Decimal::parse("98.37") : base::Decimal(100);
    EXPECT_TRUE(card.total.exact());
    EXPECT_EQ(card.total.low, total) << card.card->id;
  }
}

TEST(CardsFromPaths, AReportIsTakenWhereTextsAreAskedFor) {
  const std::string folder = kRoot + "/samples/findings/A803/";
  const CardsRead left = cards_from_paths(language().forms, {folder + "bad.check.txt"}, {});
  EXPECT_EQ(left.files, 1U);
  EXPECT_TRUE(left.claims.empty());
  EXPECT_EQ(ids_of(left.problems), std::vector<std::string>{"I103"});
  const CardsRead taken = cards_from_paths(language().forms, {folder + "bad.check.txt"}, {}, Texts::taken);
  EXPECT_EQ(taken.files, 1U);
  EXPECT_TRUE(taken.cards.empty());
  EXPECT_FALSE(taken.claims.empty());
  EXPECT_TRUE(taken.problems.empty());
}

TEST(CardsFromPaths, ThreadsChangeNothing) {
  std::vector<std::string> paths = {kRoot + "/scorecards/2023-zijiang", kRoot + "/samples/documents"};
  // Of the findings those of documents: what is said must come in one order as well.
  for (const char* id :
       {"I102", "I104", "I108", "I111", "I116", "I120", "I125", "I131", "I140", "L104", "L109"}) {
    paths.push_back(kRoot + "/samples/findings/" + id);
  }
  const CardsRead one = cards_from_paths(intake::forms(), paths, {}, Texts::taken, 1);
  const CardsRead many = cards_from_paths(intake::forms(), paths, {}, Texts::taken, 8);
  EXPECT_EQ(one.files, many.files);
  EXPECT_EQ(diag::to_text(one.problems, {}), diag::to_text(many.problems, {}));
  ASSERT_EQ(one.cards.size(), many.cards.size());
  for (std::size_t i = 0; i < one.cards.size(); ++i) {
    EXPECT_EQ(rulebook::yaml_from_scorecard(one.cards[i].card),
              rulebook::yaml_from_scorecard(many.cards[i].card));
    EXPECT_EQ(one.cards[i].printed.headings.size(), many.cards[i].printed.headings.size());
  }
  ASSERT_EQ(one.claims.size(), many.claims.size());
  for (std::size_t i = 0; i < one.claims.size(); ++i) {
    EXPECT_EQ(one.claims[i].text, many.claims[i].text);
  }
}

TEST(CardsFromPaths, TheGoalsOfATableAreTextsOfIt) {
  const CardsRead read =
      cards_from_paths(language().forms, {kRoot + "/samples/documents/2024-unit-targets.txt"}, {});
  ASSERT_FALSE(read.cards.front().card.goals.empty());
  EXPECT_FALSE(read.cards.front().card.goals.front().text.empty());
}

TEST(ScorePaths, ASchemeOfTheCommandLineGoesBeforeTheTablesAndThatIsSaid) {
  const std::string file = kRoot + "/scorecards/2023-tongcheng/p26.yaml";  // says hubei-2023
  EXPECT_EQ(ids_of(score_them({file}, "hubei-2023").problems), std::vector<std::string>{});
  const ScoreOutcome other = score_them({file}, "sichuan-2023");
  EXPECT_EQ(other.scores.cards[0].scheme->id, "sichuan-2023");
  ASSERT_EQ(ids_of(other.problems), std::vector<std::string>{"C119"});
  EXPECT_NE(other.problems[0].message.find("hubei-2023"), std::string::npos);
}

TEST(ScorePaths, AFileNamedTwiceCountsOnce) {
  const std::string folder = kRoot + "/scorecards/2023-tongcheng";
  EXPECT_EQ(score_them({folder, folder + "/p01.yaml"}).scores.cards.size(), 27U);
}

TEST(ScorePaths, TwoYearsOfADepartmentAreNotMixed) {
  const ScoreOutcome outcome =
      score_them({kRoot + "/scorecards/2023-tongcheng", kRoot + "/scorecards/2024-tongcheng"});
  EXPECT_EQ(ids_of(outcome.problems), std::vector<std::string>{});
  ASSERT_EQ(outcome.scores.departments.size(), 2U);
  EXPECT_EQ(outcome.scores.departments[0].roll_up.projects, 26U);
  EXPECT_EQ(outcome.scores.departments[1].first, 27U);
  EXPECT_EQ(outcome.scores.departments[1].roll_up.projects, 4U);
  EXPECT_EQ(outcome.scores.cards[27].card->kind, model::CardKind::department);
  EXPECT_EQ(outcome.scores.cards[27].card->year, 2024);
}

TEST(ScorePaths, ClaimsAreSaidAtTheirRows) {
  // p26: ≤8万元, 17.5万元, 3 points claimed; the goals of the department's table ask for reasons it does not give.
  const ScoreOutcome outcome = score_them({kRoot + "/scorecards/2023-tongcheng"});
  const scoring::CardResult& p26 = outcome.scores.cards.back();
  std::string said;
  for (const scoring::IndicatorResult& row : p26.indicators) {
    for (const diag::Diagnostic& d : row.findings) {
      if (d.id[0] == 'A') said += d.id + " " + row_of(*p26.card, row.id).target.text;
    }
  }
  EXPECT_EQ(said, "A204 ≤8万元");
  EXPECT_EQ(ids_of(outcome.scores.cards.front().findings), std::vector<std::string>{"A306"});
}

TEST(ScorePaths, AnotherSchemeForAll) {
  const ScoreOutcome outcome =
      score_them({kRoot + "/scorecards/2023-tongcheng/p05.yaml"}, "budget-system-cap");
  ASSERT_EQ(outcome.scores.cards.size(), 1U);
  // 500份 against 4824份 is past 130%: -2 points.
  EXPECT_EQ(outcome.scores.cards[0].total.low, base::Decimal(98));
}

TEST(ScorePaths, WhatCannotBeScored) {
  EXPECT_EQ(ids_of(score_them({"/nowhere.yaml"}).problems), std::vector<std::string>{"C101"});
  EXPECT_EQ(ids_of(score_them({kRoot + "/tests/unit"}).problems), std::vector<std::string>{"C104"});
  EXPECT_EQ(ids_of(score_them({kRoot + "/scorecards/2023-tongcheng"}, "hubei").problems),
            std::vector<std::string>{"C106"});
}

}  // namespace
}  // namespace jiheng::app
