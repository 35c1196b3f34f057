// Takes a cell, says whether a number in it was spoiled on its way from the page: before reading by its characters, after
// reading by what was left over at the number's edges. What the number may have been is problems.cc's.
#include "engine/target/read/damage.h"

#include <algorithm>
#include <string_view>

#include "engine/target/read/amount.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;

using Role = Piece::Role;

/// What ≥ and ≤ become: a character that means nothing before a number.
bool spoiled_sign_at(const Cell& cell, std::size_t at) {
  for (const std::string_view sign :
       {"工"sv, "^"sv, "一"sv, "二"sv, "三"sv, "—"sv, "z"sv, "Z"sv, "士"sv, "王"sv, "之"sv, "乏"sv, "〉"sv}) {
    if (cell.starts(at, sign) && cell.digit_at(at + sign.size())) return true;
  }
  return false;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A letter, a digit or a mark that cannot stand at the edge of a number. PH7 is how acidity is written.
bool sticks(char c) {
  constexpr std::string_view kMarks = "$#*@&^=|?!_\\~+";
  return is_letter(c) || (c >= '0' && c <= '9') || kMarks.find(c) != std::string_view::npos;
}

/// The piece that covers the byte at `at`; nullptr where none was read.
const RawPiece* piece_over(const Notes& notes, std::size_t at) {
  for (std::size_t i = 0; i < notes.piece_count(); ++i) {
    const RawPiece& piece = notes.piece_at(i);
    const bool read = piece.role != Role::label && piece.role != Role::unread;
    if (read && piece.begin <= at && at < piece.end) return &piece;
  }
  return nullptr;
}

}  // namespace

bool is_damaged(const Cell& cell, std::size_t& from, std::size_t& to) {
  const std::string_view text = cell.text;
  if (!cell.scan.has_digit() && !cell.scan.has_letter()) return false;
  for (std::size_t i = 0; i < text.size(); i += cell.step(i)) {
    if (i > 0 && !cell.scan.has_separator()) break;
    const bool begins =
        i == 0 || text[i - 1] == ',' || text[i - 1] == ';' || text.substr(0, i).ends_with("、");
    if (!begins || !spoiled_sign_at(cell, i)) continue;
    from = i;
    to = std::min(text.find_first_of(",;", i), text.size());
    return true;
  }
  for (std::size_t i = 0; cell.scan.has_letter() && i + 2 < text.size(); ++i) {  // M.8万元
    if (!is_letter(text[i]) || text[i + 1] != '.' || !cell.digit_at(i + 2)) continue;
    if (i > 0 && (is_letter(text[i - 1]) || cell.digit_at(i - 1))) continue;  // No.5
    from = i;
    to = std::min(text.find_first_of(",;", i), text.size());
    return true;
  }
  for (std::size_t i = 1; i < text.size(); ++i) {  // 290$
    const bool money = text[i] == '$' && !cell.digit_at(i + 1);
    if (!money || !cell.digit_at(i - 1)) continue;
    for (from = i; from > 0 && (cell.digit_at(from - 1) || text[from - 1] == '.');) --from;
    to = i + 1;
    return true;
  }
  if (!cell.scan.has_letter()) return false;
  const auto doubtful = [](char c) { return c == 'O' || c == 'o' || c == 'I' || c == 'l' || c == 'S'; };
  for (std::size_t i = 0; i < text.size();) {
    if (!cell.digit_at(i) && !is_letter(text[i])) {
      i += cell.step(i);
      continue;
    }
    const std::size_t begin = i;
    std::size_t digits = 0;
    std::size_t letters = 0;
    bool other = false;
    for (; i < text.size() && (cell.digit_at(i) || is_letter(text[i]) || text[i] == '.'); ++i) {
      if (cell.digit_at(i))
        ++digits;
      else if (doubtful(text[i]))
        ++letters;
      else if (is_letter(text[i]))
        other = true;
    }
    // x5人, ≥A5%: one letter and a number with its unit; Q3 is a quarter
    const bool one_letter =
        is_letter(text[begin]) && !doubtful(text[begin]) && text[begin] != 'Q' && i - begin > 1 &&
        text.substr(begin + 1, i - begin - 1).find_first_not_of("0123456789") == std::string_view::npos;
    if (const std::size_t end = i + unit_at(cell, i, text.size(), false).length; one_letter && end > i) {
      const bool ends = end == text.size() || text[end] == ',' || text[end] == ';' ||
                        cell.starts(end, "、") || trail_word_at(text, end).length != 0;
      if (ends) {  // not N95口罩
        from = begin;
        to = end;
        return true;
      }
    }
    if (other || letters == 0 || (digits == 0 && letters < 2)) continue;
    const bool unit_letter =
        digits != 0 && letters == 1 && cell.context.units.longest_at(text, i - 1) != nullptr;
    if (unit_letter) continue;  // 5l
    const bool at_word = i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80;
    const bool begins_with_digit = cell.digit_at(begin);
    if (at_word && !begins_with_digit && unit_at(cell, i, text.size(), false).length == 0)
      continue;  // ISO9001认证
    from = begin;
    to = i;
    return true;
  }
  return false;
}

bool has_glued_number(const Cell& cell, std::size_t& from, std::size_t& to) {
  const Notes& notes = cell.notes;
  for (std::size_t i = 0; i < notes.piece_count(); ++i) {
    const RawPiece& number = notes.piece_at(i);
    if (number.role != Role::number) continue;
    std::size_t begin = number.begin;
    while (begin > 0) {  // signs before it belong to it
      const RawPiece* sign = piece_over(notes, begin - 1);
      if (sign == nullptr || sign->role != Role::sign) break;
      begin = sign->begin;
    }
    const bool signed_number = sign_run_at(cell.text, begin).length != 0;
    if (signed_number && begin > 0 && cell.digit_at(begin - 1)) {  // 5=50%
      for (from = begin; from > 0 && cell.digit_at(from - 1);) --from;
      to = number.end;
      if (const RawPiece* unit = piece_over(notes, to); unit != nullptr && unit->role == Role::unit)
        to = unit->end;
      return true;
    }
    std::size_t end = number.end;
    const RawPiece* unit = piece_over(notes, end);
    if (unit != nullptr && unit->role == Role::unit &&
        cell.text.substr(unit->begin, unit->end - unit->begin) == "%")
      end = unit->end;
    const bool acidity = begin >= 2 && (cell.starts(begin - 2, "PH") || cell.starts(begin - 2, "pH"));
    const bool before = begin > 0 && begin == number.begin && !acidity && sticks(cell.text[begin - 1]) &&
                        piece_over(notes, begin - 1) == nullptr;
    const bool after = end < cell.text.size() && cell.text[end] != '!' && sticks(cell.text[end]) &&
                       piece_over(notes, end) == nullptr;
    if (!before && !after) continue;
    from = before ? begin - 1 : number.begin;
    to = std::min(std::max(end, from + 1), cell.text.size());
    if (after) to = end + 1;
    while (before && from > 0 && sticks(cell.text[from - 1]) && piece_over(notes, from - 1) == nullptr)
      --from;
    if (unit != nullptr && unit->role == Role::unit && !after) to = unit->end;
    return true;
  }
  return false;
}

}  // namespace jiheng::target
