// engine/report/forms/form_fill.h: what a form fills in (model/form_layout.h) -> what a person types there, of one card.
// Takes   a field and what its row is about. Gives nothing for what is computed (rates, points, grades) and for words of the form.
// Source  docs/form-language.md, "要填的内容"; which amount a column holds is form_fields.cc's
#pragma once

#include <optional>

#include "engine/report/forms/form_fields.h"

namespace jiheng::report {

/// Of the card as a whole, or of a goal or part of the money.
std::optional<FormFill> fill_of(const model::FormPiece& piece, const scoring::CardResult& card,
                                const About& about);
/// Of one row of indicators.
std::optional<FormFill> fill_of(model::FormField field, const scoring::IndicatorResult& result,
                                const scoring::CardResult& card);
/// Of words with one field among them: 填报日期：, "（{年度}）". Nothing where there are several, or where they are left away with it.
std::optional<FormFill> fill_among(const model::FormText& text, const scoring::CardResult& card,
                                   const About& about);
/// Of an entry of the card's head or foot that the form has no place of its own for.
FormFill fill_of_entry(const std::string& name, const std::string& text, bool foot);

}  // namespace jiheng::report
