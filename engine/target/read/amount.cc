// Takes a place of a cell, gives the amount there: words before, signs, a number or two, the unit, words
// behind. Leaves dates to date.h and what is around the amount to parse.cc.
#include "engine/target/read/amount.h"

#include <algorithm>

#include "engine/quantity/number.h"
#include "engine/target/read/lead.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;

using base::Decimal;
using quantity::NumberFlaw;
using quantity::NumberText;
using Role = Piece::Role;

std::string_view flaw_id(NumberFlaw flaw) {
  switch (flaw) {
    case NumberFlaw::misplaced_comma:
      return "T105";
    case NumberFlaw::too_many_digits:
      return "T106";
    case NumberFlaw::imprecise:
      return "T108";
    default:
      return "T110";
  }
}

/// Bytes of -, ~, 至, 到, —… between two numbers; 0 if none.
std::size_t connector_at(const Cell& cell, std::size_t at, std::size_t limit) {
  std::size_t i = at;
  while (i < limit && i - at < 12) {
    if (cell.text[i] == '-' || cell.text[i] == '~') {
      if (i > at && cell.text[i] == '-' && cell.text[i - 1] == '~') break;  // 4~-5: a minus
      ++i;
    } else if (cell.starts(i, "—")) {
      i += 3;
    } else {
      break;
    }
  }
  if (i != at) return i - at;
  for (const std::string_view word : {"至"sv, "到"sv, "和"sv, "与"sv}) {
    if (cell.starts(at, word)) return word.size();
  }
  return 0;
}

void note_number(Cell& cell, std::size_t at, const NumberText& number) {
  // The scale word is the last character(s) of the number's text; it is shown as one piece with it.
  cell.notes.piece(Role::number, at, at + number.length);
}

struct Term {
  NumberText number;
  UnitText unit;
  std::size_t end = 0;
  bool more = false;  // 3年多
};

/// number, 多/余, unit. False: no number here, or one in Chinese numerals that is rather a word; a comparison
/// before it (`compared`) leaves no doubt.
bool read_term(Cell& cell, std::size_t at, std::size_t limit, Numerals numerals, bool compared, Term& term) {
  term.number = quantity::read_number(cell.text.substr(0, limit), at);
  if (term.number.length == 0) return false;
  if (term.number.chinese) {
    if (numerals == Numerals::arabic_only) return false;
    const WordTable::Found word = cell.context.words.longest_at(cell.text, at);
    if (word.length != 0 && at + word.length <= limit && term.number.unit.empty()) {
      return false;  // 一致, 十分, 一次性
    }
  }
  std::size_t i = at + term.number.length;
  if (term.number.unit.empty()) {
    const bool nought = cell.starts(at, "零") && term.number.length == 3;  // 零事故
    term.unit = unit_at(cell, i, limit, !term.number.chinese || nought);
    if (term.number.chinese && !compared && term.unit.length == 0 && i < limit &&
        trail_word_at(cell.text, i).length == 0 && connector_at(cell, i, limit) == 0) {
      return false;  // 三公经费, 百姓
    }
    i += term.unit.length;
  } else {
    term.unit.name = term.number.unit;
  }
  term.end = i;
  return true;
}

void set_range(Amount& out, Decimal a, Decimal b) {
  out.range = true;
  out.op = Op::in;
  if (b < a) std::swap(a, b);
  out.value = a;
  out.value2 = b;
}

/// (含90%), (不含90人): says again whether the number itself counts.
struct Bracket {
  std::size_t length = 0;
  bool open = false;
};
Bracket bracket_at(const Cell& cell, std::size_t at, std::size_t limit, const Decimal& value) {
  Bracket bracket;
  bracket.open = cell.starts(at, "(不含");
  if (!bracket.open && !cell.starts(at, "(含")) return {};
  const std::size_t number_at = at + (bracket.open ? 7U : 4U);
  const NumberText number = quantity::read_number(cell.text.substr(0, limit), number_at);
  if (number.length == 0 || number.value != value) return {};
  std::size_t i = number_at + number.length;
  i += unit_at(cell, i, limit, false).length;
  if (i >= limit || cell.text[i] != ')') return {};
  bracket.length = i + 1 - at;
  return bracket;
}

}  // namespace

