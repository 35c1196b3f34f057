// Takes bytes with names and edits, gives tables and their results. Leaves reading, scoring and checking to app, JSON to
// the views.
#include "engine/web/desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>
#include <utility>

#include "engine/app/claims_in_scores.h"
#include "engine/app/departments.h"
#include "engine/app/usual_scheme.h"
#include "engine/app/waivers_from_files.h"
#include "engine/diag/append.h"
#include "engine/explain/score.h"
#include "engine/web/saved_work.h"

namespace jiheng::web {
namespace {

bool is_own_table(const app::ReadCard& read) { return read.card.kind == model::CardKind::department; }

bool is_waivers_file(std::string_view path) { return path.substr(path.rfind('/') + 1) == app::kWaiversFile; }

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
  Reading now = begin_reading(paths);
  while (now.done < now.files) now = read_on(now.files - now.done);
  end_reading();
}

Reading Desk::begin_reading(const std::vector<std::string>& paths) {
  if (!waiting_.paths.empty() || scoring_) end_reading();
  before_ = before();
  std::vector<std::string> tables;
  for (const std::string& path : paths) {
    if (is_waivers_file(path)) {
      waivers_ = path;
    } else {
      auto work = unpacked_work(files_, path, decisions_);
      tables.push_back(work ? work->folder : path);
      if (work) brought_.push_back(std::move(work->brought));
    }
  }
  app::InputFiles inputs = app::input_files(tables, app::Take::scorecards_and_documents, files_);
  diag::append(problems_, std::move(inputs.problems));
  paths_.insert(paths_.end(), tables.begin(), tables.end());
  waiting_ = {std::move(tables), std::move(inputs.files)};
  waiting_.first_table = tables_.size();
  return {0, waiting_.files.size(), 0};
}

Reading Desk::read_on(std::size_t files) {
  for (std::size_t i = 0; i < files; ++i) {
    while (waiting_.opened.empty() && waiting_.next < waiting_.files.size()) {
      auto inside = app::open_input(waiting_.files[waiting_.next++], std::nullopt,
                                    app::Take::scorecards_and_documents, files_);
      std::move(inside.begin(), inside.end(), std::back_inserter(waiting_.opened));
    }
    if (waiting_.opened.empty()) break;
    app::OpenedInput input = std::move(waiting_.opened.front());
    waiting_.opened.pop_front();
    app::CardsRead read =
        app::cards_from_opened(language_->forms, std::move(input), app::Texts::taken, {}, read_tables_);
    ++waiting_.done;
    read_tables_ += read.tables;
    diag::append(problems_, std::move(read.problems));
    std::move(read.cards.begin(), read.cards.end(), std::back_inserter(tables_));
    std::move(read.claims.begin(), read.claims.end(), std::back_inserter(claims_));
    std::move(read.passed_over.begin(), read.passed_over.end(), std::back_inserter(passed_over_));
  }
  const std::size_t left = waiting_.opened.size() + waiting_.files.size() - waiting_.next;
  return {waiting_.done, waiting_.done + left, tables_.size() - waiting_.first_table};
}

Desk::Before Desk::before() const {
  return {next_key_, paths_.size(), problems_.size(), claims_.size(), passed_over_.size(), brought_.size(),
          {}};
}

void Desk::end_reading() {
  if (!scoring_) begin_scoring();
  end_scoring();
}

Scoring Desk::begin_scoring() {
  tables_of_reading();
  start_scoring();
  return score_on(0);
}

Scoring Desk::score_on(std::size_t tables) {
  if (!scoring_) return {};
  scoring_->score(tables);
  return {scoring_->done(), scoring_->all()};
}

void Desk::give_up_scoring() {
  if (!scoring_) return;
  schemes_ = scoring_->give_up();
  scoring_.reset();
  for (std::size_t i = tables_.size(); i-- > 0;) {
    if (keys_[i] < before_.key) continue;
    tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(i));
    keys_.erase(keys_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  for (auto& [key, scheme] : before_.schemes) tables_[number_of_key(key)].card.scheme = std::move(scheme);
  std::vector<std::string> brought;
  for (std::size_t i = before_.brought; i < brought_.size(); ++i) brought.push_back(brought_[i].file);
  drop_brought(brought);
  paths_.resize(before_.paths);
  problems_.erase(problems_.begin() + static_cast<std::ptrdiff_t>(before_.problems), problems_.end());
  claims_.erase(claims_.begin() + static_cast<std::ptrdiff_t>(before_.claims), claims_.end());
  passed_over_.erase(passed_over_.begin() + static_cast<std::ptrdiff_t>(before_.passed_over),
                     passed_over_.end());
}

void Desk::tables_of_reading() {
  app::ScoreRequest request;
  request.paths = waiting_.paths;
  request.files = &files_;
  const auto first = tables_.begin() + static_cast<std::ptrdiff_t>(waiting_.first_table);
  std::vector<app::ReadCard> fresh(std::make_move_iterator(first), std::make_move_iterator(tables_.end()));
  diag::append(problems_, app::give_usual_schemes(fresh, request));
  std::move(fresh.begin(), fresh.end(), first);
  waiting_ = {};
  departments_first();
}

void Desk::departments_first() {
  while (keys_.size() < tables_.size()) keys_.push_back(next_key_++);
  std::vector<std::size_t> order(tables_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    const bool own = is_own_table(tables_[a]);
    return own == is_own_table(tables_[b]) ? keys_[a] < keys_[b] : own;
  });
  std::vector<app::ReadCard> tables;
  std::vector<std::size_t> keys;
  tables.reserve(order.size());
  for (const std::size_t i : order) {
    tables.push_back(std::move(tables_[i]));
    keys.push_back(keys_[i]);
  }
  tables_ = std::move(tables);
  keys_ = std::move(keys);
}

std::optional<std::size_t> Desk::add(model::Scorecard card) {
  if (!waiting_.paths.empty() || scoring_) end_reading();
  const auto taken = [this](const auto& is) {
    return std::any_of(tables_.begin(), tables_.end(), [&](const app::ReadCard& t) { return is(t.card); });
  };
  const std::string title = card.title.empty() ? "新项目" : card.title.text;
  card.title.text = title;
  for (int i = 2; card.kind == model::CardKind::project && taken([&](const auto& c) {
                    return c.title.text == card.title.text && c.year == card.year;
                  });
       ++i)
    card.title.text = fmt::format("{} {}", title, i);
  int number = 1;
  do card.id = fmt::format("新{:02}", number++);
  while (taken([&](const auto& c) { return c.id == card.id; }));
  Step step;
  step.key = next_key_;
  step.added = card;
  tables_.push_back({std::move(card), {}});
  departments_first();
  score_all();
  const std::size_t at = number_of_key(step.key);
  if (result_of(at) == nullptr) {
    erase_table(at);
    return std::nullopt;
  }
  history_.record(std::move(step));
  return at;
}

std::size_t Desk::number_of_key(std::size_t key) const {
  return static_cast<std::size_t>(std::find(keys_.begin(), keys_.end(), key) - keys_.begin());
}

void Desk::erase_table(std::size_t number) {
  tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(number));
  keys_.erase(keys_.begin() + static_cast<std::ptrdiff_t>(number));
  score_all();
}

