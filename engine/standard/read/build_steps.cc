// Takes clauses that give points for values of one number, gives the steps of that number: each an interval and its marks.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

Interval interval_of(const Span1& span) {
  Interval in;
  if (span.low) in.low = Edge{span.low->value};
  if (span.high) in.high = Edge{span.high->value};
  return in;
}

/// From above down, narrow before wide, so that the first step that holds is the right one.
bool stands_before(const Interval& a, const Interval& b) {
  if (a.low.has_value() != b.low.has_value()) return a.low.has_value();
  if (a.low && a.low->value != b.low->value) return b.low->value < a.low->value;
  if (a.high.has_value() != b.high.has_value()) return a.high.has_value();
  return a.high && a.high->value < b.high->value;
}

/// The next step is `move` further on.
void move_by(Span1& span, const Decimal& move) {
  span.low->value += move;
  span.high->value += move;
}

/// What lies beyond the last step on the way down (or up), and is nothing.
Step rest_beyond(const Step& last, bool down) {
  Step rest = last;
  rest.marks = kNoMarks;
  const Limit end = down ? *rest.span.low : *rest.span.high;
  const bool taken = rest.span.point || end.end == End::in;
  const Limit from{end.value, taken ? End::out : end.end == End::out ? End::in : End::unsaid};
  rest.span.low = down ? std::nullopt : std::optional<Limit>(from);
  rest.span.high = down ? std::optional<Limit>(from) : std::nullopt;
  rest.span.point = false;
  return rest;
}

}  // namespace

/// 1起以上, ≥3次: from some case on.
bool Builder::counts_cases(const Token& value) const {
  return is_of_things(value.unit) && value.low && !value.high && !value.bare;
}

/// The clause as a step of one number; nullopt: its values are not one.
std::optional<Step> Builder::step_of(const RawClause& c, const Marks& marks) {
  const auto span = joined(values_of(c));
  if (!span) return std::nullopt;
  return Step{&c, *span, marks, note_other_words(c)};
}

/// What gives nothing, beside the steps: one more of them, a condition of its own, or words, which are kept.
bool Builder::take_zero_steps(const std::vector<const RawClause*>& zeros, const std::string& subject,
                              std::vector<Step>& steps, std::vector<const RawClause*>& worded, Part& part) {
  for (const RawClause* c : zeros) {
    const auto values = values_of(*c);
    const auto span = joined(values);
    const std::string& unit = steps.front().span.unit;
    if (!values.empty() && span && (span->unit == unit || span->unit.empty() || unit.empty()) &&
        same_quantity(subject, subject_of(*c, *values.front()))) {
      steps.push_back(*step_of(*c, kNoMarks));
    } else if (!values.empty() && counts_cases(*values.front()) && values.size() == 1) {
      auto tests = tests_of(*c);  // 投诉3起以上不得分, beside a rate: of its own
      if (!tests) return refuse(c->begin(), c->end()), false;
      Rule rule;
      rule.span = span_of(*c);
      rule.when = std::move(*tests);
      part.zeros.push_back(std::move(rule));
    } else if (!values.empty()) {
      return refuse(c->begin(), c->end()), false;
    } else {
      worded.push_back(c);
    }
  }
  return true;
}

/// 1亿元得2分，2亿元得4分，以此类推: on by the same amount and the same marks, until the marks are all there.
bool Builder::steps_go_up(std::size_t printed, std::vector<Step>& steps) {
  const Step& a = steps[printed - 2];
  const Step& b = steps[printed - 1];
  const Decimal more = b.marks.high - a.marks.high;
  const Decimal width = a.span.low && b.span.low ? b.span.low->value - a.span.low->value : Decimal(0);
  const Token* cap = b.clause->cap;
  if (cap != nullptr && cap->marks.share && !context_.marks) return false;
  const bool all = cap == nullptr || cap->marks.share;
  if (all && !context_.marks) return false;
  const Decimal top = all ? *context_.marks : cap->marks.high;
  if (!a.span.point || !b.span.point || width.sign() <= 0 || steps.size() != printed) return false;
  Step next = b;
  for (std::size_t i = 0; i < kMaxClauses && next.marks.high < top; ++i) {
    const Decimal marks = std::min(next.marks.high + more, top);
    next.marks = Marks{marks, marks, false};
    move_by(next.span, width);
    steps.push_back(next);
  }
  return !(next.marks.high < top);
}

