// engine/standard/read/phrases/phrases.h: one phrase at a place of a folded text.
// Inside the room only.
// Takes   folded text and a place. Gives  true and the token with its end; false: no such phrase begins there.
// Source  docs/standard-language.md
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "engine/standard/read/tokens.h"

namespace jiheng::standard {

/// Bytes a phrase is looked through for its end: what keeps reading linear.
inline constexpr std::size_t kLongestPhrase = 600;

struct Reader {
  std::string_view text;
  const quantity::UnitTable& units;

  bool sees(std::size_t at, std::string_view word) const { return text.substr(at).starts_with(word); }
  /// The longest of the words that stands at `at`; empty if none.
  std::string_view longest(std::size_t at, std::span<const std::string_view> words) const;
  /// Skips any of the words, any number of times.
  std::size_t skip(std::size_t at, std::span<const std::string_view> words) const;
  /// Where the phrase of `at` ends: the next , ; 。 : ( ) or the end.
  std::size_t phrase_end(std::size_t at) const { return phrase_end_within(at, at + kLongestPhrase); }
  std::size_t phrase_end_within(std::size_t at, std::size_t limit) const;
  bool phrase_ends(std::size_t at) const { return at >= text.size() || phrase_end_within(at, at + 1) == at; }
  bool digit(std::size_t at) const { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }
};

/// The token is of this kind and lies there; true.
inline bool finish_phrase(Token& out, Token::Kind kind, std::size_t begin, std::size_t end) {
  out.kind = kind;
  out.begin = begin;
  out.end = end;
  return true;
}

struct OneNumber {
  NumberAt number;
  End end = End::unsaid;
  std::optional<base::Decimal> which = std::nullopt;  ///< (含95%): the number that the bracket names
};

/// (含) (不含70%) (含本数): in, out; unsaid where no such bracket stands at `at`. `which`: the number that it names.
End bracket_end(const Reader& in, std::size_t& at, std::optional<base::Decimal>* which = nullptr);
/// A number, its unit, and brackets that close or open it.
bool one_number(const Reader& in, std::size_t& at, OneNumber& out);
/// …计算得分, …计分: points come of it.
bool is_counted_out(std::string_view phrase);
/// 完成率×10, 按到位率×15分计算得分: a plain number, or marks, by which something is multiplied.
bool times_a_number(const Reader& in, std::size_t at, std::string_view phrase);
/// Where a formula ends that begins at `from`.
std::size_t formula_end(const Reader& in, std::size_t from);
/// ×本指标分值(2分): the end without how many marks that is.
std::size_t without_marks(const Reader& in, std::size_t end);
/// 1. 1、 (1) ① 一、 (一) 一是: only the next of a row that begins with 1.
bool read_marker(const Reader& in, std::size_t at, bool phrase_begins, int next, Token& out);
/// 5个工作日内办结率达到98%, 10万元以上的村占比达80%: which of them the rate is of.
bool is_in_a_name(const Reader& in, std::size_t end);
/// 超10%差异全说明, 3至5项个性指标: the number says which of them, nothing is held against it.
bool names_what_follows(const Reader& in, const Token& value);
/// 100%公开得4分: what all of it is of stands behind.
void whole_of_what_follows(const Reader& in, Token& value);
/// ≥90%, 80%(含)-90%, 95%以上, 60%≤x<70%, ±10%以内, 100%.
bool read_value(const Reader& in, std::size_t at, Token& out);
/// 第一名, 第2-5名, 前三名, before marks or the end of its phrase.
bool read_rank(const Reader& in, std::size_t at, Token& out);
/// 得5分, 计满分, 不得分, 扣0.5分, 加1分, 扣权重分的1%, 30-49分; 最多扣5分, 扣完为止, 满分5分.
bool read_marks(const Reader& in, std::size_t at, Token& out);
/// 每超过一个百分点, 每发现一处: only where points follow.
bool read_per(const Reader& in, std::size_t at, Token& out);
/// 下降1个百分点扣1分, 缺一次扣0.5分, without 每: a way, one unit, and points right behind.
bool read_implied_per(const Reader& in, std::size_t at, Token& out);
/// 不足1%按1%计算, 不足1%不扣分.
bool read_partial(const Reader& in, std::size_t at, Token& out);
/// 按比例得分, 酌情扣分, 否则, 以此类推, 从高到低.
bool read_set_phrase(const Reader& in, std::size_t at, Token& out);

}  // namespace jiheng::standard
