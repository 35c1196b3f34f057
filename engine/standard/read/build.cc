// Takes raw parts, gives the standard: what is added up, what each part gives, and what stays open. Refuses the whole where
// a piece that bears on the points is not understood.
#include "engine/standard/read/build.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

bool has_gives(const RawPart& raw) {
  return std::any_of(raw.clauses.begin(), raw.clauses.end(), [](const RawClause& c) {
    return (c.effect->kind == Kind::give && !c.effect->marks.high.is_zero() && c.per == nullptr) ||
           c.effect->kind == Kind::proportion || c.effect->kind == Kind::formula;
  });
}

/// A word of beyond_the_row that only says what is measured here. `next`: what stands behind the words.
bool is_measured(std::string_view word, std::string_view words, const Token* next) {
  const bool held = next != nullptr && next->kind == Kind::value;  // against a limit
  const bool last = words.ends_with(word);
  if (held && last && next->unit == "分" && word.ends_with("分")) return true;  // 平均分90分以上
  if (word == "总分")  // 不低于考核总分的8%: a share of it
    return held && next->unit == "%" && (last || words.ends_with("总分的"));
  if (word == "各县") return !holds_any(words, {"平均", "排", "相比", "最"});  // 各县报表累计≤3条
  // 噪声平均值≤55分贝, PM10年均值
  return word == "均值" && ((held && last) || holds_any(words, {"年均值", "日均值", "月均值", "时均值"}));
}

/// 第一名得10分: points for a place among others that the text names.
bool gives_by_rank(const RawPart& raw) {
  return std::any_of(raw.clauses.begin(), raw.clauses.end(), [](const RawClause& c) {
    return std::any_of(c.condition.begin(), c.condition.end(),
                       [](const Token* t) { return t->kind == Kind::value && t->unit == kRankUnit; });
  });
}

}  // namespace

void Builder::problem(std::string_view id, std::size_t begin, std::size_t end) {
  const base::Span span = folded_.span(begin, end);
  for (const Problem& p : out_.problems) {
    if (p.id == id && p.span == span) return;
  }
  out_.problems.push_back({id, message_of(id, text_.substr(begin, end - begin)), span});
}

void Builder::refuse(std::size_t begin, std::size_t end) {
  refused_ = true;
  problem("T401", begin, end);
}

void Builder::open(std::size_t begin, std::size_t end, std::vector<std::string> readings, Open::What what) {
  out_.sure = false;
  problem("T402", begin, end);
  out_.open.push_back({what, "T402", folded_.span(begin, end), std::move(readings)});
}

/// Whole units, started ones, or in proportion: what most texts leave open, and are sure all the same.
void Builder::open_part_of_unit(const Token& t) {
  problem("T402", t.begin, t.end);
  out_.open.push_back({Open::What::part_of_unit,
                       "T402",
                       folded_.span(t.begin, t.end),
                       {"只数整档", "不到一档也扣", "按比例扣"}});
}

std::size_t Builder::need(std::string name, NeedType type, std::string unit, bool assumed) {
  for (std::size_t i = 0; i < out_.needs.size(); ++i) {
    Need& n = out_.needs[i];
    if (n.name != name || n.type != type) continue;
    if (n.unit.empty()) n.unit = unit;
    if (n.unit == unit || unit.empty()) return i;
    name += "（" + unit + "）";
  }
  out_.needs.push_back({std::move(name), type, std::move(unit)});
  out_.needs.back().assumed = assumed;
  return out_.needs.size() - 1;
}

/// 总分, 平均分, 一半: points that this row alone does not make.
bool Builder::words_stop_it(const std::vector<RawPart>& raw) {
  bool stops = false;
  for (const RawPart& part : raw) {
    const auto look = [&](const Token* t, const Token* next) {
      if (t->kind != Kind::words) return;
      const std::string_view words = text_.substr(t->begin, t->end - t->begin);
      const std::string_view word = beyond_the_row(words);
      if (word.empty()) return;
      if (is_measured(word, words, next)) return;
      const std::size_t at = t->begin + words.find(word);
      stops = true;
      if (word == "总分") {  // 总分扣10分
        refused_ = true;
        return problem("T406", t->begin, t->end);
      }
      refuse(at, at + word.size());
    };
    for (const RawClause& c : part.clauses) {
      for (const Token* v : values_of(c)) {  // 得50%, 扣10%: a share of marks that says not of which
        const std::string_view before = text_.substr(0, v->begin);
        if (!v->bare || (v->unit != "%" && v->unit != "份" && !v->unit.empty())) continue;
        for (const std::string_view verb : {"得", "扣", "减", "计", "记", "加"}) {
          if (!before.ends_with(verb) || before.ends_with("增加") || before.ends_with("合计") ||
              before.ends_with("累计") || before.ends_with("统计") || before.ends_with("获得"))
            continue;
          refuse(*v);
          stops = true;
        }
      }
    }
    for (const RawClause& c : part.clauses) {
      for (std::size_t i = 0; i < c.condition.size(); ++i)
        look(c.condition[i], i + 1 < c.condition.size() ? c.condition[i + 1] : nullptr);
    }
    for (const Token* t : part.rest) look(t, nullptr);
  }
  return stops;
}

