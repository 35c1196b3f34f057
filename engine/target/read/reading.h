// engine/target/read/reading.h: one cell while it is being read: its text, and the pieces and problems found so far. Inside the
// room only. Everything is cheap to undo, so that a reader may try and step back.
// Takes   a folded cell (scan.h).
// Units   folded bytes; parse.cc turns them into places of the cell as typed.
// Limits  kMaxPieces pieces (overflow() past them) and kMaxProblems problems.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/target/parse.h"
#include "engine/target/predicate.h"
#include "engine/target/read/scan.h"

namespace jiheng::target {

struct RawPiece {
  std::uint16_t begin;
  std::uint16_t end;
  Piece::Role role;
};

struct RawProblem {
  std::string_view id;
  std::uint16_t begin;
  std::uint16_t end;
};

/// Pieces and problems by folded bytes, in the order they were read.
class Notes {
 public:
  static constexpr std::size_t kMaxPieces = 256;
  static constexpr std::size_t kMaxProblems = 48;
  struct Mark {
    std::size_t pieces;
    std::size_t problems;
  };

  Notes() {}  // NOLINT: the arrays stay as they are; only what is written is read

  void piece(Piece::Role role, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    if (pieces_ == kMaxPieces) {
      overflow_ = true;
      return;
    }
    all_pieces_[pieces_++] = {static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(end), role};
  }
  void problem(std::string_view id, std::size_t begin, std::size_t end) {
    if (problems_ == kMaxProblems) return;
    all_problems_[problems_++] = {id, static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(end)};
  }
  Mark mark() const { return {pieces_, problems_}; }
  void undo(Mark to) {
    pieces_ = to.pieces;
    problems_ = to.problems;
  }
  bool overflow() const { return overflow_; }
  std::size_t piece_count() const { return pieces_; }
  std::size_t problem_count() const { return problems_; }
  const RawPiece& piece_at(std::size_t i) const { return all_pieces_[i]; }
  const RawProblem& problem_at(std::size_t i) const { return all_problems_[i]; }

 private:
  std::size_t pieces_ = 0;
  std::size_t problems_ = 0;
  bool overflow_ = false;
  std::array<RawPiece, kMaxPieces> all_pieces_;
  std::array<RawProblem, kMaxProblems> all_problems_;
};

struct Cell {
  const Scan& scan;
  const ParseContext& context;
  std::string_view text;
  Notes& notes;

  bool starts(std::size_t at, std::string_view word) const {
    if (at > text.size() || text.size() - at < word.size()) return false;
    // Chinese characters differ in their third byte far more often than in their first.
    const std::size_t telling = word.size() < 3 ? 0 : 2;
    if (text[at + telling] != word[telling]) return false;
    return text.compare(at, word.size(), word) == 0;
  }
  bool digit_at(std::size_t at) const { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }
  /// Bytes of the character at `at`, 1 at least.
  std::size_t step(std::size_t at) const {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
};

/// The Chinese message of a problem; `piece` is the text it is about. (problems.cc)
std::string message_of(std::string_view id, std::string_view piece);

}  // namespace jiheng::target
