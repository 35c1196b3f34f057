// What must hold for every simulation: without uncertainty it is the score; every draw is what score() gives the card with
// the drawn values on it. Over the tables of every department and every shipped scheme.
#include <gtest/gtest.h>

#include <algorithm>

#include <span>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/explain/roll_up.h"
#include "engine/explain/score.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/rules.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/whatif/draws/card_draws.h"
#include "engine/whatif/draws/draws.h"
#include "engine/whatif/draws/simulate.h"
#include "tests/property/rounds.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::whatif {
namespace {

using shipped::schemes;

const scoring::Context& steady_context() {
  static const scoring::Context context = shipped::context();
  return context;
}

/// Every row of the card that has a number, and the amount executed, as stated; `moved` counts them.
UncertainCard all_uncertain(const model::Scheme& scheme, const model::Scorecard& card,
                            const std::string& stated, std::size_t& moved) {
  UncertainCard out{&scheme, &card, {}};
  const auto uncertainty = uncertainty_from_text(stated, {}, steady_context());
  const auto add = [&](const Spot& spot) {
    auto values = possible_values(*uncertainty, card, spot, steady_context());
    if (!values) return;
    moved += values->count() > 1 ? 1 : 0;
    out.values.push_back({spot, std::move(*values)});
  };
  for (std::size_t s = 0; s < card.sections.size(); ++s) {
    for (std::size_t i = 0; i < card.sections[s].indicators.size(); ++i) add({Spot::What::actual, {s, i}});
  }
  if (card.budget.executed) add({Spot::What::executed});
  return out;
}

class SimulationProperties : public testing::TestWithParam<std::string> {
 protected:
  static std::span<const model::Scorecard> tables() {
    const std::vector<model::Scorecard>& all = shipped::department(GetParam()).cards;
    // The department's own table and its projects: two at least, which have an average.
    return std::span(all).first(1 + std::max<std::size_t>(2, rounds(all.size() - 1)));
  }
  static std::size_t rows() {
    std::size_t rows = 0;
    for (const model::Scorecard& card : tables()) {
      for (const model::Section& section : card.sections) rows += section.indicators.size();
    }
    return rows;
  }
};

TEST_P(SimulationProperties, WithoutUncertaintyItIsTheScore) {
  ASSERT_GE(schemes().all().size(), 7U);
  SimulationOptions options;
  options.draws = 5;
  int averaged = 0;
  for (const model::Scheme* each : schemes().all()) {
    const model::Scheme& scheme = *each;
    std::size_t moved = 0;
    std::vector<UncertainCard> cards;
    for (const model::Scorecard& card : tables()) cards.push_back(all_uncertain(scheme, card, "±0", moved));
    EXPECT_EQ(moved, 0U);
    const auto result = simulate(cards, options, steady_context());
    ASSERT_TRUE(result) << scheme.id;
    const auto scores = explain::score(scheme, tables(), steady_context());
    for (std::size_t c = 0; c < cards.size(); ++c) {
      const CardSimulation& s = result->cards[c];
      const std::string which = scheme.id + " " + tables()[c].id;
      ASSERT_EQ(s.low.counts.size(), 1U) << which;
      ASSERT_EQ(s.high.counts.size(), 1U) << which;
      EXPECT_EQ(s.low.counts[0].first, scores[c].total.low) << which;
      EXPECT_EQ(s.high.counts[0].first, scores[c].total.high) << which;
      EXPECT_EQ(s.total->low, scores[c].total.low) << which;
      std::string low_grade;
      for (const GradeChance& g : s.grades) low_grade += g.low > 0 ? g.name : "";
      EXPECT_EQ(scores[c].grade.rfind(low_grade, 0), 0U) << which;
    }
    const scoring::RollUp roll_up = explain::roll_up(std::span(scores).subspan(1), steady_context()).roll_up;
    EXPECT_EQ(result->average.has_value(), !roll_up.budget.is_zero()) << scheme.id;
    if (result->average) {
      ++averaged;
      EXPECT_EQ(result->average->low.counts[0].first, roll_up.average->low) << scheme.id;
      EXPECT_EQ(result->average->high.counts[0].first, roll_up.average->high) << scheme.id;
    }
  }
  EXPECT_GE(averaged, 3);
}

TEST_P(SimulationProperties, EveryDrawIsTheScoreOfTheCardWithItsValues) {
  constexpr std::size_t kDraws = 2 * rounds<std::size_t>(8);
  std::size_t moved = 0;
  std::size_t totals_seen = 0;
  for (const model::Scheme* each : schemes().all()) {
    const model::Scheme& scheme = *each;
    for (std::size_t c = 0; c < tables().size(); ++c) {
      const UncertainCard input = all_uncertain(scheme, tables()[c], "±15%", moved);
      SimulationOptions options;
      const CardDraws draws(input, c, options, steady_context());
      ASSERT_TRUE(draws.problems().empty()) << scheme.id;
      std::vector<std::int64_t> low(kDraws);
      std::vector<std::int64_t> high(kDraws);
      draws.totals(0, low, high);
      std::vector<model::Scorecard> drawn(kDraws, tables()[c]);
      for (const UncertainValue& v : input.values) {
        std::vector<std::uint32_t> steps(kDraws);
        draw_steps(options.seed, stream_of(c, v.spot), 0, v.values.count(), steps);
        for (std::size_t d = 0; d < kDraws; ++d) ASSERT_TRUE(put(drawn[d], v.spot, v.values.text(steps[d])));
      }
      const auto scores = explain::score(scheme, drawn, steady_context());
      for (std::size_t d = 0; d < kDraws; ++d) {
        const int places = scheme.rounding.places;
        EXPECT_EQ(base::Decimal::of(low[d], places), scores[d].total.low)
            << scheme.id << " " << tables()[c].id;
        EXPECT_EQ(base::Decimal::of(high[d], places), scores[d].total.high)
            << scheme.id << " " << tables()[c].id;
        totals_seen += scores[d].total.low != scores[0].total.low ? 1 : 0;
      }
    }
  }
  EXPECT_GT(moved, 3 * rows());  // of 7 schemes: the rest are words, dates and small counts
  EXPECT_GT(totals_seen, kSanitized ? 0 : 3 * rows());  // the draws do differ
}

/// Every value of a row, one by one, is worth what score() gives the card with it.
TEST_P(SimulationProperties, EveryValueOfEveryRowIsItsScore) {
  std::size_t compared = 0;
  for (const model::Scheme* each : schemes().all()) {
    const model::Scheme& scheme = *each;
    for (const model::Scorecard& card : tables()) {
      std::size_t moved = 0;
      const UncertainCard input = all_uncertain(scheme, card, "±3%", moved);
      const scoring::CardResult result =
          std::move(explain::score(scheme, {&card, 1}, steady_context()).front());
      for (const scoring::IndicatorResult& row : result.indicators) {
        const Spot spot{Spot::What::actual, row.id};
        for (const UncertainValue& v : input.values) {
          if (v.spot != spot || !depends_on_actual(result, row)) continue;
          const auto points = points_of_row(result, row, card.budget, &v.values, steady_context());
          ASSERT_EQ(points.size(), v.values.count());
          for (std::uint32_t step = 0; step < v.values.count(); step += 1 + v.values.count() / rounds(8U)) {
            model::Scorecard other = card;
            put(other, spot, v.values.text(step));
            const auto score = explain::score(scheme, {&other, 1}, steady_context());
            const std::size_t at = static_cast<std::size_t>(&row - result.indicators.data());
            EXPECT_EQ(points[step].low, score[0].indicators[at].score.low) << scheme.id << " " << card.id;
            EXPECT_EQ(points[step].high, score[0].indicators[at].score.high) << scheme.id << " " << card.id;
            ++compared;
          }
        }
      }
    }
  }
  EXPECT_GT(compared, 5 * rows() * rounds(8U) / 8);
}

INSTANTIATE_TEST_SUITE_P(Shipped, SimulationProperties, testing::ValuesIn(shipped::department_names()),
                         [](const auto& tested) { return shipped::test_name(tested.param); });

}  // namespace
}  // namespace jiheng::whatif
