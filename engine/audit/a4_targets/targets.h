// engine/audit/a4_targets/targets.h: the parts of A4xx: one cell by itself (targets.cc), targets of costs beside the budget
// (target_costs.cc), the rows of a table beside each other (target_groups.cc), the 评分标准 that rows print
// (target_standards.cc); and what they and units.cc ask of a row.
// Takes   tables with their targets read; tables of targets too.
// Gives   A401-A424, and what is asked of a row: its texts, its unit, its amount.
// Units   amounts in 万元.
// Source  docs/findings/A4*.md, rules/names.yaml
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/audit.h"

namespace jiheng::audit {

/// A401, A402, A404-A407, A412-A414, A418, A419 of one table. Linear in its rows.
void check_target_cells(const Batch& batch, const Table& table, Findings& findings);
/// A403, A408-A411.
void check_cost_targets(const Batch& batch, const Table& table, Findings& findings);
/// A415-A417.
void check_target_groups(const Batch& batch, const Table& table, Findings& findings);
/// A421-A424: the 评分标准 of the rows of all tables. Linear in them.
void check_row_standards(const Batch& batch, Findings& findings);

/// Texts of the row without white space at their ends.
std::string_view name_of(const Row& row);
std::string_view target_of(const Row& row);
std::string_view actual_of(const Row& row);
/// The name as rules/names.yaml compares it.
std::string plain_name_of(const Row& row);
/// Either level contains the word: 成本, 满意.
bool is_under(const Row& row, std::string_view word);
/// The cell, or the row where it is missing.
Where at_target(const Table& table, const Row& row);
/// A401 of a target that could not be read: 加强管理. Said in the place of T104.
bool is_only_a_verb(const Batch& batch, const Row& row);
/// A507: a standard of money for one that is written as a number of people. Said in the place of T204.
bool is_standard_without_money(const Batch& batch, const Row& row);
/// Whose table it is: the cause of what a unit does in all of its tables.
std::string unit_and_year(const Table& table);
/// "“甲”、“乙”".
std::string quoted_names(const std::vector<const Row*>& rows);

/// %, ‰: a share. 百分点 and 倍 are none.
bool is_share(std::string_view unit, const Batch& batch);
/// 元, 美元, 元/人/月.
bool is_money(std::string_view unit, const Batch& batch);

/// The largest amount of the table's budget, in 万元.
std::optional<base::Decimal> largest_budget(const Batch& batch, const Table& table);
/// A target that is one amount of money for the whole, in 万元; 万 without 元 counts as 万元.
std::optional<base::Decimal> amount_of(const Batch& batch, const target::Predicate& target);
/// One of them is 10000 times the other, as printed: 元 taken for 万元.
bool is_slip_of_unit(const base::Decimal& amount, const base::Decimal& budget);

}  // namespace jiheng::audit
