// What must hold for every what-if, on every card that is shipped: without a change it is the score; putting a figure where
// it stands, or another one and the first again, is the score; more never scores less under ≥ and never more under ≤.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "engine/app/whatif_paths.h"
#include "engine/explain/score.h"
#include "engine/report/json/json.h"
#include "tests/property/rounds.h"

namespace jiheng::app {
namespace {

using scoring::CardResult;
using whatif::Change;
using whatif::Setting;
using whatif::Spot;

const std::string kRoot = JIHENG_SOURCE_DIR;

const rulebook::Language& language() {
  static const diag::Result<rulebook::Language> language = rulebook::load_language(kRoot + "/rules");
  return *language;
}

scoring::Context context() { return {language().units, language().words, 1, &language().names}; }

ScoreOutcome outcome_of(const std::string& path) {
  ScoreRequest request;
  request.paths = {path};
  return score_paths(request, language(), rulebook::load_schemes(kRoot + "/rules"));
}

/// Every card of the tree that names its scheme.
ScoreOutcome& shipped_outcome() {
  static ScoreOutcome outcome = [] {
    ScoreRequest request;
    request.paths = {kRoot + "/scorecards/2023-tongcheng", kRoot + "/scorecards/2023-zijiang",
                     kRoot + "/samples/good"};
    return score_cards(request, language(), rulebook::load_schemes(kRoot + "/rules"));
  }();
  return outcome;
}

Setting setting(const std::string& address, const std::string& value) { return {address, {}, value, {}}; }

/// The change of one card that this setting makes.
Change change_of(const model::Scorecard& card, const std::string& address, const std::string& value) {
  const std::vector<const model::Scorecard*> cards = {&card};
  const std::vector<Setting> settings = {setting(address, value)};
  auto changes = whatif::changes_from(settings, cards, language().units, language().words);
  EXPECT_TRUE(changes) << address << "=" << value;
  return changes ? changes->front() : Change{};
}

std::string address_of(const model::Scorecard& card, const Spot& spot) {
  const std::vector<const model::Scorecard*> cards = {&card};
  return whatif::to_text({whatif::Address::What::figure, {0}, spot}, cards);
}

/// Every figure that stands on the form.
std::vector<Spot> spots_of(const model::Scorecard& card) {
  std::vector<Spot> spots;
  for (const Spot::What what : {Spot::What::initial, Spot::What::adjusted, Spot::What::approved,
                                Spot::What::planned, Spot::What::executed}) {
    spots.push_back({what});
  }
  for (std::size_t s = 0; s < card.sections.size(); ++s) {
    for (std::size_t r = 0; r < card.sections[s].indicators.size(); ++r) {
      for (const Spot::What what : {Spot::What::target, Spot::What::actual, Spot::What::full_marks}) {
        spots.push_back({what, {s, r}});
      }
    }
  }
  std::erase_if(spots, [&](const Spot& spot) { return whatif::text_at(card, spot).empty(); });
  return spots;
}

std::string texts_of(const std::vector<diag::Diagnostic>& findings) {
  std::string out;
  for (const diag::Diagnostic& d : findings) out += d.id + " " + d.message + "\n";
  return out;
}

/// All a result says but places.
std::string told(const CardResult& card) {
  const auto points = [](const scoring::Points& p) {
    return p.low.to_string() + "-" + p.high.to_string() + " ";
  };
  const auto number = [](const std::optional<base::Decimal>& d) {
    return (d ? d->to_string() : "none") + " ";
  };
  std::string out =
      card.scheme->id + " " + points(card.total) + card.grade + card.cap_why + "\n" + texts_of(card.findings);
  if (card.execution) {
    out += points(card.execution->score) + number(card.execution->planned) +
           number(card.execution->executed) + number(card.execution->rate) + card.execution->why + "\n" +
           texts_of(card.execution->findings);
  }
  for (const scoring::SectionResult& s : card.sections) out += points(s.score) + number(s.full_marks) + "\n";
  for (const scoring::IndicatorResult& row : card.indicators) {
    out += points(row.score) + number(row.full_marks) + number(row.attainment) + number(row.deviation) +
           (row.clause == nullptr ? "none" : row.clause->id) + " " + std::string(to_string(row.status)) +
           " " + row.why + "\n" + texts_of(row.findings);
  }
  return out;
}

std::string told(const model::Scorecard& card, const model::Scheme& scheme) {
  return told(explain::score(scheme, {&card, 1}, context()).front());
}

TEST(Whatif, WithoutAChangeItIsTheScore) {
  for (const char* folder : {"scorecards/2023-tongcheng", "scorecards/2023-zijiang",
                             "scorecards/2024-tongcheng", "samples/good"}) {
    WhatifRequest request;
    request.score.paths = {kRoot + "/" + folder};
    const WhatifOutcome outcome = whatif_paths(request, language(), rulebook::load_schemes(kRoot + "/rules"));
    const ScoreOutcome score = outcome_of(kRoot + "/" + folder);
    ASSERT_EQ(outcome.after.size(), 1U) << folder;
    EXPECT_EQ(report::json_from_scores(outcome.after.front().scores), report::json_from_scores(score.scores));
    EXPECT_EQ(report::json_from_scores(outcome.before.scores), report::json_from_scores(score.scores));
    for (const whatif::CardDifference& card : outcome.after.front().cards) {
      EXPECT_FALSE(changed(card));
      EXPECT_TRUE(whatif::new_findings(card).empty());
    }
  }
}

TEST(Whatif, TheCardsAreAllOfThem) {
  EXPECT_EQ(shipped_outcome().problems.size(), 0U);
  EXPECT_EQ(shipped_outcome().scores.cards.size(), 27U + 7U + 5U);
}

TEST(Whatif, EveryFigurePutWhereItStandsIsTheScore) {
  std::size_t figures = 0;
  for (const CardResult& result : shipped_outcome().scores.cards) {
    model::Scorecard copy = *result.card;
    for (const Spot& spot : spots_of(copy)) {
      const Change change = change_of(copy, address_of(copy, spot), whatif::text_at(copy, spot));
      ASSERT_EQ(*change.spot, spot) << change.path;
      whatif::apply(change, copy);
      ++figures;
    }
    EXPECT_EQ(told(copy, *result.scheme), told(result)) << copy.id;
  }
  EXPECT_GT(figures, 600U);
}

TEST(Whatif, AnotherFigureAndTheFirstAgainIsTheScore) {
  std::mt19937 random(20240229);  // NOLINT: the same changes every run
  const std::vector<std::string> texts = {"",         "≥1%",      "3件",     "看不懂的话。。",
                                          "明显提高", "12月底前", "≤7.5万元"};
  std::size_t moved = 0;
  for (const CardResult& result : shipped_outcome().scores.cards) {
    model::Scorecard copy = *result.card;
    for (const Spot& spot : spots_of(copy)) {
      const bool text = spot.what == Spot::What::target || spot.what == Spot::What::actual;
      const std::string other = text ? texts[random() % texts.size()] : std::to_string(random() % 100);
      const std::string address = address_of(copy, spot);
      const std::string first = whatif::text_at(copy, spot);
      whatif::apply(change_of(copy, address, other), copy);
      if (random() % 8 == 0) moved += told(copy, *result.scheme) == told(result) ? 0 : 1;
      whatif::apply(change_of(copy, address, first), copy);
    }
    EXPECT_EQ(told(copy, *result.scheme), told(result)) << copy.id;
  }
  EXPECT_GT(moved, 20U);
}

TEST(Whatif, AnyTextIsAnAddressOrAMessage) {
  std::mt19937 random(7);  // NOLINT: the same texts every run
  const std::vector<std::string> pieces = {
      "p26",  "n1",     ":",        "：",       "/",    ".",    "．",   "\"",     "#",
      "1",    "99",     "=",        "目标",     "完成", "得分", "预算", "执行数", "方案",
      "总分", "结案率", "产出指标", "数量指标", " ",    "　",   "\xff", "\n",     "培训班次"};
  std::vector<const model::Scorecard*> cards;
  for (const CardResult& result : shipped_outcome().scores.cards) cards.push_back(result.card);
  std::size_t found = 0;
  for (int i = 0; i < rounds(6000); ++i) {
    std::string text;
    for (std::size_t n = random() % 7; n > 0; --n) text += pieces[random() % pieces.size()];
    const auto address = whatif::find_address(text, cards, {});
    if (!address) {
      ASSERT_EQ(address.problems.size(), 1U) << text;
      const std::string& id = address.problems.front().id;
      EXPECT_TRUE(id == "W102" || id == "W103") << text;
      continue;
    }
    ++found;
    EXPECT_TRUE(address.problems.empty());
    if (address->what != whatif::Address::What::figure) continue;
    const auto back = whatif::find_address(whatif::to_text(*address, cards), cards, {});
    ASSERT_TRUE(back) << text;
    EXPECT_EQ(back->cards, address->cards);
    EXPECT_EQ(back->spot, address->spot);
  }
  EXPECT_GT(found, rounds(100U));
}

class EveryScheme : public testing::TestWithParam<std::string> {};

/// Rows with a number as target: the actual value goes up in steps; points of the row and of the whole card follow.
void expect_monotonic_total(const CardResult& first, const model::Scheme& scheme,
                            const scoring::IndicatorResult& row, int last_percent) {
  const bool higher = row.verdict.direction == target::Direction::higher;
  model::Scorecard copy = *first.card;
  const Spot spot{Spot::What::actual, row.id};
  std::optional<scoring::Points> before;
  std::optional<scoring::Points> total_before;
  for (int percent = 0; percent <= last_percent; percent += 500 / rounds(70)) {
    const auto value = base::multiply(*row.verdict.target_value, base::Decimal::of(percent, 2));
    whatif::put(copy, spot, value->trimmed().to_string() + row.verdict.unit);
    const CardResult result = explain::score(scheme, {&copy, 1}, context()).front();
    const auto at = static_cast<std::size_t>(&row - first.indicators.data());
    // 4.2日 is a day of April: no figure under ≤60日, so no step.
    if (result.indicators[at].verdict.status == target::Status::undetermined) continue;
    const scoring::Points& points = result.indicators[at].score;
    if (before) {
      EXPECT_TRUE(higher ? before->low <= points.low && before->high <= points.high
                         : before->low >= points.low && before->high >= points.high)
          << scheme.id << " " << copy.id << " " << percent << "% " << result.indicators[at].why;
      EXPECT_TRUE(higher ? total_before->low <= result.total.low : total_before->low >= result.total.low);
      EXPECT_TRUE(higher ? total_before->high <= result.total.high : total_before->high >= result.total.high);
    }
    before = points;
    total_before = result.total;
  }
  EXPECT_TRUE(before.has_value());
}

/// One scheme takes points away far above the target: that is its purpose, so there the steps end below it.
TEST_P(EveryScheme, MoreNeverScoresLessUnderAtLeastAndNeverMoreUnderAtMost) {
  const model::Scheme& scheme = *shipped_outcome().schemes.find(GetParam());
  const int last = GetParam() == "budget-system-cap" ? 126 : 500;
  std::size_t rows = 0;
  for (const CardResult& result : shipped_outcome().scores.cards) {
    model::Scorecard copy = *result.card;
    for (const scoring::IndicatorResult& row : result.indicators) {
      if (!row.full_marks) continue;  // where the form prints no marks, those it was scored with
      whatif::put(copy, {Spot::What::full_marks, row.id}, row.full_marks->to_string());
    }
    const CardResult first = explain::score(scheme, {&copy, 1}, context()).front();
    for (const scoring::IndicatorResult& row : first.indicators) {
      const bool number = row.verdict.target_value && row.verdict.target_value->sign() > 0 &&
                          !row.verdict.target_value2 && row.full_marks && row.full_marks->sign() > 0;
      const bool one_way = row.verdict.direction == target::Direction::higher ||
                           row.verdict.direction == target::Direction::lower;
      const model::Indicator& indicator = row_of(copy, row.id);
      if (!number || !one_way || !indicator.inputs.empty() || indicator.judged) continue;
      // One in three rows: the same texts stand on many forms.
      if (rows++ % 3 == 0) expect_monotonic_total(first, scheme, row, last);
    }
  }
  EXPECT_GT(rows, 100U);
}

std::vector<std::string> scheme_ids() {
  std::vector<std::string> ids;
  rulebook::Schemes schemes = rulebook::load_schemes(kRoot + "/rules");
  for (const model::Scheme* scheme : schemes.all()) ids.push_back(scheme->id);
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryScheme, testing::ValuesIn(scheme_ids()),
                         [](const testing::TestParamInfo<std::string>& scheme) {
                           std::string name = scheme.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace jiheng::app
