// engine/standard/answer_number.h: what a person writes -> a number in the unit of a need. Inside the room only.
// Takes   folded text. Gives  the number; nullopt where it is none, or may be another (95 beside %, 65万元 beside no unit).
// Source  docs/standard-language.md, 完成值怎么写
#pragma once

#include <optional>
#include <string_view>

#include "engine/quantity/units.h"
#include "engine/standard/standard.h"

namespace jiheng::standard {

/// 无, 没有, 未发生.
bool is_nothing(std::string_view text);
std::optional<base::Decimal> number_for(std::string_view text, const Need& need,
                                        const quantity::UnitTable& units);

}  // namespace jiheng::standard
