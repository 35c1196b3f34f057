// Takes a standard and answers, gives points as a range. What is open widens the range; nothing is chosen here.
#include "engine/standard/points.h"

#include <algorithm>
#include <array>

namespace jiheng::standard {
namespace {

using base::Decimal;

constexpr int kDivisionPlaces = 24;
enum class Holds : std::uint8_t { no, yes, maybe };

Points both(const Points& a, const Points& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

Decimal whole_below(const Decimal& v) {
  const Decimal cut = Decimal::of(
      v.coefficient() /
          [&] {
            base::Int128 power = 1;
            for (int i = 0; i < v.places(); ++i) power *= 10;
            return power;
          }(),
      0);
  return cut > v ? cut - Decimal(1) : cut;
}

Decimal whole_above(const Decimal& v) {
  const Decimal below = whole_below(v);
  return below < v ? below + Decimal(1) : below;
}

Holds inside(const Interval& in, const Decimal& v) {
  Holds h = Holds::yes;
  if (in.low) {
    if (v < in.low->value) return Holds::no;
    if (v == in.low->value) {
      if (in.low->unsaid)
        h = Holds::maybe;
      else if (!in.low->closed)
        return Holds::no;
    }
  }
  if (in.high) {
    if (v > in.high->value) return Holds::no;
    if (v == in.high->value) {
      if (in.high->unsaid)
        h = Holds::maybe;
      else if (!in.high->closed)
        return Holds::no;
    }
  }
  return h;
}

class Computer {
 public:
  Computer(const Standard& s, const Decimal& full, const Answers& answers, std::vector<Applied>* applied)
      : s_(s), full_(full), answers_(answers), applied_(applied) {}

  std::optional<Points> total(const std::optional<Decimal>& first_full) const {
    Points sum{0, 0};
    bool above = false;
    for (const Part& part : s_.parts) {
      const auto p = part_points(part, &part == &s_.parts.front() ? first_full : std::nullopt);
      if (!p) return std::nullopt;
      sum.low += p->low;
      sum.high += p->high;
      above = above || part.above_full;
    }
    note_beyond();
    const Decimal zero = 0;
    sum.low = std::max(sum.low, zero);
    sum.high = std::max(sum.high, zero);
    if (!above) {
      sum.low = std::min(sum.low, full_);
      sum.high = std::min(sum.high, full_);
    }
    return sum;
  }

 private:
  /// What holds of the total and of the grade is said, and changes nothing here.
  void note_beyond() const {
    for (const Beyond& b : s_.beyond) {
      if (holds(b.rule) != Holds::yes) continue;
      if (const auto* c = std::get_if<Change>(&b.rule.effect); c != nullptr && b.of == Beyond::Of::total) {
        const Points by = change(*c);
        if (!by.high.is_zero()) note(b.rule, Applied::Kind::of_total, by);
      } else {
        note(b.rule, Applied::Kind::of_grade, {0, 0});
      }
    }
  }

  Points value(const Marks& m) const {
    if (!m.share) return {m.low, m.high};
    return {m.low * full_, m.high * full_};
  }

  std::optional<Decimal> answer(std::size_t need) const {
    const Need& n = s_.needs[need];
    const auto& a = answers_[need];
    if (!a) return n.assumed ? std::optional<Decimal>(Decimal(0)) : std::nullopt;
    return n.magnitude ? a->magnitude() : *a;
  }

  Holds holds(const Test& t) const {
    const auto a = answer(t.need);
    if (!a) return Holds::maybe;
    switch (s_.needs[t.need].type) {
      case NeedType::yesno:
        return (a->is_zero() == t.no) ? Holds::yes : Holds::no;
      case NeedType::choice:
        return *a == Decimal(static_cast<std::int64_t>(t.option)) ? Holds::yes : Holds::no;
      default:
        return inside(t.in, *a);
    }
  }

  Holds holds(const Rule& r) const {
    Holds all = Holds::yes;
    for (const Test& t : r.when) {
      const Holds h = holds(t);
      if (h == Holds::no) return Holds::no;
      if (h == Holds::maybe) all = Holds::maybe;
    }
    return all;
  }

  std::optional<Points> proportion(const Proportion& p) const {
    const Points of = value(p.of);
    const auto x = answer(p.need);
    const Decimal zero = 0;
    if (!x) return Points{zero, of.high * p.most};
    const auto one = [&](const Decimal& zero_at, const Decimal& full_at) -> std::optional<Points> {
      const auto share = p.inverse ? base::divide(full_at, *x, kDivisionPlaces)
                                   : base::divide(*x - zero_at, full_at - zero_at, kDivisionPlaces);
      if (!share) return std::nullopt;
      const Decimal part = std::min(std::max(*share, zero), p.most);
      return Points{of.low * part, of.high * part};
    };
    auto points = one(p.zero_at, p.full_at);
    if (points && p.or_full_at) {
      const auto other = one(p.zero_at, *p.or_full_at);
      if (!other) return std::nullopt;
      points = both(*points, *other);
    }
    if (points && p.or_from) {
      const auto other = one(*p.or_from, p.full_at);
      if (!other) return std::nullopt;
      points = both(*points, *other);
    }
    return points;
  }

  std::optional<Points> printed(const Printed& p) const {
    std::vector<double> values;
    for (const std::size_t need : p.needs) {
      if (need == Printed::kFullMarks) {
        values.push_back(full_.to_double());
        continue;
      }
      const auto a = answer(need);
      if (!a) return Points{0, full_};
      values.push_back(a->to_double() / (s_.needs[need].unit == "%" ? 100.0 : 1.0));
    }
    const auto result = Decimal::from_double(p.formula.evaluate_one(values));
    if (!result) return std::nullopt;
    return Points{*result, *result};
  }

  void note(const Rule& r, Applied::Kind kind, const Points& points) const {
    if (applied_ != nullptr) applied_->push_back({kind, r.span, points, clause_number(r)});
  }

  std::size_t clause_number(const Rule& wanted) const {
    std::size_t n = 0;
    for (const Part& p : s_.parts) {
      for (const std::vector<Rule>* rules : {&p.instead, &p.zeros, &p.gives, &p.changes}) {
        if (rules == &p.gives && p.gives.empty() && !p.only_changes) ++n;
        for (const Rule& r : *rules) {
          if (&r == &wanted) return n;
          ++n;
        }
      }
    }
    for (const Beyond& b : s_.beyond) {
      if (&b.rule == &wanted) return n;
      ++n;
    }
    return n;
  }

  std::optional<Points> given(const Rule& r) const {
    const auto points = value_of(r);
    if (points) note(r, Applied::Kind::gives, *points);
    return points;
  }

  std::optional<Points> value_of(const Rule& r) const {
    if (const auto* m = std::get_if<Marks>(&r.effect)) return value(*m);
    if (const auto* p = std::get_if<Proportion>(&r.effect)) return proportion(*p);
    if (const auto* p = std::get_if<Printed>(&r.effect)) return printed(*p);
    if (const auto* c = std::get_if<Chosen>(&r.effect)) return value(c->between);
    return std::nullopt;
  }

  /// Steps of one number: the value lies in a step, between two, or outside all.
  std::optional<Points> stepped(const Part& part) const {
    std::optional<Points> found;
    const Rule* otherwise = nullptr;
    const Rule* below = nullptr;
    const Rule* above = nullptr;
    std::optional<Decimal> x;
    for (const Rule& r : part.gives) {
      if (r.when.empty()) {
        otherwise = &r;
        continue;
      }
      const Holds h = holds(r);
      if (h == Holds::no) {
        const Interval& in = r.when.front().in;
        x = answer(r.when.front().need);
        if (!x) continue;
        if (in.high && in.high->value <= *x &&
            (below == nullptr || below->when.front().in.high->value < in.high->value))
          below = &r;
        if (in.low && in.low->value >= *x &&
            (above == nullptr || above->when.front().in.low->value > in.low->value))
          above = &r;
        continue;
      }
      const auto points = given(r);
      if (!points) return std::nullopt;
      found = found ? both(*found, *points) : *points;
      if (h == Holds::yes) return found;
    }
    if (found) return found;
    if (below != nullptr && above != nullptr) {
      if (s_.gap == Gap::lower) return given(*below);
      if (s_.gap == Gap::upper) return given(*above);
      const auto a = given(*below);
      const auto b = given(*above);
      if (!a || !b) return std::nullopt;
      return both(*a, *b);
    }
    if (otherwise != nullptr) return given(*otherwise);
    const Rule* nearest = below != nullptr ? below : above;
    if (nearest == nullptr) return Points{0, full_};
    const auto points = given(*nearest);
    if (!points) return std::nullopt;
    // 达到5%得1分，达到10%得2分: below the least of them nothing is reached
    return is_the_least(*nearest, part) ? Points{0, 0} : both(*points, Points{0, 0});
  }

  /// Another step gives more, and none less.
  bool is_the_least(const Rule& step, const Part& part) const {
    const auto least = given(step);
    bool more = false;
    for (const Rule& r : part.gives) {
      const auto other = given(r);
      if (!least || !other || other->low < least->low) return false;
      more = more || least->high < other->low;
    }
    return more;
  }

  std::optional<Points> base_points(const Part& part, const std::optional<Decimal>& full) const {
    if (part.only_changes) return Points{0, 0};
    if (part.gives.empty()) {
      if (full) return Points{*full, *full};
      return value(part.full.value_or(Marks{1, 1, true}));
    }
    if (part.stepped) return stepped(part);
    std::optional<Points> found;
    for (const Rule& r : part.gives) {
      const Holds h = holds(r);
      if (h == Holds::no) continue;
      const auto points = given(r);
      if (!points) return std::nullopt;
      found = found ? both(*found, *points) : *points;
      if (h == Holds::yes) return found;
    }
    return found ? both(*found, Points{0, 0}) : Points{0, 0};
  }

  Points change(const Change& c) const {
    const Points k = value(c.marks);
    Points out = k;
    if (c.by != Change::By::once) {
      const auto x = answer(c.need);
      if (!x) {
        out = {0, c.adds && c.at_most ? std::max(full_, value(*c.at_most).high) : full_};
      } else {
        Decimal distance = *x - c.limit;
        if (c.by == Change::By::below) distance = distance.negated();
        if (c.by == Change::By::around) distance = distance.magnitude();
        if (c.by == Change::By::count) distance = *x;
        if (c.of_limit && !c.limit.is_zero())
          distance = base::divide(distance * Decimal(100), c.limit.magnitude(), kDivisionPlaces).value_or(0);
        if (distance.sign() <= 0) return {0, 0};
        const Decimal n = base::divide(distance, c.each, kDivisionPlaces).value_or(0).trimmed();
        Decimal low = n;
        Decimal high = n;
        if (c.partial == Partial::whole) low = high = whole_below(n);
        if (c.partial == Partial::started) low = high = whole_above(n);
        if (c.partial == Partial::unsaid) low = whole_below(n), high = whole_above(n);
        out = {k.low * low, k.high * high};
        if (c.perhaps_once) out = both(out, k);
      }
    }
    if (c.at_most) {
      const Points most = value(*c.at_most);
      out.low = std::min(out.low, most.low);
      out.high = std::min(out.high, most.high);
    }
    return out;
  }

  std::optional<Points> part_points(const Part& part, const std::optional<Decimal>& full) const {
    std::optional<Points> aside;
    for (const Rule& r : part.instead) {
      const Holds h = holds(r);
      if (h == Holds::no) continue;
      const auto points = value_of(r);
      if (!points) return std::nullopt;
      note(r, Applied::Kind::instead, *points);
      if (h == Holds::yes) return points;
      aside = aside ? both(*aside, *points) : *points;
    }
    bool zero_possible = false;
    for (const Rule& r : part.zeros) {
      const Holds h = holds(r);
      if (h != Holds::no) note(r, Applied::Kind::nothing, {0, 0});
      if (h == Holds::yes) return Points{0, 0};
      zero_possible = zero_possible || h == Holds::maybe;
    }
    auto points = base_points(part, full);
    if (!points) return std::nullopt;
    const Decimal top = full ? *full : value(part.full.value_or(Marks{1, 1, true})).high;
    for (const Rule& r : part.changes) {
      const Holds h = holds(r);
      if (h == Holds::no) continue;
      const auto* c = std::get_if<Change>(&r.effect);
      Points by{0, 0};
      if (c != nullptr) {
        by = change(*c);
      } else if (const auto* chosen = std::get_if<Chosen>(&r.effect)) {
        by = value(chosen->between);
      }
      if (h == Holds::maybe) by.low = std::min(by.low, Decimal(0));
      const bool adds = c != nullptr && c->adds;
      if (!by.high.is_zero()) note(r, adds ? Applied::Kind::adds : Applied::Kind::takes, by);
      if (adds) {
        points->low += by.low;
        points->high += by.high;
      } else {
        const Decimal low = points->low - by.high;
        points->high -= by.low;
        points->low = low;
      }
    }
    if (!part.only_changes) {
      const Decimal zero = 0;
      points->low = std::max(points->low, zero);
      points->high = std::max(points->high, zero);
      if (!part.above_full) {
        points->low = std::min(points->low, std::max(top, zero));
        points->high = std::min(points->high, std::max(top, zero));
      }
    }
    if (zero_possible) points->low = std::min(points->low, Decimal(0));
    if (aside) points = both(*points, *aside);
    return points;
  }

  const Standard& s_;
  const Decimal& full_;
  const Answers& answers_;
  std::vector<Applied>* applied_;
};

/// 通过认证的加2分, and nothing else: it needs no marks that it is of.
bool only_adds(const Standard& s) {
  return std::all_of(s.parts.begin(), s.parts.end(), [](const Part& p) {
    const auto* base = p.gives.size() == 1 ? std::get_if<Marks>(&p.gives[0].effect) : nullptr;
    return base != nullptr && !base->share && base->high.is_zero() && p.above_full &&
           std::all_of(p.changes.begin(), p.changes.end(), [](const Rule& r) {
             const auto* c = std::get_if<Change>(&r.effect);
             return c != nullptr && c->adds && !c->marks.share && (!c->at_most || !c->at_most->share);
           });
  });
}

}  // namespace

std::optional<Points> points_at(const Standard& standard, const std::optional<Decimal>& marks,
                                const Answers& answers, std::vector<Applied>* applied) {
  if (!standard.computable || answers.size() != standard.needs.size()) return std::nullopt;
  std::optional<Decimal> full = standard.printed_full ? standard.printed_full : marks;
  if (!full && only_adds(standard)) full = Decimal(0);
  if (!full) return std::nullopt;
  auto points = Computer(standard, *full, answers, applied).total(std::nullopt);
  if (!points) return std::nullopt;
  if (marks && standard.printed_full && *marks != *standard.printed_full &&
      !standard.printed_full->is_zero()) {
    // the marks of the text are not the row's: as printed, in proportion, or from the row's marks
    const auto scale = [&](const Decimal& v) {
      return base::divide(v * *marks, *standard.printed_full, kDivisionPlaces).value_or(v);
    };
    const Points scaled{scale(points->low), scale(points->high)};
    const bool one = standard.parts.size() == 1;
    const auto from_row = one ? Computer(standard, *marks, answers, nullptr).total(marks) : std::nullopt;
    switch (standard.other_marks) {
      case OtherMarks::unsaid:
        points = both(*points, scaled);
        if (from_row) points = both(*points, *from_row);
        break;
      case OtherMarks::scaled:
        points = scaled;
        break;
      case OtherMarks::as_printed:
        break;
    }
  }
  return Points{points->low.rounded(12).trimmed(), points->high.rounded(12).trimmed()};
}

}  // namespace jiheng::standard
