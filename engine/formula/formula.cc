// Takes the text of a formula, gives a compiled one that runs over columns. Reading and messages are
// lexer.cc's, what an operator means is dialect.cc's. One row after another: muParser's bulk mode is a loop
// as well, and starts threads of its own.
#include "engine/formula/formula.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/formula/dialect.h"
#include "engine/formula/lexer.h"

namespace jiheng::formula {
namespace {

/// How a formula is shown: one sign for each operator.
std::string_view shown(const Token& t) {
  if (t.meaning == "*") return "×";
  if (t.meaning == "/") return "÷";
  if (t.meaning == ">=") return "≥";
  if (t.meaning == "<=") return "≤";
  if (t.meaning == "!=") return "≠";
  if (t.meaning == "==") return "=";
  if (t.meaning == "&&") return " 且 ";
  if (t.meaning == "||") return " 或 ";
  if (t.meaning == "!") return "非 ";
  return t.meaning;
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Runs one step over rows [from, from + size); gives the new height of the stack.
std::size_t run(const Step& step, std::span<const double* const> columns, std::size_t from, std::size_t size,
                std::span<double*> stack, std::size_t top) {
  if (step.kind == Step::Kind::constant) {
    std::fill_n(stack[top], size, step.value);
    return top + 1;
  }
  if (step.kind == Step::Kind::variable) {
    std::copy_n(columns[step.variable] + from, size, stack[top]);
    return top + 1;
  }
  if (step.kind == Step::Kind::function) {
    const std::size_t first = top - static_cast<std::size_t>(step.arguments);
    step.over(&stack[first], step.arguments, size);
    return first + 1;
  }
  double* const a = stack[top - 2];
  const double* const b = stack[top - 1];
  switch (step.kind) {
    case Step::Kind::add:
      for (std::size_t i = 0; i < size; ++i) a[i] += b[i];
      break;
    case Step::Kind::subtract:
      for (std::size_t i = 0; i < size; ++i) a[i] -= b[i];
      break;
    default:
      for (std::size_t i = 0; i < size; ++i) a[i] *= b[i];
      break;
  }
  return top - 1;
}

/// The greatest height of the stack; 0 where the steps do not leave exactly one column.
std::size_t deepest_of(const std::vector<Step>& steps) {
  std::size_t top = 0;
  std::size_t deepest = 0;
  for (const Step& s : steps) {
    const bool pushes = s.kind == Step::Kind::constant || s.kind == Step::Kind::variable;
    const std::size_t taken = pushes                           ? 0
                              : s.kind == Step::Kind::function ? static_cast<std::size_t>(s.arguments)
                                                               : 2;
    if (taken > top) return 0;
    top = top - taken + 1;
    deepest = std::max(deepest, top);
  }
  return top == 1 ? deepest : 0;
}

}  // namespace

struct Formula::Compiled {
  struct Shown {
    std::string text;      ///< what stands between the names
    bool is_name = false;  ///< then `used` says which
    std::size_t used = 0;
    bool after_sign = false;  ///< a negative figure here needs brackets
  };

  std::string text;
  std::vector<std::string> used;
  std::vector<Shown> shown;
  std::vector<Step> steps;
  std::size_t deepest = 0;  ///< columns the stack needs
};

diag::Result<Formula> Formula::compile(std::string_view text, std::span<const std::string_view> names,
                                       const base::Place& place) {
  auto tokens = read_tokens(text, names, place);
  if (!tokens) return std::move(tokens.problems);

  auto compiled = std::make_shared<Compiled>();
  compiled->text = std::string(text);
  std::vector<std::size_t> used;
  std::vector<double> constants;
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    const Token& t = (*tokens)[i];
    Compiled::Shown shown_token;
    shown_token.after_sign = i > 0 && (*tokens)[i - 1].kind == Token::Kind::op;
    if (t.kind == Token::Kind::name) {
      auto at = std::find(used.begin(), used.end(), t.name);
      if (at == used.end()) {
        used.push_back(t.name);
        compiled->used.emplace_back(t.written);
        at = used.end() - 1;
      }
      shown_token.is_name = true;
      shown_token.used = static_cast<std::size_t>(at - used.begin());
    } else {
      if (t.kind == Token::Kind::number) constants.push_back(t.value.to_double());
      const bool as_meant =
          t.kind == Token::Kind::op || t.meaning == "(" || t.meaning == ")" || t.meaning == ",";
      shown_token.text = as_meant ? shown(t) : t.written;
    }
    compiled->shown.push_back(std::move(shown_token));
  }

