// engine/explain/reading_words.h: what is said of how a row was read: its findings (T…, S112, S113) at the piece of the cell
// they are about, and the verdict's sentence where two readings of the target differ.
// Takes   a row as scoring read it. Gives  sentences and findings; never fails.
#pragma once

#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/scoring/reading.h"

namespace jiheng::explain {

/// The sentence of the verdict: its own, or what the two readings of a target say.
std::string verdict_words(const scoring::Reading& reading, const model::Indicator& indicator);

std::vector<diag::Diagnostic> reading_findings(const scoring::Reading& reading,
                                               const model::Indicator& indicator, std::optional<int> year,
                                               const scoring::Context& context);

}  // namespace jiheng::explain
