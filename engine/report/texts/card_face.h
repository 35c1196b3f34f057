// engine/report/texts/card_face.h: a face of scores that is made card by card, so that not all of them need be at hand.
// Takes   scored cards, then the departments they make.
// Gives   pieces: opening, the cards with `between` between them, closing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/texts/sink.h"
#include "engine/results/scores.h"

namespace jiheng::report {

struct CardFace {
  std::string (*opening)();
  std::string (*card)(const scoring::CardResult& card);  ///< on any thread
  std::string_view between;
  std::string (*closing)(bool any_card, const std::vector<results::DepartmentScores>& departments);
};

/// Of scores that are all at hand.
inline void put_scores(const CardFace& face, const results::Scores& scores, const Sink& out) {
  out(face.opening());
  for (const scoring::CardResult& card : scores.cards) {
    if (&card != &scores.cards.front()) out(face.between);
    out(face.card(card));
  }
  out(face.closing(!scores.cards.empty(), scores.departments));
}

}  // namespace jiheng::report
