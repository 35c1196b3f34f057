// engine/app/template_card.h: an empty 自评表 for a scheme, or one with the targets of a card that is there already.
// Takes   a scheme; a card whose actual values, scores and reasons are left away.
#pragma once

#include <string>
#include <vector>

#include "engine/model/scheme.h"
#include "engine/quantity/units.h"
#include "engine/scoring/score.h"

namespace jiheng::app {

/// Rows of the scheme's own blank form (空表), else for the levels it gives weights to, else for those of its form (空行); what the
/// scheme does not say of them is blank. `scheme.form` must be there.
model::Scorecard empty_card(const model::Scheme& scheme, model::CardKind kind);

/// The same indicators with their targets and full marks, goals and money as planned; nothing of what the year brought.
model::Scorecard card_to_fill_in(const scoring::CardResult& scored);

/// Units a spreadsheet may compare as texts: those of the table, and 万 and 亿 of them; none that may be a date.
std::vector<std::string> comparable_units(const quantity::UnitTable& units);

}  // namespace jiheng::app
