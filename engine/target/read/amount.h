// engine/target/read/amount.h: one number with its sign and unit, or a range of two, at a place of a cell.
// Inside the room only.
// Takes   a folded cell and where in it an amount may begin.
// Gives   sign, number, scale and unit, and where the amount ends.
// Fails   false: no amount begins there, the notes are as before; a number that cannot be used is `unreadable`.
// Source  docs/target-language.md, 数 and 单位
#pragma once

#include <string>
#include <string_view>

#include "engine/target/read/reading.h"

namespace jiheng::target {

struct Amount {
  bool range = false;
  bool ratio = false;
  Op op = Op::none;
  bool debatable = false;
  bool has_sign = false;    ///< a printed sign (≥), not a word
  bool unreadable = false;  ///< a problem in the notes says why
  bool chinese = false;     ///< the number is in Chinese numerals
  bool unit_known = false;
  base::Decimal value;
  base::Decimal value2;
  std::int64_t scale = 1;
  std::string unit;
  std::string_view head;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Chinese numerals are taken for a number only where nothing speaks against it (一致, 三支一扶 are words).
enum class Numerals : unsigned char { any, arabic_only };

/// Reads the longest amount that begins at `at` and ends at or before `limit`. False: none, and the notes are
/// as before. A number that is there but cannot be used (1,43) is read with `unreadable` set.
bool read_amount(Cell& cell, std::size_t at, std::size_t limit, Numerals numerals, Amount& out);

/// A unit right behind a number: %, 元/人/月, 个工作日; an unknown one only if `unknown_allowed`.
struct UnitText {
  std::size_t length = 0;  ///< bytes; 0: no unit here
  std::string name;        ///< canonical: 百分比 is %, 个工作日 is 工作日, 元每人 is 元/人
  bool known = true;
  bool cut = false;  ///< 元/ and nothing behind
  bool odd = false;  ///< 人/年: no amount of anything
};
UnitText unit_at(const Cell& cell, std::size_t at, std::size_t limit, bool unknown_allowed);

/// 每人每月 before a number: "/人/月" and its length in bytes; 0 where there is none.
struct PerUnits {
  std::size_t length = 0;
  std::string suffix;
};
PerUnits per_units_at(const Cell& cell, std::size_t at, std::size_t limit);

}  // namespace jiheng::target
