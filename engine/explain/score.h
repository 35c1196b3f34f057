// engine/explain/score.h: whole cards scored and explained: scoring's numbers and every sentence about them.
// Takes   a scheme, cards as submitted, the words and units they are read with.
// Units   points: exact decimals; attainment, deviation, rates: percent with 2 places (45.71 means 45.71%).
// Who wants numbers of many rows alone takes scoring/rows.h.
#pragma once

#include <span>
#include <vector>

#include "engine/scoring/plan.h"
#include "engine/scoring/score.h"

namespace jiheng::explain {

/// One result per card, in order. Cards and scheme must outlive the results. Never fails: what cannot be
/// scored is a range with its reason.
std::vector<scoring::CardResult> score(const model::Scheme& scheme, std::span<const model::Scorecard> cards,
                                       const scoring::Context& context);
std::vector<scoring::CardResult> score(const model::Scheme&&, std::span<const model::Scorecard>,
                                       const scoring::Context&) = delete;

/// With a plan that is at hand.
std::vector<scoring::CardResult> score(const scoring::Plan& plan, std::span<const model::Scorecard> cards,
                                       const scoring::Context& context);

/// Runs the scheme's 样例; one diagnostic (S118) per example that does not give what it states.
std::vector<diag::Diagnostic> run_examples(const model::Scheme& scheme, const scoring::Context& context);

}  // namespace jiheng::explain
