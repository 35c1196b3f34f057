// engine/target/read/signs.h: what stands before and behind a number: ≥ 不低于 约 增长 … 以上 以内 左右 ….
// Gives   each as data; how two of them add up (不低于…以上 agree, ≥…以下 contradict).
// Source  docs/target-language.md 比较词; 以上, 以下 include the number (民法典 1259), 超过, 低于 do not
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/target/predicate.h"

namespace jiheng::target {

/// A word before a number.
struct LeadWord {
  enum class Kind : unsigned char {
    compare,  ///< 不低于: gives op
    within,   ///< 控制在: at most, unless what follows says otherwise
    plain,    ///< 保持, 共, 提高到: says nothing about the comparison
    soft,     ///< 力争: plain, but debatable
    heading,  ///< 增长, 下降: kept as the head
    rank,     ///< 前: 前3名 is at most the third, but debatable
    money     ///< ￥: the unit is 元
  };
  std::size_t length = 0;  ///< bytes; 0: no such word here
  Kind kind = Kind::plain;
  Op op = Op::absent;
  std::string_view text;
};
LeadWord lead_word_at(std::string_view text, std::size_t at);

/// A word behind a number and its unit.
struct TrailWord {
  enum class Kind : unsigned char { compare, plain, more };  ///< more: 多, 余 behind the unit (3年多)
  std::size_t length = 0;
  Kind kind = Kind::plain;
  Op op = Op::absent;
};
TrailWord trail_word_at(std::string_view text, std::size_t at);

/// A run of signs: ≥, >=, ≥≥, 》=.
struct SignRun {
  std::size_t length = 0;
  Op op = Op::absent;
  bool odd = false;          ///< doubled or unusual, corrected (T208)
  bool debatable = false;    ///< 》 for >
  bool useless = false;      ///< ≠, <>: no comparison that could be used
  bool contradicts = false;  ///< ≥≤
};
SignRun sign_run_at(std::string_view text, std::size_t at);

/// Two statements about the same number.
struct Agreement {
  Op op = Op::absent;
  bool contradicts = false;
  bool debatable = false;
};
Agreement agree(Op first, Op second);

}  // namespace jiheng::target