/// (1)达到目标值得50分；(2)达到目标值80%得40分；(3)60%得30分: each from less (or later) for less, and not the marks together.
bool Builder::down_a_ladder(const std::vector<const RawClause*>& steps) const {
  const bool worded = values_of(*steps.front()).empty();
  std::vector<const RawClause*> valued(steps.begin() + (worded ? 1 : 0), steps.end());
  if (valued.size() < 2 || !one_number(valued)) return false;
  Decimal sum = worded ? steps.front()->effect->marks.high : Decimal(0);
  int way = 0;  // 1: up from step to step (延迟1个月, 延迟2个月以上)
  for (std::size_t i = 0; i < valued.size(); ++i) {
    sum += valued[i]->effect->marks.high;
    const auto here = joined(values_of(*valued[i]));
    if (!here || valued[i]->effect->marks.share) return false;
    if (i == 0) continue;
    const auto before = joined(values_of(*valued[i - 1]));
    const bool last_is_nothing = i + 1 == valued.size() && valued[i]->effect->marks.high.is_zero() &&
                                 (way > 0 ? here->low : here->high);
    int now = 0;
    if (before->low && here->low && here->low->value != before->low->value)
      now = here->low->value < before->low->value ? -1 : 1;
    const bool goes_on = now != 0 && (way == 0 || way == now);
    if (!(valued[i]->effect->marks.high < valued[i - 1]->effect->marks.high) ||
        (!goes_on && !last_is_nothing))
      return false;
    if (goes_on) way = now;
  }
  return sum != *context_.marks && steps.front()->effect->marks.high == *context_.marks;
}

/// ①≥98%得15分；②90%-98%得10分；③90%以下不得分: steps of one number, though each has a number of its own.
bool Builder::numbered_steps(const std::vector<RawPart>& raw) const {
  std::vector<const RawClause*> steps;
  for (const RawPart& p : raw) {
    if (p.clauses.empty() && p.number == 0) continue;
    if (p.clauses.size() != 1 || !p.rest.empty() || p.header != nullptr) return false;
    const RawClause& c = p.clauses.front();
    const std::string words = last_words_of(c);
    const bool reached = steps.empty() && (is_reached(words) || is_in_time(words));  // 达到目标值的, 按时完成
    if (c.effect->kind != Kind::give || c.per != nullptr || (values_of(c).empty() && !reached)) return false;
    steps.push_back(&c);
  }
  if (!steps.empty() && context_.marks && !values_of(*steps.back()).empty() && down_a_ladder(steps))
    return true;
  if (steps.size() < 2 || !one_number(steps)) return false;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const auto a = joined(values_of(*steps[i - 1]));
    const auto b = joined(values_of(*steps[i]));
    const bool touch = a && b &&
                       ((a->low && b->high && a->low->value == b->high->value) ||
                        (a->high && b->low && a->high->value == b->low->value));
    if (!touch) return false;
  }
  return true;
}

/// The numbers are a list of cases of one clause, not parts: only one of them has an effect, or all only deduct.
bool Builder::in_one(std::vector<RawPart>& raw) const {
  if (raw.size() < 2) return true;
  std::size_t with_gives = 0;
  std::size_t with_effects = 0;
  for (const RawPart& p : raw) {
    with_gives += has_gives(p) ? 1U : 0U;
    with_effects += p.clauses.empty() ? 0U : 1U;
  }
  if (with_gives != 0 && with_effects > 1 && !numbered_steps(raw)) return false;
  RawPart one;
  std::vector<const Token*> carried;
  for (RawPart& p : raw) {
    for (RawClause& c : p.clauses) {
      if (!carried.empty()) {
        c.condition.insert(c.condition.begin(), carried.begin(), carried.end());
        carried.clear();
      }
      one.clauses.push_back(std::move(c));
    }
    carried.insert(carried.end(), p.rest.begin(), p.rest.end());
    if (one.header == nullptr) one.header = p.header;
    if (one.baseline == nullptr) one.baseline = p.baseline;
    if (one.rank == nullptr) one.rank = p.rank;
    if (one.and_so_on == nullptr) one.and_so_on = p.and_so_on;
  }
  one.rest = std::move(carried);
  raw.clear();
  raw.push_back(std::move(one));
  return true;
}

