// Takes bytes with names and edits, gives tables and their results. Leaves reading, scoring and checking to app, JSON to
// the views.
#include "engine/web/desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/app/claims_in_scores.h"
#include "engine/app/departments.h"
#include "engine/app/usual_scheme.h"
#include "engine/diag/append.h"
#include "engine/explain/score.h"

namespace jiheng::web {
namespace {

bool is_own_table(const app::ReadCard& read) { return read.card.kind == model::CardKind::department; }

/// Whether the two are one card, as read: its place, else its id and title.
bool same_card(const model::Scorecard& a, const model::Scorecard& b) {
  return a.place.source == b.place.source && a.place.line == b.place.line && a.id == b.id &&
         a.title.text == b.title.text;
}

}  // namespace

Desk::Desk(const std::string& rules_folder, std::string pages_folder)
    : pages_folder_(std::move(pages_folder)) {
  rulebook::Forms forms = rulebook::load_forms(rules_folder);
  auto language = rulebook::load_language(rules_folder, forms);
  diag::append(problems_, std::move(language.problems));
  if (language) language_.emplace(std::move(*language));
  schemes_ = rulebook::load_schemes(rules_folder, std::move(forms));
}

void Desk::open(const std::vector<std::string>& paths) {
  app::CardsRead read =
      app::cards_from_paths(language_->forms, paths, std::nullopt, app::Texts::taken, 1, {}, files_);
  paths_.insert(paths_.end(), paths.begin(), paths.end());
  app::ScoreRequest request;
  request.paths = paths;
  request.files = &files_;
  diag::append(problems_, std::move(read.problems));
  diag::append(problems_, app::give_usual_schemes(read.cards, request));
  std::size_t of_documents = 0;
  for (app::ReadCard& card : read.cards) {
    if (card.printed.headings.empty()) continue;
    ++of_documents;
    if (read_tables_ == 0 || !card.card.id.starts_with('t')) continue;
    const int number = std::atoi(card.card.id.c_str() + 1);
    card.card.id = fmt::format("t{:02}", static_cast<std::size_t>(number) + read_tables_);
  }
  read_tables_ += of_documents;
  std::move(read.cards.begin(), read.cards.end(), std::back_inserter(tables_));
  std::move(read.claims.begin(), read.claims.end(), std::back_inserter(claims_));
  std::move(read.passed_over.begin(), read.passed_over.end(), std::back_inserter(passed_over_));
  std::stable_partition(tables_.begin(), tables_.end(), is_own_table);
  score_all();
}

void Desk::add(model::Scorecard card) {
  tables_.push_back({std::move(card), {}});
  std::stable_partition(tables_.begin(), tables_.end(), is_own_table);
  score_all();
}

void Desk::clear() {
  files_.clear();
  problems_.clear();
  paths_.clear();
  claims_.clear();
  passed_over_.clear();
  read_tables_ = 0;
  scored_ = {};
  number_of_result_.clear();
  changed_.clear();
  tables_.clear();
}

intake::SchemeProposal Desk::proposal_of(std::size_t number) {
  return intake::propose_scheme(tables_[number].card, tables_[number].printed, schemes_.all());
}

bool Desk::take_scheme(const std::vector<std::size_t>& numbers, const std::string& scheme) {
  const model::Scheme* found = schemes_.find(scheme);
  if (found == nullptr || !found->enabled) return false;
  for (const std::size_t number : numbers) tables_[number].card.scheme = {scheme, {}};
  score_all();
  return true;
}

const scoring::CardResult* Desk::result_of(std::size_t number) const {
  const auto found = std::find(number_of_result_.begin(), number_of_result_.end(), number);
  if (found == number_of_result_.end()) return nullptr;
  return &scored_.scores.cards[static_cast<std::size_t>(found - number_of_result_.begin())];
}

std::size_t Desk::number_of(const scoring::CardResult& result) const {
  return number_of_result_[static_cast<std::size_t>(&result - scored_.scores.cards.data())];
}

std::map<const model::Scorecard*, std::size_t> Desk::numbers_of(
    const std::vector<scoring::CardResult>& results) const {
  std::map<const model::Scorecard*, std::size_t> numbers;
  std::size_t at = 0;
  for (const scoring::CardResult& result : results) {
    while (at < tables_.size() && !same_card(tables_[at].card, *result.card)) ++at;
    numbers[result.card] = at++;
  }
  return numbers;
}

app::CardsRead Desk::cards_as_read() const {
  app::CardsRead read;
  read.cards = tables_;
  read.claims = claims_;
  read.files = paths_.size();
  return read;
}

void Desk::score_all() {
  app::ScoreRequest request;
  request.paths = paths_;
  request.files = &files_;
  scored_ = app::score_cards(cards_as_read(), request, *language_, std::move(schemes_));
  schemes_ = std::move(scored_.schemes);
  const auto number = numbers_of(scored_.scores.cards);
  scored_at_first_ = number.size();
  app::complete_scores(scored_, *language_);
  number_of_result_.clear();
  for (const scoring::CardResult& result : scored_.scores.cards)
    number_of_result_.push_back(number.at(result.card));
  changed_.clear();
}

void Desk::score_again(std::size_t number) {
  const scoring::CardResult* before = result_of(number);
  if (before == nullptr || scored_at_first_ != scored_.scores.cards.size()) return score_all();
  const std::size_t at = static_cast<std::size_t>(before - scored_.scores.cards.data());
  auto card = std::make_unique<std::vector<model::Scorecard>>(1, tables_[number].card);
  const scoring::Context context{language_->units, language_->words, 1, &language_->names};
  std::vector<scoring::CardResult> results = explain::score(*before->scheme, *card, context);
  app::add_claims(results, *language_);
  scored_.scores.cards[at] = std::move(results.front());
  changed_[number] = std::move(card);
  std::vector<diag::Diagnostic> problems;
  scored_.scores.departments =
      app::departments_of(scored_.scores.cards, {language_->units, language_->words}, problems);
}

std::vector<diag::Diagnostic> Desk::edit(std::size_t number, const Edit& edit) {
  std::optional<model::RowId> row;
  if (edit.row) {
    const scoring::CardResult* result = result_of(number);
    if (result == nullptr || *edit.row >= result->indicators.size()) return {};
    row = result->indicators[*edit.row].id;
  }
  std::vector<diag::Diagnostic> problems = put_edit(tables_[number].card, row, edit, *language_);
  if (!diag::has_errors(problems)) score_again(number);
  return problems;
}

app::CardsRead Desk::cards_as_read(const std::vector<std::size_t>& numbers) const {
  app::CardsRead read;
  for (const std::size_t number : numbers) read.cards.push_back(tables_[number]);
  read.files = numbers.size();
  return read;
}

app::CheckOutcome Desk::check(std::optional<std::vector<audit::Earlier>> baseline) {
  app::CheckRequest request;
  request.score.paths = paths_;
  request.score.files = &files_;
  request.score.command = "check";
  request.baseline = std::move(baseline);
  app::CheckOutcome outcome =
      app::check_cards(cards_as_read(), std::move(request), *language_, std::move(schemes_));
  schemes_ = std::move(outcome.scored.schemes);
  return outcome;
}

app::CheckOutcome Desk::check_others(app::CardsRead read, const std::vector<std::string>& paths) {
  app::CheckRequest request;
  request.score.paths = paths;
  request.score.files = &files_;
  request.score.command = "check";
  app::CheckOutcome outcome =
      app::check_cards(std::move(read), std::move(request), *language_, std::move(schemes_));
  schemes_ = std::move(outcome.scored.schemes);
  return outcome;
}

}  // namespace jiheng::web
