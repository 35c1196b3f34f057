// engine/formula/spreadsheet_text.h: a compiled formula -> an expression a spreadsheet computes to the same value.
// Takes   for each name what stands for it in the sheet: a number that never changes, or an expression.
// Gives   text without "="; truth is 1 or 0; where the formula has no value the expression is an error (#DIV/0!, #VALUE!).
//         What depends on numbers alone is computed here, by the formula's own operators.
// Fails   nullopt where the text would pass kMaxSheetText. Functions used: IF IFERROR OR MIN MAX ABS INT.
// Source  docs/report.md, "活的公式"
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "engine/formula/formula.h"

namespace jiheng::formula {

/// Of 8192 characters a cell's formula may have, what one expression may take.
inline constexpr std::size_t kMaxSheetText = 3000;

/// A number known now (nan: no value), or an expression that gives a number or an error. A reference among them must not
/// hold text that MIN would pass over: write (A1+0) where it may.
struct SheetTerm {
  std::string text;              ///< the expression; of a known number its digits, NA() for nan
  std::optional<double> number;  ///< set: the same in every state of the sheet
};

/// The term of a number: 15 significant digits.
SheetTerm sheet_number(double value);
SheetTerm sheet_expression(std::string text);

/// `terms[i]` belongs to formula.used_names()[i].
std::optional<SheetTerm> spreadsheet_text(const Formula& formula, std::span<const SheetTerm> terms);

}  // namespace jiheng::formula
