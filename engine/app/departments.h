// engine/app/departments.h: scored cards -> the units they are of, a summary for each, every table counted once.
// A unit is told by 主管部门 of its projects, else by 单位名称; 局 and 某县某局 of one batch are one. Tables without either are of
// the one unit there is. Of one unit each year is a department of its own.
// Takes   results of scoring: departments' own tables first, then projects.
// Fails   C107 two own tables of one unit and year: no summary. C112 a table that was handed in twice.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/audit/a6_between/twice.h"
#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/explain/roll_up.h"
#include "engine/model/scorecard.h"
#include "engine/results/findings.h"
#include "engine/results/scores.h"

namespace jiheng::app {

/// Of tables as they come the first of those that say the same (audit/a6_between/twice.h). Tables that are given different
/// 编号 are two. O(n log n).
class EachTableOnce {
 public:
  /// False: the same table was taken before. That, and two versions of one table, which both stay, are said (C112).
  bool take(const model::Scorecard& card);
  std::vector<diag::Diagnostic> said() { return std::move(said_); }

 private:
  audit::TablesTwice tables_;
  std::vector<std::pair<std::string, base::Place>>
      first_;  ///< title and place of each, in sources without text
  std::vector<diag::Diagnostic> said_;
};

/// What of a scored card tells its unit, and what its unit's summary is made of.
struct UnitCard {
  std::string unit;       ///< 单位名称, squeezed
  std::string authority;  ///< 主管部门, squeezed
  std::string unit_name;  ///< as printed
  std::optional<int> year;
  bool own = false;                        ///< a department's own table
  std::optional<results::OwnTotal> total;  ///< of an own table that is scored
  base::Place place;                       ///< of an own table
  std::size_t kept = 0;  ///< its number among those whose summary is made (explain/roll_up.h)
};
UnitCard unit_card(const scoring::CardResult& card, std::size_t kept);

/// Their numbers, unit by unit in the order the units are first met; within one as they were. Linear.
std::vector<std::size_t> units_together(std::span<const UnitCard> cards);

/// A summary of each unit and year with two cards and more. The cards stand together.
std::vector<results::DepartmentScores> departments_of(std::span<const UnitCard> cards,
                                                      const explain::RollUps& kept,
                                                      std::vector<diag::Diagnostic>& problems);

/// The same of results that are all at hand: the second of two tables taken away, the units put together, their summaries.
void leave_out_tables_twice(std::vector<scoring::CardResult>& cards, std::vector<diag::Diagnostic>& problems);
void put_units_together(std::vector<scoring::CardResult>& cards);
std::vector<results::DepartmentScores> departments_of(const std::vector<scoring::CardResult>& cards,
                                                      const scoring::Context& context,
                                                      std::vector<diag::Diagnostic>& problems);

/// The units of a check, in the order they are first met; none where there is one alone.
std::vector<results::UnitTables> several_units(const std::vector<scoring::CardResult>& cards);

}  // namespace jiheng::app
