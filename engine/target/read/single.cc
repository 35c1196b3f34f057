// Takes a whole cell or segment, gives the one amount or date it is, with the few shapes that hold two numbers and
// still say one thing. Leaves labels, lists and composites to segments.cc.
#include "engine/target/read/single.h"

#include <utility>

#include "engine/target/read/phrase.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using Role = Piece::Role;

/// Words accepted in silence behind an amount or a date up to `limit`. Behind an amount only what says that it is done
/// (100%完成); behind a date (`qualities`) any deed, with its adverbs.
bool read_silent_tail(Cell& cell, std::size_t at, std::size_t limit, bool qualities) {
  const Notes::Mark mark = cell.notes.mark();
  while (at < limit) {
    const WordTable::Found found = cell.context.words.longest_at(cell.text, at);
    const bool silent = found.length != 0 && at + found.length <= limit &&
                        ((found.word->as(WordPart::deed) != nullptr &&
                          (qualities || found.word->as(WordPart::yes) != nullptr)) ||
                         (qualities && (found.word->as(WordPart::adverb) != nullptr ||
                                        found.word->as(WordPart::adjective) != nullptr ||
                                        found.word->as(WordPart::yes) != nullptr)));
    if (!silent) {
      cell.notes.undo(mark);
      return false;
    }
    cell.notes.piece(Role::word, at, at + found.length);
    at += found.length;
  }
  return true;
}

}  // namespace

void fill(const Amount& amount, Predicate& out) {
  out.kind = amount.range ? Kind::range : Kind::quantity;
  out.op = amount.op;
  out.sureness = amount.debatable ? Sureness::debatable : Sureness::sure;
  out.scale = amount.scale;
  out.value = amount.value;
  if (amount.range || amount.ratio) out.value2 = amount.value2;
  out.unit = amount.unit;
  out.head = amount.head;
}

void fill(const Cell& cell, const DateReading& date, Predicate& out) {
  out.kind = Kind::deadline;
  out.op = date.op;
  out.sureness = date.debatable ? Sureness::debatable : Sureness::sure;
  out.first = date.first;
  out.last = date.last;
  if (!date.last) out.wording = cell.text.substr(date.begin, date.end - date.begin);
}

void make_unreadable(Predicate& out) {
  out = Predicate{};
  out.kind = Kind::unreadable;
  out.sureness = Sureness::debatable;
}

bool may_be_date(const Cell& cell, std::size_t at) {
  if (cell.scan.has_date_mark() || cell.starts(at, "Q")) return true;
  for (std::size_t i = at; i < at + 4; ++i) {  // 2023.12, 20231231
    if (!cell.digit_at(i)) return false;
  }
  return cell.digit_at(at + 4) || cell.starts(at + 4, ".") || cell.starts(at + 4, "-") ||
         cell.starts(at + 4, "/");
}

bool read_single(Cell& cell, std::size_t begin, std::size_t limit, Predicate& out) {
  const Notes::Mark mark = cell.notes.mark();
  if (may_be_date(cell, begin)) {
    DateReading date;
    if (read_date(cell, begin, limit, date)) {
      if (read_silent_tail(cell, date.end, limit, true)) {
        if (date.unreadable) {
          make_unreadable(out);
        } else {
          fill(cell, date, out);
        }
        return true;
      }
      cell.notes.undo(mark);
    }
  }
  if (!cell.scan.has_digit() && !cell.scan.has_numeral()) return false;
  Amount amount;
  const bool digits = cell.scan.has_digit();
  if (read_amount(cell, begin, limit, digits ? Numerals::arabic_only : Numerals::any, amount)) {
    const bool cased = !amount.chinese || amount.end == limit || amount.unit_known;
    if (cased && (amount.end == limit || read_silent_tail(cell, amount.end, limit, false))) {
      if (amount.unreadable) {
        make_unreadable(out);
      } else {
        fill(amount, out);
      }
      return true;
    }
    cell.notes.undo(mark);
  }
  return false;
}

bool read_numbered_reference(Cell& cell, std::size_t limit, Predicate& out) {
  for (std::size_t i = 0; i < limit; ++i) {
    if (!cell.digit_at(i) || cell.digit_at(i + 1)) continue;
    const UnitText unit = unit_at(cell, i + 1, limit, false);
    if (unit.length != 0 && unit.name != "年" && unit.name != "号") return false;
  }
  const Notes::Mark mark = cell.notes.mark();
  read_phrase(cell, 0, limit, out);
  if (out.kind == Kind::reference) return true;
  cell.notes.undo(mark);
  make_unreadable(out);
  return false;
}

bool read_bounds_round_name(Cell& cell, std::size_t limit, Predicate& out) {
  const Notes::Mark mark = cell.notes.mark();
  const auto fail = [&cell, mark] {
    cell.notes.undo(mark);
    return false;
  };
  Amount low;
  if (!read_amount(cell, 0, limit, Numerals::arabic_only, low) || low.op != Op::none || low.unreadable)
    return fail();
  const SignRun first = sign_run_at(cell.text, low.end);
  if (first.length == 0 || first.useless) return fail();
  std::size_t at = low.end + first.length;
  cell.notes.piece(Role::sign, low.end, at);
  const std::size_t name_at = at;
  while (at < limit && !cell.digit_at(at) && sign_run_at(cell.text, at).length == 0 && at - name_at < 30) {
    at += cell.step(at);
  }
  const SignRun second = sign_run_at(cell.text, at);
  const auto same_side = [](Op a, Op b) {
    const auto down = [](Op op) { return op == Op::le || op == Op::lt; };
    const auto up = [](Op op) { return op == Op::ge || op == Op::gt; };
    return (down(a) && down(b)) || (up(a) && up(b));
  };
  if (at == name_at || second.length == 0 || !same_side(first.op, second.op)) return fail();
  cell.notes.piece(Role::label, name_at, at);
  Amount high;
  if (!read_amount(cell, at, limit, Numerals::arabic_only, high) || high.end != limit || high.unreadable)
    return fail();
  const bool turned = first.op == Op::ge || first.op == Op::gt;  // 95%≥x≥90%
  const bool low_open = (turned ? second.op : first.op) == (turned ? Op::gt : Op::lt);
  const bool high_open = (turned ? first.op : second.op) == (turned ? Op::gt : Op::lt);
  if (turned) std::swap(low, high);
  const bool bare = low.unit.empty() && low.scale == 1;
  if (!bare && (low.unit != high.unit || low.scale != high.scale)) return fail();
  if (high.value < low.value) return fail();
  if (low_open || high_open) {  // a range has closed ends: two parts then
    low.op = low_open ? Op::gt : Op::ge;
    high.op = high_open ? Op::lt : Op::le;
    if (bare) low.unit = high.unit;
    if (bare) low.scale = high.scale;
    out.kind = Kind::composite;
    out.sureness = Sureness::debatable;
    out.parts.resize(2);
    fill(low, out.parts[0]);
    fill(high, out.parts[1]);
    return true;
  }
  out.kind = Kind::range;
  out.op = Op::in;
  out.sureness = Sureness::sure;
  out.value = low.value;
  out.value2 = high.value;
  out.unit = high.unit;
  out.scale = high.scale;
  return true;
}

}  // namespace jiheng::target
