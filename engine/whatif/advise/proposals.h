// engine/whatif/advise/proposals.h: results of earlier years -> targets to write instead, each with its method and arithmetic.
// Takes   a target and the results in its unit and scale.
// Gives   texts in the target's own notation: only its number is another. Nothing where the target is no plain number.
// Source  docs/advise.md 建议的目标
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/target/parse.h"
#include "engine/whatif/advise/advise.h"

namespace jiheng::whatif {

/// A result of a year in the target's unit.
struct YearValue {
  int year = 0;
  base::Decimal value;
};

/// `values` newest first, one a year. 上年完成值 always; 几年平均 from two years on; 趋势 (the straight line of least
/// squares) from three. The mean and the trend have the decimal places of the newest value. Rates do not pass 100%.
std::vector<Proposal> proposals_for(const std::string& target_text, const target::Predicate& target,
                                    const target::ParseContext& context, int year,
                                    const std::vector<YearValue>& values);

/// The target with another number, everything else as printed; empty where that does not read back.
std::string with_number(const std::string& target_text, const target::Predicate& target,
                        const target::ParseContext& context, const base::Decimal& number);

}  // namespace jiheng::whatif