/// 1亿元2分, 2亿元4分; 5天扣0.5分, 10天扣1分: single values, each with as many marks as it is times the first.
bool Builder::marks_grow_with_values(const std::vector<const RawClause*>& clauses,
                                     const std::vector<Span1>& spans) {
  const Marks& first = clauses[0]->effect->marks;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Marks& marks = clauses[i]->effect->marks;
    if (!spans[i].point || marks.share || marks.low != marks.high ||
        spans[0].low->value * marks.high != spans[i].low->value * first.high)
      return false;
  }
  return spans[0].low->value.sign() > 0;
}

/// 签约1亿元得2分，2亿元得4分，以此类推: 2 for each, from nothing.
bool Builder::steps_are_for_each(const std::vector<const RawClause*>& gives, Part& part) {
  if (and_so_on_ == nullptr || gives.size() < 2) return false;
  std::vector<Span1> spans;
  for (const RawClause* g : gives) {
    const auto span = joined(values_of(*g));
    if (!span) return false;
    spans.push_back(*span);
  }
  if (!marks_grow_with_values(gives, spans)) return false;
  const std::string subject = subject_of(*gives[0], *values_of(*gives[0]).front());
  const RawClause& last = *gives.back();
  Change change;
  change.adds = true;
  change.marks = gives[0]->effect->marks;
  change.each = spans[0].low->value;
  change.partial = is_of_things(spans[0].unit) ? Partial::whole : Partial::unsaid;
  if (last.cap != nullptr) change.at_most = last.cap->marks;
  const std::string name = subject.empty() ? "完成值" : subject;
  if (is_of_things(spans[0].unit) && change.each == Decimal(1)) {
    change.by = Change::By::count;
    change.need = need(name, NeedType::count, spans[0].unit);
  } else {
    change_from_nothing(name, spans[0].unit, change);
  }
  if (change.partial == Partial::unsaid) open_part_of_unit(*and_so_on_);
  Rule rule;
  rule.span = folded_.span(gives.front()->begin(), last.end());
  rule.effect = change;
  part.changes.push_back(std::move(rule));
  Rule nothing;
  nothing.effect = kNoMarks;
  nothing.span = span_of(*gives.front());
  part.gives.push_back(std::move(nothing));
  part.above_full = !context_.marks && last.cap == nullptr;
  for (std::size_t i = 1; i < gives.size(); ++i) leave_out(*values_of(*gives[i]).front());
  and_so_on_ = nullptr;
  return true;
}

/// 以此类推: the last two steps go on until nothing is left, or all is there.
bool Builder::steps_go_on(std::size_t printed, bool nothing_said, std::vector<Step>& steps) {
  if (and_so_on_ == nullptr || printed < 2 || steps[printed - 1].marks.share ||
      steps[printed - 2].marks.share)
    return true;
  const Step& a = steps[printed - 2];
  const Decimal less = a.marks.high - steps[printed - 1].marks.high;
  if (less.sign() < 0) {
    if (!steps_go_up(printed, steps)) return refuse(*and_so_on_), false;
    and_so_on_ = nullptr;
    return true;
  }
  const Span1& b = steps[printed - 1].span;
  const bool sides = b.low && b.high;
  if (less.is_zero() || !sides || !(a.span.low || a.span.high)) return refuse(*and_so_on_), false;
  const Decimal from = a.span.low ? a.span.low->value : a.span.high->value;
  const bool down = b.low->value < from;
  const Decimal width = b.point ? (from - b.low->value).magnitude() : b.high->value - b.low->value;
  if (width.sign() <= 0) return refuse(*and_so_on_), false;
  std::optional<Decimal> until;  // where 不得分 begins
  for (std::size_t i = printed; i < steps.size(); ++i) {
    const auto& end = down ? steps[i].span.high : steps[i].span.low;
    if (end) until = end->value;
  }
  Step next = steps[printed - 1];
  for (std::size_t more = 0; more < kMaxClauses; ++more) {
    const Decimal left = next.marks.high - less;
    if (left.sign() <= 0) break;
    next.marks = Marks{left, left, false};
    move_by(next.span, down ? width.negated() : width);
    if (until && (down ? next.span.low->value < *until : next.span.high->value > *until)) break;
    steps.push_back(next);
  }
  and_so_on_ = nullptr;
  if (nothing_said) steps.push_back(rest_beyond(steps.back(), down));  // less than a step is left
  return true;
}

