// engine/target/read/lead.h: all that stands before the number of an amount. Inside the room only.
// Takes   a cell and where in it the words before a number begin.
// Gives   what signs and words there say together, and where they end.
// Source  docs/target-language.md, 比较号和比较词
#pragma once

#include <string>
#include <string_view>

#include "engine/target/read/reading.h"

namespace jiheng::target {

/// What the words and signs before the number say together.
struct Lead {
  Op op = Op::absent;
  Op sign = Op::absent;
  bool within = false;
  bool debatable = false;
  bool contradicts = false;
  bool useless = false;
  bool money = false;
  bool plus_minus = false;
  bool near = false;  ///< 近: about, or lately
  std::string_view head;
  std::string per;  // "/人/月"
  std::size_t end = 0;
};

/// Reads words and signs up to the number; writes their pieces.
Lead read_lead(Cell& cell, std::size_t at, std::size_t limit);

}  // namespace jiheng::target
