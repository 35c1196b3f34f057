// engine/formula/dialect.h: muParser with our own rules for what has no value.
// A missing number is nan. Division by zero, a missing number in a comparison or in min/max give nan, never a
// number: muParser's own min(1, 1/0) is 1. 且 and 或 are three-valued (不达标 且 nan is false, 达标 且 nan is
// nan). Comparison allows for the noise of doubles: 0.3/0.1 >= 3 holds.
// Takes   tokens that lexer.cc has checked.
// Gives   the text muParser compiles, and what it compiled as steps over columns.
// Fails   no steps where muParser compiled anything this dialect does not use.
#pragma once

#include <muParserBase.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/formula/lexer.h"

namespace jiheng::formula {

/// A muParser without its functions and constants, with ours. It compiles; steps_of() takes over what it compiled.
class Dialect final : public mu::ParserBase {
 public:
  Dialect();

 private:
  void InitCharSets() override;
  void InitFun() override {}
  void InitConst() override {}
  void InitOprt() override {}
};

/// The operators and functions beside + - *.
enum class Call : std::uint8_t {
  quotient,
  power,
  at_least,
  at_most,
  above,
  below,
  equal,
  unequal,
  both,
  either,
  negation,
  negative,
  positive,
  magnitude,
  whole_below,
  whole_above,
  choice,
  smallest,
  largest,
};

/// One step of a compiled formula, over a block of rows: a stack of columns.
struct Step {
  enum class Kind : std::uint8_t { constant, variable, add, subtract, multiply, function };
  Kind kind = Kind::constant;
  double value = 0;            ///< constant
  std::size_t variable = 0;    ///< index of the column
  int arguments = 0;           ///< function: taken from the top of the stack
  Call call = Call::quotient;  ///< function: which
  /// function: `columns` are its arguments, each of `rows` values; the result replaces the first.
  void (*over)(double* const* columns, int arguments, std::size_t rows) = nullptr;
};

/// The byte code muParser compiled, as steps; empty if there is anything in it this dialect does not use.
/// `slots` are the variables the parser was given.
std::vector<Step> steps_of(const Dialect& compiled, std::span<const double> slots);

/// The tokens in this dialect: variables v0, v1 … by position in `used`, numbers c0, c1 … in order.
std::string in_dialect(std::span<const Token> tokens, std::span<const std::size_t> used);

}  // namespace jiheng::formula
