// engine/audit/a7_years/year_history.h: what earlier years planned and reached for one row of this year, and how its target stands
// to that.
// Takes   a row of a batch and its links (year_links.h); the 近两年 of its own form.
// Units   compared as scoring compares a target with an actual value: in one unit, exactly.
// Source  rules/years.yaml, docs/audit.md 年度之间
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/a7_years/year_links.h"

namespace jiheng::audit {

/// One earlier year of one row, as printed and as read.
struct YearResult {
  int year = 0;
  const EarlierRow* match = nullptr;  ///< nullptr: printed on this year's form, 近两年
  std::string target;                 ///< empty: not known
  std::string actual;
  std::optional<target::Predicate> read_target;
  target::Predicate read_actual;
  Where where;  ///< of the actual value, or of the row where it has none
};

/// Newest first; in one year the matched row before what the form prints. Years whose match is undecided are left out.
std::vector<YearResult> history_of(const Batch& batch, std::size_t table, std::size_t row,
                                   const std::vector<YearLink>& links);

/// What a target asks for, against what was reached before.
enum class Demand { much_too_low, too_low, ordinary, too_high, incomparable };
std::string_view to_chinese(Demand demand);  ///< 明显偏低 偏低 合理 偏高 无法比较

struct DemandOnRow {
  Demand demand = Demand::incomparable;
  /// The target as a percentage of the earlier result, 2 places; for a ceiling above it more than 100.
  std::optional<base::Decimal> share;
  bool ceiling = false;  ///< at most so much: too low is a ceiling too wide
  /// The target itself is another number than the earlier one by 口径: perhaps not the same thing is counted.
  bool other_measure = false;
  std::string why;  ///< Chinese: the figures compared and the limit passed, or why they cannot be compared
};

/// The row's target against one result of an earlier year.
DemandOnRow demand_of(const Batch& batch, const Table& table, const Row& row, const YearResult& earlier);

/// "2023 年完成值 4824份"; "“近两年”里 2023 年的 110例".
std::string named(const YearResult& earlier);

}  // namespace jiheng::audit
