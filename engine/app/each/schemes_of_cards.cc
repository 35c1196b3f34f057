// Takes cards, says by which scheme each is scored. Leaves scoring to score_paths and score_each.
#include "engine/app/each/schemes_of_cards.h"

#include <fmt/format.h>

#include "engine/app/score_paths.h"
#include "engine/diag/append.h"

namespace jiheng::app {

SchemesOfCards::SchemesOfCards(const ScoreRequest& request, rulebook::Schemes& schemes,
                               const model::Scheme* no_scheme)
    : request_(request),
      schemes_(schemes),
      no_scheme_(no_scheme),
      usual_(request),
      without_(request, schemes) {}

const model::Scheme* SchemesOfCards::take(ReadCard& read) {
  model::Scorecard& card = read.card;
  ++cards_;
  if (!request_.scheme.empty()) {
    std::optional<Other>& other = others_[card.kind == model::CardKind::department ? 0 : 1];
    if (!card.scheme.empty() && card.scheme.text != request_.scheme) {
      ++other_cards_;
      if (!other) other = {card.title.text, card.scheme};
    }
    return schemes_.find(request_.scheme);
  }
  if (card.scheme.empty()) usual_.give(card);
  if (card.scheme.empty()) {
    without_.put(read);
    return request_.without_scheme ? no_scheme_ : nullptr;
  }
  const model::Scheme* scheme = schemes_.find(card.scheme.text);
  if (scheme == nullptr) {
    unknown_.put(card.kind, rulebook::unknown_scheme(card.scheme.text, schemes_, card.scheme.place));
  } else if (!scheme->enabled) {
    unknown_.put(card.kind, {"C106", fmt::format("方案“{}”没有核实，默认停用", scheme->id),
                             "它的规则没有见到原文，只在写明时使用。",
                             fmt::format("确实要用，加 --scheme {}。", scheme->id), card.scheme.place});
    scheme = nullptr;
  }
  return scheme;
}

std::vector<diag::Diagnostic> SchemesOfCards::said() {
  std::vector<diag::Diagnostic> problems = usual_.said();
  diag::append(problems, without_.said(cards_));
  say_other_schemes(problems);
  diag::append(problems, unknown_.take());
  return problems;
}

/// --scheme goes before what tables say: said once for all that say something else. C119.
void SchemesOfCards::say_other_schemes(std::vector<diag::Diagnostic>& problems) const {
  if (other_cards_ == 0) return;
  const Other& first = others_[0] ? *others_[0] : *others_[1];
  const std::string tables =
      other_cards_ == 1
          ? fmt::format("“{}”写的方案是 {}", first.title, first.scheme.text)
          : fmt::format("“{}”等 {} 张表写的方案是 {} 等", first.title, other_cards_, first.scheme.text);
  problems.push_back({"C119", fmt::format("{}，这里按命令行的 {} 计分", tables, request_.scheme),
                      "命令行的 --scheme 优先。", "要按表里写的算，去掉 --scheme。", first.scheme.place});
}

}  // namespace jiheng::app
