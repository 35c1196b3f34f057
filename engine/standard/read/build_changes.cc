// Takes the clauses that deduct and add, gives changes: once, for each case, or for each unit beyond a limit.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
using base::Decimal;

namespace {

/// 下一级, 统一, 第一: no one that is counted.
bool is_one_of_an_order(std::string_view before) {
  return ends_with_any(before, {"下", "上", "第", "统", "唯", "逐", "同", "任", "专", "单", "归"});
}

}  // namespace

std::optional<std::string> one_counted(std::string_view words, const quantity::UnitTable& units) {
  for (const std::string_view one : {"一", "1"}) {
    for (std::size_t at = words.find(one); at != words.npos; at = words.find(one, at + one.size())) {
      if (at > 0 && words[at - 1] >= '0' && words[at - 1] <= '9') continue;
      const std::string_view rest = words.substr(at + one.size());
      if (rest.starts_with("经") || rest.starts_with("致") || rest.starts_with("般") ||
          rest.starts_with("定") || rest.starts_with("旦") || is_one_of_an_order(words.substr(0, at)))
        continue;
      if (rest.starts_with("个百分")) continue;
      const quantity::UnitEntry* unit = units.longest_at(words, at + one.size());
      if (unit == nullptr) continue;
      if (unit->dimension == "计数" || unit->name == "个月") return unit->name;
    }
  }
  return std::nullopt;
}

/// 建成3个，少建一个: the 3 of which one is missing; none: nullptr.
const Token* Builder::asks_for_some_of(const RawClause& c, const std::string& unit) const {
  auto values = values_of(c);
  std::erase_if(values, [&](const Token* v) { return is_one_thing(*v); });  // 少建1座
  if (values.size() != 1 || values[0]->unit != unit || !values[0]->low) return nullptr;
  const auto at = std::find(c.condition.begin(), c.condition.end(), values[0]);
  std::string_view behind;
  for (auto it = at + 1; it < c.condition.end() && behind.empty(); ++it) {
    if ((*it)->kind == Kind::words) behind = text_.substr((*it)->begin, (*it)->end - (*it)->begin);
  }
  // 不足4处的全检，发现一处: the one is not what is missing
  constexpr std::size_t kFive = 15;
  const bool missing = leads_downwards(behind) != 0 && around_the_one(behind, unit).first.size() <= kFive;
  return missing && (!values[0]->high || values[0]->bare) ? values[0] : nullptr;
}

/// What a clause takes or adds at the most: its cap, or 扣满3分为止.
bool Builder::most_of_change(const RawClause& c, const Sorted& sorted, Change& change) {
  // 每低于5%扣1分，最高5分: of the row, not of what is taken
  const bool of_the_row = c.cap != nullptr && !change.adds && !c.cap->deducts && context_.marks &&
                          !c.cap->marks.share && c.cap->marks.high == *context_.marks;
  if (c.cap != nullptr && !of_the_row) change.at_most = c.cap->marks;
  if (!c.floored_at || change.adds || change.at_most) return true;
  Decimal most = *c.floored_at;
  if (c.floored_to) {  // 扣至3分为止: what is left of the marks
    const bool given = sorted.gives.size() == 1 && !sorted.gives[0]->effect->marks.share;
    if (!given && !context_.marks) return refuse(*c.effect), false;
    most = (given ? sorted.gives[0]->effect->marks.high : *context_.marks) - most;
    if (most.sign() <= 0) return refuse(*c.effect), false;
  }
  change.at_most = Marks{most, most, false};
  return true;
}

bool Builder::build_change(const RawClause& c, const Sorted& sorted, const RawPart& raw, Part& part) {
  if (c.effect->both && (c.per == nullptr || !c.per->both)) return refuse(*c.effect), false;  // 变动1%加减1分
  Rule rule;
  rule.span = span_of(c);
  Change change;
  change.adds = c.effect->kind == Kind::add || (c.effect->kind == Kind::give && c.per != nullptr);
  change.marks = c.effect->marks;
  if (!most_of_change(c, sorted, change)) return false;
  const bool good =
      c.per != nullptr ? change_for_each(c, sorted, raw, change) : change_once(c, sorted, rule, change);
  if (!good) return false;
  rule.effect = change;
  part.changes.push_back(std::move(rule));
  return true;
}

