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

/// 6月底, 9月底, 年末: each clause speaks of a time of its own.
bool names_a_date(std::string_view words) {
  for (const std::string_view date :
       {"月底", "月末", "月前", "季度末", "上半年", "年底", "年末", "月30日", "月31日"}) {
    if (words.find(date) != words.npos) return true;
  }
  return false;
}

/// Behind the last clause: words that speak of points, so that more follows than was read.
bool speaks_of_points(std::string_view words) {
  for (const std::string_view w : {"得分", "扣分", "加分", "分值", "满分", "减分", "不扣", "酌情"}) {
    if (words.find(w) != words.npos) return true;
  }
  return false;
}

}  // namespace

/// 超额5%以上, 超过目标的10%以内: the number is how far beyond the task, not how much of it.
bool Builder::goes_past_the_task(const RawClause& c, const std::vector<const Token*>& values) const {
  if (words_of(c).find("超额") != std::string::npos) return true;
  for (const Token* v : values) {
    const std::string subject = subject_of(c, *v);
    if (against_a_plan(subject) && subject.find("总") == std::string::npos &&
        (subject.find("超过") != std::string::npos || subject.find("超出") != std::string::npos))
      return true;
  }
  return false;
}

/// …每低0.5个百分点扣5分，基础分100分: the marks that the others begin with, said last.
void Builder::base_marks_first(RawPart& raw) const {
  if (raw.clauses.size() < 2 || raw.header != nullptr) return;
  const RawClause& last = raw.clauses.back();
  const std::string_view verb = text_.substr(last.effect->begin);
  const bool base = verb.starts_with("基础分") || verb.starts_with("基本分") || verb.starts_with("基准分") ||
                    verb.starts_with("起评分");
  if (!base || last.effect->kind != Kind::give || last.per != nullptr || !last_words_of(last).empty()) return;
  raw.header = last.effect;
  raw.clauses.pop_back();
}

