// engine/report/forms/form_from_card.h: one scored card -> its 自评表 as printed, in the form of its scheme (表式, rules/forms).
// Takes   a card with or without actual values; an empty card gives the empty form.
// Gives   the words and rows of the form. A score that is not known stands as its range with 待核, never as one number; a
//         reason nobody gave as 〔请填写…〕; what the clerk wrote stands as written.
// Fails   an empty form where the scheme was given none (rulebook/forms.h, give_form).
// Source  docs/form-language.md; each form names its own
#pragma once

#include "engine/report/forms/form.h"
#include "engine/scoring/score.h"

namespace jiheng::report {

Form form_from_card(const scoring::CardResult& card);

/// The same with what is typed into each cell, and with the rows that paper has only where something is written in them
/// (有值时, 目标完成行).
Form form_to_fill_in(const scoring::CardResult& card);

}  // namespace jiheng::report
