// What must hold for every card and figure: a sweep passes through the card as it stands, and through the card with the
// figure really put there; a solved value put there gives the wanted points; a change by 1% is what scoring says.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/explain/score.h"
#include "engine/whatif/curves/landmarks.h"
#include "engine/whatif/curves/sensitivity.h"
#include "engine/whatif/curves/solve.h"
#include "engine/whatif/curves/sweep.h"
#include "tests/property/rounds.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;

using shipped::context;
using shipped::schemes;

std::mt19937& dice() {
  static std::mt19937 random(20240101);  // NOLINT: the same cards every run
  return random;
}
std::size_t below(std::size_t n) { return dice()() % n; }

model::Field field(std::string text) { return {std::move(text), {}}; }
model::NumberField number(const Decimal& value) { return {value, {}}; }

/// A card of 2 to 7 rows: floors, ceilings, bands, exact and negative targets, words, dates, blanks, converted units; with
/// names that clauses of the shipped schemes look for.
model::Scorecard random_card() {
  constexpr const char* kLevels[][2] = {{"产出指标", "数量指标"},
                                        {"产出指标", "成本指标"},
                                        {"效益指标", "社会效益指标"},
                                        {"满意度指标", "服务对象满意度指标"}};
  constexpr const char* kNames[] = {"培训人次",         "重点支出安排率", "预算调整率",
                                    "“三公经费”控制率", "在职人员控制率", "支付进度"};
  constexpr const char* kSigns[] = {"≥", "≤", "", "=", ">", "<", "≥-"};
  model::Scorecard card;
  card.id = "p";
  card.year = 2023;
  card.title = field("甲");
  card.budget.planned = number(static_cast<int>(50 + below(100)));
  card.budget.executed = number(Decimal::of(static_cast<int>(below(1400)), 1));
  card.sections.resize(1);
  const std::size_t rows = 2 + below(6);
  for (std::size_t i = 0; i < rows; ++i) {
    model::Indicator row;
    const auto& level = kLevels[below(4)];
    row.level1 = field(level[0]);
    row.level2 = field(level[1]);
    row.name = field(kNames[below(6)]);
    const std::string unit = std::vector<std::string>{"件", "%", "万元", ""}[below(4)];
    const std::string decimals = below(2) == 0 ? "" : "." + std::to_string(1 + below(9));
    row.target = field(kSigns[below(7)] + std::to_string(below(300)) + decimals + unit);
    row.actual = field(std::to_string(below(300)) + (below(2) == 0 ? "" : ".5") + unit);
    if (unit == "万元" && below(3) == 0) row.actual = field(std::to_string(below(3000000)) + "元");
    if (below(8) == 0) row.target = field("100-200" + unit);
    if (below(9) == 0) row.actual = field("");
    if (below(10) == 0) row.target = field("2023年11月30日前"), row.actual = field("2023年12月5日");
    if (below(12) == 0) row.target = field("明显提高"), row.actual = field("提高");
    row.full_marks = number(Decimal::of(static_cast<int>(1 + below(300)), 1));
    card.sections[0].indicators.push_back(std::move(row));
  }
  return card;
}

scoring::CardResult scored(const model::Scheme& scheme, const model::Scorecard& card) {
  return std::move(explain::score(scheme, {&card, 1}, context()).front());
}

/// The card with the dial really at the value, scored anew.
struct Put {
  model::Scorecard card;
  scoring::CardResult result;
  Put(const scoring::CardResult& from, const Dial& dial, const Decimal& value) : card(*from.card) {
    const auto text = dial.text_of(value, context());
    EXPECT_TRUE(text) << dial.name() << " " << value.to_string();
    EXPECT_TRUE(text && put(card, dial.spot(), *text));
    result = scored(*from.scheme, card);
  }
};

std::string text(const scoring::Points& p) {
  return p.low.trimmed().to_string() + ".." + p.high.trimmed().to_string();
}

std::vector<Dial> dials_of(const scoring::CardResult& result) {
  std::vector<Dial> dials;
  const auto add = [&](const Spot& spot) {
    if (auto dial = Dial::at(result, spot, context())) dials.push_back(std::move(*dial));
  };
  for (const auto& row : result.indicators) {
    add({Spot::What::target, row.id});
    add({Spot::What::actual, row.id});
  }
  add({Spot::What::executed});
  add({Spot::What::planned});
  return dials;
}

class EverySchemesCurves : public testing::TestWithParam<std::string> {
 protected:
  /// Calls `check` for every figure of many cards.
  template <class Check>
  void for_every_dial(int cards, const Check& check) const {
    const model::Scheme& scheme = *schemes().find(GetParam());
    for (int c = 0; c < rounds(cards); ++c) {
      const model::Scorecard card = random_card();
      const scoring::CardResult result = scored(scheme, card);
      if (!result.scored) continue;
      for (const Dial& dial : dials_of(result)) {
        SCOPED_TRACE(dial.name() + " of " + GetParam() + ": " + text_at(card, dial.spot()));
        check(result, dial);
      }
    }
  }
};

TEST_P(EverySchemesCurves, ASweepPassesThroughTheCardAsItStandsAndAsItWouldBe) {
  for_every_dial(6, [](const scoring::CardResult& result, const Dial& dial) {
    if (!dial.present()) return;
    const Decimal now = *dial.present();
    const Sweep swept = sweep(
        result, dial, {*base::subtract(now, 7), *base::subtract(now, 1), *base::add(now, 13)}, context());
    ASSERT_EQ(swept.points.size(), 4U);
    EXPECT_TRUE(swept.points[2].present);
    EXPECT_EQ(text(swept.points[2].total), text(result.total));
    for (const SweepPoint& point : swept.points) {
      if (!point.readable) continue;
      EXPECT_EQ(text(point.total), text(Put(result, dial, point.value).result.total))
          << point.value.to_string();
    }
  });
}

