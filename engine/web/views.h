// engine/web/views.h: what the page shows, as JSON: the desk, one table as its form, why a number is what it is, findings.
// Takes   a desk; numbers of tables and rows as the desk counts them.
// Gives   JSON as contract.json beside this file says it; texts are Chinese and complete, as printed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/base/json.h"
#include "engine/results/whatif.h"
#include "engine/web/desk.h"

namespace jiheng::web {

/// All tables with their totals; what was passed over and what was wrong, in the order of opening; what is to be said of all
/// tables together.
base::Json desk_view(Desk& desk);
/// The line of one table on the desk.
base::Json line_view(Desk& desk, std::size_t number);
/// The average of the projects of a department by money, as a number or a range; their grades, "优 24 个、良 2 个".
std::string average_text(const scoring::RollUp& sums);
std::string grades_text(const scoring::RollUp& sums);
/// The summaries of the departments.
base::Json departments_view(const Desk& desk);

/// Rows that are open because nobody has written 实际完成值 yet; the others that are open wait for somebody to look at them.
std::size_t blank_rows(const scoring::CardResult& result);

/// One table as its form is printed, with what each cell is. `marks`: with a column 分值 though the paper could do without.
base::Json table_view(const Desk& desk, std::size_t number, bool marks = false);

/// Why a row has its points: sentences, and its two cells piece by piece.
base::Json why_view(const Desk& desk, std::size_t number, std::size_t row);

/// The row of a card an indicator is, counted through its sections as results count; nullopt where it is none of it.
std::optional<std::size_t> row_number(const model::Scorecard& card, const model::Indicator* row);
/// The findings of a check, most severe first, each with the table and row it is listed at and what was decided (review.h).
base::Json findings_json(const Desk& desk, const app::CheckOutcome& checked);

/// A card before and with the changes of 调目标 (plan.h).
base::Json plan_json(const scoring::CardResult& before, const results::Variation& variation,
                     const scoring::Context& context);
/// The tables of a department before and with their changes, and its average.
base::Json department_plan_json(const Desk& desk, const results::Scores& before,
                                const results::Variation& variation);

base::Json schemes_view(Desk& desk);

}  // namespace jiheng::web
