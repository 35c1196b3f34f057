// Takes the clauses that give points, gives a single condition, tiers, or a part of the marks; steps are build_steps.cc.
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
