// engine/standard/scheme_readings.h: what a scheme says about questions that the texts of its forms leave open -> a standard with fewer.
// Takes   a standard as parse() gave it. Source  docs/standard-language.md, 评分标准读法
#pragma once

#include <cstdint>
#include <optional>

#include "engine/standard/standard.h"

namespace jiheng::standard {

/// Each kind once; an absent one stays open.
struct SchemeReadings {
  std::optional<Partial> part_of_unit;  ///< 不足一档
  /// 档的两端: which step has the number that two of them name.
  enum class Ends : std::uint8_t { unsaid, upper_step, lower_step } ends = Ends::unsaid;
  Gap gap = Gap::unsaid;                        ///< 两档之间
  OtherMarks other_marks = OtherMarks::unsaid;  ///< 分数与分值不同
  /// 按比例: of the value that gives all, of 100%, or on a line between nothing and all.
  enum class Proportional : std::uint8_t {
    unsaid,
    of_full,
    of_hundred,
    on_a_line
  } proportional = Proportional::unsaid;
  /// 超过的按比例: full × limit ÷ value, or full less the share beyond the limit.
  enum class Reverse : std::uint8_t { unsaid, limit_by_value, less_the_excess } reverse = Reverse::unsaid;
};

/// The standard with what is settled said, and no longer among what is open.
Standard read_by(Standard standard, const SchemeReadings& readings);

}  // namespace jiheng::standard
