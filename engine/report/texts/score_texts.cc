// Takes figures, gives texts. Rounds nothing that scoring did not round.
#include "engine/report/texts/score_texts.h"

#include <algorithm>

namespace jiheng::report {

base::Decimal points_of(const base::Decimal& points, const model::Scheme& scheme) {
  const int places = scheme.rounding.places;
  return points.with_places(points.places() <= places ? places : std::max(places, points.trimmed().places()));
}

std::string points_text(const base::Decimal& points, const model::Scheme& scheme) {
  return points_of(points, scheme).to_string();
}

std::string points_text(const scoring::Points& points, const model::Scheme& scheme) {
  const std::string low = points_text(points.low, scheme);
  return points.exact() ? low : low + "-" + points_text(points.high, scheme);
}

const diag::Diagnostic* marks_off(const scoring::CardResult& card) {
  const auto at = std::find_if(card.findings.begin(), card.findings.end(),
                               [](const diag::Diagnostic& d) { return d.id == "S105"; });
  return at == card.findings.end() ? nullptr : &*at;
}

std::string why_of_total(const scoring::CardResult& card) {
  std::string why = card.cap_why;
  if (const diag::Diagnostic* off = marks_off(card)) why += (why.empty() ? "" : "；") + off->message;
  return why;
}

namespace {

bool is_long_term(const scoring::IndicatorResult& result, const scoring::CardResult& card) {
  return section_of(*card.card, result.id).horizon == model::Horizon::long_term;
}

}  // namespace

bool is_judged(const scoring::IndicatorResult& result, const scoring::CardResult& card) {
  return card.scored && !result.dropped && !is_long_term(result, card);
}

std::string status_text(const scoring::IndicatorResult& result, const scoring::CardResult& card) {
  if (!card.scored) return "未填";
  if (result.dropped) return "不适用";
  return is_long_term(result, card) ? "当年不评" : std::string(to_chinese(result.status));
}

bool is_short(const scoring::IndicatorResult& result, const scoring::CardResult& card) {
  if (!is_judged(result, card)) return false;
  return result.status != target::Status::met || (result.full_marks && result.score.low < *result.full_marks);
}

std::optional<base::Decimal> planned_of(const scoring::CardResult& card) {
  if (card.execution && card.execution->planned) return card.execution->planned;
  const model::Budget& budget = card.card->budget;
  for (const auto* amount : {&budget.adjusted, &budget.planned, &budget.approved, &budget.initial}) {
    if (*amount) return (*amount)->value;
  }
  return std::nullopt;
}

const model::Indicator& indicator_of(const scoring::IndicatorResult& result,
                                     const scoring::CardResult& card) {
  return row_of(*card.card, result.id);
}

std::optional<base::Decimal> overclaimed(const std::optional<model::NumberField>& claimed,
                                         const scoring::Points& score, const scoring::Points& accepted) {
  if (!claimed || !score.exact() || claimed->value == score.low) return std::nullopt;
  if (claimed->value >= accepted.low && claimed->value <= accepted.high) return std::nullopt;
  return claimed->value - score.low;
}

}  // namespace jiheng::report