/// The step with the most marks, where it is one number, goes on outwards. False: which way is not clear.
bool Builder::best_goes_outwards(const std::vector<Step>& steps, std::size_t best, const std::string& name,
                                 std::vector<Interval>& intervals) {
  if (!steps[best].span.point) return true;
  const Decimal v = steps[best].span.low->value;
  bool all_below = true;
  bool all_above = true;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i == best) continue;
    const Interval& in = intervals[i];
    // 达到100%得4分，90%以上得3分: 90%以上 ends where the better step begins
    all_below = all_below && (in.high ? in.high->value <= v : in.low && in.low->value < v);
    all_above = all_above && in.low && in.low->value >= v;
  }
  if (all_below && !all_above) intervals[best].high.reset();
  if (all_above && !all_below && !may_be_negative(name)) intervals[best].low.reset();
  return all_below != all_above || steps.size() == 1;
}

std::size_t Builder::best_of(const std::vector<Step>& steps) const {
  const auto worth = [&](const Marks& m) {
    return m.share ? m.high * context_.marks.value_or(Decimal(1000000)) : m.high;
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (worth(steps[best].marks) < worth(steps[i].marks)) best = i;
  }
  return best;
}

/// The number that the steps are of.
std::size_t Builder::need_of_steps(const std::vector<Step>& steps, const std::vector<Span1>& spans,
                                   const std::string& name) {
  std::string unit;
  bool symmetric = false;
  for (const Step& s : steps) {
    if (unit.empty()) unit = s.span.unit;
    symmetric = symmetric || s.span.symmetric;
  }
  const bool around_zero =
      unit.empty() && names_a_rate(name) && std::all_of(spans.begin(), spans.end(), [](const Span1& s) {
        return (!s.low || s.low->value.is_zero()) && (!s.high || s.high->value.is_zero());
      });
  const std::size_t x = need(name, NeedType::number, around_zero ? "%" : unit);
  out_.needs[x].magnitude = symmetric || (is_a_deviation(name) && !below_zero(spans));
  return x;
}

bool Builder::build_steps(const std::vector<const RawClause*>& gives,
                          const std::vector<const RawClause*>& zeros, Part& part) {
  if (zeros.empty() && steps_are_for_each(gives, part)) return true;
  std::vector<Step> steps;
  std::string subject;
  for (const RawClause* c : gives) {
    auto step = step_of(*c, c->effect->marks);
    if (!step) return refuse(c->begin(), c->end()), false;
    if (subject.empty()) subject = subject_of(*c, *values_of(*c).front());
    steps.push_back(std::move(*step));
  }
  std::vector<const RawClause*> worded;
  if (!take_zero_steps(zeros, subject, steps, worded, part)) return false;
  if (!steps_go_on(gives.size(), zeros.empty(), steps)) return false;
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return stands_before(interval_of(a.span), interval_of(b.span));
  });
  std::vector<Span1> spans;
  spans.reserve(steps.size());
  for (const Step& s : steps) spans.push_back(s.span);
  Settled settled = settle(spans, including_);
  const std::string name = subject.empty() ? "完成值" : subject;
  const std::size_t x = need_of_steps(steps, spans, name);
  for (const std::size_t i : settled.open)
    open(spans[i].at->begin, spans[i].at->end, {"归上一档", "归下一档"}, Open::What::ends);
  const std::size_t best = best_of(steps);
  const bool clear = best_goes_outwards(steps, best, name, settled.intervals);
  part.stepped = true;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    Rule rule;
    rule.span = span_of(*steps[i].clause);
    rule.when.push_back({x, settled.intervals[i]});
    rule.effect = steps[i].marks;
    rule.beside = steps[i].beside;
    part.gives.push_back(std::move(rule));
  }
  std::stable_sort(part.gives.begin(), part.gives.end(), [](const Rule& a, const Rule& b) {
    return stands_before(a.when.front().in, b.when.front().in);
  });
  part.full = steps[best].marks;
  if (part.full->low != part.full->high) part.full->low = part.full->high;
  add_worded_zeros(worded, part);
  return clear || steps.size() > 1;
}

/// 否则不得分, 未达到的不得分: what is left; 发生事故的不得分: when it happens.
void Builder::add_worded_zeros(const std::vector<const RawClause*>& worded, Part& part) {
  for (const RawClause* c : worded) {
    const std::string words = last_words_of(*c);
    Rule rule;
    rule.span = span_of(*c);
    if (says_otherwise(*c) || denies(words) || words.empty() || words.find("超出") != words.npos) {
      rule.effect = kNoMarks;
      part.gives.push_back(std::move(rule));
    } else {
      rule.when.push_back({question(*c, true)});
      part.zeros.push_back(std::move(rule));
    }
  }
}

}  // namespace jiheng::standard
