// engine/target/compare/compare_kinds.h: the parts of compare(), one for each kind of target; for compare*.cc only.
// Takes   two predicates of one row, read already.
// Gives   a verdict each, with its sentence; never fails.
// Source  docs/target-language.md, section 10
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/target/compare.h"

namespace jiheng::target {

/// What one comparison looks at.
struct Row {
  const Predicate& target;
  const Predicate& actual;
  BareMeaning bare;
  const quantity::UnitTable& units;
  const WordTable& words;
};

/// Quantities and ranges on both sides.
Verdict compare_amounts(const Row& row);
/// Deadlines on both sides.
Verdict compare_days(const Row& row);
/// Words and yes/no answers on both sides.
Verdict compare_words(const Row& row);
/// 达成预期指标, 部分达成, 未达成: the form's own answers, which say the verdict whatever the target is.
std::optional<Verdict> answer_in_tiers(const Predicate& actual);

/// A sign as it is, a bare number as the scheme says; none where the scheme leaves it open.
Op meaning(Op op, BareMeaning bare);
Direction direction_of(const Predicate& target, BareMeaning bare);

Verdict undetermined(Direction direction, std::string why);

/// Adds "，达标" … and the status.
Verdict decided(Status status, Direction direction, std::string why);
void remark(Verdict& verdict, std::string_view id, std::string message);

/// An amount as the form writes it: "17.5万元", "≥96%", "300-400人".
std::string in_words(const Predicate& amount);

}  // namespace jiheng::target
