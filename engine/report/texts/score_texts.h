// engine/report/texts/score_texts.h: figures of a score as texts, the same in every face.
// Takes   figures and results of scoring.
// Units   points with the places the scheme rounds to; nothing is rounded that scoring did not round.
#pragma once

#include <optional>
#include <string>

#include "engine/report/texts/figures.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

/// With the places the scheme rounds to; more where it does not round the indicator.
base::Decimal points_of(const base::Decimal& points, const model::Scheme& scheme);
/// A score of this scheme: "98.37", "100.00"; with more places where the scheme does not round the indicator.
std::string points_text(const base::Decimal& points, const model::Scheme& scheme);
/// "92.00-97.00" where it is not exact.
std::string points_text(const scoring::Points& points, const model::Scheme& scheme);

/// S105, where the marks of the card do not add up to those of its scheme: total and grade do not count. nullptr: they do.
const diag::Diagnostic* marks_off(const scoring::CardResult& card);
/// What there is to say beside the total: what capped it, why it does not count.
std::string why_of_total(const scoring::CardResult& card);

/// Whether the row is judged in this year: not a long-term goal's, not 不适用, on a card that has actual
/// values.
bool is_judged(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// 达标 · 未达标 · 待核 · 不适用 · 当年不评 · 未填 (a card without any actual value).
std::string status_text(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// Whether a judged row needs explaining: not met, or less than its full marks.
bool is_short(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// The amount that would divide: the one used, else the first the card gives.
std::optional<base::Decimal> planned_of(const scoring::CardResult& card);

const model::Indicator& indicator_of(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// claimed - score, where both are known and differ by more than may be claimed as well (9.68 for 9.685).
std::optional<base::Decimal> overclaimed(const std::optional<model::NumberField>& claimed,
                                         const scoring::Points& score, const scoring::Points& accepted);

}  // namespace jiheng::report
