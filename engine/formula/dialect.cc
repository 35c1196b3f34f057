// Takes checked tokens, gives muParser's text and a parser that knows the operators of that text. Leaves places and
// messages to lexer.cc (what arrives here is well formed), the order of operators and evaluation to muParser.
#include "engine/formula/dialect.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>
#include <utility>

namespace jiheng::formula {
namespace {

constexpr double kNoise = 1e-12;

bool known(double a) { return std::isfinite(a); }
bool known(double a, double b) { return std::isfinite(a) && std::isfinite(b); }
bool near(double a, double b) { return std::fabs(a - b) <= kNoise * std::max(std::fabs(a), std::fabs(b)); }
double truth(bool b) { return b ? 1 : 0; }

double sum(double a, double b) { return a + b; }
double difference(double a, double b) { return a - b; }
double product(double a, double b) { return a * b; }
double quotient(double a, double b) {
  const double q = a / b;
  return known(q, b) ? q : kNan;
}
double power(double a, double b) {
  const double p = known(a, b) ? std::pow(a, b) : kNan;
  return known(p) ? p : kNan;
}
double at_least(double a, double b) { return known(a, b) ? truth(a > b || near(a, b)) : kNan; }
double at_most(double a, double b) { return known(a, b) ? truth(a < b || near(a, b)) : kNan; }
double above(double a, double b) { return known(a, b) ? truth(a > b && !near(a, b)) : kNan; }
double below(double a, double b) { return known(a, b) ? truth(a < b && !near(a, b)) : kNan; }
double equal(double a, double b) { return known(a, b) ? truth(near(a, b)) : kNan; }
double unequal(double a, double b) { return known(a, b) ? truth(!near(a, b)) : kNan; }
double both(double a, double b) {
  if (a == 0 || b == 0) return 0;
  return known(a, b) ? 1 : kNan;
}
double either(double a, double b) {
  if ((known(a) && a != 0) || (known(b) && b != 0)) return 1;
  return known(a, b) ? 0 : kNan;
}
double negation(double a) { return known(a) ? truth(a == 0) : kNan; }
double negative(double a) { return -a; }
double positive(double a) { return a; }

double smallest(const double* values, int count) {
  double best = values[0];
  for (int i = 0; i < count; ++i) {
    if (!known(values[i])) return kNan;
    best = std::min(best, values[i]);
  }
  return best;
}
double largest(const double* values, int count) {
  double best = values[0];
  for (int i = 0; i < count; ++i) {
    if (!known(values[i])) return kNan;
    best = std::max(best, values[i]);
  }
  return best;
}
double magnitude(double a) { return std::fabs(a); }
double whole_below(double a) { return std::floor(a + kNoise * std::max(1.0, std::fabs(a))); }
double whole_above(double a) { return std::ceil(a - kNoise * std::max(1.0, std::fabs(a))); }
double choice(double condition, double a, double b) {
  return known(condition) ? (condition != 0 ? a : b) : kNan;
}

}  // namespace

const Meanings kNumbers{.sum = sum,
                        .difference = difference,
                        .product = product,
                        .quotient = quotient,
                        .power = power,
                        .at_least = at_least,
                        .at_most = at_most,
                        .above = above,
                        .below = below,
                        .equal = equal,
                        .unequal = unequal,
                        .both = both,
                        .either = either,
                        .negation = negation,
                        .negative = negative,
                        .positive = positive,
                        .magnitude = magnitude,
                        .whole_below = whole_below,
                        .whole_above = whole_above,
                        .choice = choice,
                        .smallest = smallest,
                        .largest = largest};

Dialect::Dialect(const Meanings& meanings) {
  Init();
  EnableOptimizer(false);        // it would join 2*v+3*v to 5*v: other bits
  if (&meanings != &kNumbers) {  // of numbers muParser's own + - * say the same, faster
    EnableBuiltInOprt(false);
    DefineOprt("+", meanings.sum, mu::prADD_SUB);
    DefineOprt("-", meanings.difference, mu::prADD_SUB);
    DefineOprt("*", meanings.product, mu::prMUL_DIV);
  }
  DefineOprt("~/", meanings.quotient, mu::prMUL_DIV);
  DefineOprt("~^", meanings.power, mu::prPOW, mu::oaRIGHT);
  DefineOprt("~>=", meanings.at_least, mu::prCMP);
  DefineOprt("~<=", meanings.at_most, mu::prCMP);
  DefineOprt("~>", meanings.above, mu::prCMP);
  DefineOprt("~<", meanings.below, mu::prCMP);
  DefineOprt("~==", meanings.equal, mu::prCMP);
  DefineOprt("~!=", meanings.unequal, mu::prCMP);
  DefineOprt("~&&", meanings.both, mu::prLAND);
  DefineOprt("~||", meanings.either, mu::prLOR);
  DefineInfixOprt("!", meanings.negation, mu::prLOGIC);  // looser than a comparison: 非 完成率>=1
  DefineInfixOprt("-", meanings.negative);
  DefineInfixOprt("+", meanings.positive);
  DefineFun("min", meanings.smallest);
  DefineFun("max", meanings.largest);
  DefineFun("abs", meanings.magnitude);
  DefineFun("floor", meanings.whole_below);
  DefineFun("ceil", meanings.whole_above);
  DefineFun("if", meanings.choice);
}

void Dialect::InitCharSets() {
  DefineNameChars("0123456789_abcdefghijklmnopqrstuvwxyz");
  DefineOprtChars("~+-*/^><=!&|");
  DefineInfixOprtChars("+-!");
}

Evaluator::Evaluator(const Expression& expression, const Meanings& meanings)
    : variables_(expression.variables), parser_(meanings) {
  for (std::size_t i = 0; i < expression.constants.size(); ++i)
    parser_.DefineConst("c" + std::to_string(i), expression.constants[i]);
  for (std::size_t i = 0; i < variables_.size(); ++i)
    parser_.DefineVar("v" + std::to_string(i), &variables_[i]);
  parser_.SetExpr(expression.text);
}

Evaluators::Evaluators(Expression expression, const Meanings& meanings)
    : expression_(std::move(expression)), meanings_(&meanings) {}

std::unique_ptr<Evaluator> Evaluators::take() {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto last = std::move(idle_.back());
      idle_.pop_back();
      return last;
    }
  }
  return std::make_unique<Evaluator>(expression_, *meanings_);
}

