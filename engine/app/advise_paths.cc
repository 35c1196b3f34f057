// Takes paths, gives advice. Reading and scoring are score_paths.cc's, matching and judging audit's, advising whatif's.
#include "engine/app/advise_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/base/text.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

/// Cards that name no unit are of the one the others name; where those name several, nothing is taken for granted.
void give_unit_names(const std::vector<ScoreOutcome*>& outcomes) {
  std::set<std::string_view> names;
  for (const ScoreOutcome* outcome : outcomes) {
    for (const auto& cards : outcome->cards) {
      for (const model::Scorecard& card : *cards) names.insert(base::trimmed(card.unit_name.text));
    }
  }
  if (!names.contains("") || names.size() > 2) return;
  const std::string name(names.size() == 2 ? *names.rbegin() : "本单位");
  for (ScoreOutcome* outcome : outcomes) {
    for (const auto& cards : outcome->cards) {
      for (model::Scorecard& card : *cards) {
        if (base::trimmed(card.unit_name.text).empty()) card.unit_name.text = name;
      }
    }
  }
}

void check_years(const ScoreOutcome& history, const ScoreOutcome& targets,
                 std::vector<diag::Diagnostic>& problems) {
  int newest = 0;
  for (const scoring::CardResult& result : targets.scores.cards) {
    const model::Scorecard& card = *result.card;
    newest = std::max(newest, card.year.value_or(0));
    if (card.year) continue;
    problems.push_back({"W162", fmt::format("目标表“{}”没有写年度", card.title.text),
                        "不知道哪些是它以前的年度。", "在表里写“年度: 2024”。", card.place});
  }
  for (const scoring::CardResult& result : history.scores.cards) {
    const model::Scorecard& card = *result.card;
    if (card.year && (*card.year < newest || newest == 0)) continue;
    problems.push_back({"W162",
                        card.year
                            ? fmt::format("“{}”是 {} 年的，不比目标的年度早", card.title.text, *card.year)
                            : fmt::format("以前年度的表“{}”没有写年度", card.title.text),
                        "这张表没有用上。", "--history 后面写以前年度的表，表里写明年度。", card.place});
  }
}

void advise_scores(AdviseOutcome& outcome, const AdviseRequest& request, const rulebook::Language& language) {
  std::vector<model::MatchChoice> choices;
  if (!request.choices.empty()) {
    auto source = diag::source_from_file(request.choices, *request.targets.files);
    auto read = source ? rulebook::match_choices_from_yaml(*source)
                       : diag::Result<std::vector<model::MatchChoice>>(std::move(source.problems));
    append(outcome.problems, std::move(read.problems));
    if (!read) return;
    choices = std::move(*read);
  }
  give_unit_names({&outcome.history, &outcome.targets});
  check_years(outcome.history, outcome.targets, outcome.problems);
  std::vector<scoring::CardResult> all = outcome.history.scores.cards;
  std::vector<bool> is_target(all.size(), false);
  const auto& targets = outcome.targets.scores.cards;
  all.insert(all.end(), targets.begin(), targets.end());
  is_target.resize(all.size(), true);
  const audit::Batch batch =
      audit::batch_of(all, {}, language.units, language.words, language.names, language.years);
  const scoring::Context context{language.units, language.words, request.targets.threads, &language.names};
  whatif::AdviceOutcome advice = whatif::advise(batch, is_target, choices, context);
  outcome.items = std::move(advice.items);
  append(outcome.problems, std::move(advice.problems));
}

}  // namespace

AdviseOutcome advise_paths(const AdviseRequest& request, const rulebook::Language& language,
                           rulebook::Schemes of_history, rulebook::Schemes of_targets) {
  AdviseOutcome outcome;
  outcome.history = score_cards(request.history, language, std::move(of_history));
  outcome.targets = score_cards(request.targets, language, std::move(of_targets));
  advise_scores(outcome, request, language);
  return outcome;
}

AdviseOutcome advise_cards(CardsRead history, CardsRead targets, const AdviseRequest& request,
                           const rulebook::Language& language, rulebook::Schemes schemes) {
  AdviseOutcome outcome;
  outcome.history = score_cards(std::move(history), request.history, language, std::move(schemes));
  outcome.targets =
      score_cards(std::move(targets), request.targets, language, std::move(outcome.history.schemes));
  advise_scores(outcome, request, language);
  return outcome;
}

}  // namespace jiheng::app
