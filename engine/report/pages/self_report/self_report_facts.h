// engine/report/pages/self_report/self_report_facts.h: what a scored table says of itself in sentences: execution, indicators by block,
// what was missed. Used by the 自评报告 and the 决算摘要, so that both say the same.
// Takes   one scored table.
// Gives   Chinese sentences; a blank 〔请填写：…〕 for what the table does not give, never a guess.
// Source  docs/report.md
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring/score.h"

namespace jiheng::report {

/// 〔请填写：未完成原因〕.
std::string blank(std::string_view what);
inline constexpr std::string_view kBlankBegins = "〔请填写";

/// The judged rows of one 一级指标 of one table, or of several tables together.
struct LevelFacts {
  std::string name;  ///< 产出指标
  std::vector<const scoring::IndicatorResult*> rows;
  std::size_t met = 0;
  std::size_t missed = 0;
  std::size_t open = 0;  ///< 待核
  scoring::Points score;
  std::optional<base::Decimal> full_marks = base::Decimal(0);  ///< absent where a row has none
};

/// In the order of the table. Rows without 一级指标 are one block with an empty name.
std::vector<LevelFacts> blocks_of(const scoring::CardResult& card);

/// "产出指标 9 项，完成 8 项，未完成 1 项"; 待核 only where there are some.
std::string count_sentence(const LevelFacts& block);

/// "20.00 分（满分 20 分）"; a range says that it is 待核.
std::string points_sentence(const scoring::Points& score, const std::optional<base::Decimal>& full_marks,
                            const model::Scheme& scheme);

/// 2023 年度就业专项资金县级配套项目; 2023 年度某某局部门整体.
std::string subject_of(const scoring::CardResult& card);

/// "预算数 10 万元，执行数 10 万元，执行率 100%"; blanks for what the table does not give.
std::string execution_sentence(const scoring::CardResult& card);

/// False where the rate is known and is not 100%.
bool fully_executed(const scoring::CardResult& card);

/// Name of the row as the table has it, without white space at its ends.
std::string name_of(const scoring::IndicatorResult& result, const scoring::CardResult& card);

/// Judged rows that are missed, undetermined, or far above their target.
std::vector<const scoring::IndicatorResult*> rows_missed(const scoring::CardResult& card);
std::vector<const scoring::IndicatorResult*> rows_open(const scoring::CardResult& card);
std::vector<const scoring::IndicatorResult*> rows_far_exceeded(const scoring::CardResult& card);

/// The field says that there is nothing: 无.
bool says_none(const model::Field& field);

/// The text with one full stop at its end.
std::string stopped(std::string_view text);

}  // namespace jiheng::report
