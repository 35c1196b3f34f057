// Takes the clauses that give points in proportion, gives the share with its ends.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
using base::Decimal;

/// 低于70%不得分: what is below is nothing; the clauses that say so in words.
bool Builder::find_bottom(const Sorted& sorted, ShareEnds& ends) {
  const bool falls = sorted.proportions.front()->effect->part == Partial::proportional;
  for (const RawClause* z : sorted.zeros) {
    const auto values = values_of(*z);
    if (values.empty()) {
      ends.worded.push_back(z);
      continue;
    }
    const auto span = joined(values);
    // 超过10小时为0分，其间线性扣分
    if (!span || ends.bottom || span->low.has_value() == span->high.has_value() || (span->low && !falls))
      return refuse(z->begin(), z->end()), false;
    ends.bottom = span;
    ends.bottom_clause = z;
  }
  return true;
}

/// 60%-100%按比例, 60%以上按比例: where the share begins; 达到90%得满分: what all is.
bool Builder::find_top(const Sorted& sorted, const RawPart& raw, ShareEnds& ends) {
  const RawClause& p = *sorted.proportions.front();
  const auto own_values = values_of(p);
  if (!own_values.empty() && !says_otherwise(p)) {
    ends.between = joined(own_values);
    if (ends.between && ends.between->low && ends.between->high)
      leave_out(*ends.between->at);  // 70%-99%按比例: 99% is below all
    if (ends.between && !ends.between->low) ends.between.reset();
  }
  if (!sorted.gives.empty()) {
    const RawClause& g = *sorted.gives.front();
    const auto values = values_of(g);
    if (values.size() > 1) return refuse(g.begin(), g.end()), false;
    if (values.size() == 1) {
      ends.top = joined(values);
      ends.subject = subject_of(g, *values.front());
    }
  } else if (raw.baseline != nullptr) {
    ends.top = joined({raw.baseline});
  } else if (own_values.size() == 1 && !says_otherwise(p)) {
    const auto own = joined(own_values);
    const bool begins = own && own->low && ends.bottom && ends.bottom->high->value == own->low->value;
    if (own && own->low && !own->high && !begins && p.effect->part != Partial::proportional) {
      ends.top = own;  // 10例以上; 否则按比例 is said with 否则; alone the value is what the share is of
      ends.between.reset();
    }
    if (own && own->low) ends.subject = subject_of(p, *own_values.front());
  } else if (own_values.size() == 1) {
    ends.top = joined(own_values);
    ends.subject = subject_of(p, *own_values.front());
  }
  if (ends.subject.empty() && ends.bottom)
    ends.subject = subject_of(*ends.bottom_clause, *values_of(*ends.bottom_clause).front());
  return true;
}

/// 超过的按比例扣: less is better, and what is in proportion to what is not said.
bool Builder::build_reverse_share(const Sorted& sorted, const ShareEnds& ends, Part& part) {
  const RawClause& p = *sorted.proportions.front();
  if (sorted.gives.empty()) return refuse(*p.effect), false;  // <10%,否则按比例: what gives all is not said
  const RawClause& g = *sorted.gives.front();
  const std::size_t x =
      need(ends.subject.empty() ? "完成值" : ends.subject, NeedType::number, ends.top->unit);
  Rule all;
  all.span = span_of(g);
  all.when.push_back({x, settle({*ends.top}, including_).intervals[0]});
  all.effect = ends.of;
  Rule rest;
  rest.span = span_of(p);
  rest.effect = Chosen{Marks{0, ends.of.high, ends.of.share}, true, x, ends.top->high->value};
  part.gives = {all, rest};
  open(p.effect->begin, p.effect->end, {"分值×目标值÷完成值", "分值×(1-超出的比例)"}, Open::What::reverse);
  return true;
}

/// What the share is of, where no value names it: 按到位率的比例, 完成任务 …, else the 完成率.
std::string Builder::share_name(const Sorted& sorted) const {
  constexpr std::size_t kEighteen = 54;
  const Token& effect = *sorted.proportions.front()->effect;
  if (!sorted.gives.empty() && values_of(*sorted.gives.front()).empty()) {
    std::string done = need_name(last_words_of(*sorted.gives.front()));
    if (done.size() > kEighteen) done.resize(kEighteen);  // so that the whole is a name
    if (!done.empty()) return done + "的完成率";
  }
  const std::string_view phrase = text_.substr(effect.begin, effect.end - effect.begin);
  if (phrase.find("率") == phrase.npos || phrase.find("完成率") != phrase.npos) return "完成率";
  return need_name(phrase.substr(3, phrase.find("率")));
}

