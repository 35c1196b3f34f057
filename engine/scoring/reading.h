// engine/scoring/reading.h: the texts of one indicator -> what they say and how they compare.
// Takes   the row, what of its card matters (year, budget) and the scheme (bare numbers, 计算).
// Gives   target, actual, verdict, 完成率, 偏离度, and how they came about; the findings about it are
// explain/reading_words.h's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring/rows.h"

namespace jiheng::scoring {

/// An actual value that the scheme computes from data of the row or the budget.
struct ComputedActual {
  enum class How : std::uint8_t {
    printed,       ///< the scheme computes none: the printed one counts
    missing_data,  ///< the printed one counts: `missing` is wanted
    no_value,      ///< the printed one counts: the formula has no value
    computed       ///< `value` counts
  } how = How::printed;
  const model::Computed* rule = nullptr;  ///< nullptr: printed
  bool disagrees = false;                 ///< the form prints another value than the computed one
  std::vector<std::string_view> missing;  ///< names of the rule
  std::vector<base::Decimal> data;        ///< of the names that are there
  base::Decimal value;                    ///< in the rule's unit
};

/// A target that the scheme's rule and the row itself read in opposite ways, with results that differ.
struct TwoReadings {
  enum class Why : std::uint8_t {
    equal,  ///< a target with =: at least by the scheme, and the name says less is better
    falls,  ///< its own 下降
    name    ///< the name
  } why = Why::name;
  target::BareMeaning first;
  target::BareMeaning second;
  std::string first_says;   ///< the verdict's sentence under the first reading
  std::string second_says;  ///< and under the second
};

struct Reading {
  target::Predicate target;
  target::Predicate actual;
  target::Verdict verdict;
  /// What a bare number means in this row; undetermined where nobody is told and the target has a sign of its own.
  target::BareMeaning bare = target::BareMeaning::undetermined;
  ComputedActual computed;
  std::optional<TwoReadings> two;
  bool past_equal = false;      ///< met because the scheme takes what passes a target with = for met
  bool name_disagrees = false;  ///< IndicatorResult::name_disagrees
  std::optional<target::Direction> if_met;  ///< IndicatorResult::if_met
  std::optional<base::Decimal> attainment;  ///< percent
  std::optional<base::Decimal> deviation;   ///< percent
};

/// Into `reading`, which is as it was made.
void read_row_into(Reading& reading, const model::Scheme& scheme, const CardFacts& card,
                   const model::Indicator& indicator, const Context& context);
Reading read_row(const model::Scheme& scheme, const CardFacts& card, const model::Indicator& indicator,
                 const Context& context);

/// What the name of a row says a bare number means; undetermined where it says nothing. Nothing else of a name decides what a
/// row earns, unless the scheme looks at names itself (Plan::looks_at_names).
target::BareMeaning meaning_by_name(std::string_view name, const Context& context);

/// What a target without a comparison sign means in this row.
target::BareMeaning bare_meaning(const model::Scheme& scheme, const model::Indicator& indicator,
                                 const target::Predicate& target);

/// The 计算 of the scheme that gives this row its actual value; nullptr where the printed one counts.
const model::Computed* computed_for(const model::Scheme& scheme, const model::Indicator& indicator);

/// What it gives: of each name of its formula, what 计算数据 of the row says, else the amount of the budget that it names.
ComputedActual computed_actual(const model::Scheme& scheme, const model::Budget& budget,
                               const model::Indicator& indicator);
/// "91.2%", at most two places; "" where there is no value.
std::string value_text(const ComputedActual& computed);

}  // namespace jiheng::scoring
