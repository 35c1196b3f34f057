// What holds at the largest numbers a door lets in (quantity/bounds.h): everything is added, averaged and varied exactly;
// one digit more is refused with its place. No input leads to a number that is not true.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/explain/roll_up.h"
#include "engine/explain/score.h"
#include "engine/quantity/bounds.h"
#include "engine/rulebook/load.h"
#include "engine/target/parse.h"
#include "engine/whatif/curves/sweep.h"
#include "engine/whatif/overlay/overlay.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;
using base::Int128;
using shipped::context;
using shipped::schemes;

const std::string kNines(18, '9');                    // the largest whole number let in
const std::string kAllNines = kNines + "." + kNines;  // with all its places

Decimal most() { return *Decimal::parse(kNines); }

diag::Result<std::vector<model::Scorecard>> cards_of(const std::string& yaml) {
  return rulebook::scorecards_from_yaml(
      std::make_shared<const base::Source>(base::Source{"card.yaml", yaml}));
}

std::string card_text(const std::string& id, const std::string& planned, const std::string& executed,
                      const std::string& target, const std::string& actual, const std::string& marks) {
  return "  - 类型: 项目\n    编号: " + id + "\n    年度: 2023\n    方案: hubei-2023\n    项目名称: 甲\n" +
         "    预算: {单位: 万元, 预算数: " + planned + ", 执行数: " + executed + "}\n    绩效指标:\n" +
         "      - {一级: 产出指标, 二级: 数量指标, 三级: 培训人数, 目标: " + target + ", 完成: " + actual +
         ", 分值: " + marks + "}\n" +
         "      - {一级: 效益指标, 二级: 社会效益指标, 三级: 产值, 目标: \"≥50%\", 完成: \"96%\", 分值: "
         "20}\n";
}

std::string problems_of(const diag::Result<std::vector<model::Scorecard>>& result) {
  std::string out;
  for (const diag::Diagnostic& d : result.problems) {
    out += (out.empty() ? "" : " ") + d.id + "@" + std::to_string(d.place.line) + ":" +
           std::to_string(d.place.column);
  }
  return out;
}

model::Scorecard large_card(std::size_t number) {
  model::Scorecard card =
      std::move(cards_of("自评表:\n" + card_text("k" + std::to_string(number), kNines, kNines,
                                                 "≥" + kNines + "人", kNines + "人", kNines))
                    ->front());
  return card;
}

TEST(Bounds, TwoCardsOfThirtySixDigitsAreRefusedWhereTheyStand) {
  const std::string money = "9" + std::string(35, '0');
  const auto result = cards_of("自评表:\n" + card_text("k1", money, money, "≥1人", "1人", "40") +
                               card_text("k2", money, money, "≥1人", "1人", "40"));
  EXPECT_FALSE(result);
  EXPECT_EQ(problems_of(result), "L202@7:23 L202@7:66 L202@16:23 L202@16:66");
}

TEST(Bounds, TheLargestNumberIsReadAndOneDigitMoreIsNot) {
  EXPECT_EQ(problems_of(cards_of("自评表:\n" + card_text("k1", kAllNines, kNines, "≥1人", "1人", kAllNines))),
            "");
  for (const std::string& more : {"1" + std::string(18, '0'), "0." + std::string(18, '0') + "1", kNines + "9",
                                  std::string(40, '9'), "1." + std::string(40, '1')}) {
    EXPECT_EQ(problems_of(cards_of("自评表:\n" + card_text("k1", "1", "1", "≥1人", "1人", more))),
              "L202@9:61")
        << more;
    const target::Predicate cell = target::parse("≥" + more + "人", {context().units, context().words});
    EXPECT_EQ(cell.kind, target::Kind::unreadable) << more;
    ASSERT_FALSE(cell.problems.empty());
    EXPECT_EQ(cell.problems[0].id, "T106") << more;
  }
  const target::Predicate cell = target::parse(kAllNines + "亿元", {context().units, context().words});
  EXPECT_EQ(cell.kind, target::Kind::quantity);
  EXPECT_EQ(cell.value, Decimal::parse(kAllNines));
  for (const char* text : {"一万亿千", "999999999999999999千万亿元", "百分之9999999999999999999",
                           "999999999999999999成", "万分之0.000000000000000001"}) {
    const target::Predicate p = target::parse(text, {context().units, context().words});
    EXPECT_TRUE(!p.value || quantity::in_bounds(*p.value)) << text;
  }
}