/// From where to where the share goes, and what else it may be of.
bool Builder::scale_of(const Sorted& sorted, const ShareEnds& ends, Proportion& out) {
  const Token& effect = *sorted.proportions.front()->effect;
  const bool linear = effect.part == Partial::proportional;
  if (ends.top) {
    out.full_at = ends.top->low ? ends.top->low->value : ends.top->high->value;
    if (out.full_at.sign() <= 0) return refuse(*ends.top->at), false;
    if (ends.top->unit == "%" && out.full_at != Decimal(100) && !linear) {
      out.or_full_at = Decimal(100);
      std::vector<std::string> readings = {"分值×完成值÷" + out.full_at.to_string() + "%", "分值×完成值"};
      if (ends.bottom) {
        out.or_from = ends.bottom->high->value;
        readings.push_back("在 " + out.or_from->to_string() + "% 和 " + out.full_at.to_string() +
                           "% 之间线性内插");
      }
      open(effect.begin, effect.end, std::move(readings), Open::What::proportion);
    }
  }
  if (!linear) return true;
  if (!ends.bottom) return refuse(effect), false;
  out.zero_at = ends.bottom->high->value;
  return out.zero_at < out.full_at || (refuse(effect), false);
}

/// 超额的按比例加分，最多加20%: how far above all it goes.
bool Builder::share_above_all(const Sorted& sorted, Proportion& out, Part& part) {
  for (const RawClause* more : sorted.proportions) {
    if (!more->effect->adds) continue;
    if (more->cap == nullptr || !more->cap->marks.share) return refuse(*more->effect), false;
    out.most = Decimal(1) + more->cap->marks.high;
    part.above_full = true;
  }
  const RawClause& p = *sorted.proportions.front();
  if (p.effect->both) {  // 按比例扣分或加分，最高不超过15分
    const bool bounded =
        p.cap != nullptr && !p.cap->marks.share && !out.of.share && out.of.high < p.cap->marks.high;
    const auto most = bounded ? base::divide(p.cap->marks.high, out.of.high, kSharePlaces) : std::nullopt;
    if (!most) return refuse(*p.effect), false;
    out.most = *most;
    part.above_full = true;
  }
  if (sorted.proportions.size() == 2 && !part.above_full)
    return refuse(*sorted.proportions[1]->effect), false;
  return true;
}

/// What holds below the share, and at its upper end.
void Builder::share_at_its_ends(const Sorted& sorted, const ShareEnds& ends, const Proportion& share,
                                Part& part) {
  const RawClause& p = *sorted.proportions.front();
  if (ends.bottom) {
    Rule zero;
    zero.span = span_of(*ends.bottom_clause);
    std::vector<Span1> spans = {*ends.bottom};
    if (ends.between) spans.push_back(*ends.between);
    const Settled settled = settle(spans, including_);
    if (!settled.open.empty())
      open(ends.bottom->at->begin, ends.bottom->at->end, {"含这个数", "不含这个数"}, Open::What::ends);
    zero.when.push_back({share.need, settled.intervals[0]});
    zero.effect = kNoMarks;
    part.gives.push_back(std::move(zero));
  } else if (ends.between &&
             p.effect->part != Partial::proportional) {  // 70%-99%按比例计分: what is below is not said
    const Decimal& from = ends.between->low->value;
    Rule below;
    below.span = span_of(p);
    below.when.push_back({share.need, Interval{std::nullopt, Edge{from, false, false}}});
    const auto part_of = base::divide(from, share.full_at, 12);
    below.effect = Marks{0, part_of ? ends.of.high * *part_of : ends.of.high, ends.of.share};
    part.gives.push_back(std::move(below));
    open(p.effect->begin, p.effect->end, {"以下也按比例", "以下不得分"});
  }
  if (!sorted.gives.empty() && ends.top &&
      share.or_full_at) {  // whatever the share is of, from here on it is all
    Rule all;
    all.span = span_of(*sorted.gives.front());
    all.when.push_back({share.need, Interval{Edge{share.full_at, true, false}, std::nullopt}});
    all.effect = ends.of;
    part.gives.push_back(std::move(all));
  }
}

