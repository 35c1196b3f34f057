// Takes paths and settings, gives scores before and after. Only changed cards are copied and scored again. Leaves finding
// figures and changing them to whatif, showing to report.
#include "engine/app/whatif_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/app/claims_in_scores.h"
#include "engine/app/departments.h"
#include "engine/app/score_by_scheme.h"
#include "engine/base/text.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

using Diagnostics = std::vector<diag::Diagnostic>;

std::vector<whatif::Setting> read_settings(const WhatifRequest& request, Diagnostics& problems) {
  std::vector<whatif::Setting> settings;
  for (const auto& source : request.settings) {
    auto setting = whatif::split_setting(source);
    append(problems, std::move(setting.problems));
    if (setting) settings.push_back(std::move(*setting));
  }
  return settings;
}

std::vector<whatif::Setting> settings_from(
    const std::vector<std::pair<model::Field, model::Field>>& entries) {
  std::vector<whatif::Setting> settings;
  settings.reserve(entries.size());
  for (const auto& [address, value] : entries) {
    settings.push_back({address.text, address.place, std::string(base::trimmed(value.text)), value.place});
  }
  return settings;
}

/// What each variation is called and changes: the scenarios, or one without a name.
struct Wanted {
  results::Variation variation;
  std::vector<whatif::Setting> settings;
};

std::vector<Wanted> read_wanted(const WhatifRequest& request, Diagnostics& problems) {
  const std::vector<whatif::Setting> settings = read_settings(request, problems);
  std::vector<Wanted> wanted;
  if (request.scenarios.empty()) wanted.push_back({{}, settings});
  for (const std::string& path : request.scenarios) {
    auto source = diag::source_from_file(path, *request.score.files);
    append(problems, std::move(source.problems));
    if (!source) continue;
    auto scenario = rulebook::scenario_from_yaml(*source);
    append(problems, std::move(scenario.problems));
    if (!scenario) continue;
    const bool twice = std::any_of(wanted.begin(), wanted.end(),
                                   [&](const Wanted& w) { return w.variation.name == scenario->name; });
    if (twice) {
      problems.push_back({"W107",
                          fmt::format("有两个情景叫“{}”", scenario->name),
                          "并排列出时分不清是哪一个。",
                          "改一个“名称”；没有写名称的，名称就是文件名。",
                          {*source}});
    }
    Wanted& one = wanted.emplace_back();
    one.variation.name = std::move(scenario->name);
    one.variation.note = std::move(scenario->note);
    one.settings = settings_from(scenario->changes);
    one.variation.uncertain = settings_from(scenario->uncertain);
    one.settings.insert(one.settings.end(), settings.begin(), settings.end());
  }
  return wanted;
}

class Varying {
 public:
  Varying(WhatifOutcome& outcome, const rulebook::Language& language, unsigned threads)
      : outcome_(outcome),
        language_(language),
        context_{language.units, language.words, threads, &language.names} {}

  /// Adds the variation with these settings, or says why there is none.
  void vary(results::Variation variation, const std::vector<whatif::Setting>& settings) {
    const std::vector<scoring::CardResult>& before = outcome_.before.scores.cards;
    auto changes = whatif::changes_from(settings, cards_of(before), language_.units, language_.words);
    append(outcome_.problems, std::move(changes.problems));
    if (!changes || !schemes_known(*changes) || diag::has_errors(outcome_.problems)) return;
    variation.changes = std::move(*changes);
    for (whatif::Change& change : variation.changes) {
      if (!change.spot) change.from = before[change.card].scheme->id;
    }
    variation.scores.cards = before;
    score_again(variation);
    Diagnostics said_before;
    variation.scores.departments = departments_of(variation.scores.cards, context_, said_before);
    for (std::size_t i = 0; i < before.size(); ++i) {
      variation.cards.push_back(whatif::difference(before[i], variation.scores.cards[i]));
    }
    outcome_.after.push_back(std::move(variation));
  }

 private:
  bool schemes_known(const std::vector<whatif::Change>& changes) {
    bool known = true;
    std::string last;
    for (const whatif::Change& change : changes) {
      if (change.spot || outcome_.before.schemes.find(change.put) != nullptr) continue;
      if (known || change.put != last) {
        outcome_.problems.push_back(
            rulebook::unknown_scheme(change.put, outcome_.before.schemes, change.place));
      }
      last = change.put;
      known = false;
    }
    return known;
  }

  void score_again(results::Variation& variation) {
    const std::vector<scoring::CardResult>& before = outcome_.before.scores.cards;
    std::vector<SchemedCard> copies;
    std::vector<std::size_t> order;                      // the card of each copy
    std::vector<std::size_t> copy_of(before.size(), 0);  // 1 for the first; 0: none
    for (const whatif::Change& change : variation.changes) {
      std::size_t& number = copy_of[change.card];
      if (number == 0) {
        copies.push_back({*before[change.card].card, before[change.card].scheme});
        order.push_back(change.card);
        number = copies.size();
      }
      SchemedCard& copy = copies[number - 1];
      whatif::apply(change, copy.card);
      if (!change.spot) copy.scheme = outcome_.before.schemes.find(change.put);
    }
    ScoredCards scored = score_by_scheme(std::move(copies), context_);
    add_claims(scored.results, language_);
    for (std::size_t i = 0; i < order.size(); ++i) {
      variation.scores.cards[order[i]] = std::move(scored.results[i]);
    }
    std::move(scored.cards.begin(), scored.cards.end(), std::back_inserter(outcome_.changed_cards));
  }

  WhatifOutcome& outcome_;
  const rulebook::Language& language_;
  scoring::Context context_;
};

WhatifOutcome vary_scores(ScoreOutcome before, const WhatifRequest& request,
                          const rulebook::Language& language) {
  WhatifOutcome outcome;
  outcome.before = std::move(before);
  std::vector<Wanted> wanted = read_wanted(request, outcome.problems);
  if (outcome.before.scores.cards.empty()) return outcome;
  Varying varying(outcome, language, request.score.threads);
  for (Wanted& one : wanted) varying.vary(std::move(one.variation), one.settings);
  if (diag::has_errors(outcome.problems)) outcome.after.clear();
  return outcome;
}

}  // namespace

const model::Scorecard* changed_card(const WhatifOutcome& outcome) {
  const results::Variation& variation = outcome.after.front();
  if (variation.changes.empty()) return nullptr;
  const std::size_t card = variation.changes.front().card;
  const bool one = std::all_of(variation.changes.begin(), variation.changes.end(),
                               [card](const whatif::Change& change) { return change.card == card; });
  return one ? variation.scores.cards[card].card : nullptr;
}

std::vector<const model::Scorecard*> cards_of(const std::vector<scoring::CardResult>& results) {
  std::vector<const model::Scorecard*> cards;
  cards.reserve(results.size());
  for (const scoring::CardResult& result : results) cards.push_back(result.card);
  return cards;
}

WhatifOutcome whatif_paths(const WhatifRequest& request, const rulebook::Language& language,
                           rulebook::Schemes schemes) {
  return vary_scores(score_paths(request.score, language, std::move(schemes)), request, language);
}

WhatifOutcome whatif_cards(CardsRead read, const WhatifRequest& request, const rulebook::Language& language,
                           rulebook::Schemes schemes) {
  ScoreOutcome before = score_cards(std::move(read), request.score, language, std::move(schemes));
  complete_scores(before, language, request.score.threads);
  return vary_scores(std::move(before), request, language);
}

}  // namespace jiheng::app
