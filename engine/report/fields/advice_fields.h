// engine/report/fields/advice_fields.h: an advice on a target, and what JSON and the planner's sheet show of it.
// Takes   whatif/advise/advise.h. Source  docs/json.md, "advise"; docs/advise.md
#pragma once

#include <span>

#include "engine/report/fields/field.h"
#include "engine/whatif/advise/advise.h"

namespace jiheng::report {

/// JSON has texts as printed and figures apart; the sheet has sentences.
std::span<const Field<whatif::Advice>> advice_fields();

}  // namespace jiheng::report
