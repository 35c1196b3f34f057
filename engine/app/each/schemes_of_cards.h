// engine/app/each/schemes_of_cards.h: cards as they come -> the scheme each is scored by: --scheme, the one it names, the usual one.
// Takes   cards in the order read.
// Fails   C106 no such scheme or none named (one is proposed, cards_without_scheme.h), C113 and C119 which one was taken.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/each/cards_without_scheme.h"
#include "engine/app/each/departments_first.h"
#include "engine/app/usual_scheme.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/scorecard.h"
#include "engine/rulebook/rules.h"

namespace jiheng::app {

class SchemesOfCards {
 public:
  /// All of them outlive this. `no_scheme`: of cards that name none, where the request takes them.
  SchemesOfCards(const ScoreRequest& request, rulebook::Schemes& schemes, const model::Scheme* no_scheme);
  /// nullptr: it cannot be scored, and is among what is said.
  const model::Scheme* take(ReadCard& read);
  /// In the order of departments_first.h.
  std::vector<diag::Diagnostic> said();

 private:
  /// The first card of a kind that names another scheme than --scheme.
  struct Other {
    std::string title;
    model::Field scheme;
  };
  void say_other_schemes(std::vector<diag::Diagnostic>& problems) const;

  const ScoreRequest& request_;
  rulebook::Schemes& schemes_;
  const model::Scheme* no_scheme_;
  std::size_t cards_ = 0;
  UsualSchemes usual_;
  CardsWithoutScheme without_;
  DepartmentsFirst<diag::Diagnostic> unknown_;
  std::array<std::optional<Other>, 2> others_;  ///< of departments, of projects
  std::size_t other_cards_ = 0;
};

}  // namespace jiheng::app