/// 按比例得分, with or without the value that gives all.
bool Builder::build_proportion(const Sorted& sorted, const RawPart& raw, Part& part) {
  const RawClause& p = *sorted.proportions.front();
  if (sorted.proportions.size() > 2 || sorted.gives.size() > 1) return refuse(*p.effect), false;
  ShareEnds ends;
  if (raw.header != nullptr) ends.of = raw.header->marks;
  if (!sorted.gives.empty()) ends.of = sorted.gives.front()->effect->marks;
  part.full = ends.of;
  if (!find_bottom(sorted, ends) || !find_top(sorted, raw, ends)) return false;
  if (ends.bottom && ends.bottom->low) return build_falling_line(sorted, *ends.bottom_clause, part);
  if (ends.bottom && ends.top && ends.top->low && ends.top->low->value != Decimal(100)) {
    const std::string below =
        words_of(*ends.bottom_clause);  // 完成比例低于60%, of a target of 45%: another number
    const bool of_the_target = below.find("完成比例") != below.npos || below.find("完成率") != below.npos;
    if (ends.top->low->value <= ends.bottom->high->value ||
        (of_the_target && ends.subject.find("完成") == std::string::npos))
      return refuse(*ends.bottom->at), false;
  }
  if (ends.between && ends.bottom && ends.between->low->value != ends.bottom->high->value)
    return refuse(*ends.between->at), false;
  if (ends.between && ends.top && ends.top->low && ends.between->low->value >= ends.top->low->value)
    ends.between.reset();
  if (ends.top && ends.top->high && !ends.top->low) return build_reverse_share(sorted, ends, part);
  if (ends.subject.empty()) ends.subject = share_name(sorted);
  Proportion proportion;
  proportion.of = ends.of;
  proportion.by_deduction = p.effect->deducts;
  if (!scale_of(sorted, ends, proportion) || !share_above_all(sorted, proportion, part)) return false;
  proportion.need = need(ends.subject, NeedType::number, ends.top ? ends.top->unit : "%");
  if (p.effect->deducts) open(p.effect->begin, p.effect->end, {"扣去没有完成的比例"});
  share_at_its_ends(sorted, ends, proportion, part);
  Rule rule;
  rule.span = span_of(p);
  rule.effect = proportion;
  part.gives.push_back(std::move(rule));
  for (const RawClause* z : ends.worded) {
    if (says_otherwise(*z)) continue;
    Rule zero;
    zero.span = span_of(*z);
    zero.when.push_back({question(*z, true)});
    part.zeros.push_back(std::move(zero));
  }
  return true;
}

/// 不超过1小时得100分，超过10小时为0分，其间线性扣分: on a line from all at the one end to nothing at the other.
bool Builder::build_falling_line(const Sorted& sorted, const RawClause& nothing, Part& part) {
  const RawClause& p = *sorted.proportions.front();
  if (sorted.gives.size() != 1 || sorted.proportions.size() != 1 || sorted.zeros.size() != 1)
    return refuse(*p.effect), false;
  const RawClause& all = *sorted.gives.front();
  const auto tests = tests_of(all);
  if (!tests || tests->size() != 1) return refuse(all.begin(), all.end()), false;
  const auto none = tests_of(nothing);
  if (!none || none->size() != 1 || none->front().need != tests->front().need)
    return refuse(nothing.begin(), nothing.end()), false;
  const Interval& best = tests->front().in;
  const Interval& worst = none->front().in;
  if (best.low || !best.high || !worst.low || worst.high || !(best.high->value < worst.low->value))
    return refuse(*p.effect), false;
  for (const Token* v : values_of(p)) {  // its own ends are these
    for (const std::optional<Limit>& end : {v->low, v->high}) {
      if (end && end->value != best.high->value && end->value != worst.low->value) return refuse(*v), false;
    }
  }
  Proportion line;
  line.need = tests->front().need;
  line.of = all.effect->marks;
  line.full_at = best.high->value;
  line.zero_at = worst.low->value;
  Rule rule;
  rule.span = span_of(p);
  rule.effect = line;
  part.gives.push_back(std::move(rule));
  return true;
}

}  // namespace jiheng::standard
