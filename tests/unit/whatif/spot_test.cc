// Figures of a card read and put, each on its own.
#include "engine/whatif/overlay/spot.h"

#include <gtest/gtest.h>

namespace jiheng::whatif {
namespace {

model::Scorecard card_of_one_row() {
  model::Scorecard card;
  card.sections.resize(1);
  card.sections[0].indicators.resize(2);
  card.sections[0].indicators[1].target.text = "≥250件";
  card.sections[0].indicators[1].full_marks = model::NumberField{base::Decimal(10), {}};
  card.budget.planned = model::NumberField{base::Decimal(20), {}};
  return card;
}

TEST(Spot, TextsAreReadAndPut) {
  model::Scorecard card = card_of_one_row();
  const Spot target{Spot::What::target, {0, 1}};
  EXPECT_EQ(text_at(card, target), "≥250件");
  EXPECT_TRUE(put(card, target, "≥180例"));
  EXPECT_EQ(text_at(card, target), "≥180例");
  EXPECT_EQ(text_at(card, {Spot::What::actual, {0, 1}}), "");
}

TEST(Spot, NumbersAreReadAndPut) {
  model::Scorecard card = card_of_one_row();
  EXPECT_EQ(text_at(card, {Spot::What::full_marks, {0, 1}}), "10");
  EXPECT_EQ(text_at(card, {Spot::What::executed}), "");
  EXPECT_TRUE(put(card, {Spot::What::executed}, "17.5"));
  EXPECT_EQ(text_at(card, {Spot::What::executed}), "17.5");
  EXPECT_EQ(text_at(card, {Spot::What::planned}), "20");
}

TEST(Spot, WhatIsNoNumberChangesNothing) {
  model::Scorecard card = card_of_one_row();
  EXPECT_FALSE(put(card, {Spot::What::planned}, "二十"));
  EXPECT_EQ(text_at(card, {Spot::What::planned}), "20");
}

}  // namespace
}  // namespace jiheng::whatif
