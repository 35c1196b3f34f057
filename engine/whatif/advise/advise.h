// engine/whatif/advise/advise.h: targets of a new year against what earlier years planned and reached: a judgement, and what
// to write instead.
// Takes   a batch of the tables of all years (audit/batch.h), which of them are the targets; a person's choices of matches.
// Units   values are in the unit and scale the target is printed in; ratio and growth in percent, 2 places.
// Gives   one item for each row of the targets, the most telling first; nothing is proposed where it cannot be computed.
// Fails   W160 a choice whose target is not there, W161 whose earlier row is not there or not one.
// Source  rules/years.yaml, docs/advise.md
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/audit/a7_years/year_history.h"
#include "engine/model/match_choice.h"
#include "engine/scoring/score.h"

namespace jiheng::whatif {

/// What one earlier year has to say about a target.
struct AdviceYear {
  int year = 0;
  std::string target;                      ///< as printed; empty: not known
  std::string actual;                      ///< as printed; may be empty
  const model::Scorecard* card = nullptr;  ///< nullptr: printed on the form of the new year (近两年)
  const model::Indicator* row = nullptr;
  std::optional<base::Decimal> similarity;  ///< of the names, percent; absent where printed on the form
  std::string match;                        ///< "名称相似 44%，二级指标、单位、目标值相同"
  std::optional<base::Decimal> planned;     ///< the target of that year, in the unit of the new one
  std::optional<base::Decimal> value;       ///< the actual value, likewise
};

struct Proposal {
  std::string method;  ///< 上年完成值, 几年平均, 趋势
  std::string target;  ///< ready to paste: "≥4824 份"
  std::string basis;   ///< the arithmetic, in words
};

/// The row as it would be scored with the last result again.
struct Repeated {
  target::Status status = target::Status::undetermined;
  std::optional<scoring::Points> points;  ///< absent: the marks of the row are not known
  std::optional<base::Decimal> full_marks;
  bool marks_of_earlier_year = false;  ///< the form of targets has none: those of the matched row
  std::string why;
};

struct Advice {
  const model::Scorecard* card = nullptr;
  const model::Section* section = nullptr;
  const model::Indicator* row = nullptr;
  std::vector<AdviceYear> history;     ///< newest first
  std::vector<std::string> undecided;  ///< rows of earlier years that do equally well: nobody chose
  audit::Demand judgement = audit::Demand::incomparable;
  std::string why;
  std::optional<base::Decimal> ratio;   ///< the target as percent of the result it is judged by
  bool other_measure = false;           ///< perhaps not the same thing is counted: ask first
  std::optional<base::Decimal> growth;  ///< of the newest result over the one before, percent
  std::vector<Proposal> proposals;      ///< the first is the one proposed
  std::string no_proposal;              ///< why there is none
  std::optional<base::Decimal> target_value;
  std::string unit;
  std::optional<Repeated> repeated;
};

struct AdviceOutcome {
  std::vector<Advice> items;
  std::vector<diag::Diagnostic> problems;
};

/// `is_target` says it of each table of the batch. Linear in the rows. Pure.
AdviceOutcome advise(const audit::Batch& batch, const std::vector<bool>& is_target,
                     std::span<const model::MatchChoice> choices, const scoring::Context& context);

}  // namespace jiheng::whatif
