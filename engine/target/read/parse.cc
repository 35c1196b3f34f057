// Takes one cell, gives its predicate. The order of trying: empty, damage, a date, an amount, a phrase of
// words, and at last segments.h for everything with more than one of these. Leaves comparing to compare.h.
#include "engine/target/parse.h"

#include <algorithm>

#include "engine/target/read/amount.h"
#include "engine/target/read/at_sight.h"
#include "engine/target/read/blank.h"
#include "engine/target/read/damage.h"
#include "engine/target/read/phrase.h"
#include "engine/target/read/plain.h"
#include "engine/target/read/reading.h"
#include "engine/target/read/segments.h"
#include "engine/target/read/single.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;

using Role = Piece::Role;

/// 每月10日前: a day of every month, no day of the year.
bool read_recurring(const Cell& cell, std::size_t limit, Predicate& out) {
  std::size_t at = 0;
  for (const std::string_view word :
       {"每季度末"sv, "每季度"sv, "每季末"sv, "每季"sv, "每月底"sv, "每月"sv, "每周"sv, "每旬"sv, "每学期"sv,
        "每半年"sv, "按月"sv, "按季度"sv, "按季"sv, "逐月"sv, "次月"sv, "当月"sv}) {
    if (cell.starts(0, word)) {
      at = word.size();
      break;
    }
  }
  if (at == 0) return false;
  while (at < limit && !cell.digit_at(at)) {
    if (cell.starts(at, "不") || cell.starts(at, "至少") || cell.starts(at, "≥") || cell.starts(at, "≤"))
      return false;
    at += cell.step(at);
    if (at > 24) return false;
  }
  const std::size_t number_at = at;
  while (at < limit && cell.digit_at(at)) ++at;
  if (at == number_at || at - number_at > 2 || !(cell.starts(at, "日") || cell.starts(at, "号")))
    return false;
  while (at < limit) {
    at += cell.step(at);
    if (cell.digit_at(at)) return false;
  }
  out.kind = Kind::qualitative;
  out.sureness = Sureness::debatable;
  out.wording = cell.text.substr(0, limit);
  out.standing = Standing{"周期", 0, false, false, ""};
  return true;
}

/// 定性 保障, 定性：较好: what the column 指标性质 says, then the target. A short word that says nothing by itself (保障) is
/// a target of words then, as the table calls it.
bool read_declared_words(Cell& cell, std::size_t limit, Predicate& out) {
  constexpr std::size_t kWord = 6;
  constexpr std::size_t kLongest = 60;
  if (!cell.starts(0, "定性") || limit <= kWord || limit > kLongest) return false;
  std::size_t begin = kWord;
  if (cell.starts(begin, "指标")) begin += kWord;
  if (begin >= limit) return false;
  if (cell.text[begin] == ':' || cell.text[begin] == ',') ++begin;
  if (begin >= limit) return false;
  const Notes::Mark mark = cell.notes.mark();
  cell.notes.piece(Role::label, 0, begin);
  read_phrase(cell, begin, limit, out);
  if (out.kind == Kind::qualitative || out.kind == Kind::boolean) return true;
  cell.notes.undo(mark);
  if (out.kind != Kind::unreadable || cell.scan.has_separator()) return false;
  out = Predicate{};
  out.kind = Kind::qualitative;
  out.sureness = Sureness::debatable;
  out.wording = cell.text.substr(0, limit);
  out.standing = Standing{out.wording.substr(begin), 0, false, false, ""};
  cell.notes.piece(Role::word, 0, limit);
  return true;
}

void say_blank(Cell& cell, std::size_t limit, Predicate& out) {
  const Blank blank = blankness(cell.text.substr(0, limit));
  out.kind = Kind::empty;
  out.sureness = Sureness::sure;
  cell.notes.piece(Role::word, 0, cell.text.size());
  cell.notes.problem(blank == Blank::empty ? "T101" : "T206", 0, cell.text.size());
}

