// Takes the clauses that give points, gives steps of one number, a single condition, tiers, or a part of the marks.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// Less is better by its name: a number without a sign is then no lower limit.
bool wants_less(std::string_view name) {
  for (const std::string_view w : {"控制", "变动", "调整", "结余", "误差", "偏差", "投诉", "辍学", "成本",
                                   "逾期", "事故", "差错", "失业", "流失", "超支", "违"}) {
    if (name.find(w) != name.npos) return true;
  }
  return false;
}

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

}  // namespace

/// All of them speak of one number: the same words before it, or limits that touch.
bool Builder::one_number(const std::vector<const RawClause*>& gives) const {
  std::vector<Span1> spans;
  std::vector<std::string> subjects;
  for (const RawClause* c : gives) {
    const auto values = values_of(*c);
    const auto span = joined(values);
    if (!span) return false;
    for (std::size_t i = 1; i < values.size(); ++i) {
      const std::string more = subject_of(*c, *values[i]);
      if (!more.empty() && !same_quantity(more, subject_of(*c, *values[0]))) return false;
    }
    spans.push_back(*span);
    subjects.push_back(subject_of(*c, *values.front()));
  }
  bool one = true;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (!spans[i].unit.empty() && !spans[0].unit.empty() && spans[i].unit != spans[0].unit) return false;
    one = one && same_quantity(subjects[0], subjects[i]);
  }
  if (one) return true;
  for (std::size_t i = 1; i < spans.size();
       ++i) {  // other words, but each step begins where the one before ends
    const Span1& a = spans[i - 1];
    const Span1& b = spans[i];
    const bool one_point = a.low && a.high && b.low && b.high && a.low->value == b.high->value &&
                           a.high->value == b.low->value;  // 到位率100%…，及时率100%…
    if (one_point) return false;
    const bool touch = (a.low && b.high && a.low->value == b.high->value) ||
                       (a.high && b.low && a.high->value == b.low->value);
    if (!touch) return false;
  }
  return true;
}

/// 1起以上, ≥3次: from some case on.
bool Builder::counts_cases(const Token& value) const {
  return is_of_things(value.unit) && value.low && !value.high && !value.bare;
}