TEST(Bounds, SumsAndAveragesOfTheLargestAreExact) {
  constexpr std::size_t kCards = 3000;
  std::vector<model::Scorecard> cards(kCards, large_card(1));
  for (std::size_t c = 0; c < kCards; ++c) {
    cards[c].id = "k" + std::to_string(c);
    cards[c].budget.executed->value = Decimal(static_cast<std::int64_t>(c));
  }
  for (const model::Scheme* each : schemes().all()) {
    const model::Scheme& scheme = *each;
    const auto results = explain::score(scheme, cards, context());
    Int128 executed = 0;
    Decimal weighted;
    std::size_t scored = 0;
    for (const CardResult& r : results) {
      if (!r.scored) continue;
      Decimal low = r.execution ? r.execution->score.low : Decimal(0);
      for (const IndicatorResult& row : r.indicators) low += row.score.low;
      EXPECT_TRUE(r.total.low == low || !r.cap_why.empty()) << scheme.id << " " << r.total.low.to_string();
      if (!r.execution || !r.execution->planned) continue;
      executed += r.card->budget.executed->value.coefficient();
      weighted += r.total.low;
      ++scored;
    }
    const RollUp all = explain::roll_up(results, context()).roll_up;
    if (scored == 0) continue;
    // Every card has the same budget, so the average by money is the plain one.
    EXPECT_EQ(all.budget, Decimal::of(most().coefficient() * static_cast<Int128>(scored), 0)) << scheme.id;
    EXPECT_EQ(all.executed, Decimal::of(executed, 0)) << scheme.id;
    EXPECT_EQ(all.rate, base::divide(Decimal::of(executed * 100, 0), all.budget, 2)) << scheme.id;
    ASSERT_TRUE(all.average) << scheme.id;
    EXPECT_EQ(all.average->low, *base::divide(weighted, static_cast<std::int64_t>(scored), 2)) << scheme.id;
    for (const RollUpRow& row : all.rows) {
      if (row.how != RollUpRow::How::summed || row.name != "培训人数") continue;
      EXPECT_EQ(row.target,
                Decimal::of(most().coefficient() * static_cast<Int128>(row.tables), 0).to_string() + "人");
    }
  }
}

TEST(Bounds, ALargestCardCanBeVaried) {
  const model::Scorecard card = large_card(1);
  std::size_t tried = 0;
  for (const model::Scheme* each : schemes().all()) {
    const model::Scheme& scheme = *each;
    const CardResult result = std::move(explain::score(scheme, {&card, 1}, context()).front());
    if (!result.scored) continue;
    for (const whatif::Spot& spot :
         {whatif::Spot{whatif::Spot::What::actual, {0, 0}}, whatif::Spot{whatif::Spot::What::target, {0, 0}},
          whatif::Spot{whatif::Spot::What::executed}, whatif::Spot{whatif::Spot::What::planned}}) {
      const auto dial = whatif::Dial::at(result, spot, context());
      if (!dial) continue;
      ++tried;
      const auto values =
          whatif::sweep_values("0..999999999999999999:99999999999999999", *dial, context(), {});
      EXPECT_TRUE(values) << dial->name();
      EXPECT_FALSE(whatif::sweep_values("0..1000000000000000000:100000000000000000", *dial, context(), {}));
      if (!values) continue;
      const whatif::Sweep swept = whatif::sweep(result, *dial, *values, context());
      for (const auto& point : swept.points) {
        EXPECT_GE(point.total.low, Decimal(0));
        EXPECT_LE(point.total.low, point.total.high);
      }
    }
  }
  EXPECT_GT(tried, 0U);
}

TEST(Bounds, ChangesAreBoundedToo) {
  const std::vector<model::Scorecard> cards = {large_card(1)};
  const std::vector<const model::Scorecard*> list = {cards.data()};
  const auto problem = [&](const std::string& address, const std::string& value) {
    const std::vector<whatif::Setting> settings = {{address, {}, value, {}}};
    const auto changes = whatif::changes_from(settings, list, context().units, context().words);
    return changes ? std::string() : changes.problems.front().id;
  };
  EXPECT_EQ(problem("预算.执行数", kNines), "");
  EXPECT_EQ(problem("预算.执行数", kNines + "9"), "W105");
  EXPECT_EQ(problem("预算.执行数", kNines + "亿元"), "W105");  // 10^22 万元
  EXPECT_EQ(problem("培训人数.分值", kNines), "");
  EXPECT_EQ(problem("培训人数.分值", kNines + "0"), "W105");
}

}  // namespace
}  // namespace jiheng::scoring
