// engine/explain/standard_words.h: what a row's own 评分标准 gave it, with the pieces of the text that gave it.
// Takes   the row as scoring answered it (scoring/standard_row.h). Gives Chinese sentences; decides nothing.
// Source  docs/standard-language.md, "计分"
#pragma once

#include <string>

#include "engine/model/scorecard.h"
#include "engine/scoring/standard_row.h"

namespace jiheng::explain {

/// "控制率 103%；“每超过一个百分点扣0.5分”扣 1.5 分", without the sum; what nobody answered and what is not said behind it.
std::string standard_words(const scoring::StandardRow& row, const model::Indicator& indicator,
                           const base::Decimal& full);

/// What the text of the row's standard says there, not longer than a line; empty where there is no such piece.
std::string standard_piece(const model::Indicator& indicator, const base::Span& span);

/// What answers the need where 计算数据 says nothing of it: "95%（完成值）", "没有写，当作没有"; "" where nothing does.
std::string answered_without_data(const scoring::StandardRow& row, std::size_t need);

/// Why nothing can be computed from the text.
std::string standard_problems(const scoring::StandardRow& row, const model::Indicator& indicator);

/// What the clerk writes so that the points are one number; empty where nothing of his would help.
std::string what_to_write(const scoring::StandardRow& row);

}  // namespace jiheng::explain