bool Builder::build_steps(const std::vector<const RawClause*>& gives,
                          const std::vector<const RawClause*>& zeros, Part& part) {
  struct Step {
    const RawClause* clause;
    Span1 span;
    Marks marks;
    std::vector<std::string> beside = {};
  };
  std::vector<Step> steps;
  std::string subject;
  std::vector<const RawClause*> worded;
  const auto take = [&](const RawClause* c, const Marks& marks) {
    const auto values = values_of(*c);
    const auto span = joined(values);
    if (!span) return false;
    if (subject.empty()) subject = subject_of(*c, *values.front());
    steps.push_back({c, *span, marks, note_other_words(*c)});
    return true;
  };
  for (const RawClause* c : gives) {
    if (!take(c, c->effect->marks)) return refuse(c->begin(), c->end()), false;
  }
  for (const RawClause* c : zeros) {
    const auto values = values_of(*c);
    const auto span = joined(values);
    if (!values.empty() && span &&
        (span->unit == steps.front().span.unit || span->unit.empty() || steps.front().span.unit.empty()) &&
        same_quantity(subject, subject_of(*c, *values.front()))) {
      take(c, kNoMarks);
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
  // 以此类推: the last two steps go on until nothing is left
  const std::size_t printed = gives.size();
  if (and_so_on_ != nullptr && printed >= 2 && !steps[printed - 1].marks.share &&
      !steps[printed - 2].marks.share) {
    const Step& a = steps[printed - 2];
    const Decimal less = a.marks.high - steps[printed - 1].marks.high;
    const Span1& b = steps[printed - 1].span;
    const bool sides = b.low && b.high;
    if (less.sign() <= 0 || !sides || !(a.span.low || a.span.high)) return refuse(*and_so_on_), false;
    const Decimal from = a.span.low ? a.span.low->value : a.span.high->value;
    const bool down = b.low->value < from;
    Decimal width = b.high->value - b.low->value;
    if (b.point) width = (from - b.low->value).magnitude();
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
      const Decimal move = down ? width.negated() : width;
      next.span.low->value += move;
      next.span.high->value += move;
      if (until && (down ? next.span.low->value < *until : next.span.high->value > *until)) break;
      steps.push_back(next);
    }
    and_so_on_ = nullptr;
    // what is left of the marks is less than a step: nothing
    Step rest = steps.back();
    rest.marks = kNoMarks;
    const Limit end = down ? *rest.span.low : *rest.span.high;
    const bool taken = rest.span.point || end.end == End::in;
    rest.span.low = down ? std::nullopt
                         : std::optional<Limit>(Limit{end.value, taken                 ? End::out
                                                                 : end.end == End::out ? End::in
                                                                                       : End::unsaid});
    rest.span.high = down ? std::optional<Limit>(Limit{end.value, taken                 ? End::out
                                                                  : end.end == End::out ? End::in
                                                                                        : End::unsaid})
                          : std::nullopt;
    rest.span.point = false;
    if (zeros.empty()) steps.push_back(rest);
  }
  std::string unit;
  bool symmetric = false;
  for (const Step& s : steps) {
    if (unit.empty()) unit = s.span.unit;
    symmetric = symmetric || s.span.symmetric;
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return stands_before(interval_of(a.span), interval_of(b.span));
  });
  std::vector<Span1> spans;
  spans.reserve(steps.size());
  for (const Step& s : steps) spans.push_back(s.span);
  Settled settled = settle(spans, including_);
  const std::string name = subject.empty() ? "完成值" : subject;
  const bool around_zero =
      unit.empty() && names_a_rate(name) && std::all_of(spans.begin(), spans.end(), [](const Span1& s) {
        return (!s.low || s.low->value.is_zero()) && (!s.high || s.high->value.is_zero());
      });
  const std::size_t x = need(name, NeedType::number, around_zero ? "%" : unit);
  out_.needs[x].magnitude = symmetric || (is_a_deviation(name) && !below_zero(spans));
  for (const std::size_t i : settled.open)
    open(spans[i].at->begin, spans[i].at->end, {"归上一档", "归下一档"}, Open::What::ends);
  // the best step, where it is one number, goes on outwards
  std::size_t best = 0;
  bool clear = true;
  const auto worth = [&](const Marks& m) {
    return m.share ? m.high * context_.marks.value_or(Decimal(1000000)) : m.high;
  };
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (worth(steps[best].marks) < worth(steps[i].marks)) best = i;
  }
  if (spans[best].point) {
    const Decimal v = spans[best].low->value;
    bool all_below = true;
    bool all_above = true;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (i == best) continue;
      const Interval& in = settled.intervals[i];
      // 达到100%得4分，90%以上得3分: 90%以上 ends where the better step begins
      all_below = all_below && (in.high ? in.high->value <= v : in.low && in.low->value < v);
      all_above = all_above && in.low && in.low->value >= v;
    }
    clear = all_below != all_above || steps.size() == 1;
    if (all_below && !all_above) settled.intervals[best].high.reset();
    if (all_above && !all_below && !may_be_negative(name)) settled.intervals[best].low.reset();
  }
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
  for (const RawClause* c : worded) {
    const std::string words = last_words_of(*c);
    if (says_otherwise(*c) || denies(words) || words.empty() || words.find("超出") != words.npos) {
      Rule rule;
      rule.span = span_of(*c);
      rule.effect = kNoMarks;
      part.gives.push_back(std::move(rule));
    } else {
      Rule rule;
      rule.span = span_of(*c);
      rule.when.push_back({question(*c, true)});
      part.zeros.push_back(std::move(rule));
    }
  }
  return clear || steps.size() > 1;
}

/// A deduction beside tiers that is one more of them.
bool Builder::is_tier(const RawClause& c, const Sorted& sorted) {
  if (c.effect->kind != Kind::deduct || c.per != nullptr || !values_of(c).empty() ||
      sorted.gives.size() < 2 || c.effect->marks.share)
    return false;
  return all_worded(sorted.gives);
}

