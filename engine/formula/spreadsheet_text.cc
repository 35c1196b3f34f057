// Takes a compiled formula, has muParser run it with operators that write text, gives spreadsheet text. An operator here
// means what dialect.cc says: no value is an error of the sheet, comparison allows for the noise of doubles, 且 and 或 are
// three-valued.
#include "engine/formula/spreadsheet_text.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/formula/dialect.h"

namespace jiheng::formula {
namespace {

// The text of each operator.
namespace written {

using Text = const std::string&;

/// "a-b >= -noise": a and b as dialect.cc's near() compares them.
std::string compared(Text a, Text b, std::string_view sign, std::string_view noise) {
  return fmt::format("1*(({0})-({1}){2}{3}1E-12*MAX(ABS({0}),ABS({1})))", a, b, sign, noise);
}

std::string equality(Text a, Text b, std::string_view sign) {
  return fmt::format("1*(ABS(({0})-({1})){2}1E-12*MAX(ABS({0}),ABS({1})))", a, b, sign);
}

std::string sum(Text a, Text b) { return fmt::format("({})+({})", a, b); }
std::string difference(Text a, Text b) { return fmt::format("({})-({})", a, b); }
std::string product(Text a, Text b) { return fmt::format("({})*({})", a, b); }
std::string quotient(Text a, Text b) { return fmt::format("({})/({})", a, b); }
/// 0^0 is 1 here, an error there.
std::string power(Text a, Text b) { return fmt::format("IF(({1})=0,1+0*({0}),({0})^({1}))", a, b); }
std::string at_least(Text a, Text b) { return compared(a, b, ">=", "-"); }
std::string at_most(Text a, Text b) { return compared(b, a, ">=", "-"); }
std::string above(Text a, Text b) { return compared(a, b, ">", ""); }
std::string below(Text a, Text b) { return compared(b, a, ">", ""); }
std::string equal(Text a, Text b) { return equality(a, b, "<="); }
std::string unequal(Text a, Text b) { return equality(a, b, ">"); }
std::string both(Text a, Text b) {
  return fmt::format("IF(OR(IFERROR(({0})=0,FALSE),IFERROR(({1})=0,FALSE)),0,1+0*(({0})+({1})))", a, b);
}
std::string either(Text a, Text b) {
  return fmt::format("IF(OR(IFERROR(({0})<>0,FALSE),IFERROR(({1})<>0,FALSE)),1,0*(({0})+({1})))", a, b);
}
std::string negation(Text a) { return fmt::format("1*(({})=0)", a); }
std::string negative(Text a) { return fmt::format("-({})", a); }
std::string positive(Text a) { return a; }
std::string magnitude(Text a) { return fmt::format("ABS({})", a); }
std::string whole_below(Text a) { return fmt::format("INT(({0})+1E-12*MAX(1,ABS({0})))", a); }
std::string whole_above(Text a) { return fmt::format("-INT(-(({0})-1E-12*MAX(1,ABS({0}))))", a); }

}  // namespace written

/// The terms muParser calculates with here: a number is the place of one in the list.
struct Writing {
  std::vector<SheetTerm> terms;
  bool too_long = false;