  const auto not_a_formula = [&] {
    return diag::Diagnostic{"F104", fmt::format("看不懂公式“{}”", text), "各部分合不成一个公式。",
                            "检查括号、逗号和运算符。", place};
  };
  std::vector<double> slots(used.size());
  for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = 1.5 + static_cast<double>(i);
  double probe = 0;
  try {
    Dialect parser;
    for (std::size_t i = 0; i < constants.size(); ++i)
      parser.DefineConst(fmt::format("c{}", i), constants[i]);
    for (std::size_t i = 0; i < slots.size(); ++i) parser.DefineVar(fmt::format("v{}", i), &slots[i]);
    parser.SetExpr(in_dialect(*tokens, used));
    probe = parser.Eval();
    compiled->steps = steps_of(parser, slots);
  } catch (const mu::ParserError&) {
    return not_a_formula();
  }
  compiled->deepest = deepest_of(compiled->steps);
  if (compiled->deepest == 0) return not_a_formula();
  if (used.empty() && !std::isfinite(probe)) {
    return diag::Diagnostic{"F106", fmt::format("公式“{}”没有结果", text), "它里面有除以 0，或者数太大。",
                            "检查除号后面的部分。", place};
  }
  Formula formula;
  formula.compiled_ = std::move(compiled);
  // The steps are taken from muParser's own byte code: they must give what it gives.
  const double own = formula.evaluate_one(slots);
  if (std::isfinite(probe) ? own != probe : std::isfinite(own)) return not_a_formula();
  return formula;
}

const std::string& Formula::text() const {
  static const std::string kNone;
  return compiled_ ? compiled_->text : kNone;
}

const std::vector<std::string>& Formula::used_names() const {
  static const std::vector<std::string> kNone;
  return compiled_ ? compiled_->used : kNone;
}

std::span<const Step> Formula::steps() const {
  if (!compiled_) return {};
  return compiled_->steps;
}

std::string Formula::filled_in(std::span<const std::string> figures) const {
  std::string out;
  if (!compiled_) return out;
  for (const Compiled::Shown& s : compiled_->shown) {
    if (!s.is_name) {
      out += s.text;
      continue;
    }
    const std::string& figure = figures[s.used];
    const bool bracket = s.after_sign && figure.starts_with('-');
    if (bracket) out += '(';
    out += figure;
    if (bracket) out += ')';
  }
  return out;
}

void Formula::evaluate(std::span<const double* const> columns, std::size_t rows, double* results) const {
  if (!compiled_) {
    std::fill_n(results, rows, kNan);
    return;
  }
  if (rows == 0) return;
  constexpr std::size_t kMostRows = 256;  // a block and its stack stay in the cache
  const std::size_t block = std::min(kMostRows, rows);
  std::vector<double> memory(compiled_->deepest * block);
  std::vector<double*> stack(compiled_->deepest);
  for (std::size_t i = 0; i < stack.size(); ++i) stack[i] = &memory[i * block];
  for (std::size_t from = 0; from < rows; from += block) {
    const std::size_t size = std::min(block, rows - from);
    std::size_t top = 0;  // one past the last column of the stack
    for (const Step& step : compiled_->steps) top = run(step, columns, from, size, stack, top);
    for (std::size_t i = 0; i < size; ++i)
      results[from + i] = std::isfinite(stack[0][i]) ? stack[0][i] : kNan;
  }
}

double Formula::evaluate_one(std::span<const double> values) const {
  std::vector<const double*> columns;
  columns.reserve(values.size());
  for (const double& v : values) columns.push_back(&v);
  double result = 0;
  evaluate(columns, 1, &result);
  return result;
}

}  // namespace jiheng::formula
