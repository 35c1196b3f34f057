// engine/app/score_paths.h: scorecards and documents -> scored cards and the summaries of their departments.
// Takes   what cards_from_paths.h takes; the bytes of standard input for "-".
// Fails   as that; C106 no such scheme or none named (then a scheme is proposed, with its evidence, and not applied), C107,
//         C112 (departments.h). What is wrong in one file takes only that file away.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/cards_from_paths.h"
#include "engine/app/score_by_scheme.h"
#include "engine/base/file_store.h"
#include "engine/results/scores.h"
#include "engine/rulebook/language.h"
#include "engine/rulebook/rules.h"

namespace jiheng::app {

struct ScoreRequest {
  std::vector<std::string> paths;
  std::optional<std::string> standard_input;  ///< the text of "-", where it is among the paths
  std::string scheme;                         ///< for every card; empty: the one each names
  unsigned threads = 1;
  Texts texts = Texts::left;
  /// Cards that name no scheme are taken too, under one without an id, clauses and marks (audit/batch.h).
  bool without_scheme = false;
  std::string command = "score";  ///< named where a message says what to run
  std::string usual_scheme =
      {};  ///< of the environment, for cards that name none and whose folder names none
  Means means = {};
  const base::FileStore* files = &base::disk();  ///< that the paths name; outlives the job
};

/// The results point into the cards and schemes beside them: moving the whole is safe, copying is not
/// possible.
struct ScoreOutcome {
  rulebook::Schemes schemes;
  std::unique_ptr<model::Scheme> no_scheme;                           ///< of the cards that name none
  std::vector<std::unique_ptr<std::vector<model::Scorecard>>> cards;  ///< by scheme
  results::Scores scores;
  std::vector<model::Claim> claims;  ///< where they were asked for
  std::vector<diag::Diagnostic> problems;
  std::size_t files = 0;           ///< read
  std::vector<InputTally> inputs;  ///< in the order read, those that could not be too
};

/// Compares what can be compared without a scheme: a target without a sign is left open, nothing is asked for.
std::unique_ptr<model::Scheme> scheme_without_rules();

/// What the request names, read; nothing where it asks for a scheme that nobody has.
CardsRead cards_to_score(const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes& schemes);
/// The cards scored, without the departments' summaries: what score and check begin with.
ScoreOutcome score_cards(const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes schemes);
/// Cards that were read already, scored so many at a time, so that whoever waits can be told how far it is, and can stop.
class CardsInScoring {
 public:
  /// Of the request, `paths` are not read again.
  CardsInScoring(CardsRead read, const ScoreRequest& request, const rulebook::Language& language,
                 rulebook::Schemes schemes);

  std::size_t done() const { return cards_ ? cards_->done() : 0; }
  std::size_t all() const { return cards_ ? cards_->all() : 0; }
  void score(std::size_t most) {
    if (cards_) cards_->score(most);
  }
  /// With the rest.
  ScoreOutcome end();
  /// Nothing comes of it.
  rulebook::Schemes give_up() { return std::move(outcome_.schemes); }

 private:
  ScoreOutcome outcome_;
  std::optional<CardsByScheme> cards_;  ///< none where there is no such scheme
};

/// The same of cards that were read already; of the request, `paths` are not read again.
ScoreOutcome score_cards(CardsRead read, const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes schemes);

/// What score gives beyond that: each table counted once, what each claims (claims_in_scores.h), the units one behind the
/// other with the summaries of their departments.
void complete_scores(ScoreOutcome& outcome, const rulebook::Language& language, unsigned threads = 1);

/// Both.
ScoreOutcome score_paths(const ScoreRequest& request, const rulebook::Language& language,
                         rulebook::Schemes schemes);

}  // namespace jiheng::app
