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
  Say say = Say::why;
};

/// The sentence that `make` makes, where somebody wants it.
template <class Make>
std::string said(const Row& row, const Make& make) {
  return row.say == Say::nothing ? std::string() : std::string(make());
}

/// Quantities and ranges on both sides.
Verdict compare_amounts(const Row& row);
/// Deadlines on both sides.
Verdict compare_days(const Row& row);
/// Words and yes/no answers on both sides.
Verdict compare_words(const Row& row);
/// 达成预期指标, 部分达成, 未达成: the form's own answers, which say the verdict whatever the target is.
std::optional<Verdict> answer_in_tiers(const Row& row);

/// A sign as it is, a bare number as the scheme says; none where the scheme leaves it open.
Op meaning(Op op, BareMeaning bare);
Direction direction_of(const Predicate& target, BareMeaning bare);

Verdict undetermined(Direction direction, std::string why);

/// Adds "，达标" … and the status.
Verdict decided(Status status, Direction direction, std::string why);
/// Adds what `make` says, where somebody wants it.
template <class Make>
void remark(const Row& row, Verdict& verdict, std::string_view id, const Make& make) {
  if (row.say == Say::why) verdict.remarks.push_back({id, make(), {}});
}

/// An amount as the form writes it: "17.5万元", "≥96%", "300-400人".
std::string in_words(const Predicate& amount);

}  // namespace jiheng::target
