// engine/explain/execution_words.h: what is said of the execution line of a card: its sentence and its findings (S108, S109,
// S110), and why a cap held the total.
// Takes   the execution line as scored. Gives  its sentences and findings; never fails. Units  percent, points.
#pragma once

#include <string>

#include "engine/scoring/execution.h"
#include "engine/scoring/score.h"

namespace jiheng::explain {

/// Fills why and findings of a line that scoring gave (score_execution with the same scheme, card and rate).
void explain_execution(const model::Scheme& scheme, const model::Scorecard& card,
                       const scoring::ExecutionRate& rate, scoring::ExecutionResult& line);

std::string cap_words(const scoring::TotalCap& cap, const model::Rounding& rounding);

}  // namespace jiheng::explain
