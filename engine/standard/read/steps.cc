// Takes the limits of steps, gives intervals. An end that is said settles its neighbour; one neighbour that is said settles
// all the others the same way; 以上 holds its number where no other step has it; the rest stays open.
#include "engine/standard/read/steps.h"

#include <algorithm>

namespace jiheng::standard {
namespace {

bool said(End end) { return end == End::in || end == End::out; }

Edge edge_of(const Limit& limit) { return {limit.value, limit.end != End::out, false}; }

}  // namespace

std::optional<Span1> joined(const std::vector<const Token*>& values) {
  if (values.empty()) return std::nullopt;
  Span1 out;
  out.at = values.front();
  out.unit = values.front()->unit;
  for (const Token* v : values) {
    if (!v->unit.empty() && !out.unit.empty() && v->unit != out.unit) return std::nullopt;
    if (out.unit.empty()) out.unit = v->unit;
    if ((v->low && out.low) || (v->high && out.high)) return std::nullopt;
    if (v->low) out.low = v->low;
    if (v->high) out.high = v->high;
    out.point = v->bare || v->equals;
    out.equals = v->equals;
    out.symmetric = out.symmetric || v->symmetric;
  }
  if (values.size() > 1) out.point = false;
  if (out.low && out.high && out.high->value < out.low->value) return std::nullopt;
  return out;
}

bool below_zero(const std::vector<Span1>& steps) {
  return std::any_of(steps.begin(), steps.end(), [](const Span1& s) {
    return (s.low && s.low->value.sign() < 0) || (s.high && s.high->value.sign() < 0);
  });
}

namespace {

/// 80-89 below 90以上: the next step begins where the number after the last of this one does, so both its ends are its own.
bool next_number_begins_another(const std::vector<Span1>& steps, const Span1& s) {
  if (!s.low || !s.high || s.point) return false;
  const auto one_on = [](const base::Decimal& from, const base::Decimal& to) {
    return from < to && to - from <= base::Decimal(1);
  };
  bool touches_low = false;
  bool touches_high = false;
  bool after = false;
  bool before = false;
  for (const Span1& other : steps) {
    if (&other == &s) continue;
    touches_high = touches_high || (other.low && other.low->value == s.high->value);
    touches_low = touches_low || (other.high && other.high->value == s.low->value);
    after = after || (other.low && one_on(s.high->value, other.low->value));
    before = before || (other.high && one_on(other.high->value, s.low->value));
  }
  return (after && !touches_high) || (before && !touches_low);
}

}  // namespace

Settled settle(const std::vector<Span1>& steps, bool including) {
  std::vector<Span1> s = steps;
  struct Meeting {
    std::size_t upper;
    std::size_t lower;
  };
  std::vector<Meeting> undecided;
  int low_closed = including ? 1 : 0;  // how the said ends of this table lie
  int high_closed = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (!s[i].low) continue;
    for (std::size_t j = 0; j < s.size(); ++j) {
      if (i == j || !s[j].high || s[j].high->value != s[i].low->value) continue;
      End& a = s[i].low->end;
      End& b = s[j].high->end;
      if (said(a) && said(b)) {
        if (!s[i].point && !s[j].point && a != b) (a == End::in ? low_closed : high_closed) += 1;
        continue;
      }
      if (said(a)) {
        b = a == End::in ? End::out : End::in;
        (a == End::in ? low_closed : high_closed) += 1;
      } else if (said(b)) {
        a = b == End::in ? End::out : End::in;
        (a == End::in ? low_closed : high_closed) += 1;
      } else {
        undecided.push_back({i, j});
      }
    }
  }
  Settled out;
  for (const Span1& step : s) {
    Interval interval;
    if (step.low) interval.low = edge_of(*step.low);
    if (step.high) interval.high = edge_of(*step.high);
    out.intervals.push_back(interval);
  }
  for (const Meeting& m : undecided) {
    Edge& a = *out.intervals[m.upper].low;
    Edge& b = *out.intervals[m.lower].high;
    const bool upper_whole = next_number_begins_another(s, s[m.upper]);
    const bool lower_whole = next_number_begins_another(s, s[m.lower]);
    if (upper_whole != lower_whole) {
      a.closed = upper_whole;
      b.closed = lower_whole;
    } else if (low_closed > 0 && high_closed == 0) {
      a.closed = true;
      b.closed = false;
    } else if (high_closed > 0 && low_closed == 0) {
      a.closed = false;
      b.closed = true;
    } else {
      a.closed = b.closed = true;
      a.unsaid = b.unsaid = true;
      out.open.push_back(m.upper);
    }
  }
  // 以下 alone: whether the number itself belongs is not said, unless another step takes it
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (!s[i].high || s[i].high->end != End::weak) continue;
    bool met = false;
    for (const Meeting& m : undecided) met = met || m.lower == i;
    if (met) continue;
    Edge& b = *out.intervals[i].high;
    if (including) {
      b.closed = false;
    } else {
      b.unsaid = true;
      out.open.push_back(i);
    }
  }
  return out;
}

}  // namespace jiheng::standard
