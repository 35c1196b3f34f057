// Takes the steps of a compiled formula, gives spreadsheet text. An operator here means what dialect.cc says: no value is
// an error of the sheet, comparison allows for the noise of doubles, 且 and 或 are three-valued.
#include "engine/formula/spreadsheet_text.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>
#include <vector>

#include "engine/formula/dialect.h"

namespace jiheng::formula {
namespace {

/// "a-b >= -noise": a and b as dialect.cc's near() compares them.
std::string compared(const std::string& a, const std::string& b, std::string_view sign,
                     std::string_view noise) {
  return fmt::format("1*(({0})-({1}){2}{3}1E-12*MAX(ABS({0}),ABS({1})))", a, b, sign, noise);
}

std::string equality(const std::string& a, const std::string& b, std::string_view sign) {
  return fmt::format("1*(ABS(({0})-({1})){2}1E-12*MAX(ABS({0}),ABS({1})))", a, b, sign);
}

std::string listed(std::string_view function, std::span<const SheetTerm> arguments) {
  std::string out(function);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    out += i == 0 ? '(' : ',';
    out += arguments[i].text;
  }
  return out + ')';
}

std::string text_of(const Step& step, std::span<const SheetTerm> arguments) {
  const std::string& a = arguments[0].text;
  const std::string& b = arguments[arguments.size() > 1 ? 1 : 0].text;
  switch (step.kind) {
    case Step::Kind::add:
      return fmt::format("({})+({})", a, b);
    case Step::Kind::subtract:
      return fmt::format("({})-({})", a, b);
    case Step::Kind::multiply:
      return fmt::format("({})*({})", a, b);
    default:
      break;
  }
  switch (step.call) {
    case Call::quotient:
      return fmt::format("({})/({})", a, b);
    case Call::power:  // 0^0 is 1 here, an error there
      return fmt::format("IF(({1})=0,1+0*({0}),({0})^({1}))", a, b);
    case Call::at_least:
      return compared(a, b, ">=", "-");
    case Call::at_most:
      return compared(b, a, ">=", "-");
    case Call::above:
      return compared(a, b, ">", "");
    case Call::below:
      return compared(b, a, ">", "");
    case Call::equal:
      return equality(a, b, "<=");
    case Call::unequal:
      return equality(a, b, ">");
    case Call::both:
      return fmt::format("IF(OR(IFERROR(({0})=0,FALSE),IFERROR(({1})=0,FALSE)),0,1+0*(({0})+({1})))", a, b);
    case Call::either:
      return fmt::format("IF(OR(IFERROR(({0})<>0,FALSE),IFERROR(({1})<>0,FALSE)),1,0*(({0})+({1})))", a, b);
    case Call::negation:
      return fmt::format("1*(({})=0)", a);
    case Call::negative:
      return fmt::format("-({})", a);
    case Call::positive:
      return a;
    case Call::magnitude:
      return fmt::format("ABS({})", a);
    case Call::whole_below:
      return fmt::format("INT(({0})+1E-12*MAX(1,ABS({0})))", a);
    case Call::whole_above:
      return fmt::format("-INT(-(({0})-1E-12*MAX(1,ABS({0}))))", a);
    case Call::choice:
      return fmt::format("IF(({})<>0,{},{})", a, b, arguments[2].text);
    case Call::smallest:
      return listed("MIN", arguments);
    case Call::largest:
      return listed("MAX", arguments);
  }
  return "NA()";
}

/// The step over numbers known now, by the formula's own operators.
double value_of(const Step& step, std::span<const SheetTerm> arguments) {
  std::vector<double> values;
  values.reserve(arguments.size());
  for (const SheetTerm& a : arguments) values.push_back(*a.number);
  switch (step.kind) {
    case Step::Kind::add:
      return values[0] + values[1];
    case Step::Kind::subtract:
      return values[0] - values[1];
    case Step::Kind::multiply:
      return values[0] * values[1];
    default:
      break;
  }
  std::vector<double*> columns;
  columns.reserve(values.size());
  for (double& v : values) columns.push_back(&v);
  step.over(columns.data(), step.arguments, 1);
  return values[0];
}

bool is(const SheetTerm& term, bool zero) {
  return term.number && std::isfinite(*term.number) && (*term.number == 0) == zero;
}

/// What is settled although one side is not: 0 且 …, 1 或 …, 若(1, …), or one side alone.
std::optional<SheetTerm> shortcut(const Step& step, std::span<const SheetTerm> arguments) {
  if (step.kind != Step::Kind::function) return std::nullopt;
  if (step.call == Call::choice && arguments[0].number && std::isfinite(*arguments[0].number)) {
    return arguments[*arguments[0].number != 0 ? 1 : 2];
  }
  if (step.call != Call::both && step.call != Call::either) return std::nullopt;
  const bool both = step.call == Call::both;
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    if (is(arguments[i], both)) return sheet_number(both ? 0 : 1);
    if (is(arguments[i], !both)) return sheet_expression(fmt::format("1*(({})<>0)", arguments[1 - i].text));
  }
  return std::nullopt;
}

}  // namespace

SheetTerm sheet_number(double value) {
  if (!std::isfinite(value)) return {"NA()", value};
  const std::string digits = fmt::format("{:.15g}", value);
  return {value < 0 ? "(" + digits + ")" : digits, value};
}

SheetTerm sheet_expression(std::string text) { return {std::move(text), std::nullopt}; }

std::optional<SheetTerm> spreadsheet_text(const Formula& formula, std::span<const SheetTerm> terms) {
  std::vector<SheetTerm> stack;
  for (const Step& step : formula.steps()) {
    if (step.kind == Step::Kind::constant) {
      stack.push_back(sheet_number(step.value));
      continue;
    }
    if (step.kind == Step::Kind::variable) {
      stack.push_back(terms[step.variable]);
      continue;
    }
    const std::size_t count =
        step.kind == Step::Kind::function ? static_cast<std::size_t>(step.arguments) : 2;
    const std::size_t first = stack.size() - count;
    const std::span<const SheetTerm> arguments(&stack[first], count);
    bool known = true;
    for (const SheetTerm& a : arguments) known = known && a.number.has_value();
    SheetTerm result;
    if (known) {
      result = sheet_number(value_of(step, arguments));
    } else if (auto settled = shortcut(step, arguments)) {
      result = std::move(*settled);
    } else {
      result = sheet_expression(text_of(step, arguments));
    }
    if (result.text.size() > kMaxSheetText) return std::nullopt;
    stack.resize(first);
    stack.push_back(std::move(result));
  }
  if (stack.size() != 1) return std::nullopt;
  return std::move(stack.front());
}

}  // namespace jiheng::formula
