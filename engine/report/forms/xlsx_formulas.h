// engine/report/forms/xlsx_formulas.h: the rules of a scheme as spreadsheet formulas, the texts of the cells on sheet 计算.
// Takes   addresses of cells. A target or actual value is a text: sign, number, unit; the formulas take it apart, compare
//         number with number where the units are the same text, and try the clauses in the scheme's order.
// Gives   "待核" for everything these formulas do not read (words, dates, ranges, other units) and for every shape they do
//         not know: the real reading is `jiheng score`'s. Never a number that score would not give.
// Source  docs/report.md, "活的公式"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/scheme.h"

namespace jiheng::report {

inline constexpr std::string_view kOpenScore = "待核";

/// Text as a string literal of a formula.
std::string quoted(std::string_view text);

/// A cell text as the formulas below take it apart, so that the values kept beside them are theirs.
struct SheetAmount {
  std::string clean;  ///< without spaces and line breaks
  std::string sign;   ///< ≥ ≤ > < or none
  std::string unit;
  std::string digits;
  std::optional<base::Decimal> number;  ///< a ratio where the unit is %, ‰ or 百分点; absent: not read
};
SheetAmount split_amount(std::string_view text);

inline constexpr std::string_view kNotRead = "看不懂";

/// Where the pieces of one cell text stand on sheet 计算.
struct AmountAddress {
  std::string clean, sign, unit, digits, number;
};
std::string clean_formula(std::string_view cell);  ///< `cell`: on the form
std::string sign_formula(const AmountAddress& at);
std::string unit_formula(const AmountAddress& at);
std::string digits_formula(const AmountAddress& at);
std::string number_formula(const AmountAddress& at);
/// 1 正向, -1 反向, else a text. The levels are addresses of the form's cells.
std::string direction_formula(const model::Scheme& scheme, std::string_view sign, std::string_view number,
                              std::string_view level1, std::string_view level2, bool name_disagrees);

/// Addresses of one row of sheet 计算, and of what its clauses look at on the form.
struct RowAddress {
  std::string full, target, target_sign, target_unit, actual, actual_sign, actual_unit, direction, met,
      attainment, deviation, rate;
  std::string level1, level2, name;  ///< on the form
  std::string units_allowed;         ///< a condition
};
std::string met_formula(const RowAddress& at);
std::string attainment_formula(const RowAddress& at);
std::string deviation_formula(const RowAddress& at);
/// The first clause that holds gives the points, not yet rounded. `row` has the answers to 子项 and 前提; 待核 where a clause looks at what a
/// sheet does not hold.
/// `own_standard`: xlsx_standard.h's expression for the row's own 评分标准; empty: there is none a sheet can work out.
std::string points_formula(const model::Scheme& scheme, const model::Indicator& row, bool department,
                           const RowAddress& at, const std::string& own_standard = {});

/// The first clause is the row's own standard, for every row: whether a target is met or not does not matter.
bool scored_by_standard(const model::Scheme& scheme, const model::Indicator& row);

/// scoring::kept_points of the cell `points`: rounded or cut, and what is short of the full marks stays short of them; a text
/// stays itself.
std::string kept_formula(std::string_view full, std::string_view points, const model::Rounding& rounding);

/// The execution rate as a ratio, rounded as the scheme says; 待核 where an amount is missing.
std::string rate_formula(const model::Scheme& scheme, std::string_view planned, std::string_view executed);
/// Not yet rounded.
std::string execution_formula(const model::Execution& execution, std::string_view rate,
                              std::string_view otherwise);
/// `sum`: an expression; capped by the rate where the scheme says so.
std::string total_expression(const model::Scheme& scheme, std::string_view sum, std::string_view rate);
std::string grade_expression(const model::Scheme& scheme, std::string_view total);

}  // namespace jiheng::report