  const SheetTerm& at(double place) const { return terms[static_cast<std::size_t>(place)]; }
  double add(SheetTerm term) {
    too_long = too_long || term.text.size() > kMaxSheetText;
    if (too_long) return 0;  // nothing is made of it any more
    terms.push_back(std::move(term));
    return static_cast<double>(terms.size() - 1);
  }
};
/// muParser hands an operator its numbers and nothing beside them: the list is found here.
thread_local Writing* writing = nullptr;

// An operator: over numbers known now what the formula means, else its text.
template <auto number, auto text>
double one(double a) {
  const SheetTerm& x = writing->at(a);
  if (x.number) return writing->add(sheet_number((kNumbers.*number)(*x.number)));
  return writing->add(sheet_expression(text(x.text)));
}
template <auto number, auto text>
double two(double a, double b) {
  const SheetTerm& x = writing->at(a);
  const SheetTerm& y = writing->at(b);
  if (x.number && y.number) return writing->add(sheet_number((kNumbers.*number)(*x.number, *y.number)));
  return writing->add(sheet_expression(text(x.text, y.text)));
}

bool is(const SheetTerm& term, bool zero) {
  return term.number && std::isfinite(*term.number) && (*term.number == 0) == zero;
}

/// 且 or 或: one side may settle it (0 且 …, 1 或 …) or leave it to the other.
template <auto number, auto text>
double joined(double a, double b) {
  constexpr bool kAnd = number == &Meanings::both;
  const SheetTerm& x = writing->at(a);
  const SheetTerm& y = writing->at(b);
  if (!x.number || !y.number) {
    if (is(x, kAnd) || is(y, kAnd)) return writing->add(sheet_number(kAnd ? 0 : 1));
    if (is(x, !kAnd)) return writing->add(sheet_expression(fmt::format("1*(({})<>0)", y.text)));
    if (is(y, !kAnd)) return writing->add(sheet_expression(fmt::format("1*(({})<>0)", x.text)));
  }
  return two<number, text>(a, b);
}

double written_choice(double condition, double a, double b) {
  const SheetTerm& c = writing->at(condition);
  if (c.number && std::isnan(*c.number)) return writing->add(sheet_number(*c.number));
  if (c.number) return *c.number != 0 ? a : b;
  return writing->add(
      sheet_expression(fmt::format("IF(({})<>0,{},{})", c.text, writing->at(a).text, writing->at(b).text)));
}

template <auto number>
double many(const double* places, int count) {
  std::vector<double> values;
  std::string list;
  for (int i = 0; i < count; ++i) {
    const SheetTerm& term = writing->at(places[i]);
    if (term.number) values.push_back(*term.number);
    list += (i == 0 ? "" : ",") + term.text;
  }
  if (values.size() == static_cast<std::size_t>(count))
    return writing->add(sheet_number((kNumbers.*number)(values.data(), count)));
  constexpr std::string_view kName = number == &Meanings::smallest ? "MIN" : "MAX";
  return writing->add(sheet_expression(fmt::format("{}({})", kName, list)));
}

}  // namespace

const Meanings kTerms{.sum = two<&Meanings::sum, written::sum>,
                      .difference = two<&Meanings::difference, written::difference>,
                      .product = two<&Meanings::product, written::product>,
                      .quotient = two<&Meanings::quotient, written::quotient>,
                      .power = two<&Meanings::power, written::power>,
                      .at_least = two<&Meanings::at_least, written::at_least>,
                      .at_most = two<&Meanings::at_most, written::at_most>,
                      .above = two<&Meanings::above, written::above>,
                      .below = two<&Meanings::below, written::below>,
                      .equal = two<&Meanings::equal, written::equal>,
                      .unequal = two<&Meanings::unequal, written::unequal>,
                      .both = joined<&Meanings::both, written::both>,
                      .either = joined<&Meanings::either, written::either>,
                      .negation = one<&Meanings::negation, written::negation>,
                      .negative = one<&Meanings::negative, written::negative>,
                      .positive = one<&Meanings::positive, written::positive>,
                      .magnitude = one<&Meanings::magnitude, written::magnitude>,
                      .whole_below = one<&Meanings::whole_below, written::whole_below>,
                      .whole_above = one<&Meanings::whole_above, written::whole_above>,
                      .choice = written_choice,
                      .smallest = many<&Meanings::smallest>,
                      .largest = many<&Meanings::largest>};

SheetTerm sheet_number(double value) {
  if (!std::isfinite(value)) return {"NA()", value};
  const std::string digits = fmt::format("{:.15g}", value);
  return {value < 0 ? "(" + digits + ")" : digits, value};
}

SheetTerm sheet_expression(std::string text) { return {std::move(text), std::nullopt}; }

std::optional<SheetTerm> spreadsheet_text(const Formula& formula, std::span<const SheetTerm> terms) {
  Program* const program = formula.program();
  if (program == nullptr) return std::nullopt;
  Writing list;
  list.terms.assign(terms.begin(), terms.end());
  for (const double constant : program->constants) list.terms.push_back(sheet_number(constant));
  try {
    auto evaluator = program->terms.take();
    std::iota(evaluator->variables().begin(), evaluator->variables().end(), 0.0);
    writing = &list;
    const double result = evaluator->value();
    writing = nullptr;
    program->terms.give_back(std::move(evaluator));
    if (list.too_long) return std::nullopt;
    return list.at(result);
  } catch (const mu::ParserError&) {  // compile() has run the same expression over numbers
    writing = nullptr;
    return std::nullopt;
  }
}

}  // namespace jiheng::formula
