// engine/formula/dialect.h: muParser with our own rules for what has no value.
// A missing number is nan. Division by zero, a missing number in a comparison or in min/max give nan, never a
// number: muParser's own min(1, 1/0) is 1. 且 and 或 are three-valued (不达标 且 nan is false, 达标 且 nan is
// nan). Comparison allows for the noise of doubles: 0.3/0.1 >= 3 holds.
#pragma once

#include <muParserBase.h>

#include <span>
#include <string>

#include "engine/formula/lexer.h"

namespace jiheng::formula {

/// A muParser without its functions and constants, with ours.
class Dialect final : public mu::ParserBase {
 public:
  Dialect();

 private:
  void InitCharSets() override;
  void InitFun() override {}
  void InitConst() override {}
  void InitOprt() override {}
};

/// The tokens in this dialect: variables v0, v1 … by position in `used`, numbers c0, c1 … in order.
std::string in_dialect(std::span<const Token> tokens, std::span<const std::size_t> used);

}  // namespace jiheng::formula