void Builder::build_part(const RawPart& raw, const std::optional<Decimal>& full) {
  for (const Token* t : raw.rest) {
    const std::string_view words = text_.substr(t->begin, t->end - t->begin);
    if (t->kind == Kind::value || t->kind == Kind::per || speaks_of_points(words)) return refuse(*t);
  }
  and_so_on_ = raw.and_so_on;
  part_needs_ = out_.needs.size();
  RawPart kept = raw;
  Part part;
  // 没有…项目的按满分: set aside before the rest is looked at
  for (std::size_t i = 0; i < kept.clauses.size();) {
    const RawClause& c = kept.clauses[i];
    const bool all =
        c.effect->kind == Kind::give && c.effect->marks.share && c.effect->marks.low == Decimal(1);
    const bool taken_as = text_.substr(c.effect->begin).starts_with("按满分") ||
                          text_.substr(c.effect->begin).starts_with("视");
    if (!all || (i == 0 && (!taken_as || kept.clauses.size() == 1)) || c.per != nullptr ||
        !exempts(last_words_of(c)) || !values_of(c).empty()) {
      ++i;
      continue;
    }
    Rule rule;
    rule.span = span_of(c);
    rule.when.push_back({question(c, true)});
    rule.effect = Marks{1, 1, true};
    part.instead.push_back(std::move(rule));
    kept.clauses.erase(kept.clauses.begin() + static_cast<std::ptrdiff_t>(i));
  }
  // 按…比例评分。…: a first proportion without a condition only names what the next ones are of
  const bool with_the_whole = kept.clauses.size() == 2 && kept.clauses[1].effect->kind == Kind::give &&
                              kept.clauses[1].per == nullptr && values_of(kept.clauses[1]).size() == 1 &&
                              !kept.clauses[1].effect->marks.high.is_zero();
  if (kept.clauses.size() > 1 && kept.clauses.front().effect->kind == Kind::proportion && !with_the_whole &&
      values_of(kept.clauses.front()).empty() &&
      std::any_of(kept.clauses.begin() + 1, kept.clauses.end(), [](const RawClause& c) {
        const bool nothing = c.effect->kind == Kind::give && c.effect->marks.high.is_zero();
        return !values_of(c).empty() && !nothing;
      })) {
    kept.clauses.erase(kept.clauses.begin());
  }
  static const Token kAll = [] {
    Token t;
    t.kind = Kind::give;
    t.marks = {1, 1, true};
    return t;
  }();
  base_marks_first(kept);
  either_value_apart(kept);
  if (!requirement_first(kept, full)) return;
  // …达80%以上，否则不得分（10分）: the good case is before 否则
  if (std::none_of(kept.clauses.begin(), kept.clauses.end(), [](const RawClause& c) {
        return c.effect->kind != Kind::give || !c.effect->marks.high.is_zero();
      })) {
    RawClause& z = kept.clauses.front();
    const auto cut = std::find_if(z.condition.begin(), z.condition.end(),
                                  [](const Token* t) { return t->kind == Kind::otherwise; });
    if (cut != z.condition.end() &&
        std::any_of(z.condition.begin(), cut, [](const Token* t) { return !is_break(t->kind); })) {
      RawClause good;
      good.condition.assign(z.condition.begin(), cut);
      good.effect = kept.header != nullptr ? kept.header : &kAll;
      z.condition.erase(z.condition.begin(), cut);
      kept.clauses.insert(kept.clauses.begin(), std::move(good));
    }
  }
  // the same marks said twice: the later says it in full
  if (kept.clauses.size() > 1 && context_.marks) {
    const auto all = [&](const RawClause& c) {
      return c.effect->kind == Kind::give && c.per == nullptr && !c.effect->marks.share &&
             c.effect->marks.high == *context_.marks;
    };
    if (std::count_if(kept.clauses.begin(), kept.clauses.end(), all) == 2 && all(kept.clauses[0]) &&
        all(kept.clauses[1]) && values_of(kept.clauses[0]).empty())
      kept.clauses.erase(kept.clauses.begin());
  }
  // 完成任务得20分，完成90%以上得15分: the whole of the task is 100%
  const std::vector<const RawClause*> gives = sorted_of(kept).gives;
  if (gives.size() > 1) {
    const RawClause* worded = nullptr;
    std::size_t rates = 0;
    bool beyond_the_task = false;
    for (const RawClause* c : gives) {
      const auto values = values_of(*c);
      if (values.empty()) worded = c;
      if (!values.empty() &&
          std::all_of(values.begin(), values.end(), [](const Token* v) { return v->unit == "%"; }))
        ++rates;
      beyond_the_task = beyond_the_task || goes_past_the_task(*c, values);
    }
    const std::string words = worded != nullptr ? last_words_of(*worded) : std::string();
    if (worded != nullptr && rates + 1 == gives.size() && against_a_plan(words) &&
        words.find("完成") != words.npos && !denies(words) && !beyond_the_task) {
      Token all_done;
      all_done.kind = Kind::value;
      all_done.low = Limit{100, End::in};
      all_done.unit = "%";
      all_done.begin = all_done.end = worded->effect->begin;
      made_.push_back(all_done);
      for (RawClause& c : kept.clauses) {
        if (c.effect == worded->effect) c.condition = {&made_.back()};
      }
    }
  }
  worded_steps(kept);
  give_at_baseline(kept);
  first_of_steps(kept);
  deduction_as_give(kept);
  step_that_deducts(kept);
  // 每完成1项取得该项分数: says what the parts say
  std::erase_if(kept.clauses, [](const RawClause& c) {
    return c.per != nullptr && c.effect->kind == Kind::give && c.effect->marks.share;
  });
  // 共4项，每项2分，每缺一项扣2分: what each is worth, beside what a missing one takes
  if (std::any_of(kept.clauses.begin(), kept.clauses.end(),
                  [](const RawClause& c) { return c.effect->kind == Kind::deduct && c.per != nullptr; })) {
    std::erase_if(kept.clauses, [](const RawClause& c) {
      return c.per != nullptr && c.effect->kind == Kind::give && c.effect->bare;
    });
  }
  Sorted s = sorted_of(kept);
  take_otherwise(s);
  if (!s.formulas.empty()) {
    if (s.formulas.size() > 1 || !s.changes.empty() || !s.proportions.empty() || !s.chosen.empty())
      return refuse(*s.formulas.front()->effect);
    if (s.gives.size() == 1 &&
        values_of(*s.gives[0]).size() == 1) {  // ≥95%得满分，否则得分=…: beside the value that gives all
      auto tests = tests_of(*s.gives[0]);
      if (!tests) return refuse(s.gives[0]->begin(), s.gives[0]->end());
      Rule rule;
      rule.span = span_of(*s.gives[0]);
      rule.when = std::move(*tests);
      rule.effect = s.gives[0]->effect->marks;
      part.gives.push_back(std::move(rule));
      if (!s.gives[0]->effect->marks.share) part.full = s.gives[0]->effect->marks;
    } else if (!s.gives.empty()) {
      return refuse(s.gives.front()->begin(), s.gives.front()->end());
    }
    if (!build_formula(*s.formulas.front(), s, part)) {
      refused_ = true;
      return;
    }
    build_zeros(s, true, part);
    out_.parts.push_back(std::move(part));
    return;
  }
  // 被采用一篇得2分，最多得8分; 完成1个得1分，最高5分: each counts, up to the cap
  if (s.gives.size() == 1 && s.changes.empty() && s.gives[0]->cap != nullptr && counts_one(*s.gives[0]) &&
      !s.gives[0]->cap->marks.share && s.gives[0]->cap->marks.high > s.gives[0]->effect->marks.high) {
    Sorted counted;
    counted.changes = s.gives;
    if (!build_changes(counted, kept, part)) {
      refused_ = true;
      return;
    }
    for (Rule& r : part.changes) {
      auto* c = std::get_if<Change>(&r.effect);
      if (c == nullptr || c->by != Change::By::count) return refuse(*s.gives[0]->effect);
      c->adds = true;
    }
    Rule nothing;
    nothing.effect = kNoMarks;
    nothing.span = span_of(*s.gives[0]);
    part.gives.push_back(nothing);
    out_.parts.push_back(std::move(part));
    return;
  }
  // several conditions, each with marks of its own, that are added up
  if (s.gives.size() > 1) {
    bool numeric = true;
    for (const RawClause* c : s.gives) numeric = numeric && !values_of(*c).empty();
    bool steps = numeric && one_number(s.gives);
    Decimal sum = 0;
    Decimal most = 0;
    bool shares = false;
    bool degrees = true;
    for (const RawClause* c : s.gives) {
      sum += c->effect->marks.high;
      most = std::max(most, c->effect->marks.high);
      shares = shares || c->effect->marks.share;
      degrees = degrees && (c == s.gives.front() || has_degree(last_words_of(*c)));
    }
    const std::optional<Decimal> known = full ? full
                                         : kept.header != nullptr
                                             ? std::optional<Decimal>(kept.header->marks.high)
                                             : std::nullopt;
    // 6月底达到50%得4分，9月底达到75%得3分: each at its own time, where together they are the marks
    if (steps && known && sum == *known && most < *known &&
        std::all_of(s.gives.begin(), s.gives.end(),
                    [&](const RawClause* c) { return names_a_date(words_of(*c)); }))
      steps = false;
    if (!steps && !shares) {
      const bool adds = known ? sum == *known : adds_up_ || !degrees;
      const bool tiers = !adds && (known ? most == *known : degrees);
      if (adds) {
        if (!known && !adds_up_) open(s.gives[0]->begin(), s.gives[1]->end(), {"各项相加", "取其中一项"});
        // each give with what follows it
        const std::size_t before = out_.parts.size();
        std::vector<RawPart> pieces;
        for (const RawClause& c : kept.clauses) {
          const bool starts =
              c.effect->kind == Kind::give && !c.effect->marks.high.is_zero() && c.per == nullptr;
          if (starts || pieces.empty()) {
            pieces.emplace_back();
            pieces.back().baseline = kept.baseline;
          }
          pieces.back().clauses.push_back(c);
        }
        const RawClause& end = pieces.back().clauses.back();
        const std::string_view verb = text_.substr(end.effect->begin);
        const bool for_each = end.per != nullptr &&
                              (verb.starts_with("分别") || verb.starts_with("各") || verb.starts_with("均"));
        if (for_each || (s.proportions.size() == 1 && end.effect == s.proportions[0]->effect)) {
          for (std::size_t i = 0; i + 1 < pieces.size(); ++i) pieces[i].clauses.push_back(end);
        }
        for (const RawPart& piece : pieces) {
          build_part(piece, std::nullopt);
          if (refused_) return;
        }
        for (std::size_t i = before; i < out_.parts.size(); ++i) {
          for (const Rule& r : part.instead) out_.parts[i].instead.push_back(r);
        }
        if (!known && !adds_up_) refused_ = true;
        return;
      }
      if (!tiers) {
        open(s.gives[0]->begin(), s.gives[1]->end(), {"各项相加", "取其中一项"});
        refused_ = true;
        return;
      }
    }
    if (shares && !steps) return refuse(s.gives[1]->begin(), s.gives[1]->end());
  }
  if (build_words_then_steps(s, part)) {
    if (!refused_) out_.parts.push_back(std::move(part));
    return;
  }
  bool good = true;
  if (!s.proportions.empty()) {
    good = build_proportion(s, kept, part);
    for (const RawClause* c : s.changes) {  // 每超1%加0.5分: above what the proportion is of
      const bool above = c->effect->kind == Kind::add && c->per != nullptr && c->per->way == Way::above;
      if (!above || s.gives.empty()) return refuse(*c->effect);
      good = good && build_change(*c, s, kept, part);
      part.above_full = true;
    }
  } else if (!s.changes.empty()) {
    good = build_changes(s, kept, part);
    if (good && s.gives.size() > 1) {
      std::vector<const RawClause*> zeros = s.zeros;
      bool numeric = true;
      for (const RawClause* c : s.gives) numeric = numeric && !values_of(*c).empty();
      if (numeric && one_number(s.gives)) {
        good = build_steps(s.gives, zeros, part);
      } else {
        build_tiers(s, part);
      }
    } else if (good) {
      if (s.gives.empty() && kept.header != nullptr) part.full = kept.header->marks;
      build_zeros(s, !s.gives.empty() && !values_of(*s.gives.front()).empty(), part);
      const bool only_adds = std::all_of(part.changes.begin(), part.changes.end(), [](const Rule& r) {
        const auto* c = std::get_if<Change>(&r.effect);
        return c != nullptr && c->adds;
      });
      if (s.gives.empty()) {
        if (only_adds) {
          // each case adds, up to the cap: nothing is there before
          Rule nothing;
          nothing.effect = Marks{0, 0, false};
          nothing.span = part.changes.front().span;
          part.gives.push_back(nothing);
          if (kept.header != nullptr) part.full = kept.header->marks;
          part.above_full = kept.header == nullptr &&
                            std::any_of(s.changes.begin(), s.changes.end(), [](const RawClause* c) {
                              return c->effect->kind == Kind::add;  // 得 stays within the marks
                            });
        } else if (kept.number > 1 && kept.header == nullptr) {
          part.only_changes = true;
        }
      }
    }
  } else if (!s.gives.empty() || !s.zeros.empty()) {
    if ((s.chosen.empty() || !s.gives.empty()) && !build_none_or_some(s, part)) good = build_gives(s, part);
  }
  if (good &&
      and_so_on_ !=
          nullptr) {  // 以此类推: after 每… it says nothing new, after steps they go on, else nobody knows
    const bool per =
        std::any_of(s.changes.begin(), s.changes.end(), [](const RawClause* c) { return c->per != nullptr; });
    if (!per) return refuse(*and_so_on_);
  }
  if (!good) {
    refused_ = true;
    return;
  }
  // each deduction takes all there is: a veto
  if (s.gives.empty() && full && !part.changes.empty() &&
      std::all_of(part.changes.begin(), part.changes.end(), [&](const Rule& r) {
        const auto* c = std::get_if<Change>(&r.effect);
        return c != nullptr && !c->adds && c->by == Change::By::once && !c->marks.share &&
               c->marks.low >= *full;
      })) {
    for (Rule& r : part.changes) {
      r.effect = kNoMarks;
      part.zeros.push_back(std::move(r));
    }
    part.changes.clear();
  }
  for (const RawClause* c : s.chosen) {
    problem("T405", c->effect->begin, c->effect->end);
    const Token& t = *c->effect;
    if (s.gives.empty() && s.changes.empty() && s.proportions.empty()) {
      Rule rule;
      rule.span = span_of(*c);
      rule.effect = Chosen{t.has_marks && !t.deducts ? t.marks : Marks{0, 1, true}};
      part.gives.push_back(std::move(rule));
      continue;
    }
    const bool otherwise = says_otherwise(*c) || denies(last_words_of(*c));
    if (otherwise && s.gives.size() == 1 && !part.gives.empty()) {
      Rule rule;
      rule.span = span_of(*c);
      const Marks& top = s.gives.front()->effect->marks;
      rule.effect = Chosen{Marks{0, top.high, top.share}};
      part.gives.push_back(std::move(rule));
    } else {
      Rule rule;
      rule.span = span_of(*c);
      rule.when.push_back({question(*c, true)});
      rule.effect = Chosen{t.has_marks ? t.marks : Marks{0, 1, true}};
      part.changes.push_back(std::move(rule));
    }
  }
  if (part.gives.empty() && part.changes.empty() && part.zeros.empty() && part.instead.empty()) {
    refuse(raw.begin, text_.size());
    return;
  }
  out_.parts.push_back(std::move(part));
}

}  // namespace jiheng::standard
