// engine/target/compare.h: actual against target -> Verdict, by inclusion of intervals.
// Takes   two predicates of one row, and what a bare number means in that row (the scheme says).
// Units   both sides are brought to the target's unit and scale exactly before they are compared.
// Gives   met when the actual lies inside the target, missed when it lies outside, undetermined otherwise; always with a
//         sentence that says why, and a remark for every conversion and assumption (T301-T309), where they are wanted.
// Source  docs/target-language.md, section 10
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/quantity/units.h"
#include "engine/target/predicate.h"
#include "engine/target/words.h"

namespace jiheng::target {

enum class Status : std::uint8_t { met, missed, undetermined };
/// What a target without a comparison sign means.
enum class BareMeaning : std::uint8_t { at_least, at_most, exactly, undetermined };
/// 正向 higher is better · 反向 lower is better · 区间 inside a band · 定性 words · 时限 dates · 不明.
enum class Direction : std::uint8_t { higher, lower, band, words, date, unknown };

struct Verdict {
  Status status = Status::undetermined;
  Direction direction = Direction::unknown;
  std::string
      why;  ///< Chinese; the figures and the comparison made, or why none could be made. Say::nothing: none
  /// The two sides in one unit, as numbers for formulas; absent where there is none (words, references,
  /// empty). For an actual given as an interval (≥96%) the end nearest to the target's wrong side.
  std::optional<base::Decimal> target_value;
  std::optional<base::Decimal> target_value2;  ///< upper end of a band
  std::optional<base::Decimal> actual_value;
  std::optional<base::Decimal> actual_value2;  ///< upper end where the actual is a range
  std::string unit;                            ///< the common unit with its scale word: "万元"
  std::optional<int> days_late;                ///< deadlines: actual last day - target last day
  bool bare_target = false;                    ///< the target had no comparison sign (T201)
  std::vector<Problem> remarks;                ///< conversions and assumptions made, by id
};

/// Pure and never fails: what cannot be compared is undetermined. O(length of the two cells). Status and numbers do not
/// depend on `say`.
Verdict compare(const Predicate& target, const Predicate& actual, BareMeaning bare,
                const quantity::UnitTable& units, const WordTable& words, Say say = Say::why);

std::string_view to_string(Status status);         ///< "met" …
std::string_view to_chinese(Status status);        ///< "达标" "未达标" "待核"
std::string_view to_chinese(Direction direction);  ///< "正向" …

}  // namespace jiheng::target
