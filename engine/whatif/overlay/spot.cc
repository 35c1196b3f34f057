// Takes a spot of a card. Gives its text, or the card with another one there. Leaves reading the text to scoring.
#include "engine/whatif/overlay/spot.h"

namespace jiheng::whatif {
namespace {

/// The number field of the spot; nullptr for the two that are text.
template <class Card>
auto number_at(Card& card, const Spot& spot) -> decltype(&card.budget.initial) {
  switch (spot.what) {
    case Spot::What::full_marks:
      return &row_of(card, spot.row).full_marks;
    case Spot::What::initial:
      return &card.budget.initial;
    case Spot::What::adjusted:
      return &card.budget.adjusted;
    case Spot::What::approved:
      return &card.budget.approved;
    case Spot::What::planned:
      return &card.budget.planned;
    case Spot::What::executed:
      return &card.budget.executed;
    case Spot::What::target:
    case Spot::What::actual:
      break;
  }
  return nullptr;
}

}  // namespace

std::string text_at(const model::Scorecard& card, const Spot& spot) {
  if (spot.what == Spot::What::target) return row_of(card, spot.row).target.text;
  if (spot.what == Spot::What::actual) return row_of(card, spot.row).actual.text;
  const auto* number = number_at(card, spot);
  return *number ? (*number)->value.to_string() : std::string();
}

bool put(model::Scorecard& card, const Spot& spot, const std::string& text) {
  if (spot.what == Spot::What::target) {
    row_of(card, spot.row).target.text = text;
    return true;
  }
  if (spot.what == Spot::What::actual) {
    row_of(card, spot.row).actual.text = text;
    return true;
  }
  const auto value = base::Decimal::parse(text);
  if (!value) return false;
  auto* number = number_at(card, spot);
  *number = model::NumberField{*value, *number ? (*number)->place : base::Place{}};
  return true;
}

bool put(model::Scorecard& card, const Spot& spot, const std::string& text, const base::Place& place) {
  if (!put(card, spot, text)) return false;
  if (spot.what == Spot::What::target) {
    row_of(card, spot.row).target.place = place;
  } else if (spot.what == Spot::What::actual) {
    row_of(card, spot.row).actual.place = place;
  } else {
    (*number_at(card, spot))->place = place;
  }
  return true;
}

}  // namespace jiheng::whatif
