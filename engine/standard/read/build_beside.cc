// Takes the one clause that gives marks beside what takes and adds, gives its rule: whether its values still ask for something.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

/// 达不到该比率, 未达标: the deduction speaks of the condition before it.
bool refers_back(std::string_view words) {
  for (const std::string_view w :
       {"达不到", "未达到", "未达标", "不达标", "低于该", "低于此", "未完成", "没有完成"}) {
    if (words.find(w) != words.npos) return true;
  }
  return false;
}

}  // namespace

/// The values of `g` still hold beside the changes: none of these counts from them. `step`: the first of deductions by steps.
bool Builder::keeps_its_test(const RawClause& g, const Sorted& sorted, const RawPart& raw,
                             const RawClause* step) {
  const auto values = values_of(g);
  bool keeps = !values.empty();
  if (text_.substr(g.effect->begin).starts_with("不扣分")) keeps = false;  // 95%以上不扣分
  if (step != nullptr && step->effect->kind == Kind::deduct) keeps = false;
  for (const RawClause* c : sorted.changes) {
    if (c->per != nullptr && c->per->way != Way::none && limit_for(*c, sorted, raw)) keeps = false;
    if (refers_back(words_of(*c))) {  // 两项均达到95%, 一项未达到
      for (const Token* v : values) leave_out(*v);
      keeps = false;
    }
    if (values.size() != 1) continue;
    if (values[0]->low && values[0]->high && values[0]->high->value.is_zero() && c->per != nullptr &&
        c->per->unit == values[0]->unit)
      keeps = false;  // 事故0起得10分，每发生1起扣5分: one count
    const auto of_c = values_of(*c);
    const bool other_side = c->per != nullptr && std::any_of(of_c.begin(), of_c.end(), [&](const Token* v) {
                              return v->unit != c->per->unit && is_other_side_of_give(*v, sorted);
                            });
    if (other_side || counts_against_rate(g, *values[0], *c)) {
      leave_out(*values[0]);
      keeps = false;
    }
  }
  return keeps;
}

/// 办结率100%且满意率95%: what 每… does not count from is still asked; 建设800个 is no condition.
bool Builder::ask_for_the_others(const RawClause& g, const Part& part, Rule& rule) {
  RawClause signed_ones = g;
  std::erase_if(signed_ones.condition,
                [](const Token* t) { return t->kind == Kind::value && t->bare && t->unit != "%"; });
  auto tests = tests_of(signed_ones);
  if (!tests) return refuse(g.begin(), g.end()), false;
  std::erase_if(*tests, [&](const Test& t) {
    return std::any_of(part.changes.begin(), part.changes.end(), [&](const Rule& r) {
      const auto* change = std::get_if<Change>(&r.effect);
      return change != nullptr && change->by != Change::By::once && change->need == t.need;
    });
  });
  rule.when = std::move(*tests);
  return true;
}

/// The clause that gives the marks holds for all values of a number that only changes speak of.
bool Builder::give_beside_changes(const Sorted& sorted, const RawPart& raw, const RawClause* step,
                                  Part& part) {
  const RawClause& g = *sorted.gives.front();
  const auto values = values_of(g);
  Rule rule;
  rule.span = span_of(g);
  rule.effect = g.effect->marks;
  const bool keeps = keeps_its_test(g, sorted, raw, step);
  const bool all_add = std::all_of(sorted.changes.begin(), sorted.changes.end(), [](const RawClause* c) {
    return c->effect->kind == Kind::add || c->effect->kind == Kind::give;
  });
  // what adds beyond the value that gives the marks does not ask for it again
  const bool asked_there = all_add && values.empty() &&
                           std::any_of(sorted.changes.begin(), sorted.changes.end(), [](const RawClause* c) {
                             return c->per != nullptr && c->per->way != Way::none;
                           });
  if (keeps || all_add) {
    auto tests = tests_of(g);
    if (!tests) return refuse(g.begin(), g.end()), false;
    if (!asked_there) rule.when = std::move(*tests);
  } else if (values.size() > 1 && step == nullptr && !ask_for_the_others(g, part, rule)) {
    return false;
  }
  rule.beside = note_other_words(g);
  part.full = g.effect->marks;
  part.gives.push_back(std::move(rule));
  return cap_the_whole(sorted, part);
}

}  // namespace jiheng::standard
