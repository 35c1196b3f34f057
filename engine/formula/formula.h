// engine/formula/formula.h: a formula as written on the form, compiled once, evaluated over columns.
// Takes   `20分*执行率`, `分值*min(1,完成值/目标值)`, `反向 且 完成率>=130%`; × ÷ （ ） ， ≥ ≤ ≠ 且 或 非 are accepted.
// Units   plain doubles inside; the caller rounds results to decimals (base::Decimal::from_double).
// Fails   F101 empty, F102 too long, F103 unknown name, F104 not a formula, F105 comma where a point is meant,
//         F106 division by a constant zero; at evaluation: nan and inf are reported by row, never returned.
// Source  docs/scheme-language.md
// This is the only room that sees muParser.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::formula {

inline constexpr std::size_t kMaxFormulaCharacters = 500;

struct Program;

class Formula {
 public:
  Formula() = default;

  /// Compiles. `names` are all the names a formula here may use; `place` is where the text stands, for
  /// messages.
  static diag::Result<Formula> compile(std::string_view text, std::span<const std::string_view> names,
                                       const base::Place& place);

  const std::string& text() const;
  /// The names it uses, in order of first use (a subset of compile's).
  const std::vector<std::string>& used_names() const;

  /// Value with names replaced by figures, for traces: "3×8÷17.5". `figures[i]` belongs to used_names()[i].
  std::string filled_in(std::span<const std::string> figures) const;

  /// One value per row. `columns[i]` belongs to used_names()[i], each of `rows` values. results has `rows`
  /// places; a row whose value is not finite gets nan there (the caller must test). Thread-safe: threads that run
  /// one formula at once have a parser each, kept with the formula for the next run.
  void evaluate(std::span<const double* const> columns, std::size_t rows, double* results) const;

  /// What muParser runs, for this room's own use; nullptr for a formula never compiled.
  Program* program() const;

  /// A batch of length one.
  double evaluate_one(std::span<const double> values) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace jiheng::formula
