// Takes a standard and what a scheme settled, gives the standard with those ends and units said. Reads no text.
#include "engine/standard/scheme_readings.h"

#include <algorithm>

namespace jiheng::standard {
namespace {

/// The end of one interval that another begins with belongs to one of them; an end that stands alone belongs to its own.
void settle_ends(std::vector<Rule>& rules, SchemeReadings::Ends ends) {
  std::vector<base::Decimal> begin;
  std::vector<base::Decimal> end;
  for (const Rule& r : rules) {
    for (const Test& t : r.when) {
      if (t.in.low) begin.push_back(t.in.low->value);
      if (t.in.high) end.push_back(t.in.high->value);
    }
  }
  const auto has = [](const std::vector<base::Decimal>& list, const base::Decimal& v) {
    return std::find(list.begin(), list.end(), v) != list.end();
  };
  for (Rule& r : rules) {
    for (Test& t : r.when) {
      if (t.in.low && t.in.low->unsaid) {
        t.in.low->closed = ends == SchemeReadings::Ends::upper_step || !has(end, t.in.low->value);
        t.in.low->unsaid = false;
      }
      if (t.in.high && t.in.high->unsaid) {
        t.in.high->closed = ends == SchemeReadings::Ends::lower_step || !has(begin, t.in.high->value);
        t.in.high->unsaid = false;
      }
    }
  }
}

/// A proportion of what is less the better that the scheme could not settle.
bool is_reverse_left(const Standard& s) {
  for (const Part& part : s.parts) {
    for (const Rule& r : part.gives) {
      const auto* c = std::get_if<Chosen>(&r.effect);
      if (c != nullptr && c->reverse) return true;
    }
  }
  return false;
}

/// 按比例 as the scheme has it. What a limit of 0 or less is in proportion to stays open.
void settle_proportion(Rule& r, const SchemeReadings& by) {
  using Proportional = SchemeReadings::Proportional;
  using Reverse = SchemeReadings::Reverse;
  if (auto* p = std::get_if<Proportion>(&r.effect);
      p != nullptr && p->or_full_at && by.proportional != Proportional::unsaid) {
    if (by.proportional == Proportional::of_hundred) p->full_at = *p->or_full_at;
    if (by.proportional == Proportional::on_a_line && p->or_from) p->zero_at = *p->or_from;
    p->or_full_at.reset();
    p->or_from.reset();
  }
  const auto* c = std::get_if<Chosen>(&r.effect);
  if (c == nullptr || !c->reverse || c->limit.sign() <= 0 || by.reverse == Reverse::unsaid) return;
  Proportion p;
  p.need = c->need;
  p.of = Marks{c->between.high, c->between.high, c->between.share};
  p.full_at = c->limit;
  p.inverse = by.reverse == Reverse::limit_by_value;
  if (!p.inverse) p.zero_at = c->limit * base::Decimal(2);  // 1 - (x - limit) ÷ limit
  r.effect = p;
}

}  // namespace

Standard read_by(Standard s, const SchemeReadings& by) {
  s.gap = by.gap;
  s.other_marks = by.other_marks;
  for (Part& part : s.parts) {
    if (by.ends != SchemeReadings::Ends::unsaid) {
      settle_ends(part.gives, by.ends);
      settle_ends(part.changes, by.ends);
    }
    for (Rule& r : part.gives) settle_proportion(r, by);
    for (Rule& r : part.changes) {
      auto* c = std::get_if<Change>(&r.effect);
      if (c != nullptr && by.part_of_unit && c->partial == Partial::unsaid) c->partial = *by.part_of_unit;
    }
  }
  std::erase_if(s.open, [&](const Open& o) {
    switch (o.what) {
      case Open::What::part_of_unit:
        return by.part_of_unit.has_value();
      case Open::What::ends:
        return by.ends != SchemeReadings::Ends::unsaid;
      case Open::What::marks:
        return by.other_marks != OtherMarks::unsaid;
      case Open::What::proportion:
        return by.proportional != SchemeReadings::Proportional::unsaid;
      case Open::What::reverse:
        return by.reverse != SchemeReadings::Reverse::unsaid && !is_reverse_left(s);
      case Open::What::other:
        break;
    }
    return false;
  });
  return s;
}

}  // namespace jiheng::standard
