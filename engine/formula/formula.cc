// Takes the text of a formula, gives a compiled one that runs over columns. Reading and messages are
// lexer.cc's, what an operator means is dialect.cc's. One row after another: muParser's bulk mode is a loop
// as well, and starts threads of its own.
#include "engine/formula/formula.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

#include "engine/formula/dialect.h"
#include "engine/formula/lexer.h"

namespace jiheng::formula {
namespace {

/// A parser with the places its variables are read from. muParser keeps its stack inside, so one caller at a
/// time.
class Machine {
 public:
  Machine(const std::string& expression, std::span<const double> constants, std::size_t variables)
      : slots_(variables, 0) {
    for (std::size_t i = 0; i < constants.size(); ++i)
      parser_.DefineConst(fmt::format("c{}", i), constants[i]);
    for (std::size_t i = 0; i < variables; ++i) parser_.DefineVar(fmt::format("v{}", i), &slots_[i]);
    parser_.SetExpr(expression);
  }

  std::span<double> slots() { return slots_; }
  double value() const { return parser_.Eval(); }

 private:
  std::vector<double> slots_;
  Dialect parser_;
};

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
  std::string expression;
  std::vector<double> constants;
  bool is_one_name = false;  ///< 分值: its column is the result
  mutable std::mutex busy;
  mutable std::optional<Machine> machine;  ///< guarded by busy

  template <class Work>
  void with_machine(const Work& work) const {
    const std::unique_lock lock(busy, std::try_to_lock);
    if (lock.owns_lock() && machine) return work(*machine);
    Machine own(expression, constants, used.size());
    work(own);
  }
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
      if (t.kind == Token::Kind::number) compiled->constants.push_back(t.value.to_double());
      const bool as_meant =
          t.kind == Token::Kind::op || t.meaning == "(" || t.meaning == ")" || t.meaning == ",";
      shown_token.text = as_meant ? shown(t) : t.written;
    }
    compiled->shown.push_back(std::move(shown_token));
  }
  compiled->is_one_name = tokens->size() == 1 && !used.empty();
  compiled->expression = in_dialect(*tokens, used);

  try {
    compiled->machine.emplace(compiled->expression, compiled->constants, used.size());
    const double probe = compiled->machine->value();
    if (used.empty() && !std::isfinite(probe)) {
      return diag::Diagnostic{"F106", fmt::format("公式“{}”没有结果", text), "它里面有除以 0，或者数太大。",
                              "检查除号后面的部分。", place};
    }
  } catch (const mu::ParserError&) {
    return diag::Diagnostic{"F104", fmt::format("看不懂公式“{}”", text), "各部分合不成一个公式。",
                            "检查括号、逗号和运算符。", place};
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
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  std::fill_n(results, rows, kNan);
  if (!compiled_) return;
  if (compiled_->is_one_name) {
    std::copy_n(columns[0], rows, results);
    std::replace_if(
        results, results + rows, [](double v) { return !std::isfinite(v); }, kNan);
    return;
  }
  compiled_->with_machine([&](Machine& machine) {
    const std::span<double> slots = machine.slots();
    try {
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = columns[i][row];
        const double value = machine.value();
        if (std::isfinite(value)) results[row] = value;
      }
    } catch (const mu::ParserError&) {
      // A formula that compiled does not throw; if one did, its rows stay nan.
    }
  });
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