void Evaluators::give_back(std::unique_ptr<Evaluator> evaluator) {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(evaluator));
}

namespace {
Expression with_places(Expression expression) {
  std::iota(expression.constants.begin(), expression.constants.end(),
            static_cast<double>(expression.variables));
  return expression;
}
}  // namespace

Program::Program(const Expression& expression)
    : constants(expression.constants),
      numbers(expression, kNumbers),
      terms(with_places(expression), kTerms) {}

Expression in_dialect(std::span<const Token> tokens, std::span<const std::size_t> used) {
  constexpr std::string_view kAsTheyAre = "+-*";
  Expression out;
  out.variables = used.size();
  for (const Token& t : tokens) {
    if (t.kind == Token::Kind::number) {
      out.text += 'c' + std::to_string(out.constants.size());
      out.constants.push_back(t.value.to_double());
    } else if (t.kind == Token::Kind::name) {
      out.text += 'v' + std::to_string(std::find(used.begin(), used.end(), t.name) - used.begin());
    } else if (t.kind == Token::Kind::op) {
      const bool plain = t.prefix || kAsTheyAre.find(t.meaning) != std::string_view::npos;
      ((out.text += plain ? " " : " ~") += t.meaning) += ' ';
    } else {
      out.text += t.meaning;
    }
  }
  return out;
}

}  // namespace jiheng::formula