TEST_P(EverySchemesCurves, EveryKinkHasItsTotalsOnBothSides) {
  for_every_dial(3, [](const scoring::CardResult& result, const Dial& dial) {
    const Trials trials(result, {dial}, context());
    const Reach range = reach(trials, 0);
    const Sweep swept = sweep(result, dial, {range.low, range.high}, context());
    EXPECT_TRUE(swept.complete);
    for (const Kink& kink : swept.kinks) {
      if (!kink.end.exact || !dial.text_of(kink.end.at, context())) continue;
      const Put there(result, dial, kink.end.at);
      EXPECT_EQ(text(there.result.total), text(kink.end.closed ? kink.total_after : kink.total_before))
          << kink.end.at.to_string() << " " << kink.before << " " << kink.after;
    }
  });
}

TEST_P(EverySchemesCurves, SolvedValuesPutThereGiveTheWantedTotal) {
  for_every_dial(3, [](const scoring::CardResult& result, const Dial& dial) {
    const Trials trials(result, {dial}, context());
    const Reach range = reach(trials, 0);
    // Totals that can be had: those of values taken at random; and one at random, which often cannot.
    for (int i = 0; i < 3; ++i) {
      const Decimal wide = *base::subtract(range.high, range.low);
      const Decimal some =
          base::add(range.low, *base::multiply(wide, Decimal::of(static_cast<int>(below(1000)), 3)))
              ->rounded(dial.is_day() ? 0 : dial.places());
      if (!dial.text_of(some, context())) continue;  // 2040.6 without a unit would be read as a month
      const Put there(result, dial, some);
      const Decimal wanted = i < 2 ? there.result.total.low : Decimal::of(static_cast<int>(below(10000)), 2);
      const Solve solved = solve(result, dial, {std::nullopt, wanted}, context());
      if (i < 2) {
        // The value itself lies in one of the stretches.
        const bool known =
            std::any_of(solved.solutions.begin(), solved.solutions.end(),
                        [&](const Solution& s) { return some >= s.low.at && some <= s.high.at; });
        EXPECT_TRUE(known) << some.to_string() << " gives " << wanted.to_string();
      }
      for (const Solution& s : solved.solutions) {
        for (const auto& value : {s.nearest, s.least, s.greatest}) {
          if (!value) continue;
          EXPECT_EQ(Put(result, dial, *value).result.total.low, wanted) << value->to_string();
        }
        for (const End& end : {s.low, s.high}) {
          if (!end.closed || !end.exact) continue;
          EXPECT_EQ(Put(result, dial, end.at).result.total.low, wanted) << end.at.to_string();
        }
      }
      if (solved.solutions.empty()) {
        EXPECT_TRUE(wanted > solved.most.points || wanted < solved.least.points || solved.below ||
                    solved.above);
        EXPECT_EQ(Put(result, dial, solved.most.value).result.total.low, solved.most.points);
      }
    }
  });
}

TEST_P(EverySchemesCurves, SensitivityIsTheDifferenceOfTwoScores) {
  const model::Scheme& scheme = *schemes().find(GetParam());
  for (int c = 0; c < rounds(3); ++c) {
    const model::Scorecard card = random_card();
    const scoring::CardResult result = scored(scheme, card);
    if (!result.scored) continue;
    for (const Sensitive& figure : sensitivity(result, context()).figures) {
      SCOPED_TRACE(figure.dial.name() + " of " + GetParam());
      const Decimal hundredth =
          Decimal::of(figure.present.magnitude().coefficient(), figure.present.places() + 2);
      const Effect& unit = figure.effects[2];
      const Effect& percent = figure.effects[0];
      const auto expect = [&](const std::optional<scoring::Points>& effect, const Decimal& value) {
        if (!effect) return;
        const Put there(result, figure.dial, value);
        EXPECT_EQ(effect->low, *base::subtract(there.result.total.low, result.total.low))
            << value.to_string();
        EXPECT_EQ(effect->high, *base::subtract(there.result.total.high, result.total.high))
            << value.to_string();
      };
      expect(unit.less, *base::subtract(figure.present, 1));
      expect(unit.more, *base::add(figure.present, 1));
      expect(percent.less, *base::subtract(figure.present, hundredth));
      expect(percent.more, *base::add(figure.present, hundredth));
      // Away from kinks ten times the change of 0.1% is the change of 1%, as nearly as a smooth piece and rounding allow.
      if (!percent.more || !figure.above || figure.above->distance <= hundredth || !result.total.exact())
        continue;
      const Decimal tenth = Decimal::of(hundredth.coefficient(), hundredth.places() + 1);
      const Put near(result, figure.dial, *base::add(figure.present, tenth));
      const double small = base::subtract(near.result.total.low, result.total.low)->to_double() * 10;
      EXPECT_NEAR(percent.more->low.to_double(), small, 0.12 + 0.05 * std::abs(small));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, EverySchemesCurves, testing::ValuesIn(shipped::scheme_ids()),
                         [](const auto& tested) { return shipped::test_name(tested.param); });

}  // namespace
}  // namespace jiheng::whatif