void Builder::build(std::vector<RawPart> raw) {
  including_ = text_.find("以上包括本数") != text_.npos || text_.find("以上含本数") != text_.npos ||
               text_.find("以上均含本数") != text_.npos;
  for (const RawPart& p : raw) clauses_ += p.clauses.size();
  if (clauses_ > kMaxClauses) return problem("T404", 0, text_.size());
  take_beyond(raw);
  if (refused_) return;
  clauses_ = 0;
  for (const RawPart& p : raw) clauses_ += p.clauses.size();
  if (clauses_ == 0) {
    if (names_grades(text_)) grade_table(raw);
    if (names_grades(text_) || !out_.beyond.empty()) {
      refused_ = true;
      return problem("T406", 0, text_.size());
    }
    refuse(0, text_.size());
    for (const RawPart& p : raw) {
      if (p.rank != nullptr) problem("T405", p.rank->begin, p.rank->end);
    }
    return;
  }
  if (words_stop_it(raw)) return;
  for (const RawPart& p : raw) {  // 以上项目累计扣分不超过2分, of 2: as everywhere
    if (p.whole_cap != nullptr &&
        (!context_.marks || p.whole_cap->marks.share || p.whole_cap->marks.high != *context_.marks))
      return refuse(*p.whole_cap);
  }
  const bool one = in_one(raw);
  std::vector<RawPart> zeros;   // parts that only void the whole
  std::vector<RawPart> exempt;  // parts that only say when the whole does not apply
  if (!one) {
    for (auto it = raw.begin(); it != raw.end();) {
      const bool only_zeros =
          !it->clauses.empty() && std::all_of(it->clauses.begin(), it->clauses.end(), [](const RawClause& c) {
            return c.effect->kind == Kind::give && c.effect->marks.high.is_zero();
          });
      const bool of_the_whole = it->number == 0 && it->header != nullptr && context_.marks &&
                                it->header->marks.high == *context_.marks;  // 总分6分。1、…；2、…
      if (it->clauses.empty() && (it->header == nullptr || of_the_whole)) {
        // words before ① or behind the last part
        if (it->number != 0 || !it->rest.empty()) {
          const bool last = it + 1 == raw.end();
          if (it->number != 0 && last) return refuse(it->begin, text_.size());
          if (it->number != 0) return refuse(it->begin, (it + 1)->begin);
        }
        it = raw.erase(it);
      } else if (only_zeros || only_exempts(*it)) {
        (only_zeros ? zeros : exempt).push_back(std::move(*it));
        it = raw.erase(it);
      } else {
        ++it;
      }
    }
  }
  deductions_to_their_number(raw);
  const bool several = raw.size() > 1;
  Decimal all = 0;
  for (const RawPart& p : raw) {
    for (const RawClause& c : p.clauses) {
      if (c.effect->kind == Kind::give && c.per == nullptr && !c.effect->marks.share)
        all += c.effect->marks.high;
    }
  }
  adds_up_ = several && context_.marks && all == *context_.marks;
  for (const RawPart& p : raw) {
    if (p.rank != nullptr) {
      problem("T405", p.rank->begin, p.rank->end);
      refused_ = refused_ || !gives_by_rank(p);  // 第一名得10分: the place is asked for
    }
    build_part(p, several ? std::nullopt : context_.marks);
    if (refused_) return;
  }
  for (const RawPart& z : zeros) {
    for (const RawClause& c : z.clauses) {
      Rule rule;
      rule.span = span_of(c);
      if (says_otherwise(c) || values_of(c).size() + last_words_of(c).size() == 0) continue;
      if (values_of(c).empty()) {
        rule.when.push_back(asked(c, true));
      } else if (auto tests = tests_of(c); tests) {
        rule.when = std::move(*tests);
      } else {
        return refuse(c.begin(), c.end());
      }
      for (Part& part : out_.parts) part.zeros.push_back(rule);
    }
  }
  for (const RawPart& e : exempt) {
    for (Part& part : out_.parts) part.instead.push_back(exemption(e.clauses.front()));
  }
  finish();
}

