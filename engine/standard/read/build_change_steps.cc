// Takes deductions that stand by their numbers, gives steps of what is taken: the narrower takes its values from the wider.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// 低5%以内, 逾期5天以内: the number is how far, and 0 is not yet.
bool ends_in_a_way(std::string_view before, std::string_view value) {
  for (const std::string_view way :
       {"低", "超", "少", "高", "差", "晚", "迟", "期", "后", "误", "缺", "漏", "延", "离"}) {
    if (before.ends_with(way)) return true;
  }
  const bool named = value.starts_with("超") || value.starts_with("低于") || value.starts_with("少于");
  return named && value.ends_with("内");  // 低于60% alone: all that is below
}

}  // namespace

/// 超过5个工作日扣0.5分，10个工作日扣1分，以此类推: what each 5 take, from the first on.
bool Builder::steps_go_on_alike(const std::vector<const RawClause*>& clauses, const std::vector<Span1>& spans,
                                const std::string& subject, Part& part) {
  const bool all_deduct = std::all_of(clauses.begin(), clauses.end(),
                                      [](const RawClause* c) { return c->effect->kind == Kind::deduct; });
  if (!all_deduct || spans[0].unit == "%" || !marks_grow_with_values(clauses, spans)) return false;
  Change change;
  change.marks = clauses.front()->effect->marks;
  change.each = spans[0].low->value;
  change.partial = Partial::unsaid;
  if (is_a_time(spans[0].unit)) {
    change.by = Change::By::count;
    change.need = need(subject.empty() ? "逾期" : subject, NeedType::number, spans[0].unit);
    out_.needs[change.need].distance = true;
  } else {
    change_from_nothing(subject.empty() ? "完成值" : subject, spans[0].unit, change);
  }
  open_part_of_unit(*and_so_on_);
  Rule rule;
  rule.span = folded_.span(clauses.front()->begin(), clauses.back()->end());
  rule.effect = change;
  part.changes.push_back(std::move(rule));
  for (std::size_t i = 1; i < clauses.size(); ++i) {
    for (const Token* v : values_of(*clauses[i])) leave_out(*v);
  }
  and_so_on_ = nullptr;
  return true;
}

/// 低5%以内扣2分, 低5%-10%扣4分: steps of what is taken. `given`: the value that gives the marks, which is no step of these.
bool Builder::build_change_steps(const std::vector<const RawClause*>& clauses,
                                 const std::vector<const RawClause*>& zeros, const Token* given, Part& part) {
  std::vector<Span1> spans;
  std::string subject;
  for (const RawClause* c : clauses) {
    const auto values = values_of(*c);
    const auto span = joined(values);
    if (!span) return refuse(c->begin(), c->end()), false;
    if (subject.empty()) subject = subject_of(*c, *values.front());
    spans.push_back(*span);
  }
  if (and_so_on_ != nullptr && steps_go_on_alike(clauses, spans, subject, part)) return true;
  // 缺1项, 缺2项: each its own number, of whole things, and what takes most goes on
  const bool points = std::any_of(spans.begin(), spans.end(), [](const Span1& s) { return s.point; });
  if (points) {
    if (!is_a_time(spans.front().unit) && !is_of_things(spans.front().unit))
      return refuse(*spans.front().at), false;
    std::vector<Span1> all = spans;
    for (const RawClause* z : zeros) {
      if (const auto span = joined(values_of(*z)); span) all.push_back(*span);
    }
    const auto last = std::max_element(all.begin(), all.end(), [](const Span1& a, const Span1& b) {
      return (a.low ? a.low->value : Decimal(0)) < (b.low ? b.low->value : Decimal(0));
    });
    if (last->high || !last->low) return refuse(*spans.back().at), false;
  }
  const std::size_t printed = spans.size();
  if (given != nullptr && given->unit == spans.front().unit) {
    if (auto all = joined({given}); all) {
      if (all->point && !all->equals && !all->low->value.is_zero()) all->high.reset();  // 100%得8分
      spans.push_back(*all);
    }
  }
  Settled settled = settle(spans, including_);
  if (spans.size() > printed) {  // 80%-90%扣2分，90%以上不扣分: 90% is the one that takes nothing
    const Span1& all = spans.back();
    const auto leave = [](std::optional<Edge>& edge, const std::optional<Limit>& to) {
      if (edge && to && to->end != End::out && edge->value == to->value) edge->closed = edge->unsaid = false;
    };
    for (std::size_t i = 0; i < printed; ++i) {
      leave(settled.intervals[i].high, all.low);
      leave(settled.intervals[i].low, all.high);
    }
  }
  std::erase_if(settled.open, [&](std::size_t i) {
    const auto unsaid = [](const std::optional<Edge>& edge) { return edge && edge->unsaid; };
    return i >= printed || (!unsaid(settled.intervals[i].low) && !unsaid(settled.intervals[i].high));
  });
  const std::size_t x = need(subject.empty() ? "完成值" : subject, NeedType::number, spans.front().unit);
  for (const std::size_t i : settled.open)
    open(spans[i].at->begin, spans[i].at->end, {"归上一档", "归下一档"}, Open::What::ends);
  for (const RawClause* c : clauses) {
    const std::string_view effect = text_.substr(0, c->effect->begin);
    for (const std::string_view more : {"再", "另", "累计", "加"}) {
      if (effect.ends_with(more)) return refuse(*c->effect), false;  // 再扣2分: on top of the step before
    }
  }
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    Rule rule;
    rule.span = span_of(*clauses[i]);
    Interval in = settled.intervals[i];
    for (std::size_t j = 0; j < clauses.size();
         ++j) {  // 低于80%扣3分，低于60%扣5分: the narrower takes its values
      const Interval& other = settled.intervals[j];
      const Interval& own_as_said = settled.intervals[i];
      if (i == j) continue;
      if (!own_as_said.low && !other.low && own_as_said.high && other.high &&
          other.high->value < own_as_said.high->value && (!in.low || in.low->value < other.high->value))
        in.low = Edge{other.high->value, !other.high->closed, other.high->unsaid};
      if (!own_as_said.high && !other.high && own_as_said.low && other.low &&
          own_as_said.low->value < other.low->value && (!in.high || other.low->value < in.high->value))
        in.high = Edge{other.low->value, !other.low->closed, other.low->unsaid};
    }
    // 低5%以内, 逾期5天以内: not 0 and less
    if (!in.low && in.high &&
        ends_in_a_way(text_.substr(0, spans[i].at->begin),
                      text_.substr(spans[i].at->begin, spans[i].at->end - spans[i].at->begin)))
      in.low = Edge{0, false, false};
    rule.when.push_back({x, in});
    Change change;
    change.adds = clauses[i]->effect->kind == Kind::add;
    change.marks = clauses[i]->effect->marks;
    rule.effect = change;
    part.changes.push_back(std::move(rule));
  }
  return true;
}

}  // namespace jiheng::standard