bool read_amount(Cell& cell, std::size_t at, std::size_t limit, Numerals numerals, Amount& out) {
  const Notes::Mark mark = cell.notes.mark();
  const auto fail = [&cell, mark] {
    cell.notes.undo(mark);
    return false;
  };
  out.begin = at;
  Lead lead = read_lead(cell, at, limit);
  Term term;
  if (!read_term(cell, lead.end, limit, numerals, lead.op != Op::absent, term)) return fail();
  const std::size_t number_at = lead.end;
  note_number(cell, number_at, term.number);
  std::size_t i = number_at + term.number.length;
  out.chinese = term.number.chinese;
  out.head = lead.head;
  out.has_sign = lead.sign != Op::absent;
  out.debatable = lead.debatable;
  const auto refuse = [&](std::string_view id, std::size_t from, std::size_t to) {
    cell.notes.problem(id, from, to);
    out.unreadable = true;
  };
  if (lead.contradicts) {
    refuse("T109", at, number_at);
  } else if (lead.useless) {
    refuse("T107", at, number_at);
  }
  const auto check = [&](const NumberText& number, std::size_t from) {
    if (number.flaw != NumberFlaw::none) refuse(flaw_id(number.flaw), from, from + number.length);
    if (number.two_readings) {
      out.debatable = true;
      cell.notes.problem("T107", from, from + number.length);
    }
    if (number.approximate) {
      out.debatable = true;
      cell.notes.problem("T108", from, from + number.length);
    }
  };
  check(term.number, number_at);
  bool approximate = term.number.approximate;

  // 1:3
  if (i < limit && cell.text[i] == ':' && term.unit.length == 0 && term.number.unit.empty()) {
    const NumberText second = quantity::read_number(cell.text.substr(0, limit), i + 1);
    if (second.length != 0 && second.flaw == NumberFlaw::none) {
      cell.notes.piece(Role::sign, i, i + 1);
      note_number(cell, i + 1, second);
      i += 1 + second.length;
      out.ratio = true;
      out.value = term.number.value;
      out.value2 = second.value;
      out.unit = "比";
      out.unit_known = true;
    }
  }
  if (!out.ratio) {
    cell.notes.piece(Role::unit, i, term.end);
    i = term.end;
    out.value = term.number.value;
    out.scale = term.number.scale;
    out.unit = std::move(term.unit.name);
    out.unit_known = term.unit.known && !out.unit.empty();
    bool cut = term.unit.cut;
    bool odd = term.unit.odd;
    bool unknown = !term.unit.known;
    // a second number: range
    const std::size_t connector = connector_at(cell, i, limit);
    const bool plus_minus = cell.starts(i, "±");
    Term second;
    if (plus_minus && read_term(cell, i + 2, limit, numerals, false, second) &&
        second.number.flaw == NumberFlaw::none) {
      cell.notes.piece(Role::sign, i, i + 2);
      note_number(cell, i + 2, second.number);
      cell.notes.piece(Role::unit, i + 2 + second.number.length, second.end);
      if (out.unit.empty()) out.unit = second.unit.name;
      out.debatable = out.debatable || out.unit != second.unit.name;
      set_range(out, out.value - second.number.value, out.value + second.number.value);
      i = second.end;
    } else if (connector != 0 && !lead.plus_minus && i + connector < limit) {
      const std::size_t second_lead = i + connector;
      const bool word_connector = cell.starts(i, "和") || cell.starts(i, "与");
      if (read_term(cell, second_lead, limit, numerals, false, second) &&
          (!word_connector || cell.starts(second.end, "之间") || cell.starts(second.end, "间"))) {
        cell.notes.piece(Role::sign, i, second_lead);
        note_number(cell, second_lead, second.number);
        cell.notes.piece(Role::unit, second_lead + second.number.length, second.end);
        check(second.number, second_lead);
        const bool first_bare = out.unit.empty();
        if (first_bare || second.unit.name.starts_with(out.unit + "/")) {  // 500元-1000元/人
          out.unit = std::move(second.unit.name);
        } else if (!second.unit.name.empty() && second.unit.name != out.unit) {
          out.debatable = true;
        }
        if (second.unit.length != 0 || !second.number.unit.empty()) {
          cut = second.unit.cut;
          odd = second.unit.odd;
          unknown = !second.unit.known;
          out.unit_known = second.unit.known;
        }
        Decimal low = out.value;
        Decimal high = second.number.value;
        if (out.scale != second.number.scale) {
          const bool inherits = out.scale == 1 && first_bare && low < high;  // 30-50万元
          if (inherits) {
            out.scale = second.number.scale;
          } else {
            low *= out.scale;
            high *= second.number.scale;
            out.scale = 1;
          }
        }
        if (high < low && low.sign() > 0) out.debatable = true;
        if (lead.op != Op::absent) {
          // ≥300-400: a sign and a range
          out.debatable = true;
          cell.notes.problem("T107", at, second.end);
        }
        lead.op = Op::absent;
        set_range(out, low, high);
        i = second.end;
      }
    }
    if (lead.plus_minus && !out.range) {
      set_range(out, out.value.negated(), out.value);
      if (lead.op != Op::absent) out.debatable = true;  // ≤±5%
      lead.op = Op::absent;
    }
    if (lead.money && out.unit.empty()) out.unit = "元";
    if (!lead.per.empty()) {
      cut = cut || out.unit.empty();  // 每人1000: the 元 is left out
      out.unit += lead.per;
    }
    if (cut) {
      out.debatable = true;
      cell.notes.problem("T107", number_at, i);
    }
    if (out.unit == "月") {  // ≤4月: four months, or April; 3月至5: nobody can say
      out.debatable = true;
      cell.notes.problem("T107", number_at, i);
      out.unreadable = out.unreadable || out.range;
    }
    const auto like_year = [](const Decimal& v) {
      return v.places() == 0 && v >= Decimal(1990) && v <= Decimal(2099);
    };
    const bool years = out.range && out.unit.empty() && like_year(out.value) && like_year(out.value2);
    const bool lately =
        lead.near && (out.unit == "年" || out.unit == "个月" || out.unit == "天" || out.unit == "周");
    if (years || lately) {  // 2016-2018; 近三年
      out.debatable = true;
      cell.notes.problem("T107", at, i);
    }
    if (!out.range && out.unit == "年" && out.scale == 1 && like_year(out.value)) {
      // 不得高于2022年: that year's figure, or a day in it? No length of time, in any case.
      out.unreadable = true;
      out.debatable = true;
      cell.notes.problem("T107", at, i);
    }
    if (odd) cell.notes.problem("T204", number_at, i);
    if (unknown && !out.unit.empty()) cell.notes.problem("T202", number_at, i);
  }

  // words behind
  Op after = Op::absent;
  for (int words = 0; i < limit && words < 4; ++words) {
    const TrailWord word = trail_word_at(cell.text, i);
    if (word.length == 0 || i + word.length > limit) break;
    if (word.kind == TrailWord::Kind::more) {
      if (i + word.length < limit && trail_word_at(cell.text, i + word.length).length == 0) break;
      approximate = true;
      out.debatable = true;
      cell.notes.problem("T108", i, i + word.length);
    } else if (word.kind == TrailWord::Kind::compare) {
      const Agreement agreement = agree(after, word.op);
      after = agreement.op;
      if (agreement.contradicts) refuse("T109", number_at, i + word.length);
    }
    cell.notes.piece(word.kind == TrailWord::Kind::plain ? Role::word : Role::sign, i, i + word.length);
    i += word.length;
  }
  if (const Bracket bracket = bracket_at(cell, i, limit, out.value);
      bracket.length != 0 && after != Op::absent) {
    if (bracket.open && after == Op::ge) after = Op::gt;
    if (bracket.open && after == Op::le) after = Op::lt;
    cell.notes.piece(Role::word, i, i + bracket.length);
    i += bracket.length;
  }
  if (i < limit && trail_word_at(cell.text, i).length == 0 && unit_at(cell, i, limit, false).length != 0 &&
      out.unit.empty() && after != Op::absent) {
    // 20以上个, 5以内人: the unit behind the word
    const UnitText unit = unit_at(cell, i, limit, false);
    cell.notes.piece(Role::unit, i, i + unit.length);
    out.unit = unit.name;
    out.unit_known = true;
    i += unit.length;
  }
  if (out.range) {
    if (after == Op::about) out.debatable = true;
    if (after != Op::absent && after != Op::about && after != Op::le) out.debatable = true;
  } else {
    if (lead.within) {
      if (after == Op::absent && lead.op == Op::absent) {
        after = Op::le;
        out.debatable = true;
      }
    }
    const Agreement agreement = agree(lead.op, after);
    if (agreement.contradicts) refuse("T109", at, i);
    out.debatable = out.debatable || agreement.debatable;
    out.op = agreement.op == Op::absent ? (approximate ? Op::about : Op::none) : agreement.op;
  }
  // a month of the year that date_phrase.h did not take: 0006月
  if (out.unit == "月" && out.op == Op::none && out.value >= Decimal(1) && out.value <= Decimal(12))
    out.unreadable = true;
  out.end = i;
  return true;
}

}  // namespace jiheng::target
