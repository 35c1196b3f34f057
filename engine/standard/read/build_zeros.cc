// Takes the clauses that give nothing, gives what makes a part 0: the other side of another condition, a value, or a fact.
#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

}  // namespace

/// 下降5个百分点以上不得分, beside 每下降0.5个百分点扣0.5分: how far from the same limit.
std::optional<Test> Builder::far_from_limit(const RawClause& c, const Part& part) {
  const auto values = values_of(c);
  if (values.size() != 1 || !values[0]->low || values[0]->high) return std::nullopt;
  const std::string words = words_of(c);
  for (const Rule& r : part.changes) {  // 每超概算1%扣1分，超10%以上不得分: the same distance
    const auto* change = std::get_if<Change>(&r.effect);
    if (change == nullptr || change->by != Change::By::count) continue;
    const Need& n = out_.needs[change->need];
    const bool from_it = words.starts_with("超") || words.starts_with("低") || words.starts_with("少") ||
                         words.starts_with("高") || names_a_delay(words);
    if (n.type == NeedType::number && n.distance && n.unit == values[0]->unit && from_it)
      return Test{change->need,
                  Interval{Edge{values[0]->low->value, values[0]->low->end != End::out}, std::nullopt}};
  }
  for (const Rule& r : part.changes) {  // 20日内…每逾期1天扣1分，超5天0分: five days more than that
    const auto* change = std::get_if<Change>(&r.effect);
    if (change == nullptr || change->by != Change::By::above || change->adds) continue;
    const Need& n = out_.needs[change->need];
    const bool far =
        names_a_delay(words) || (values[0]->low->value < change->limit && subject_of(c, *values[0]).empty());
    if (!is_a_time(n.unit) || n.unit.empty() || !far ||
        quantity::relate(values[0]->unit, n.unit, context_.units).kind != quantity::UnitRelation::Kind::same)
      continue;
    leave_out(*values[0]);
    return Test{
        change->need,
        Interval{Edge{change->limit + values[0]->low->value, values[0]->low->end != End::out}, std::nullopt}};
  }
  if (!values[0]->points) return std::nullopt;
  for (const Rule& r : part.changes) {
    const auto* change = std::get_if<Change>(&r.effect);
    if (change == nullptr || change->adds || out_.needs[change->need].unit != "%") continue;
    const bool below = change->by == Change::By::below;
    if (!below && change->by != Change::By::above) continue;
    const bool same_way = below ? shrinks(words) : grows(words);
    if (!same_way) continue;
    const Limit& far = *values[0]->low;
    leave_out(*values[0]);
    const Edge end{below ? change->limit - far.value : change->limit + far.value, far.end != End::out};
    return Test{change->need, below ? Interval{std::nullopt, end} : Interval{end, std::nullopt}};
  }
  return std::nullopt;
}

/// 未下降不得分, beside 成本下降≥5%: it is 0 or less.
std::optional<Test> Builder::not_moved(std::string_view words, const Part& part) const {
  if (words.ends_with("的")) words.remove_suffix(3);
  bool denied = false;
  for (const std::string_view none : {"没有", "未", "无", "不"}) {
    if (denied || !words.starts_with(none)) continue;
    words.remove_prefix(none.size());
    denied = true;
  }
  if (!denied || words.size() != 6 || (!grows(words) && !shrinks(words))) return std::nullopt;
  for (const Rule& r : part.changes) {
    const auto* change = std::get_if<Change>(&r.effect);
    if (change == nullptr || change->by == Change::By::once) continue;
    const Need& n = out_.needs[change->need];
    if (n.type == NeedType::number && !n.distance && n.name.ends_with(words))
      return Test{change->need, Interval{std::nullopt, Edge{0}}};
  }
  return std::nullopt;
}