void Builder::build_tiers(const Sorted& sorted, Part& part) {
  std::vector<std::string> options;
  for (const RawClause* c : sorted.gives) {
    std::string name = need_name(last_words_of(*c));
    options.push_back(name.empty() ? "其他" : name);
  }
  const std::size_t choice = need(options.front() + "（程度）", NeedType::choice, "");
  std::size_t option = 0;
  Marks best = kNoMarks;
  for (const RawClause* c : sorted.gives) {
    Rule rule;
    rule.span = span_of(*c);
    rule.when.push_back({choice, {}, false, option++});
    rule.effect = c->effect->marks;
    if (c->effect->marks.high >= best.high) best = c->effect->marks;
    part.gives.push_back(std::move(rule));
  }
  for (const RawClause* c : sorted.zeros) {
    Rule rule;
    rule.span = span_of(*c);
    rule.when.push_back({choice, {}, false, option++});
    rule.effect = kNoMarks;
    std::string name = need_name(last_words_of(*c));
    options.push_back(name.empty() ? "其他" : name);
    part.gives.push_back(std::move(rule));
  }
  // 不健全的扣10分: a tier too, by what it leaves
  for (const RawClause* c : sorted.changes) {
    if (!is_tier(*c, sorted)) continue;
    Rule rule;
    rule.span = span_of(*c);
    rule.when.push_back({choice, {}, false, option++});
    const Decimal left = best.high - c->effect->marks.high;
    rule.effect = Marks{left.sign() < 0 ? Decimal(0) : left, left.sign() < 0 ? Decimal(0) : left, false};
    std::string name = need_name(last_words_of(*c));
    options.push_back(name.empty() ? "其他" : name);
    part.gives.push_back(std::move(rule));
  }
  out_.needs[choice].options = std::move(options);
  part.full = best;
}

/// 否则得2分: what is left when no value before it holds.
void Builder::add_otherwise(const RawClause& c, Part& part) {
  Rule rule;
  rule.span = span_of(c);
  rule.effect = c.effect->marks;
  part.gives.push_back(std::move(rule));
}

bool Builder::build_gives(const Sorted& sorted, Part& part) {
  const auto& gives = sorted.gives;
  if (gives.empty()) {
    build_zeros(sorted, false, part);
    return !part.zeros.empty() && !refused_;
  }
  const bool numeric = all_numeric(gives);
  bool numeric_zero = false;
  for (const RawClause* c : sorted.zeros) {
    const auto values = values_of(*c);
    const bool of_its_own = values.size() == 1 && counts_cases(*values[0]) && numeric &&
                            values[0]->unit != values_of(*gives.front()).front()->unit;
    numeric_zero = numeric_zero || (!values.empty() && !of_its_own);
  }
  if (gives.size() == 1) {
    const RawClause& g = *gives.front();
    if (numeric && numeric_zero && one_number(gives) && sorted.otherwise == nullptr)
      return build_steps(gives, sorted.zeros, part);
    auto tests = tests_of(g);
    if (!tests) return refuse(g.begin(), g.end()), false;
    for (const Token* v : values_of(g)) {
      if (!v->bare || v->low->value.is_zero()) continue;
      if (wants_less(subject_of(g, *v))) return refuse(*v), false;
    }
    Rule rule;
    rule.span = span_of(g);
    rule.when = std::move(*tests);
    rule.effect = g.effect->marks;
    rule.beside = note_other_words(g);
    part.gives.push_back(std::move(rule));
    part.full = g.effect->marks;
    part.full->low = part.full->high;
    build_zeros(sorted, numeric, part);
    if (sorted.otherwise != nullptr) {
      part.stepped = part.gives.front().when.size() == 1;
      add_otherwise(*sorted.otherwise, part);
    }
    return !refused_;
  }
  if (numeric && one_number(gives)) {
    if (!build_steps(gives, sorted.zeros, part)) return false;
    if (sorted.otherwise != nullptr) add_otherwise(*sorted.otherwise, part);
    return true;
  }
  if (numeric) return refuse(gives[1]->begin(), gives[1]->end()), false;
  build_tiers(sorted, part);
  return true;
}

}  // namespace jiheng::standard
