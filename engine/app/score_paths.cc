// Takes paths, gives scored cards in a stable order: departments' own tables first, then projects, each as read; where there
// are several units, unit by unit (departments.h).
#include "engine/app/score_paths.h"

#include "engine/app/claims_in_scores.h"
#include "engine/app/departments.h"
#include "engine/app/each/schemes_of_cards.h"
#include "engine/diag/append.h"
#include "engine/scoring/score.h"

namespace jiheng::app {

std::unique_ptr<model::Scheme> scheme_without_rules() {
  auto scheme = std::make_unique<model::Scheme>();
  scheme->bare_default = scheme->bare_negative = target::BareMeaning::undetermined;
  return scheme;
}

CardsInScoring::CardsInScoring(CardsRead read, const ScoreRequest& request,
                               const rulebook::Language& language, rulebook::Schemes schemes) {
  ScoreOutcome& outcome = outcome_;
  outcome.schemes = std::move(schemes);
  outcome.no_scheme = scheme_without_rules();
  if (!request.scheme.empty() && outcome.schemes.find(request.scheme) == nullptr) {
    outcome.problems.push_back(rulebook::unknown_scheme(request.scheme, outcome.schemes, {}));
    return;
  }
  std::vector<SchemedCard> cards;
  outcome.claims = std::move(read.claims);
  outcome.files = read.files;
  outcome.inputs = std::move(read.inputs);
  outcome.problems = std::move(read.problems);
  SchemesOfCards schemes_of_cards(request, outcome.schemes, outcome.no_scheme.get());
  cards.reserve(read.cards.size());
  for (ReadCard& read_card : read.cards) {
    const model::Scheme* scheme = schemes_of_cards.take(read_card);
    if (scheme != nullptr) cards.push_back({std::move(read_card.card), scheme});
  }
  append(outcome.problems, schemes_of_cards.said());
  std::vector<ReadCard>().swap(read.cards);  // what is left of them is given back before the results are made
  const scoring::Context context{language.units, language.words, request.threads, &language.names};
  cards_.emplace(std::move(cards), context);
}

ScoreOutcome CardsInScoring::end() {
  if (cards_) {
    ScoredCards scored = cards_->end();
    outcome_.cards = std::move(scored.cards);
    outcome_.scores.cards = std::move(scored.results);
  }
  return std::move(outcome_);
}

ScoreOutcome score_cards(CardsRead read, const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes schemes) {
  return CardsInScoring(std::move(read), request, language, std::move(schemes)).end();
}

CardsRead cards_to_score(const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes& schemes) {
  if (!request.scheme.empty() && schemes.find(request.scheme) == nullptr) return {};
  return cards_from_paths(language.forms, request.paths, request.standard_input, request.texts,
                          request.threads, request.means, *request.files);
}

ScoreOutcome score_cards(const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes schemes) {
  CardsRead read = cards_to_score(request, language, schemes);
  return score_cards(std::move(read), request, language, std::move(schemes));
}

void complete_scores(ScoreOutcome& outcome, const rulebook::Language& language, unsigned threads) {
  leave_out_tables_twice(outcome.scores.cards, outcome.problems);
  add_claims(outcome.scores.cards, language);
  put_units_together(outcome.scores.cards);
  const scoring::Context context{language.units, language.words, threads};
  outcome.scores.departments = departments_of(outcome.scores.cards, context, outcome.problems);
}

ScoreOutcome score_paths(const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes schemes) {
  ScoreOutcome outcome = score_cards(request, language, std::move(schemes));
  complete_scores(outcome, language, request.threads);
  return outcome;
}

}  // namespace jiheng::app
