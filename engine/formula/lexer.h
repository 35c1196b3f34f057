// engine/formula/lexer.h: text of a formula -> tokens, each with its place, checked for shape.
// Takes   UTF-8, any width; names are matched whole against a list of known names.
// Gives   tokens that form a formula (operand and operator alternate, brackets close, functions have their number of
//         arguments), or every problem found.
// Leaves  precedence and evaluation to muParser (dialect.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::formula {

struct Token {
  enum class Kind : std::uint8_t { number, name, function, op, open, close, comma };
  Kind kind = Kind::op;
  std::string_view written = {};  ///< the piece of the text
  std::string_view meaning = {};  ///< op: as in spellings.cc; function: its ASCII name
  base::Decimal value = {};       ///< number, its suffix applied: 95% -> 0.95
  std::size_t name = 0;           ///< name: index into the known names
  bool prefix = false;            ///< op: stands before its only operand
};

/// The text must outlive the tokens. Fails with F101..F106.
diag::Result<std::vector<Token>> read_tokens(std::string_view text, std::span<const std::string_view> names,
                                             const base::Place& place);

}  // namespace jiheng::formula
