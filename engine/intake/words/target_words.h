// engine/intake/words/target_words.h: what stands beside a target in a column of its own: its sign, its direction, its unit.
// Takes   squeezed text of a cell; the words are those of rules/forms/words.yaml.
// Gives   the sign it means, empty for none.
#pragma once

#include <string_view>

#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

/// ≥, 大于等于 -> ≥; 不低于 as it stands, for it can stand before a number.
std::string_view sign_of(const FormWords& forms, std::string_view squeezed);

/// 正向 -> ≥, 反向 -> ≤: for a number that has no sign of its own.
std::string_view direction_of(const FormWords& forms, std::string_view squeezed);

/// 定性, 定量, 无, —: nothing about a sign.
bool is_target_kind(const FormWords& forms, std::string_view squeezed);

/// %, 万元, 元/人, 人次: a unit and nothing else.
bool is_measure(const FormWords& forms, std::string_view squeezed);

}  // namespace jiheng::intake
