// Takes one raw part, gives its rules: what its clauses are by what they do, and which of the builders has them.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

Sorted sorted_of(const RawPart& raw) {
  Sorted s;
  for (const RawClause& c : raw.clauses) {
    switch (c.effect->kind) {
      case Kind::header:
      case Kind::give:
        if (c.per != nullptr) {
          s.changes.push_back(&c);
        } else {
          (c.effect->marks.high.is_zero() ? s.zeros : s.gives).push_back(&c);
        }
        break;
      case Kind::deduct:
      case Kind::add:
        s.changes.push_back(&c);
        break;
      case Kind::proportion:
        s.proportions.push_back(&c);
        break;
      case Kind::formula:
        s.formulas.push_back(&c);
        break;
      default:
        s.chosen.push_back(&c);
        break;
    }
  }
  return s;
}

/// Behind the last clause: words that speak of points, so that more follows than was read.
bool speaks_of_points(std::string_view words) {
  return holds_any(words, {"得分", "扣分", "加分", "分值", "满分", "减分", "不扣", "酌情"});
}

/// 完成时序目标任务的: where the share is all.
bool all_is_done(std::string_view words) {
  return against_a_plan(words) && !denies(words) && holds_any(words, {"完成", "达到"});
}

/// 未实现, 基本: a case whose points are missing.
bool is_a_case(std::string_view words) {
  const bool alone =
      words == "完成" || words == "达到" || words == "超过" || words == "低于" || words == "高于";
  return alone || starts_with_any(words, {"未", "不", "没有", "基本", "较", "部分"});
}

}  // namespace

void Builder::build_part(const RawPart& raw, const std::optional<Decimal>& full) {
  for (const Token* t : raw.rest) {
    const std::string_view words = text_.substr(t->begin, t->end - t->begin);
    if (words == "累计扣分" || words == "可累计扣分") continue;  // as every count does
    if (t->kind == Kind::words && t->end == text_.size() && is_a_case(words)) return refuse(*t);  // cut off
    if (t->kind == Kind::value || t->kind == Kind::per || speaks_of_points(words)) return refuse(*t);
  }
  and_so_on_ = raw.and_so_on;
  part_needs_ = out_.needs.size();
  Part part;
  RawPart kept = raw;
  prepare(kept, full, part);
  if (refused_) return;
  Sorted s = sorted_of(kept);
  take_otherwise(s);
  bool good = true;
  if (!s.formulas.empty() && s.gives.size() < 2) {
    good = build_beside_formula(s, part);
  } else if (counts_up_to_a_cap(s)) {
    good = build_counted_up(s, kept, part);
  } else {
    switch (gives_together(s, kept, full)) {
      case Together::refused:
        return;
      case Together::added:
        return build_added(s, kept, full, part);
      case Together::one:
        break;
    }
    if (!s.formulas.empty()) {
      good = build_beside_formula(s, part);
    } else if (!build_words_then_steps(s, part)) {
      good = build_sorted(s, kept, part) && goes_on(s);
      if (good) all_or_nothing(s, full, part);
      if (good) build_chosen(s, part);
    }
  }
  if (!good) refused_ = true;
  if (refused_) return;
  if (part.gives.empty() && part.changes.empty() && part.zeros.empty() && part.instead.empty())
    return refuse(raw.begin, text_.size());
  out_.parts.push_back(std::move(part));
}

/// ≥95%得满分，否则得分=…: a formula, alone or beside the one value that gives all.
bool Builder::build_beside_formula(const Sorted& s, Part& part) {
  // 按完成进度比例得分。得分=…: the proportion is what the formula says
  const bool said_before = std::all_of(s.proportions.begin(), s.proportions.end(), [&](const RawClause* p) {
    return values_of(*p).empty() && p->cap == nullptr && p->effect->begin < s.formulas.front()->effect->begin;
  });
  if (s.formulas.size() > 1 || !s.changes.empty() || !said_before || !s.chosen.empty())
    return refuse(*s.formulas.front()->effect), false;
  const bool all_when_done = s.gives.size() == 1 && values_of(*s.gives[0]).empty() &&
                             !s.proportions.empty() && s.gives[0]->effect->marks.share &&
                             all_is_done(last_words_of(*s.gives[0]));
  if (s.gives.size() == 1 && values_of(*s.gives[0]).size() == 1) {
    const RawClause& g = *s.gives[0];
    auto tests = tests_of(g);
    if (!tests) return refuse(g.begin(), g.end()), false;
    Rule rule;
    rule.span = span_of(g);
    rule.when = std::move(*tests);
    rule.effect = g.effect->marks;
    part.gives.push_back(std::move(rule));
    if (!g.effect->marks.share) part.full = g.effect->marks;
  } else if (!s.gives.empty() && !all_when_done) {
    return refuse(s.gives.front()->begin(), s.gives.front()->end()), false;
  }
  if (!build_formula(*s.formulas.front(), s, part)) return false;
  build_zeros(s, true, part);
  return true;
}

/// 被采用一篇得2分，最多得8分; 完成1个得1分，最高5分: each counts, up to the cap.
bool Builder::counts_up_to_a_cap(const Sorted& s) const {
  if (s.gives.size() != 1 || !s.changes.empty()) return false;
  const RawClause& g = *s.gives[0];
  return g.cap != nullptr && counts_one(g) && !g.cap->marks.share && g.cap->marks.high > g.effect->marks.high;
}

