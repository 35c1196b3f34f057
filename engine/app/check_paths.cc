// Takes paths, gives findings. Reading and scoring are score_paths.cc's, the checks audit's.
#include "engine/app/check_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "engine/app/departments.h"
#include "engine/app/document_source.h"
#include "engine/app/waivers_from_files.h"
#include "engine/base/text.h"
#include "engine/diag/catalogue.h"
#include "engine/intake/read_document.h"

namespace jiheng::app {
namespace {

bool any_begins(const std::vector<std::string>& wanted, std::string_view id) {
  return std::any_of(wanted.begin(), wanted.end(), [id](const std::string& w) { return id.starts_with(w); });
}

std::set<std::string> documents_of(const std::vector<scoring::CardResult>& cards,
                                   const std::vector<model::Claim>& claims) {
  std::set<std::string> paths;
  for (const scoring::CardResult& card : cards) {
    if (card.card->place.source) paths.insert(card.card->place.source->name);
  }
  for (const model::Claim& claim : claims) {
    if (claim.place.source) paths.insert(claim.place.source->name);
  }
  return paths;
}

constexpr std::array kSeverities = {
    std::pair(std::string_view("error"), diag::Severity::error),
    std::pair(std::string_view("warning"), diag::Severity::warning),
    std::pair(std::string_view("note"), diag::Severity::note),
};

}  // namespace

bool Selection::has(std::string_view id) const {
  return (only.empty() || any_begins(only, id)) && !any_begins(ignore, id);
}

std::optional<std::vector<std::string>> ids_from(std::string_view list) {
  std::vector<std::string> ids;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string id(base::trimmed(list.substr(0, comma)));
    list.remove_prefix(std::min(comma + 1, list.size()));
    const auto all = diag::catalogue();
    const auto severity = std::find_if(kSeverities.begin(), kSeverities.end(),
                                       [&id](const auto& word) { return word.first == id; });
    if (severity != kSeverities.end()) {
      for (const diag::CatalogueEntry& e : all) {
        if (e.severity == severity->second) ids.emplace_back(e.id);
      }
      continue;
    }
    for (char& c : id) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    const bool known = !id.empty() && std::any_of(all.begin(), all.end(), [&](const diag::CatalogueEntry& e) {
      return e.id.starts_with(id);
    });
    if (!known) return std::nullopt;
    ids.push_back(std::move(id));
  }
  return ids;
}

namespace {

void find_in(CheckOutcome& outcome, CheckRequest request, const rulebook::Language& language) {
  const auto& cards = outcome.scored.scores.cards;
  WaiversRead waivers =
      waivers_from_files(request.waivers, documents_of(cards, outcome.scored.claims), *request.score.files);
  outcome.waivers = std::move(waivers.waivers);
  std::move(waivers.problems.begin(), waivers.problems.end(), std::back_inserter(outcome.scored.problems));
  const audit::Batch batch = audit::batch_of(cards, outcome.scored.claims, language.units, language.words,
                                             language.names, language.years);
  audit::Audit audited = audit::audit(batch, outcome.waivers);
  outcome.findings = std::move(audited.findings);
  outcome.waived = std::move(audited.waived);
  outcome.units = several_units(cards);
  const Selection& wanted = request.selection;
  std::erase_if(outcome.findings, [&](const audit::Finding& f) { return !wanted.has(f.id); });
  std::erase_if(outcome.waived, [&](const audit::Waived& w) { return !wanted.has(w.finding.id); });
  if (request.baseline) {
    std::erase_if(*request.baseline, [&](const audit::Earlier& e) { return !wanted.has(e.id); });
    outcome.comparison = audit::compare(batch, outcome.findings, outcome.waived, *request.baseline);
  }
}

CheckRequest for_all(CheckRequest request) {
  request.score.without_scheme = true;
  request.score.texts = Texts::taken;
  return request;
}

}  // namespace

results::Checked checked_of(const CheckOutcome& outcome) {
  return {outcome.scored.scores.cards, outcome.findings, outcome.waived,
          outcome.comparison ? &*outcome.comparison : nullptr, &outcome.units};
}

CheckOutcome check_paths(CheckRequest request, const rulebook::Language& language,
                         rulebook::Schemes schemes) {
  request = for_all(std::move(request));
  CheckOutcome outcome;
  outcome.scored = score_cards(request.score, language, std::move(schemes));
  find_in(outcome, std::move(request), language);
  return outcome;
}

CardsInCheck::CardsInCheck(CardsRead read, CheckRequest request, const rulebook::Language& language,
                           rulebook::Schemes schemes)
    : request_(for_all(std::move(request))),
      language_(language),
      scoring_(std::move(read), request_.score, language, std::move(schemes)) {}

CheckOutcome CardsInCheck::end() {
  CheckOutcome outcome;
  outcome.scored = scoring_.end();
  find_in(outcome, std::move(request_), language_);
  return outcome;
}

CheckOutcome check_cards(CardsRead read, CheckRequest request, const rulebook::Language& language,
                         rulebook::Schemes schemes) {
  return CardsInCheck(std::move(read), std::move(request), language, std::move(schemes)).end();
}

}  // namespace jiheng::app
