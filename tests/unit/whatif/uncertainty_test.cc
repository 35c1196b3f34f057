// What is stated -> the values of a row, by hand; and every way to state it badly.
#include "engine/whatif/draws/uncertainty.h"

#include <gtest/gtest.h>

#include <memory>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"

namespace jiheng::whatif {
namespace {

template <class T>
T shipped(const std::string& name, diag::Result<T> (*read)(const std::shared_ptr<const base::Source>&)) {
  const std::string path = JIHENG_SOURCE_DIR "/rules/" + name;
  return std::move(*read(std::make_shared<const base::Source>(
      base::Source{name, base::read_file(path, rulebook::kMaxFileBytes).text})));
}

const scoring::Context& rules_context() {
  static const quantity::UnitTable units =
      shipped<quantity::UnitTable>("units.yaml", rulebook::units_from_yaml);
  static const target::WordTable words = shipped<target::WordTable>("words.yaml", rulebook::words_from_yaml);
  static const scoring::Context context{units, words};
  return context;
}

model::Scorecard card_with(const std::string& actual) {
  model::Scorecard card;
  card.year = 2023;
  card.sections.resize(1);
  card.sections[0].indicators.resize(1);
  model::Indicator& row = card.sections[0].indicators[0];
  row.name.text = "受理案件数";
  row.target.text = "≥150例";
  row.actual.text = actual;
  row.history = {{{"2021年", {}}, {"103例", {}}}, {{"2022年", {}}, {"98例", {}}}};
  card.budget.executed = model::NumberField{*base::Decimal::parse("18.5"), {}};
  return card;
}

constexpr Spot kActual{Spot::What::actual, {0, 0}};
constexpr Spot kExecuted{Spot::What::executed};

/// "140例 … 160例 x21", or the id of the first problem.
std::string values_text(const std::string& stated, const std::string& actual, const Spot& spot = kActual) {
  const auto uncertainty = uncertainty_from_text(stated, {}, rules_context());
  if (!uncertainty) return uncertainty.problems.front().id;
  const auto found = possible_values(*uncertainty, card_with(actual), spot, rules_context());
  if (!found) return found.problems.front().id;
  const std::string first = found->text(0);
  if (found->count() == 1) return first;
  return first + " … " + found->text(found->count() - 1) + " x" + std::to_string(found->count());
}

TEST(Uncertainty, AroundAMiddle) {
  EXPECT_EQ(values_text("150±10", "149例"), "140 … 160 x21");
  EXPECT_EQ(values_text("150例±10例", "149例"), "140例 … 160例 x21");
  EXPECT_EQ(values_text("150±10例", "149例"), "W140");  // the middle has no unit, the reach has
  EXPECT_EQ(values_text("150+-2", ""), "148 … 152 x5");
  EXPECT_EQ(values_text("150±0.5", ""), "149.5 … 150.5 x11");
  EXPECT_EQ(values_text("96%±2%", "96%"), "94% … 98% x5");
  EXPECT_EQ(values_text("96%±2百分点", "96%"), "94% … 98% x5");
  EXPECT_EQ(values_text("200±5%", ""), "190 … 210 x21");
  EXPECT_EQ(values_text("7.34万人±0.02万人", "7.3万人"), "7.32万人 … 7.36万人 x5");
  EXPECT_EQ(values_text("150±0", ""), "150");
}

TEST(Uncertainty, AroundTheFormsOwnValueAtItsPlaces) {
  EXPECT_EQ(values_text("±10", "150例"), "140例 … 160例 x21");
  EXPECT_EQ(values_text("±10例", "150例"), "140例 … 160例 x21");
  EXPECT_EQ(values_text("±10人", "150例"), "W140");
  EXPECT_EQ(values_text("±5%", "150例"), "143例 … 157例 x15");           // 142.5 to 157.5, whole ones
  EXPECT_EQ(values_text("±5%", "17.5万元"), "16.7万元 … 18.3万元 x17");  // 16.625 to 18.375
  EXPECT_EQ(values_text("±5%", "-4.40"), "-4.62 … -4.18 x45");
  EXPECT_EQ(values_text("±5%", "≥90%"), "≥86% … ≥94% x9");  // 85.5 to 94.5
  EXPECT_EQ(values_text("±5%", "98%"), "94% … 100% x7");    // 93.1 to 102.9: not above 100%
  EXPECT_EQ(values_text("±5%", "120%"), "114% … 126% x13");
  EXPECT_EQ(values_text("±5%", "3件"), "3件");  // 2.85 to 3.15
  EXPECT_EQ(values_text("±5%", "0起"), "0起");
  EXPECT_EQ(values_text("±5%", ""), "W141");
  EXPECT_EQ(values_text("±5%", "明显提高"), "W141");
  EXPECT_EQ(values_text("±5%", "140-160例"), "W141");
  EXPECT_EQ(values_text("±5%", "12月底前"), "W141");
  EXPECT_EQ(values_text("±5%", "约150例"), "W141");
}

TEST(Uncertainty, RangesListsAndEarlierYears) {
  EXPECT_EQ(values_text("140..160", "1例"), "140 … 160 x21");
  EXPECT_EQ(values_text("140~160例", "1例"), "140例 … 160例 x21");
  EXPECT_EQ(values_text("140-160", "1例"), "140 … 160 x21");
  EXPECT_EQ(values_text("9.5..10", ""), "9.5 … 10.0 x6");
  EXPECT_EQ(values_text("-2..2", ""), "-2 … 2 x5");
  EXPECT_EQ(values_text("103,98,110", ""), "103 … 110 x3");
  EXPECT_EQ(values_text("103例，98例、110例", ""), "103例 … 110例 x3");
  EXPECT_EQ(values_text("明显提高,有所提高", ""), "明显提高 … 有所提高 x2");
  EXPECT_EQ(values_text("150例", "1例"), "150例");
  EXPECT_EQ(values_text("近两年", "1例"), "103例 … 98例 x2");
}

TEST(Uncertainty, OfTheAmountExecuted) {
  EXPECT_EQ(values_text("±10%", "", kExecuted), "16.7 … 20.3 x37");  // 16.65 to 20.35
  EXPECT_EQ(values_text("18±1", "", kExecuted), "17 … 19 x3");
  EXPECT_EQ(values_text("17,18.5", "", kExecuted), "17 … 18.5 x2");
  EXPECT_EQ(values_text("18万元±1万元", "", kExecuted), "W140");
  EXPECT_EQ(values_text("十八,十九", "", kExecuted), "W140");
  EXPECT_EQ(values_text("近两年", "", kExecuted), "W142");
}

TEST(Uncertainty, MoreValuesThanTheLimitMakeLongerSteps) {
  EXPECT_EQ(values_text("0..19999", ""), "0 … 19999 x20000");
  EXPECT_EQ(values_text("0..20000", ""), "0 … 20000 x2001");
  EXPECT_EQ(values_text("1.234..2000001.234", ""), "100 … 2000000 x20000");
  EXPECT_EQ(values_text("12345678.90±5%", ""), "11728400 … 12962900 x12346");
}

/// All texts of up to five pieces: read or refused, never more than the limit, and every value is a text.
TEST(Uncertainty, EverySmallText) {
  const std::vector<std::string> pieces = {"1", "20", "±", ".", "%", "-", ",", "例"};
  std::vector<std::string> texts = {""};
  std::size_t used = 0;
  for (int length = 1; length <= 5; ++length) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const std::string& piece : pieces) longer.push_back(text + piece);
    }
    texts = std::move(longer);
    for (const std::string& text : texts) {
      const auto uncertainty = uncertainty_from_text(text, {}, rules_context());
      ASSERT_NE(uncertainty.value.has_value(), !uncertainty.problems.empty()) << text;
      if (!uncertainty) continue;
      for (const Spot& spot : {kActual, kExecuted}) {
        const auto found = possible_values(*uncertainty, card_with("98%"), spot, rules_context());
        ASSERT_NE(found.value.has_value(), !found.problems.empty()) << text;
        if (!found) continue;
        ASSERT_GE(found->count(), 1U) << text;
        ASSERT_LE(found->count(), kMaxValues) << text;
        ASSERT_FALSE(found->text(0).empty()) << text;
        ASSERT_FALSE(found->text(found->count() - 1).empty()) << text;
        ++used;
      }
    }
  }
  EXPECT_GT(used, 1000U);
}

TEST(Uncertainty, WhatCannotBeUsed) {
  for (const char* bad :
       {"", "±", "±-3", "约±5", "约150±10", "十几±5", "150±", "a..b", "160..140", "1..", "1,,2", "5±1±1",
        "1:3±1", "1..2..3", "±5%%", "0.00000000000000000000000000000000000000001..2"}) {
    EXPECT_EQ(values_text(bad, "150例"), "W140") << bad;
  }
  std::string long_list = "1";
  for (int i = 0; i < 1000; ++i) long_list += ",1";
  EXPECT_EQ(values_text(long_list, ""), "W140");
  const auto share = uncertainty_from_text("±5%", {}, rules_context());
  const auto target =
      possible_values(*share, card_with("1例"), {Spot::What::target, {0, 0}}, rules_context());
  EXPECT_EQ(target.problems.front().id, "W143");
  model::Scorecard without = card_with("1例");
  without.sections[0].indicators[0].history.clear();
  const auto years = uncertainty_from_text("近两年", {}, rules_context());
  EXPECT_EQ(possible_values(*years, without, kActual, rules_context()).problems.front().id, "W142");
}

}  // namespace
}  // namespace jiheng::whatif