/// Without 每…: one counted thing (缺一次扣0.5分), a value, or something that happens.
bool Builder::change_once(const RawClause& c, const Sorted& sorted, Rule& rule, Change& change) {
  const bool listed = std::any_of(c.condition.begin(), c.condition.end(),
                                  [](const Token* t) { return t->kind == Kind::list; });
  if (counts_in_an_unknown_unit(words_of(c)) || (listed && text_.substr(c.effect->begin).starts_with("各")))
    return refuse(c.begin(), c.end()), false;  // 甲、乙低于指标各减10分: one of them or both
  const std::string last = last_words_of(c);
  const bool at_once = last.find("一经") != last.npos;
  const auto unit = one_counted(last, context_.units);
  if (const Token* some = unit && !at_once ? asks_for_some_of(c, *unit) : nullptr) {
    change.by = Change::By::below;  // 建成3个，少建一个扣1分
    change.limit = some->low->value;
    change.need = number_need(subject_of(c, *some), *unit);
    return true;
  }
  if (unit && !at_once && counts_one(c)) {
    change.by = Change::By::count;
    change.need = need(need_name(last), NeedType::count, *unit);
    return true;
  }
  const auto values = values_of(c);
  const bool found_one =
      holds_any(last_phrase_of(c), {"发现一", "发现1", "出现一", "出现1", "发生一", "发生1"});
  if (unit && !at_once && found_one &&
      std::none_of(values.begin(), values.end(), [&](const Token* v) { return is_one_thing(*v); }))
    return refuse(c.begin(), c.end()), false;  // 不足4处的全检，发现一处扣2分: the 4 are not when it takes
  if (!values.empty()) {
    if (perhaps_each(sorted, values)) return refuse(c.begin(), c.end()), false;
    auto tests = tests_of(c);
    if (!tests) return refuse(c.begin(), c.end()), false;
    add_fact_behind(c, *tests);
    rule.when = std::move(*tests);
    return true;
  }
  if (says_otherwise(c) && sorted.gives.size() == 1) {
    const RawClause& g = *sorted.gives.front();
    if (!values_of(g).empty()) return refuse(c.begin(), c.end()), false;
    rule.when.push_back({question(g, false), {}, true});
    return true;
  }
  if (sorted.gives.size() == 1) {
    const RawClause& g = *sorted.gives[0];
    const std::string_view what = what_is_denied(last, words_of(g));
    if (!what.empty() && sorted.changes.size() == 1 && values_of(g).empty()) {
      rule.when.push_back({question(g, false), {}, true});  // 齐全的得2分，不齐全的扣2分
      return true;
    }
    if (!what.empty() && !need_name(what).empty()) {  // 落实标签制度，发放率…得2分；未落实标签制度扣0.2分
      rule.when.push_back({need(need_name(what), NeedType::yesno, ""), {}, true});
      return true;
    }
  }
  if (c.floored && sorted.changes.size() == 1 && !at_once && !change.adds) {
    // 未按时下达扣1分，扣完为止: how often is not said, but that it may happen again is
    change.by = Change::By::count;
    change.need = need(need_name(last), NeedType::count, "次");
    change.perhaps_once = true;
    open(c.begin(), c.end(), {"每次扣分", "只扣一次"});
    return true;
  }
  rule.when.push_back(asked(c, false));
  return true;
}

/// 不超过30分钟，超过10分钟扣1分: each 10, or beyond 40; 5%以内得6分，超过0.1个百分点扣1分: each 0.1, or once.
bool Builder::perhaps_each(const Sorted& sorted, const std::vector<const Token*>& values) {
  if (values.size() == 2 && values[0]->high && !values[0]->low && values[0]->high->end != End::out &&
      values[1]->low && !values[1]->high && values[1]->low->end == End::out &&
      values[0]->unit == values[1]->unit && values[1]->low->value < values[0]->high->value)
    return true;
  if (std::none_of(values.begin(), values.end(), [](const Token* v) { return v->points; })) return false;
  return std::any_of(sorted.gives.begin(), sorted.gives.end(), [](const RawClause* g) {
    const auto of_g = values_of(*g);
    return std::any_of(of_g.begin(), of_g.end(), [](const Token* v) { return v->unit == "%" && !v->points; });
  });
}

bool Builder::build_changes(const Sorted& sorted, const RawPart& raw, Part& part) {
  std::vector<const RawClause*> stepped;
  std::vector<const RawClause*> ones;
  for (const RawClause* c : sorted.changes) {
    if (c->per != nullptr || values_of(*c).empty() || c->effect->kind != Kind::deduct) continue;
    (one_counted(last_words_of(*c), context_.units) ? ones : stepped).push_back(c);
  }
  // 缺1项扣1分，缺2项扣3分: the first is a step too where others of its unit follow
  if (!stepped.empty() && ones.size() == 1 && values_of(*ones[0]).size() == 1 &&
      values_of(*ones[0])[0]->unit == values_of(*stepped[0])[0]->unit)
    stepped.insert(stepped.begin(), ones[0]);
  // 达到70%加0.5分，达到80%加1分: the higher instead of the lower
  if (stepped.empty()) {
    for (const RawClause* c : sorted.changes) {
      if (c->per == nullptr && c->effect->kind == Kind::add && !values_of(*c).empty() && counts_no_thing(*c))
        stepped.push_back(c);
    }
    const bool on_top = std::any_of(stepped.begin(), stepped.end(), [&](const RawClause* c) {
      const std::string_view verb = text_.substr(c->effect->begin);  // 达到90%再加1分
      return verb.starts_with("再") || verb.starts_with("另") ||
             text_.substr(0, c->effect->begin).ends_with("再");
    });
    if (stepped.size() >= 2 && (on_top || !one_number(stepped))) stepped.clear();
  }
  const bool steps = stepped.size() >= 2;
  for (const RawClause* c : sorted.changes) {
    if (c->effect->kind == Kind::add || c->per != nullptr)
      part.above_full = part.above_full || c->effect->kind == Kind::add;
    if (is_tier(*c, sorted)) continue;
    if (steps && std::find(stepped.begin(), stepped.end(), c) != stepped.end()) continue;
    if (!build_change(*c, sorted, raw, part)) return false;
  }
  const Token* given = sorted.gives.size() == 1 && values_of(*sorted.gives[0]).size() == 1
                           ? values_of(*sorted.gives[0]).front()
                           : nullptr;
  if (steps && !build_change_steps(stepped, sorted.zeros, given, part)) return false;
  return sorted.gives.size() != 1 ||
         give_beside_changes(sorted, raw, steps ? stepped.front() : nullptr, part);
}

}  // namespace jiheng::standard
