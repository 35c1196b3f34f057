// Takes a place of a cell, gives the date or period there. Grammar: words before, a point (year, month, day,
// quarter, half, named day), perhaps a second point, words behind. Leaves durations (3个月, 60日) to
// amount.h.
#include "engine/target/read/date_phrase.h"

#include "engine/target/read/date_point.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;

using Role = Piece::Role;
using date::Cursor;
using date::Grain;
using date::known_year;
using date::Point;
using date::read_point;
using date::set_days;

Day day_before(const Day& day, int known) {
  Day d = day;
  if (d.day > 1) {
    --d.day;
    return d;
  }
  if (d.month == 1) {
    d.month = 12;
    d.day = 31;
    if (d.year != 0)
      --d.year;
    else
      --d.year_offset;
    return d;
  }
  --d.month;
  d.day = base::days_in_month(known == 0 ? 2001 : known, d.month);
  return d;
}

void give_year(const Cell& cell, Day& day) {
  if (day.month == 0 || day.year != 0 || !cell.context.year) return;
  day.year = *cell.context.year + day.year_offset;
  day.year_offset = 0;
}

}  // namespace

bool read_date(Cell& cell, std::size_t at, std::size_t limit, DateReading& out) {
  const Notes::Mark mark = cell.notes.mark();
  const auto fail = [&cell, mark] {
    cell.notes.undo(mark);
    return false;
  };
  out.begin = at;
  Cursor cursor{&cell, at, limit};
  Op op = Op::absent;
  bool soft = false;
  bool signed_op = false;
  bool every_year = false;
  for (int words = 0; words < 6 && !cell.digit_at(cursor.at); ++words) {
    const std::size_t from = cursor.at;
    if (const SignRun run = sign_run_at(cell.text, cursor.at); run.length != 0 && !run.useless) {
      op = run.op;
      signed_op = true;
      cursor.at += run.length;
    } else if (cursor.eat_any({"不晚于", "不迟于", "不得晚于", "不得迟于", "最迟于", "最迟", "最晚于", "最晚",
                               "不超过", "截至到", "截至", "截止到", "截止"})) {
      op = Op::le;
    } else if (cursor.eat("不早于")) {
      op = Op::ge;
    } else if (cursor.eat_any({"早于"})) {
      op = Op::lt;
    } else if (cursor.eat_any({"力争", "争取", "预计", "计划", "拟", "约"})) {
      soft = true;
    } else if (cursor.eat("每年")) {
      every_year = true;
    } else if (!cursor.eat_any({"原则上", "确保", "务必", "应当", "应", "须", "需", "于", "在", "到", "至",
                                "自", "从", "力保"})) {
      break;
    }
    cell.notes.piece(Role::word, from, cursor.at);
  }
  const std::size_t point_at = cursor.at;
  Point first;
  if (!read_point(cursor, first)) return fail();
  Point last = first;
  bool period = false;
  // 10月1日至次年3月31日, 2023-2025年
  {
    Cursor second = cursor;
    const bool between = second.sees("与") || second.sees("和");  // 2007年与2009年之间
    if (first.grain != Grain::named && second.eat_any({"至", "到", "-", "~", "—", "与", "和"})) {
      while (second.eat_any({"-", "—", "~"})) {
      }
      Point p;
      if (!first.has_year || first.first.year == 0 || !second.sees("年")) {
        Cursor try_point = second;
        if (first.first.year != 0) {  // the second point is in the same year unless it says otherwise
          p.first.year = p.last.year = first.first.year;
        }
        const int inherited = p.first.year;
        if (read_point(try_point, p) && p.grain != Grain::named &&
            (!between || try_point.sees("之间") || try_point.sees("间"))) {
          if (!p.has_year && inherited != 0) p.first.year = p.last.year = inherited;
          last = p;
          period = true;
          cursor = try_point;
        } else if (first.grain == Grain::day && !between) {
          int digits = 0;
          Cursor day_only = second;
          const int day = day_only.number(digits);
          if (day > first.first.day && day <= 31 && digits <= 2 && day_only.eat_any({"日", "号"})) {
            last = first;
            last.no_such_day =
                day > base::days_in_month(known_year(cell, first) == 0 ? 2000 : known_year(cell, first),
                                          first.first.month);
            set_days(last, first.first.month, day, first.first.month, day);
            period = true;
            cursor = day_only;
          }
        }
      }
    }
  }
  cell.notes.piece(Role::date, point_at, cursor.at);
  if (period && (first.first.year == 0) != (last.first.year == 0)) return fail();

  // words behind
  enum class Tail : std::uint8_t { none, before, within, from, around, during };
  Tail tail = Tail::none;
  const std::size_t tail_at = cursor.at;
  if (cursor.eat_any({"来临前", "结束前", "到来前", "之前", "以前", "前夕", "前"})) {
    tail = Tail::before;
    if (cursor.sees("后")) {  // 前后
      cursor.eat("后");
      tail = Tail::around;
    }
  } else if (cursor.eat_any({"为止", "截止", "止"})) {
    tail = Tail::within;
  } else if (cursor.eat_any({"以内", "之内", "内"})) {
    // 3月内 is a length of time as well; with a year it is not
    if (first.grain == Grain::month && !first.has_year && !period) return fail();
    tail = Tail::within;
  } else if (cursor.eat_any({"左右"})) {
    tail = Tail::around;
  } else if (cursor.eat_any({"之后", "以后", "后", "起", "开始"})) {
    tail = Tail::from;
  } else if (cursor.eat_any({"期间", "之间", "间"})) {
    tail = Tail::during;
  } else if (cursor.sees("中") && !cursor.sees("中旬") && first.grain == Grain::year) {
    return fail();
  }
  cell.notes.piece(Role::sign, tail_at, cursor.at);
  out.end = cursor.at;
  if (first.no_such_day || last.no_such_day) {
    cell.notes.problem("T111", point_at, tail_at);
    out.unreadable = true;
    return true;
  }
  if (first.grain == Grain::named) {
    out.debatable = true;
    out.op = tail == Tail::before ? Op::le : Op::none;
    cell.notes.problem("T207", point_at, cursor.at);
    return true;
  }
  // ≤4月 is four months
  if (signed_op && first.grain == Grain::month && !first.has_year && tail == Tail::none && !period)
    return fail();
  out.whole_year = first.grain == Grain::year && tail == Tail::none && op == Op::absent && !period;
  out.explicit_op = tail != Tail::none || op != Op::absent;
  out.debatable = soft || first.short_year || last.short_year || last.february || first.dotted;
  const auto set_last = [&](const Day& day) {
    out.last = day;
    give_year(cell, *out.last);
  };
  const auto set_period = [&] {
    out.first = first.first;
    give_year(cell, *out.first);
    set_last(last.last);
    out.op = Op::in;
  };
  const bool point = !period && (first.grain == Grain::day || first.grain == Grain::end_of_month ||
                                 first.grain == Grain::end_of_period);
  switch (tail) {
    case Tail::before:
      out.op = Op::le;
      set_last(last.last);
      if (!period && (first.grain == Grain::month || first.grain == Grain::year)) {
        set_last(day_before(first.first, known_year(cell, first)));
        out.debatable = true;
      } else if (!point) {
        out.debatable = true;
      }
      break;
    case Tail::within:
      out.op = Op::le;
      set_last(last.last);
      break;
    case Tail::from:
      out.op = Op::ge;
      out.debatable = true;
      set_last(first.first);
      break;
    case Tail::around:
      out.debatable = true;
      if (point) {
        out.op = Op::about;
        set_last(last.last);
      } else {
        set_period();
      }
      break;
    default:
      if (op == Op::lt) {
        out.op = Op::le;
        set_last(day_before(first.first, known_year(cell, first)));
        out.debatable = true;
      } else if (op == Op::le || op == Op::ge || op == Op::gt) {
        out.op = op == Op::le ? Op::le : Op::ge;
        set_last(op == Op::le ? last.last : first.first);
        if (op != Op::le) out.debatable = true;
      } else if (!point) {
        set_period();
        if (!period && first.grain == Grain::month && !first.has_year) out.debatable = true;
        if (first.grain == Grain::third) out.debatable = true;
      } else {
        out.op = Op::none;
        set_last(last.last);
        const bool sure = first.grain == Grain::day && first.has_year && !first.dotted && !every_year;
        if (!sure) out.debatable = true;
      }
      break;
  }
  if (period && first.grain == Grain::day && tail == Tail::none && op == Op::absent) set_period();
  if (out.debatable) cell.notes.problem("T207", at, cursor.at);
  return true;
}

}  // namespace jiheng::target
