// Takes checked tokens, gives muParser's text and a parser that knows the operators of that text. Leaves
// places and messages to lexer.cc: what arrives here is well formed.
#include "engine/formula/dialect.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
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

// The same functions over columns; the loops are here so that a step costs one call a block, not one a row.
using Over = decltype(Step::over);
template <double (*F)(double)>
void over_one(double* const* columns, int, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) columns[0][i] = F(columns[0][i]);
}
template <double (*F)(double, double)>
void over_two(double* const* columns, int, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) columns[0][i] = F(columns[0][i], columns[1][i]);
}
template <double (*F)(double, double, double)>
void over_three(double* const* columns, int, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) columns[0][i] = F(columns[0][i], columns[1][i], columns[2][i]);
}
template <double (*F)(const double*, int)>
void over_many(double* const* columns, int arguments, std::size_t rows) {
  std::vector<double> row(static_cast<std::size_t>(arguments));
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t a = 0; a < row.size(); ++a) row[a] = columns[a][i];
    columns[0][i] = F(row.data(), arguments);
  }
}

struct Known {
  mu::erased_fun_type function;
  Call call;
  Over over;
};
template <auto F>
Known known_function(Call call, Over over) {
  return {reinterpret_cast<mu::erased_fun_type>(F), call, over};
}

const Known* known_of(mu::erased_fun_type function) {
  static const Known kKnown[] = {known_function<quotient>(Call::quotient, over_two<quotient>),
                                 known_function<power>(Call::power, over_two<power>),
                                 known_function<at_least>(Call::at_least, over_two<at_least>),
                                 known_function<at_most>(Call::at_most, over_two<at_most>),
                                 known_function<above>(Call::above, over_two<above>),
                                 known_function<below>(Call::below, over_two<below>),
                                 known_function<equal>(Call::equal, over_two<equal>),
                                 known_function<unequal>(Call::unequal, over_two<unequal>),
                                 known_function<both>(Call::both, over_two<both>),
                                 known_function<either>(Call::either, over_two<either>),
                                 known_function<negation>(Call::negation, over_one<negation>),
                                 known_function<negative>(Call::negative, over_one<negative>),
                                 known_function<positive>(Call::positive, over_one<positive>),
                                 known_function<magnitude>(Call::magnitude, over_one<magnitude>),
                                 known_function<whole_below>(Call::whole_below, over_one<whole_below>),
                                 known_function<whole_above>(Call::whole_above, over_one<whole_above>),
                                 known_function<choice>(Call::choice, over_three<choice>),
                                 known_function<smallest>(Call::smallest, over_many<smallest>),
                                 known_function<largest>(Call::largest, over_many<largest>)};
  for (const Known& k : kKnown) {
    if (k.function == function) return &k;
  }
  return nullptr;
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
  EnableOptimizer(false);  // its steps are taken over one by one
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

std::vector<Step> steps_of(const Dialect& compiled, std::span<const double> slots) {
  std::vector<Step> steps;
  const mu::ParserByteCode& code = compiled.GetByteCode();
  for (const mu::SToken* token = code.GetBase(); token->Cmd != mu::cmEND; ++token) {
    Step step;
    switch (token->Cmd) {
      case mu::cmVAL:
        step.value = token->Val.data2;
        break;
      case mu::cmVAR:
        step.kind = Step::Kind::variable;
        step.variable = static_cast<std::size_t>(token->Val.ptr - slots.data());
        break;
      case mu::cmADD:
        step.kind = Step::Kind::add;
        break;
      case mu::cmSUB:
        step.kind = Step::Kind::subtract;
        break;
      case mu::cmMUL:
        step.kind = Step::Kind::multiply;
        break;
      case mu::cmFUNC:
        step.kind = Step::Kind::function;
        step.arguments = std::abs(token->Fun.argc);  // negative: any number of them
        if (const Known* known = known_of(token->Fun.cb._pRawFun)) {
          step.call = known->call;
          step.over = known->over;
          break;
        }
        return {};
      default:
        return {};
    }
    steps.push_back(step);
  }
  return steps;
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
