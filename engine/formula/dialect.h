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
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "engine/formula/lexer.h"

namespace jiheng::formula {

inline constexpr double kNan = std::numeric_limits<double>::quiet_NaN();  ///< a missing number

/// A formula in the dialect: variables v0, v1 … and constants c0, c1 … by position.
struct Expression {
  std::string text;
  std::size_t variables = 0;
  std::vector<double> constants;
};

/// The tokens in the dialect. `used` are the names (Token::name) in the order of the variables.
Expression in_dialect(std::span<const Token> tokens, std::span<const std::size_t> used);

/// What each operator and function gives.
struct Meanings {
  mu::fun_type2 sum;
  mu::fun_type2 difference;
  mu::fun_type2 product;
  mu::fun_type2 quotient;
  mu::fun_type2 power;
  mu::fun_type2 at_least;
  mu::fun_type2 at_most;
  mu::fun_type2 above;
  mu::fun_type2 below;
  mu::fun_type2 equal;
  mu::fun_type2 unequal;
  mu::fun_type2 both;
  mu::fun_type2 either;
  mu::fun_type1 negation;
  mu::fun_type1 negative;
  mu::fun_type1 positive;
  mu::fun_type1 magnitude;
  mu::fun_type1 whole_below;
  mu::fun_type1 whole_above;
  mu::fun_type3 choice;
  mu::multfun_type smallest;
  mu::multfun_type largest;
};

/// Over numbers: what a formula means.
extern const Meanings kNumbers;
/// Over the terms of a spreadsheet: spreadsheet_text.cc.
extern const Meanings kTerms;

/// A muParser without its own functions, constants and operators, with these. One thread at a time.
class Dialect final : public mu::ParserBase {
 public:
  explicit Dialect(const Meanings& meanings);

 private:
  void InitCharSets() override;
  void InitFun() override {}
  void InitConst() override {}
  void InitOprt() override {}
};

/// An expression bound to its own variables: muParser keeps their addresses. One thread at a time.
class Evaluator {
 public:
  /// Throws mu::ParserError where muParser cannot read the expression.
  Evaluator(const Expression& expression, const Meanings& meanings);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  /// The places of v0, v1 …, to be filled before value().
  std::span<double> variables() { return variables_; }
  double value() const { return parser_.Eval(); }

 private:
  std::vector<double> variables_;
  Dialect parser_;
};

/// The evaluators of one expression: there come to be as many as threads run it at once. Thread-safe.
class Evaluators {
 public:
  Evaluators(Expression expression, const Meanings& meanings);

  /// One that nobody else runs now; it is given back when done with.
  std::unique_ptr<Evaluator> take();
  void give_back(std::unique_ptr<Evaluator> evaluator);

 private:
  Expression expression_;
  const Meanings* meanings_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Evaluator>> idle_;
};

/// What muParser runs of a compiled formula.
struct Program {
  explicit Program(const Expression& expression);

  std::vector<double> constants;
  Evaluators numbers;
  Evaluators terms;  ///< every variable and constant is its place in a list: variables first, then constants
};

}  // namespace jiheng::formula
