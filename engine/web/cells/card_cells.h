// engine/web/cells/card_cells.h: what a cell of the form is called in an edit, and what becomes of a text typed there.
// Takes   what a form is filled in with (report/forms/form.h); a name and the text as typed.
// Gives   names that say the same cell as long as the table has it: 实际完成值 of a row; 执行数; 表头/主管部门, 表尾/主管部门意见,
//         资金/当年财政拨款/执行数, 年度总体目标/1/预期目标, 年度目标/2/实际完成情况 of the card.
// Fails   W105 no amount; the ids of model/sound_card.h are the caller's to ask for.
// Source  docs/page.md
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/model/scorecard.h"
#include "engine/report/forms/form.h"
#include "engine/rulebook/language.h"

namespace jiheng::web {

/// The text as typed; the cell keeps its place, one that was not there stands where its row or card does.
void put_text(model::Field& field, const std::string& text, const base::Place& place);

std::string name_of_cell(const report::FormFill& fill);

/// Whether the name is of a cell of the card that a path leads to; the text is then in it, or a problem says why not. A cell
/// that was not there is made; one that is emptied stays until the table is kept (new_card.h).
bool put_by_path(model::Scorecard& card, std::string_view name, const std::string& text,
                 const rulebook::Language& language, std::vector<diag::Diagnostic>& problems);

/// 目标符号, 目标数值, 目标单位: a target in three columns, put together again.
bool put_target_part(model::Field& target, std::string_view name, const std::string& text,
                     const rulebook::Language& language);

/// An amount in the unit of the budget; W105 where the text is none. Blank: none.
std::optional<model::NumberField> amount_typed(std::string_view name, const std::string& text,
                                               const model::Budget& budget,
                                               const rulebook::Language& language,
                                               std::vector<diag::Diagnostic>& problems);

}  // namespace jiheng::web