void read_cell(Cell& cell, Predicate& out) {
  const std::string_view text = cell.text;
  // full stops and the like at the end are no part of anything
  std::size_t limit = text.size();
  while (limit > 0) {
    if (text[limit - 1] == ';' || text[limit - 1] == ',' || text[limit - 1] == '.' ||
        text[limit - 1] == '!') {
      --limit;
    } else if (limit >= 3 && (text.substr(limit - 3, 3) == "。" || text.substr(limit - 3, 3) == "、")) {
      limit -= 3;
    } else {
      break;
    }
  }
  const auto unreadable = [&](std::string_view id, std::size_t from, std::size_t to) {
    out = Predicate{};
    out.kind = Kind::unreadable;
    out.sureness = Sureness::debatable;
    cell.notes.problem(id, from, to);
  };
  if (limit == 0) return unreadable("T104", 0, text.size());
  if (limit < text.size() && blankness(text.substr(0, limit)) != Blank::no)
    return say_blank(cell, limit, out);
  if (cell.scan.has_gap_in_digits()) return unreadable("T107", 0, text.size());
  for (std::size_t i = text.find("。"); i != std::string_view::npos; i = text.find("。", i + 3)) {
    if (i > 0 && cell.digit_at(i - 1) && cell.digit_at(i + 3))
      return unreadable("T107", 0, text.size());  // 95。5%
  }
  std::size_t from = 0;
  std::size_t to = 0;
  if (is_damaged(cell, from, to)) return unreadable("T112", from, to);
  const bool numbers = cell.scan.has_digit() || cell.scan.has_numeral();
  if (cell.scan.has_digit() && read_recurring(cell, limit, out)) {
    cell.notes.problem("T207", 0, limit);
    return;
  }
  if (!cell.scan.has_digit() && read_declared_words(cell, limit, out)) {
    if (limit < text.size()) cell.notes.piece(Role::separator, limit, text.size());
    return;
  }
  const bool read = (numbers || cell.scan.has_date_mark()) && read_single(cell, 0, limit, out);
  if (!read) {
    const Notes::Mark mark = cell.notes.mark();
    if (!cell.scan.has_digit()) read_phrase(cell, 0, limit, out);
    if (cell.scan.has_digit() || out.kind == Kind::unreadable) {
      if (cell.scan.has_digit() || cell.scan.has_numeral() || cell.scan.has_separator() ||
          cell.scan.has_date_mark()) {
        cell.notes.undo(mark);
        read_segments(cell, limit, out);
      } else {
        cell.notes.problem("T104", 0, text.size());
      }
    }
  } else if (out.kind == Kind::deadline && !out.last) {
    out.wording = text.substr(0, limit);
  }
  const bool numeric = out.kind == Kind::quantity || out.kind == Kind::range || out.kind == Kind::composite;
  if (numeric && has_glued_number(cell, from, to)) return unreadable("T112", from, to);
  if (limit < text.size()) cell.notes.piece(Role::separator, limit, text.size());
}

/// What is said about an amount that stands: remark(id).
template <class Remark>
void remark_on_amount(const Predicate& out, const Remark& remark) {
  if (out.kind != Kind::quantity && out.kind != Kind::range) return;
  if (out.op == Op::none) remark("T201");
  if (out.scale != 1 && out.unit.empty()) remark("T203");
  if (out.kind == Kind::quantity && out.unit == "%" && out.value && out.value->places() == 0 &&
      out.op == Op::none && *out.value > base::Decimal(200) && *out.value < base::Decimal(300)) {
    remark("T113");
  }
}

/// What is said about a reading that stands: notes for the reader of the table.
void remark_on_cell(Cell& cell, const Predicate& out) {
  const auto remark = [&cell](std::string_view id) { cell.notes.problem(id, 0, cell.text.size()); };
  if (out.kind == Kind::composite) remark("T209");
  if (out.kind == Kind::reference) remark("T211");
  const bool words = out.kind == Kind::qualitative || out.kind == Kind::boolean ||
                     out.kind == Kind::quantity || out.kind == Kind::range;
  if (words && out.sureness == Sureness::debatable && cell.notes.problem_count() == 0) remark("T210");
  remark_on_amount(out, remark);
}

