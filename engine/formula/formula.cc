// Takes the text of a formula, gives a compiled one that muParser evaluates over columns. Reading and messages are
// lexer.cc's, what an operator means is dialect.cc's. One row after another: muParser's bulk mode is a loop as well,
// reads the text anew each time and starts threads of its own.
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

double finite_or_nan(double value) { return std::isfinite(value) ? value : kNan; }

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
  std::unique_ptr<Program> program;
};

diag::Result<Formula> Formula::compile(std::string_view text, std::span<const std::string_view> names,
                                       const base::Place& place) {
  auto tokens = read_tokens(text, names, place);
  if (!tokens) return std::move(tokens.problems);

  auto compiled = std::make_shared<Compiled>();
  compiled->text = std::string(text);
  std::vector<std::size_t> used;
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
      const bool as_meant =
          t.kind == Token::Kind::op || t.meaning == "(" || t.meaning == ")" || t.meaning == ",";
      shown_token.text = as_meant ? shown(t) : t.written;
    }
    compiled->shown.push_back(std::move(shown_token));
  }

  compiled->program = std::make_unique<Program>(in_dialect(*tokens, used));
  double probe = 0;
  try {
    auto evaluator = compiled->program->numbers.take();
    for (std::size_t i = 0; i < used.size(); ++i) evaluator->variables()[i] = 1.5 + static_cast<double>(i);
    probe = evaluator->value();
    compiled->program->numbers.give_back(std::move(evaluator));
  } catch (const mu::ParserError&) {
    return diag::Diagnostic{"F104", fmt::format("看不懂公式“{}”", text), "各部分合不成一个公式。",
                            "检查括号、逗号和运算符。", place};
  }
  if (used.empty() && !std::isfinite(probe)) {
    return diag::Diagnostic{"F106", fmt::format("公式“{}”没有结果", text), "它里面有除以 0，或者数太大。",
                            "检查除号后面的部分。", place};
  }
  Formula formula;
  formula.compiled_ = std::move(compiled);
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

Program* Formula::program() const { return compiled_ ? compiled_->program.get() : nullptr; }

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
  if (compiled_ && compiled_->shown.size() == 1 && compiled_->shown[0].is_name) {  // nothing to work out
    std::transform(columns[0], columns[0] + rows, results, finite_or_nan);
    return;
  }
  std::fill_n(results, rows, kNan);
  if (!compiled_ || rows == 0) return;
  try {
    auto evaluator = compiled_->program->numbers.take();
    const std::span<double> variables = evaluator->variables();
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < variables.size(); ++i) variables[i] = columns[i][row];
      results[row] = finite_or_nan(evaluator->value());
    }
    compiled_->program->numbers.give_back(std::move(evaluator));
  } catch (const mu::ParserError&) {
    // compile() has evaluated the same expression; should muParser refuse it now, these rows have no value
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
