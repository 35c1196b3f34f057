// engine/standard/read/tokens.h: the phrases of a standard: values, marks, 每…, 否则, 扣完为止 …, and the words between.
// Inside the room only.
// Takes   folded text. Gives  tokens in order that cover it.
// Leaves  what belongs to what to clauses.h.
// Source  docs/standard-language.md
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/units.h"
#include "engine/standard/read/fold.h"
#include "engine/standard/standard.h"

namespace jiheng::standard {

/// How the text says whether an end belongs: ≥, (含) · > · 以上 and 以内 · 以下 · not at all.
enum class End : std::uint8_t { in, out, word, weak, unsaid };

struct Limit {
  base::Decimal value;
  End end = End::unsaid;
};

/// Which way 每… counts.
enum class Way : std::uint8_t { none, above, below, around, late };

struct Token {
  enum class Kind : std::uint8_t {
    comma,
    list,  ///< 、
    semicolon,
    stop,
    colon,
    open,
    close,
    marker,  ///< ① 1. (一)
    words,
    value,
    give,  ///< 得5分, 得满分, 不得分
    deduct,
    add,
    per,         ///< 每超过1个百分点
    otherwise,   ///< 否则
    floor,       ///< 扣完为止
    cap,         ///< 最多扣5分
    proportion,  ///< 按比例得分
    formula,     ///< 得分=完成率×分值
    definition,  ///< 调整率=调整数/年初数
    chosen,      ///< 酌情扣分
    rank,        ///< 从高到低
    partial,     ///< 不足1%按1%计算
    and_so_on,   ///< 以此类推
    header       ///< 满分5分
  } kind = Kind::words;
  std::size_t begin = 0;
  std::size_t end = 0;
  // value
  std::optional<Limit> low = std::nullopt;  ///< per: what it counts from, where that stands in it
  std::optional<Limit> high = std::nullopt;
  std::string unit = {};        ///< value, per: "%" also for 百分点
  bool bare = false;            ///< value: no sign and no word; give: no verb (5分)
  bool mended = false;          ///< a sign lost to recognition was put back
  bool equals = false;          ///< value: = was printed
  std::string_view inner = {};  ///< value: the name between its signs, 60%≤x<70%
  bool symmetric = false;       ///< value: ±
  bool points = false;          ///< value, per: 百分点, not %
  // give, deduct, add, cap, header, floor
  Marks marks = {};
  bool has_marks = false;
  bool deducts = false;  ///< cap, proportion: of deductions
  bool adds = false;     ///< cap, proportion: of additions
  bool down_to = false;  ///< floor: 扣至3分为止, not 扣满3分
  bool once = false;     ///< 一经发现
  // per
  Way way = Way::none;
  base::Decimal each = 1;
  std::size_t number_begin = 0;  ///< per: its number; its end where there is none
  std::size_t number_end = 0;
  bool both = false;    ///< per: 每增减; add, deduct: 加减, 加(扣): one way and the other
  bool counts = false;  ///< a counting word: 每处, 每发现一例
  // partial
  Partial part = Partial::unsaid;
  int number = 0;  ///< marker
};
using Kind = Token::Kind;

bool is_break(Token::Kind kind);
/// Gives, deducts or adds points, by itself or by a person.
bool is_effect(Token::Kind kind);

std::vector<Token> tokens(const Folded& folded, const quantity::UnitTable& units);

/// The unit of 第一名: which place among others, not how many.
inline constexpr std::string_view kRankUnit = "名次";

/// A number with its unit at `at`, as tokens and answers read it; length 0: none.
struct NumberAt {
  std::size_t end = 0;
  base::Decimal value;
  std::string unit = {};
  bool points = false;  ///< 百分点
  bool chinese = false;
  bool counting = false;   ///< the unit is a counting word
  std::int64_t scale = 1;  ///< 万, 亿: already in the value
};
NumberAt number_at(std::string_view text, std::size_t at, const quantity::UnitTable& units);

}  // namespace jiheng::standard