/// 实际金额大于计划金额的 beside 采购执行率×分值: more than all of it.
std::optional<Test> Builder::more_than_all(std::string_view words, const Part& part) const {
  const bool more = holds_any(words, {"大于", "超过", "超出", "高于"});
  const bool plan = holds_any(words, {"计划", "预算"});
  if (!more || !plan || part.gives.size() != 1 || words.find_first_of("0123456789") != words.npos)
    return std::nullopt;
  const auto* share = std::get_if<Proportion>(&part.gives[0].effect);
  if (share == nullptr || share->full_at != Decimal(100)) return std::nullopt;
  return Test{share->need, Interval{Edge{100, false, false}, std::nullopt}};
}

/// 80%以下不得分, beside 80%得3分: 80% itself is given.
RawClause Builder::without_given_end(const RawClause& c, const Sorted& sorted) {
  RawClause out = c;
  for (const Token*& t : out.condition) {
    if (t->kind != Kind::value || !t->high || t->low || t->high->end != End::weak) continue;
    for (const RawClause* g : sorted.gives) {
      const auto given = values_of(*g);
      if (given.size() != 1 || !given[0]->bare || given[0]->unit != t->unit ||
          given[0]->low->value != t->high->value)
        continue;
      made_.push_back(*t);
      made_.back().high->end = End::out;
      t = &made_.back();
      break;
    }
  }
  return out;
}

/// 不得分 beside conditions in words: the other side of the condition before it, or an exception that voids the row.
void Builder::build_zeros(const Sorted& sorted, bool numeric, Part& part) {
  bool other_side = false;
  for (const RawClause* c : sorted.zeros) {
    const std::string words = last_words_of(*c);
    const bool plain = says_otherwise(*c) || (words.empty() && values_of(*c).empty());
    const bool short_denial = denies(words) && (numeric ? words.size() <= 45 : true);
    const auto counted = one_counted(words, context_.units);  // 完成率100%得满分；有1人不达标，不得分
    const bool of_its_own = numeric && counted && words.find("一经") == words.npos;
    if (plain ||
        (!of_its_own && !other_side && short_denial && !sorted.gives.empty() && sorted.changes.empty())) {
      other_side = true;
      continue;
    }
    // 低于目标值35天为0分, beside 每低于目标值1天扣0.2分: the same, said from its end
    const std::string all_words = words_of(*c);
    if (!values_of(*c).empty() && !sorted.changes.empty() && all_words.find("目标") != all_words.npos &&
        (all_words.find("低于") != all_words.npos || all_words.find("超过") != all_words.npos)) {
      bool same_end = false;
      for (const Rule& r : part.changes) {
        const auto* change = std::get_if<Change>(&r.effect);
        const Token& v = *values_of(*c).front();
        const Decimal far = v.low ? v.low->value : v.high->value;
        same_end = same_end || (change != nullptr && part.full &&
                                change->marks.high * far == part.full->high * change->each);
      }
      if (same_end) continue;
      refuse(c->begin(), c->end());
      return;
    }
    Rule rule;
    rule.span = span_of(*c);
    if (const auto more = more_than_all(words, part)) {
      rule.when.push_back(*more);
    } else if (auto far = far_from_limit(*c, part)) {
      rule.when.push_back(*far);
    } else if (const auto values = values_of(*c); !values.empty()) {
      auto tests = tests_of(without_given_end(*c, sorted));
      if (!tests) {
        refuse(c->begin(), c->end());
        return;
      }
      add_fact_behind(*c, *tests);
      rule.when = std::move(*tests);
    } else if (const auto still = not_moved(words, part)) {
      rule.when.push_back(*still);
    } else if (counted && (of_its_own || (sorted.gives.empty() && sorted.changes.empty() &&
                                          words.find("一经") == words.npos))) {
      const auto [before, behind] = around_the_one(words, *counted);
      const std::string name = of_its_own ? std::string(before) + std::string(behind) : words;
      const std::size_t count = need(need_name(name), NeedType::count, *counted);  // 1台不符合要求不得分
      rule.when.push_back({count, Interval{Edge{1}, std::nullopt}});
    } else {
      rule.when.push_back(
          asked(*c, !sorted.gives.empty() || !sorted.changes.empty() || !sorted.formulas.empty()));
    }
    part.zeros.push_back(std::move(rule));
  }
}

}  // namespace jiheng::standard
