// Takes paths, gives the text of each card in the order of score_paths. Its steps are those of score_paths, a part of the files
// at a time; what looks at all cards together looks at what was kept of them.
#include "engine/app/each/score_each.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "engine/app/claims_in_scores.h"
#include "engine/app/departments.h"
#include "engine/app/each/departments_first.h"
#include "engine/app/each/schemes_of_cards.h"
#include "engine/app/input_files.h"
#include "engine/base/parallel.h"
#include "engine/diag/append.h"

namespace jiheng::app {
namespace {

using scoring::CardResult;

constexpr std::size_t kCardsAtATime = 512;  ///< an archive may hold many
constexpr std::size_t kCardsOfAThread = 16;

class EachCard {
 public:
  EachCard(const ScoreRequest& request, const rulebook::Language& language, rulebook::Schemes schemes,
           const EachText& text)
      : request_(request),
        language_(language),
        context_{language.units, language.words, request.threads, &language.names},
        text_(text),
        kept_(context_) {
    out_.outcome.schemes = std::move(schemes);
    out_.outcome.no_scheme = scheme_without_rules();
  }

  EachScored score(std::size_t files_at_a_time) {
    ScoreOutcome& outcome = out_.outcome;
    if (!request_.scheme.empty() && outcome.schemes.find(request_.scheme) == nullptr) {
      outcome.problems.push_back(rulebook::unknown_scheme(request_.scheme, outcome.schemes, {}));
      return std::move(out_);
    }
    InputFiles inputs = input_files(request_.paths, Take::scorecards_and_documents, *request_.files);
    outcome.problems = std::move(inputs.problems);
    SchemesOfCards schemes(request_, outcome.schemes, outcome.no_scheme.get());
    const std::span<const InputFile> files = inputs.files;
    for (std::size_t at = 0; at < files.size(); at += files_at_a_time) {
      const auto part = files.subspan(at, std::min(files_at_a_time, files.size() - at));
      read(part, at, files.size(), schemes);
    }
    append(outcome.problems, schemes.said());
    append(outcome.problems, twice_.take());
    put_together();
    return std::move(out_);
  }

 private:
  void read(std::span<const InputFile> part, std::size_t before, std::size_t all, SchemesOfCards& schemes) {
    Means means = request_.means;
    if (means.progress) {
      means.progress = [this, before, all, files = part.size()](std::size_t done, std::size_t known) {
        request_.means.progress(before + done, all + (known - files));
      };
    }
    ScoreOutcome& outcome = out_.outcome;
    CardsRead read = cards_from_files(language_.forms, {part.begin(), part.end()}, request_.standard_input,
                                      request_.texts, request_.threads, means, *request_.files, tables_);
    tables_ += read.tables;
    outcome.files += read.files;
    append(outcome.problems, std::move(read.problems));
    for (InputTally& input : read.inputs) {  // of scorecards nothing is said
      if (!input.scorecards) outcome.inputs.push_back(std::move(input));
    }
    std::vector<SchemedCard> cards;
    for (ReadCard& card : read.cards) {
      const model::Scheme* scheme = schemes.take(card);
      if (scheme == nullptr || !take_once(card.card)) continue;
      cards.push_back({std::move(card.card), scheme});
      if (cards.size() == kCardsAtATime) score_cards(std::exchange(cards, {}));
    }
    score_cards(std::move(cards));
  }

  bool take_once(const model::Scorecard& card) {
    const bool first = once_.take(card);
    for (diag::Diagnostic& d : once_.said()) twice_.put(card.kind, std::move(d));
    return first;
  }

  void score_cards(std::vector<SchemedCard> schemed) {
    ScoredCards scored = score_by_scheme(std::move(schemed), context_);
    const std::span<CardResult> results = scored.results;
    std::vector<std::string> texts(results.size());
    const std::size_t pieces = (results.size() + kCardsOfAThread - 1) / kCardsOfAThread;
    base::in_parallel(pieces, request_.threads, [&](std::size_t piece) {
      const std::size_t from = piece * kCardsOfAThread;
      const std::size_t end = std::min(from + kCardsOfAThread, results.size());
      add_claims(results.subspan(from, end - from), language_);
      for (std::size_t i = from; i < end; ++i) texts[i] = text_.of(results[i]);
    });
    for (std::size_t i = 0; i < results.size(); ++i) {
      text_.keep(std::move(texts[i]));
      units_.push_back(unit_card(results[i], kept_.keep(results[i])));
      put_ids(results[i].findings);
      if (results[i].execution) put_ids(results[i].execution->findings);
      for (const scoring::IndicatorResult& row : results[i].indicators) put_ids(row.findings);
    }
  }

  void put_ids(const std::vector<diag::Diagnostic>& findings) {
    for (const diag::Diagnostic& d : findings) {
      if (out_.ids.find(d.id) == out_.ids.end()) out_.ids.insert(d.id);
    }
  }

  /// The number of a card is the same among the texts, in units_ and in kept_.
  void put_together() {
    DepartmentsFirst<UnitCard> in_order;
    for (UnitCard& card : units_) {
      const auto kind = card.own ? model::CardKind::department : model::CardKind::project;
      in_order.put(kind, std::move(card));
    }
    std::vector<UnitCard> cards = in_order.take();
    std::vector<UnitCard> sorted;
    sorted.reserve(cards.size());
    for (const std::size_t i : units_together(cards)) sorted.push_back(std::move(cards[i]));
    for (const UnitCard& card : sorted) out_.cards.push_back(card.kept);
    ScoreOutcome& outcome = out_.outcome;
    outcome.scores.departments = departments_of(sorted, kept_, outcome.problems);
    for (const results::DepartmentScores& department : outcome.scores.departments)
      put_ids(department.findings);
  }

  const ScoreRequest& request_;
  const rulebook::Language& language_;
  scoring::Context context_;
  const EachText& text_;
  EachScored out_;
  std::size_t tables_ = 0;  ///< of documents, so far
  EachTableOnce once_;
  DepartmentsFirst<diag::Diagnostic> twice_;
  explain::RollUps kept_;
  std::vector<UnitCard> units_;
};

}  // namespace

EachScored score_each(const ScoreRequest& request, const rulebook::Language& language,
                      rulebook::Schemes schemes, const EachText& text, std::size_t files_at_a_time) {
  return EachCard(request, language, std::move(schemes), text).score(files_at_a_time);
}

}  // namespace jiheng::app
