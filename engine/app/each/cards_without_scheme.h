// engine/app/each/cards_without_scheme.h: cards that name no scheme -> one proposed for those with the same evidence, and the command
// that takes it ("jiheng score 自评.xlsx --scheme hubei-2023").
// Takes   cards as they come; of each is kept its proposal, title and place.
// Fails   C106, or C110 where they are taken without a scheme.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/cards_from_paths.h"
#include "engine/app/each/departments_first.h"
#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/intake/scheme_evidence.h"
#include "engine/rulebook/rules.h"

namespace jiheng::app {

struct ScoreRequest;

struct CardWithoutScheme {
  intake::SchemeProposal proposal;
  std::string title;
  base::Place place;
};

class CardsWithoutScheme {
 public:
  /// Request and schemes outlive this; all schemes are compiled with the first card.
  CardsWithoutScheme(const ScoreRequest& request, rulebook::Schemes& schemes)
      : request_(request), schemes_(schemes) {}
  void put(const ReadCard& card);
  /// `all_cards`: how many there are, those with a scheme too.
  std::vector<diag::Diagnostic> said(std::size_t all_cards);

 private:
  const ScoreRequest& request_;
  rulebook::Schemes& schemes_;
  std::optional<std::vector<const model::Scheme*>> candidates_;
  DepartmentsFirst<CardWithoutScheme> cards_;
};

}  // namespace jiheng::app
