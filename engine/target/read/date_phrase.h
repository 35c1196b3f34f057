// engine/target/read/date_phrase.h: days and periods of the assessed year at a place of a cell: 12月底前, 上半年, 春节前.
// Inside the room only.
// Takes   a cell and where in it a date may begin.
// Gives   first and last day, and how sure the reading is; durations (3个月, 60日) are amount.h's.
// Fails   false: no date begins there. A day there is not (T111) is a date that cannot be read.
// Source  docs/target-language.md, 日期
#pragma once

#include <optional>

#include "engine/target/read/reading.h"

namespace jiheng::target {

struct DateReading {
  Op op = Op::none;
  bool debatable = false;
  bool unreadable = false;   ///< 2月30日: a problem in the notes says so
  bool whole_year = false;   ///< 2023年, 全年: beside a number it is a label
  bool explicit_op = false;  ///< something said before or after: 前, 底前, ≤
  std::optional<Day> first;
  std::optional<Day> last;  ///< absent: no date in the text (春节前)
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Reads the longest date that begins at `at`. False: none, and the notes are as before. Days without a year
/// are in the assessed year; context.year is filled in.
bool read_date(Cell& cell, std::size_t at, std::size_t limit, DateReading& out);

}  // namespace jiheng::target
