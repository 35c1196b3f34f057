// engine/standard/read/steps.h: limits as printed -> intervals whose ends are settled, or stay open.
// Inside the room only.
// Takes   the values of the clauses of one number. Gives  intervals; which ends nothing settles.
// Source  docs/standard-language.md, 档的两端
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/standard/read/clauses.h"

namespace jiheng::standard {

/// A condition on one number: what its values say together.
struct Span1 {
  std::optional<Limit> low;
  std::optional<Limit> high;
  bool point = false;      ///< a bare number or =
  bool equals = false;     ///< = was printed
  bool symmetric = false;  ///< ±
  std::string unit;
  const Token* at = nullptr;
};

/// nullopt: the values do not fit together (two lows, two units).
std::optional<Span1> joined(const std::vector<const Token*>& values);

/// A limit of one of them is negative.
bool below_zero(const std::vector<Span1>& steps);

struct Settled {
  std::vector<Interval> intervals;
  std::vector<std::size_t> open;  ///< intervals an end of which nothing settles: `low` or `high` is `unsaid`
};

/// The steps of one number, in the order of the text. `including`: the text says 以上包括本数, 以下不包括.
Settled settle(const std::vector<Span1>& steps, bool including);

}  // namespace jiheng::standard
