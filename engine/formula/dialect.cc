// Takes checked tokens, gives muParser's text and a parser that knows the operators of that text. Leaves
// places and messages to lexer.cc: what arrives here is well formed.
#include "engine/formula/dialect.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace jiheng::formula {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kNoise = 1e-12;

bool known(double a) { return std::isfinite(a); }
bool known(double a, double b) { return std::isfinite(a) && std::isfinite(b); }
bool near(double a, double b) { return std::fabs(a - b) <= kNoise * std::max(std::fabs(a), std::fabs(b)); }
double truth(bool b) { return b ? 1 : 0; }

double quotient(double a, double b) { return known(a, b) && b != 0 ? a / b : kNan; }
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

struct Emitted {
  std::string_view meaning;
  std::string_view text;
};
constexpr Emitted kBinary[] = {{"+", "+"},     {"-", "-"},     {"*", "*"},    {"/", " ~/ "}, {"^", " ~^ "},
                               {">=", " ~] "}, {"<=", " ~[ "}, {">", " ~> "}, {"<", " ~< "}, {"==", " ~= "},
                               {"!=", " ~! "}, {"&&", " ~& "}, {"||", " ~| "}};

std::string_view emitted(const Token& token) {
  if (token.prefix) return token.meaning == "!" ? " ! " : token.meaning;
  for (const Emitted& e : kBinary) {
    if (e.meaning == token.meaning) return e.text;
  }
  return token.meaning;
}

}  // namespace

Dialect::Dialect() {
  Init();
  constexpr auto kLeft = mu::oaLEFT;
  DefineOprt("~/", quotient, mu::prMUL_DIV, kLeft, true);
  DefineOprt("~^", power, mu::prPOW, mu::oaRIGHT, true);
  DefineOprt("~]", at_least, mu::prCMP, kLeft, true);
  DefineOprt("~[", at_most, mu::prCMP, kLeft, true);
  DefineOprt("~>", above, mu::prCMP, kLeft, true);
  DefineOprt("~<", below, mu::prCMP, kLeft, true);
  DefineOprt("~=", equal, mu::prCMP, kLeft, true);
  DefineOprt("~!", unequal, mu::prCMP, kLeft, true);
  DefineOprt("~&", both, mu::prLAND, kLeft, true);
  DefineOprt("~|", either, mu::prLOR, kLeft, true);
  DefineInfixOprt("!", negation, mu::prLOGIC);  // looser than a comparison: 非 完成率>=1
  DefineInfixOprt("-", negative);
  DefineInfixOprt("+", positive);
  DefineFun("min", smallest);
  DefineFun("max", largest);
  DefineFun("abs", magnitude);
  DefineFun("floor", whole_below);
  DefineFun("ceil", whole_above);
  DefineFun("if", choice);
}

void Dialect::InitCharSets() {
  DefineNameChars("0123456789_abcdefghijklmnopqrstuvwxyz");
  DefineOprtChars("+-*~/^><=!&|[]");
  DefineInfixOprtChars("+-!");
}

std::string in_dialect(std::span<const Token> tokens, std::span<const std::size_t> used) {
  std::string out;
  std::size_t constants = 0;
  for (const Token& t : tokens) {
    switch (t.kind) {
      case Token::Kind::number:
        out += 'c';
        out += std::to_string(constants++);
        break;
      case Token::Kind::name:
        out += 'v';
        out += std::to_string(std::find(used.begin(), used.end(), t.name) - used.begin());
        break;
      case Token::Kind::function:
      case Token::Kind::open:
      case Token::Kind::close:
      case Token::Kind::comma:
        out += t.meaning;
        break;
      case Token::Kind::op:
        out += emitted(t);
        break;
    }
  }
  return out;
}

}  // namespace jiheng::formula
