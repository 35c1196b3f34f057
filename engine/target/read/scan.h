// engine/target/read/scan.h: cell text -> folded text, every folded byte with its place in the cell.
// Takes   UTF-8 of at most kMaxCellCharacters characters.
// Gives   no white space, full-width forms and look-alike signs as one form (≧ -> ≥, ： -> :), and what kinds of characters
//         there are. No allocation: everything lies in the struct.
// Source  docs/target-language.md, 容错
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/base/place.h"

namespace jiheng::target {

inline constexpr std::size_t kMaxFoldedBytes = 8000;

enum class ScanStatus : std::uint8_t { ok, too_long, invalid_utf8 };

class Scan {
 public:
  Scan() {}  // NOLINT: the arrays stay as they are; only what is written is read

  ScanStatus read(std::string_view cell);

  std::string_view text() const { return {bytes_.data(), size_}; }
  std::size_t size() const { return size_; }
  /// Bytes of the cell that folded bytes [begin, end) came from.
  base::Span span(std::size_t begin, std::size_t end) const;

  bool has_digit() const { return has(kDigit); }          ///< 0-9
  bool has_letter() const { return has(kLetter); }        ///< a-z, A-Z
  bool has_numeral() const { return has(kNumeral); }      ///< 一 … 亿, 几, 数
  bool has_date_mark() const { return has(kDateMark); }   ///< 年 月 日 季 旬 前 节
  bool has_sign() const { return has(kSign); }            ///< ≥ ≤ > < = ≈ ≠ 》 《
  bool has_separator() const { return has(kSeparator); }  ///< , 、 ; 。
  bool has_gap_in_digits() const { return gap_; }         ///< two digits with only white space between
  std::size_t gap_at() const { return gap_at_; }          ///< folded byte behind the gap
  std::size_t error_at() const { return error_at_; }      ///< byte of the cell that is no UTF-8

  /// What a character is; bits, for a cell has many of them.
  enum Trait : std::uint8_t {
    kBlank = 1,
    kFolded = 2,  ///< stands for another character
    kDigit = 4,
    kLetter = 8,
    kNumeral = 16,
    kDateMark = 32,
    kSign = 64,
    kSeparator = 128
  };

 private:
  bool has(Trait trait) const { return (kinds_ & trait) != 0; }

  std::array<char, kMaxFoldedBytes> bytes_;
  std::array<std::uint16_t, kMaxFoldedBytes> origin_;  // first byte in the cell
  std::array<std::uint16_t, kMaxFoldedBytes> after_;   // byte behind it
  std::size_t size_ = 0;
  std::size_t gap_at_ = 0;
  std::size_t error_at_ = 0;
  unsigned kinds_ = 0;  ///< of all its characters
  bool gap_ = false;
};

}  // namespace jiheng::target
