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

}  // namespace

Standard read_by(Standard s, const SchemeReadings& by) {
  s.gap = by.gap;
  s.other_marks = by.other_marks;
  for (Part& part : s.parts) {
    if (by.ends != SchemeReadings::Ends::unsaid) {
      settle_ends(part.gives, by.ends);
      settle_ends(part.changes, by.ends);
    }
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
      case Open::What::other:
        break;
    }
    return false;
  });
  return s;
}

}  // namespace jiheng::standard
