// engine/intake/words/column_role.h: the heading of a column in a grid -> what the column holds.
// Takes   squeezed text of a heading cell. First the whole word, then its parts: counties put
//         their own words in front (年初绩效目标值, 预算单位自评得分) and keep the end.
// Source  docs/import.md, 电子表格
#pragma once

#include <optional>
#include <string_view>

#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

/// nullopt for words that are no heading, and for headings of what no field takes (完成率, 预计完成值).
std::optional<Role> column_role(const FormWords& forms, std::string_view squeezed);

/// Heading words as they stand, nothing else: without notes in brackets anywhere.
std::string without_notes(std::string_view squeezed);

}  // namespace jiheng::intake