bool Builder::build_counted_up(const Sorted& s, const RawPart& kept, Part& part) {
  Sorted counted;
  counted.changes = s.gives;
  if (!build_changes(counted, kept, part)) return false;
  for (Rule& r : part.changes) {
    auto* c = std::get_if<Change>(&r.effect);
    if (c == nullptr || c->by != Change::By::count) return refuse(*s.gives[0]->effect), false;
    c->adds = true;
  }
  Rule nothing;
  nothing.effect = kNoMarks;
  nothing.span = span_of(*s.gives[0]);
  part.gives.push_back(nothing);
  return true;
}

/// What is proportional, what is taken and added, or what is given, whichever the part has.
bool Builder::build_sorted(const Sorted& s, const RawPart& kept, Part& part) {
  if (!s.proportions.empty()) {
    bool good = build_proportion(s, kept, part);
    for (const RawClause* c : s.changes) {  // 每超1%加0.5分: above what the proportion is of
      const bool above = c->effect->kind == Kind::add && c->per != nullptr && c->per->way == Way::above;
      if (!above || s.gives.empty()) return refuse(*c->effect), false;
      good = good && build_change(*c, s, kept, part);
      part.above_full = true;
    }
    return good;
  }
  if (!s.changes.empty()) {
    if (!build_changes(s, kept, part)) return false;
    if (s.gives.size() < 2) return build_only_changes(s, kept, part), true;
    if (all_numeric(s.gives) && one_number(s.gives)) return build_steps(s.gives, s.zeros, part);
    build_tiers(s, part);
    return true;
  }
  if (s.gives.empty() && (s.zeros.empty() || !s.chosen.empty())) return true;
  return build_none_or_some(s, part) || build_gives(s, part);
}

/// Changes beside one clause that gives the marks, or none: what makes the part 0, and where it begins.
void Builder::build_only_changes(const Sorted& s, const RawPart& kept, Part& part) {
  if (s.gives.empty() && kept.header != nullptr) part.full = kept.header->marks;
  build_zeros(s, !s.gives.empty() && !values_of(*s.gives.front()).empty(), part);
  if (!s.gives.empty()) return;
  const bool only_adds = std::all_of(part.changes.begin(), part.changes.end(), [](const Rule& r) {
    const auto* c = std::get_if<Change>(&r.effect);
    return c != nullptr && c->adds;
  });
  if (!only_adds) {
    part.only_changes = kept.number > 1 && kept.header == nullptr;
    return;
  }
  // each case adds, up to the cap: nothing is there before
  Rule nothing;
  nothing.effect = kNoMarks;
  nothing.span = part.changes.front().span;
  part.gives.push_back(nothing);
  if (kept.header != nullptr) part.full = kept.header->marks;
  part.above_full =
      kept.header == nullptr && std::any_of(s.changes.begin(), s.changes.end(), [](const RawClause* c) {
        return c->effect->kind == Kind::add;  // 得 stays within the marks
      });
}

/// 以此类推: after 每… it says nothing new, after steps they go on, else nobody knows.
bool Builder::goes_on(const Sorted& s) {
  if (and_so_on_ == nullptr) return true;
  const bool per =
      std::any_of(s.changes.begin(), s.changes.end(), [](const RawClause* c) { return c->per != nullptr; });
  if (!per) refuse(*and_so_on_);
  return per;
}

/// Each deduction takes all there is: a veto.
void Builder::all_or_nothing(const Sorted& s, const std::optional<Decimal>& full, Part& part) {
  if (!s.gives.empty() || !full || part.changes.empty()) return;
  const bool each_takes_all = std::all_of(part.changes.begin(), part.changes.end(), [&](const Rule& r) {
    const auto* c = std::get_if<Change>(&r.effect);
    return c != nullptr && !c->adds && c->by == Change::By::once && !c->marks.share && c->marks.low >= *full;
  });
  if (!each_takes_all) return;
  for (Rule& r : part.changes) {
    r.effect = kNoMarks;
    part.zeros.push_back(std::move(r));
  }
  part.changes.clear();
}

/// 酌情扣分: what a person picks, alone, instead of 否则, or when it happens.
void Builder::build_chosen(const Sorted& s, Part& part) {
  for (const RawClause* c : s.chosen) {
    const Token& t = *c->effect;
    problem("T405", t.begin, t.end);
    Rule rule;
    rule.span = span_of(*c);
    if (s.gives.empty() && s.changes.empty() && s.proportions.empty()) {
      rule.effect = Chosen{t.has_marks && !t.deducts ? t.marks : Marks{0, 1, true}};
      part.gives.push_back(std::move(rule));
      continue;
    }
    const bool otherwise = says_otherwise(*c) || denies(last_words_of(*c));
    if (otherwise && s.gives.size() == 1 && !part.gives.empty()) {
      const Marks& top = s.gives.front()->effect->marks;
      const bool said = t.has_marks && t.deducts && !top.share && !t.marks.share && t.marks.high <= top.high;
      rule.effect = Chosen{t.has_marks && !t.deducts ? t.marks
                           : said ? Marks{top.high - t.marks.high, top.high - t.marks.low, false}
                                  : Marks{0, top.high, top.share}};
      part.gives.push_back(std::move(rule));
    } else {
      rule.when.push_back({question(*c, true)});
      rule.effect = Chosen{t.has_marks ? t.marks : Marks{0, 1, true}};
      if (t.deducts && s.gives.size() == 1 && part.gives.size() == 1 && values_of(*s.gives[0]).empty()) {
        // 开展不够的酌情扣分: nor does a person give nothing where it is not all there
        const Marks& top = s.gives.front()->effect->marks;
        Rule less;
        less.span = span_of(*c);
        less.effect = Chosen{Marks{0, top.high, top.share}};
        part.gives.push_back(std::move(less));
      }
      part.changes.push_back(std::move(rule));
    }
  }
}

}  // namespace jiheng::standard