/// 1.签订率达到100%（8分）。2.签订率每降低1%扣0.2分: what the second takes is of the number that the first gives for.
void Builder::deductions_to_their_number(std::vector<RawPart>& raw) const {
  for (std::size_t i = 1; i < raw.size();) {
    const RawPart& before = raw[i - 1];
    RawPart& here = raw[i];
    bool same = before.clauses.size() == 1 && before.clauses.front().effect->kind == Kind::give &&
                values_of(before.clauses.front()).size() == 1 && !here.clauses.empty() &&
                here.header == nullptr && here.rest.empty();
    for (const RawClause& c : here.clauses) {
      same = same && c.effect->kind == Kind::deduct && c.per != nullptr && values_of(c).empty() &&
             (c.per->way == Way::above || c.per->way == Way::below);
      const std::string name = same ? need_name(last_words_of(c)) : std::string();
      same = same && !name.empty() &&
             name == subject_of(before.clauses.front(), *values_of(before.clauses.front()).front());
    }
    if (!same) {
      ++i;
      continue;
    }
    auto& clauses = raw[i - 1].clauses;
    clauses.insert(clauses.end(), here.clauses.begin(), here.clauses.end());
    raw.erase(raw.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// 2.没有该项任务的，不扣分.
bool Builder::only_exempts(const RawPart& raw) const {
  if (raw.clauses.size() != 1 || raw.number < 2 || raw.header != nullptr) return false;
  const RawClause& c = raw.clauses.front();
  return c.effect->kind == Kind::give && c.effect->marks.share && c.effect->marks.low == Decimal(1) &&
         c.per == nullptr && values_of(c).empty() && exempts(last_words_of(c));
}

/// 没有…任务的，按满分计: all of the marks, when it is so.
Rule Builder::exemption(const RawClause& c) {
  Rule rule;
  rule.span = span_of(c);
  rule.when.push_back({question(c, true)});
  rule.effect = kAllMarks;
  return rule;
}

void Builder::finish() {
  Decimal sum = 0;
  bool known = true;
  for (const Part& p : out_.parts) {
    if (p.only_changes) continue;
    if (!p.full || p.full->share) {
      known = false;
      continue;
    }
    sum += p.full->high;
  }
  if (known && !out_.parts.empty()) out_.printed_full = sum;
  out_.computable = true;
  for (const Part& p : out_.parts) {
    if (p.above_full && p.gives.size() == 1 && p.gives.front().when.empty() && !p.full)
      out_.printed_full.reset();
  }
  if (context_.marks && out_.printed_full && *out_.printed_full < *context_.marks) {
    // 得3分…每增加1%加0.1分: what is added makes up the rest of the marks
    for (Part& p : out_.parts) {
      if (!p.above_full) continue;
      Decimal more = 0;
      bool bounded = true;
      for (const Rule& r : p.changes) {
        const auto* c = std::get_if<Change>(&r.effect);
        if (c == nullptr || !c->adds) continue;
        if (!c->at_most)
          bounded = false;
        else
          more += c->at_most->share ? *context_.marks - *out_.printed_full : c->at_most->high;
      }
      if (bounded && *out_.printed_full + more != *context_.marks) continue;
      out_.printed_full = *context_.marks;
      p.full = Marks{*context_.marks, *context_.marks, false};
      p.above_full = false;
    }
  }
  constexpr int kManyTimes = 10;
  if (context_.marks && out_.printed_full && context_.marks->sign() > 0 &&
      *context_.marks * Decimal(kManyTimes) <=
          *out_.printed_full) {  // 1916分 of 20: a sign between its digits is lost
    out_.computable = false;
    return refuse(0, text_.size());
  }
  if (context_.marks && out_.printed_full && *context_.marks != *out_.printed_full) {
    out_.sure = false;
    problem("T403", 0, text_.size());
    out_.open.push_back({Open::What::marks,
                         "T403",
                         folded_.span(0, text_.size()),
                         {"按文字，满分 " + out_.printed_full->to_string() + " 分",
                          "按分值，满分 " + context_.marks->to_string() + " 分"}});
  }
}

}  // namespace jiheng::standard