void give_pieces(const Cell& cell, Predicate& out) {
  const Notes& notes = cell.notes;
  const bool unread = out.kind == Kind::unreadable;
  const Role gap = unread ? Role::unread : Role::label;
  std::array<RawPiece, Notes::kMaxPieces> sorted;  // NOLINT: filled below as far as it is read
  const std::size_t count = notes.piece_count();
  for (std::size_t i = 0; i < count; ++i) sorted[i] = notes.piece_at(i);
  const auto before = [](const RawPiece& a, const RawPiece& b) { return a.begin < b.begin; };
  if (!std::is_sorted(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count), before)) {
    std::stable_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count), before);
  }
  out.pieces.reserve(count + 2);
  std::size_t at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const RawPiece& piece = sorted[i];
    if (piece.begin < at) continue;
    if (piece.begin > at) out.pieces.push_back({gap, cell.scan.span(at, piece.begin)});
    out.pieces.push_back({piece.role, cell.scan.span(piece.begin, piece.end)});
    at = piece.end;
  }
  if (at < cell.text.size()) out.pieces.push_back({gap, cell.scan.span(at, cell.text.size())});
}

/// Each id once; what is said of it where that is wanted.
void give_problems(const Cell& cell, std::string_view cell_text, Predicate& out) {
  const Notes& notes = cell.notes;
  out.problems.reserve(notes.problem_count());
  for (std::size_t i = 0; i < notes.problem_count(); ++i) {
    const RawProblem& p = notes.problem_at(i);
    const auto same = [&p](const Problem& q) { return q.id == p.id; };
    if (std::any_of(out.problems.begin(), out.problems.end(), same)) continue;
    const base::Span span = cell.scan.span(p.begin, p.end);
    if (cell.context.say == Say::nothing) {
      out.problems.push_back({p.id, {}, span});
      continue;
    }
    // as it stands in the cell; without white space where a line is broken inside
    const std::string_view printed = cell_text.substr(span.offset, span.length);
    const bool broken = printed.find_first_of("\n\r\t\v\f") != std::string_view::npos;
    const std::string_view piece = broken ? cell.text.substr(p.begin, p.end - p.begin) : printed;
    out.problems.push_back({p.id, message_of(p.id, piece), span});
  }
}

}  // namespace

Predicate parse(std::string_view cell_text, const ParseContext& context) {
  Predicate out;
  if (context.say == Say::nothing && read_at_sight(cell_text, context, out)) {
    const base::Span whole{0, static_cast<unsigned>(cell_text.size())};
    remark_on_amount(out, [&](std::string_view id) { out.problems.push_back({id, {}, whole}); });
    return out;
  }
  out.sureness = Sureness::debatable;
  Scan scan;
  const ScanStatus status = scan.read(cell_text);
  if (status != ScanStatus::ok) {
    const bool too_long = status == ScanStatus::too_long;
    const std::string_view id = too_long ? "T102" : "T103";
    const auto from = static_cast<unsigned>(too_long ? 0 : scan.error_at());
    const auto whole = static_cast<unsigned>(std::min<std::size_t>(cell_text.size(), 0xFFFFFFFFU));
    const bool say = context.say == Say::why;
    out.problems.push_back({id, say ? message_of(id, {}) : std::string(), {from, too_long ? whole : 1U}});
    if (say) out.pieces.push_back({Role::unread, {0, whole}});
    return out;
  }
  Notes notes;
  Cell cell{scan, context, scan.text(), notes};
  const bool plain = context.say == Say::nothing && read_plain_amount(cell, out);
  const Blank blank = plain ? Blank::no : blankness(cell.text);
  const bool none_answer = context.actual && (cell.text == "无" || cell.text == "无。");
  if (plain) {
    remark_on_cell(cell, out);
  } else if (none_answer) {
    out.kind = Kind::boolean;
    out.sureness = Sureness::sure;
    out.answer = false;
    out.wording = cell.text;
    notes.piece(Role::word, 0, cell.text.size());
  } else if (blank != Blank::no) {
    say_blank(cell, cell.text.size(), out);
  } else {
    read_cell(cell, out);
    remark_on_cell(cell, out);
  }
  give_problems(cell, cell_text, out);
  if (context.say == Say::why) give_pieces(cell, out);
  return out;
}

}  // namespace jiheng::target
