// Takes paths, gives scored cards in a stable order: departments' own tables first, then projects, each as read; where there
// are several units, unit by unit (departments.h).
#include "engine/app/score_paths.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/app/claims_in_scores.h"
#include "engine/app/departments.h"
#include "engine/app/usual_scheme.h"
#include "engine/diag/append.h"
#include "engine/scoring/score.h"

namespace jiheng::app {
namespace {

using Diagnostics = std::vector<diag::Diagnostic>;

/// nullptr, and why, where the card cannot be scored by any.
const model::Scheme* scheme_of(const model::Scorecard& card, const ScoreRequest& request,
                               ScoreOutcome& outcome) {
  if (!request.scheme.empty()) return outcome.schemes.find(request.scheme);
  if (card.scheme.empty() && request.without_scheme) return outcome.no_scheme.get();
  if (card.scheme.empty()) return nullptr;  // said once for all of them
  const model::Scheme* scheme = outcome.schemes.find(card.scheme.text);
  if (scheme == nullptr) {
    outcome.problems.push_back(
        rulebook::unknown_scheme(card.scheme.text, outcome.schemes, card.scheme.place));
  } else if (!scheme->enabled) {
    outcome.problems.push_back({"C106", fmt::format("方案“{}”没有核实，默认停用", scheme->id),
                                "它的规则没有见到原文，只在写明时使用。",
                                fmt::format("确实要用，加 --scheme {}。", scheme->id), card.scheme.place});
    scheme = nullptr;
  }
  return scheme;
}

/// Compares what can be compared without a scheme: a target without a sign is left open, nothing is asked for.
std::unique_ptr<model::Scheme> scheme_without_rules() {
  auto scheme = std::make_unique<model::Scheme>();
  scheme->bare_default = scheme->bare_negative = target::BareMeaning::undetermined;
  return scheme;
}

/// --scheme goes before what tables say: said once for all that say something else. C119.
void say_other_schemes(const std::vector<ReadCard>& cards, const ScoreRequest& request,
                       Diagnostics& problems) {
  const model::Scorecard* first = nullptr;
  std::size_t count = 0;
  for (const ReadCard& read : cards) {
    if (read.card.scheme.empty() || read.card.scheme.text == request.scheme) continue;
    if (count++ == 0) first = &read.card;
  }
  if (first == nullptr) return;
  const std::string tables =
      count == 1
          ? fmt::format("“{}”写的方案是 {}", first->title.text, first->scheme.text)
          : fmt::format("“{}”等 {} 张表写的方案是 {} 等", first->title.text, count, first->scheme.text);
  problems.push_back({"C119", fmt::format("{}，这里按命令行的 {} 计分", tables, request.scheme),
                      "命令行的 --scheme 优先。", "要按表里写的算，去掉 --scheme。", first->scheme.place});
}

}  // namespace

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
  if (request.scheme.empty()) {
    append(outcome.problems, give_usual_schemes(read.cards, request));
    append(outcome.problems, no_scheme_named(read.cards, outcome.schemes, request));
  } else {
    say_other_schemes(read.cards, request, outcome.problems);
  }
  cards.reserve(read.cards.size());
  for (ReadCard& read_card : read.cards) {
    const model::Scheme* scheme = scheme_of(read_card.card, request, outcome);
    if (scheme != nullptr) cards.push_back({std::move(read_card.card), scheme});
  }
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