void Desk::clear() {
  files_.clear();
  problems_.clear();
  paths_.clear();
  waivers_.clear();
  claims_.clear();
  passed_over_.clear();
  read_tables_ = 0;
  scored_ = {};
  number_of_result_.clear();
  changed_.clear();
  tables_.clear();
  keys_.clear();
  history_.clear();
  brought_.clear();
  waiting_ = {};
}

intake::SchemeProposal Desk::proposal_of(std::size_t number) {
  return intake::propose_scheme(tables_[number].card, tables_[number].printed, schemes_.all());
}

std::optional<Scoring> Desk::begin_scheme(const std::vector<std::size_t>& numbers,
                                          const std::string& scheme) {
  const model::Scheme* found = schemes_.find(scheme);
  if (found == nullptr || !found->enabled) return std::nullopt;
  before_ = before();
  for (const std::size_t number : numbers) {
    before_.schemes.emplace_back(keys_[number], tables_[number].card.scheme);
    tables_[number].card.scheme = {scheme, {}};
  }
  start_scoring();
  return score_on(0);
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
  start_scoring();
  end_scoring();
}

void Desk::start_scoring() {
  app::ScoreRequest request;
  request.paths = paths_;
  request.files = &files_;
  scoring_.emplace(cards_as_read(), request, *language_, std::move(schemes_));
}

void Desk::end_scoring() {
  if (!scoring_) return;
  scored_ = scoring_->end();
  scoring_.reset();
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

app::CardsRead Desk::cards_as_read(const std::vector<std::size_t>& numbers) const {
  app::CardsRead read;
  for (const std::size_t number : numbers) read.cards.push_back(tables_[number]);
  read.files = numbers.size();
  return read;
}

app::CheckRequest Desk::check_request(const std::vector<std::string>& paths) const {
  app::CheckRequest request;
  request.score.paths = paths;
  request.score.files = &files_;
  request.score.command = "check";
  request.waivers = waivers_;
  return request;
}

std::string Desk::waivers_of(std::size_t number) const {
  if (!waivers_.empty()) return files_.exists(waivers_) ? waivers_ : std::string();
  const base::Place& place = tables_[number].card.place;
  if (!place.source) return {};
  std::string path = app::waivers_beside(place.source->name, files_);
  return files_.exists(path) ? path : std::string();
}

app::CheckOutcome Desk::check(std::optional<std::vector<audit::Earlier>> baseline) {
  if (baseline) drop_check();
  if (!checking_) {
    app::CheckRequest request = check_request(paths_);
    request.baseline = std::move(baseline);
    checking_.emplace(cards_as_read(), std::move(request), *language_, std::move(schemes_));
  }
  app::CheckOutcome outcome = checking_->end();
  checking_.reset();
  schemes_ = std::move(outcome.scored.schemes);
  return outcome;
}

Scoring Desk::begin_check() {
  drop_check();
  checking_.emplace(cards_as_read(), check_request(paths_), *language_, std::move(schemes_));
  return check_on(0);
}

Scoring Desk::check_on(std::size_t tables) {
  if (!checking_) return {};
  if (tables > 0) checking_->step(tables);
  return {checking_->done(), checking_->all(), checking_->families_done(), audit::AuditInSteps::all()};
}

void Desk::drop_check() {
  if (checking_) schemes_ = checking_->give_up();
  checking_.reset();
}

app::CheckOutcome Desk::check_others(app::CardsRead read, const std::vector<std::string>& paths) {
  app::CheckOutcome outcome =
      app::check_cards(std::move(read), check_request(paths), *language_, std::move(schemes_));
  schemes_ = std::move(outcome.scored.schemes);
  return outcome;
}

}  // namespace jiheng::web
