// engine/bulk/result_cells.h: what is written behind a row, and a line of 错误.csv.
// Takes   what a row earned, its scheme; what is wrong with a row.
// Gives   cells as the result prints them, each with its separator before it; lines with their line break.
// Source  docs/bulk.md
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/bulk/summary.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/scheme.h"
#include "engine/scoring/score.h"

namespace jiheng::bulk {

/// The cells behind a row: 得分 最低得分 最高得分 结论 完成率 偏离度 规则.
struct Earned {
  const scoring::Points* score = nullptr;  ///< nullptr: nothing was earned; the scheme is not looked at
  std::string_view status;
  std::optional<base::Decimal> attainment;
  std::optional<base::Decimal> deviation;
  std::string_view rule;
};
void append_result_cells(const Earned& earned, const model::Scheme* scheme, char separator, std::string& out);

/// One cell with its separator before it.
void append_cell(std::string_view text, char separator, std::string& out);

/// What a card comes to.
struct CardTotal {
  bool scored = true;  ///< false: it has no actual value at all
  scoring::Points points;
  std::string grade;
  std::string why;
  std::size_t open_rows = 0;
  bool marks_off =
      false;  ///< its marks do not add up to those of the scheme (S105): total and grade do not count
};
CardTotal total_of_whole(const scoring::CardResult& result);
/// The card itself is counted already; one without points counts as not scored.
void add_total(const CardTotal& total, GroupSums& sums);

/// The heads of 错误.csv and of what is written behind the rows.
std::string error_head();
void append_result_head(char separator, bool explain, std::string& out);

/// The place of the fault says file and line; `column` is the title of the cell, where it is known.
void append_error(const diag::Diagnostic& fault, std::string_view column, std::string& out);

}  // namespace jiheng::bulk
