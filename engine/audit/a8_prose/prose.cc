// A8xx. Takes the sentences of published texts and of the goals of tables, gives stated increases, shares and sums that do
// not follow from the figures beside them. What rounding can explain is right; where a sentence can be read in two ways and
// one of them is right, nothing is said.
#include "engine/audit/a8_prose/prose_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/audit/audit.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

/// Sentences farther apart than this do not speak of one thing.
constexpr int kLinesBetween = 14;

bool right_below(const Where& where, const Where& above) {
  return where.card == above.card && where.place.source == above.place.source &&
         where.place.line >= above.place.line && where.place.line - above.place.line <= kLinesBetween;
}

}  // namespace

Sentences::Sentences(const Batch& batch) {
  for (const model::Claim& claim : batch.claims) {
    add(claim.text, {claim.place, nullptr, nullptr}, batch.units);
  }
  for (const Table& table : batch.tables) {
    for (const model::OverallGoal& goal : table.card->goals)
      add(goal.text.text, table.at(goal.text.place), batch.units);
    for (const model::Section& section : table.card->sections) {
      add(section.goal.text, table.at(section.goal.place), batch.units);
    }
  }
}

void Sentences::add(std::string_view text, const Where& where, const quantity::UnitTable& units) {
  constexpr std::string_view kStop = "。";
  bool first = true;
  while (!text.empty()) {
    const std::size_t stop = std::min(text.find(kStop), text.size());
    Sentence sentence{prose_of(text.substr(0, stop), units), where, false};
    text.remove_prefix(std::min(stop + kStop.size(), text.size()));
    if (sentence.prose.figures.empty()) continue;
    sentence.follows = !list_.empty() && (!first || right_below(where, list_.back().where));
    first = false;
    list_.push_back(std::move(sentence));
  }
}

std::vector<const Prose*> Sentences::before(std::size_t i) const {
  std::vector<const Prose*> out;
  for (; out.size() < kReach && list_[i].follows; --i) out.push_back(&list_[i - 1].prose);
  return out;
}

std::string SentenceView::quoted(const Figure& first, const Figure& last) const {
  const std::size_t begin = first.begin - first.label.size();
  return sentence.prose.text.substr(begin, last.end - begin);
}

std::vector<std::pair<std::string, std::string>> named(const std::vector<const Figure*>& figures) {
  std::vector<std::pair<std::string, std::string>> out;
  out.reserve(figures.size());
  for (const Figure* f : figures) out.emplace_back(f->label.empty() ? "数" : f->label, f->text);
  return out;
}

std::string amount_like(const base::Decimal& amount, const Figure& printed) {
  constexpr std::string_view kHundredMillion = "亿";
  constexpr std::string_view kTenThousand = "万";
  for (const auto& [word, scale] : {std::pair(kHundredMillion, 100000000), std::pair(kTenThousand, 10000)}) {
    if (printed.text.find(word) == std::string::npos) continue;
    const auto value = base::divide(amount, scale, 8);
    if (value) return fmt::format("{}{}{}", scoring::figure(*value, 6), word, printed.unit);
  }
  return scoring::figure(amount, 6) + printed.unit;
}

void check_prose(const Batch& batch, Findings& findings) {
  const Sentences sentences(batch);
  for (std::size_t i = 0; i < sentences.list().size(); ++i) {
    const SentenceView view{sentences.list()[i], sentences.before(i), batch.units};
    check_changes(view, findings);
    check_shares(view, findings);
    check_parts(view, findings);
    check_products(view, findings);
  }
}

}  // namespace jiheng::audit
