// engine/standard/read/rewrites.h: tokens -> tokens: what stands in other order, or is said once for several, said in full.
// Inside the room only.
// Takes   the tokens of a text. Gives  tokens that clauses.h groups; where nothing is to be said in full, the same.
// Source  docs/standard-language.md
#pragma once

#include <string_view>
#include <vector>

#include "engine/quantity/units.h"
#include "engine/standard/read/tokens.h"

namespace jiheng::standard {

/// 5分：≥95%；3分：90%-95%: where every marks stands before its condition with a colon, the same with the marks behind.
std::vector<Token> marks_behind(std::vector<Token> tokens);

/// 每增减30%增减1分, 每高(低)1个百分点加(扣)0.5分: the same as two phrases, one for each way.
std::vector<Token> both_ways_apart(std::vector<Token> tokens);

/// 销售收入（万元）≥3000: the unit stands once, in brackets behind the name, for the numbers behind it that have none.
void units_in_brackets(std::string_view text, std::vector<Token>& tokens, const quantity::UnitTable& units);
/// 30分钟以内, 超过1小时: all times of a text in the unit of the first, where that is exact.
void one_unit(std::vector<Token>& tokens, const quantity::UnitTable& units);

/// 收到投诉扣2分/次: the same as 每次扣2分.
std::vector<Token> units_behind_marks(std::string_view text, std::vector<Token> tokens,
                                      const quantity::UnitTable& units);

/// 低于80%、70%、60%的,分别扣1分、2分、3分: the same as three clauses.
std::vector<Token> lists_apart(std::string_view text, std::vector<Token> tokens);

/// 超过任务总量50%, 不低于总数的20%: the sign stands before the name of what the number is a share of.
void signs_before_names(std::string_view text, std::vector<Token>& tokens);

}  // namespace jiheng::standard
