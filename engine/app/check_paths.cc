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

CardsInCheck::CardsInCheck(CardsRead read, CheckRequest request, const rulebook::Language& language,
                           rulebook::Schemes schemes)
    : request_(for_all(std::move(request))),
      language_(language),
      scoring_(std::move(read), request_.score, language, std::move(schemes)),
      all_(scoring_.all()) {}

void CardsInCheck::begin_audit() {
  outcome_.scored = scoring_.end();
  const auto& cards = outcome_.scored.scores.cards;
  WaiversRead waivers = waivers_from_files(request_.waivers, documents_of(cards, outcome_.scored.claims),
                                           *request_.score.files);
  outcome_.waivers = std::move(waivers.waivers);
  std::move(waivers.problems.begin(), waivers.problems.end(), std::back_inserter(outcome_.scored.problems));
  batch_.emplace(audit::batch_of(cards, outcome_.scored.claims, language_.units, language_.words,
                                 language_.names, language_.years));
  audit_.emplace(*batch_, outcome_.waivers);
}

void CardsInCheck::step(std::size_t most) {
  if (audit_) {
    audit_->step();
  } else if (scoring_.done() < scoring_.all()) {
    scoring_.score(most);
  } else {
    begin_audit();
  }
}

CheckOutcome CardsInCheck::end() {
  if (!audit_) begin_audit();
  audit::Audit audited = audit_->end();
  outcome_.findings = std::move(audited.findings);
  outcome_.waived = std::move(audited.waived);
  outcome_.units = several_units(outcome_.scored.scores.cards);
  const Selection& wanted = request_.selection;
  std::erase_if(outcome_.findings, [&](const audit::Finding& f) { return !wanted.has(f.id); });
  std::erase_if(outcome_.waived, [&](const audit::Waived& w) { return !wanted.has(w.finding.id); });
  if (request_.baseline) {
    std::erase_if(*request_.baseline, [&](const audit::Earlier& e) { return !wanted.has(e.id); });
    outcome_.comparison = audit::compare(*batch_, outcome_.findings, outcome_.waived, *request_.baseline);
  }
  return std::move(outcome_);
}

rulebook::Schemes CardsInCheck::give_up() {
  return audit_ ? std::move(outcome_.scored.schemes) : scoring_.give_up();
}

CheckOutcome check_paths(CheckRequest request, const rulebook::Language& language,
                         rulebook::Schemes schemes) {
  request = for_all(std::move(request));
  CardsRead read = cards_to_score(request.score, language, schemes);
  return check_cards(std::move(read), std::move(request), language, std::move(schemes));
}

CheckOutcome check_cards(CardsRead read, CheckRequest request, const rulebook::Language& language,
                         rulebook::Schemes schemes) {
  return CardsInCheck(std::move(read), std::move(request), language, std::move(schemes)).end();
}

}  // namespace jiheng::app
