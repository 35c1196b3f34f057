// engine/app/claims_in_scores.h: what tables claim against what they score -> findings of their results, as score shows them.
// Takes   results of scoring, in any order; the language they were read with.
// Gives   the findings of audit/claims.h, each at its row, at the execution line, or at the table where it is of several rows.
// check does not take them from here: its audit finds them among all others.
#pragma once

#include <span>

#include "engine/rulebook/language.h"
#include "engine/scoring/score.h"

namespace jiheng::app {

/// Adds them to the findings of each result. Linear.
void add_claims(std::span<scoring::CardResult> results, const rulebook::Language& language);

}  // namespace jiheng::app
